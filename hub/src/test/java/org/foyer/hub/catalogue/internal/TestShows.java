package org.foyer.hub.catalogue.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.Warehouse;

/** Shows of a warehouse, for tests of other rooms. */
public final class TestShows {

    private TestShows() {}

    public static Shows of(Warehouse warehouse) {
        return new WarehouseShows(warehouse, ChangeTimes.NONE);
    }

    /** What the identifier of a thing answers. */
    public static String told(Warehouse warehouse, String kind, String id) throws IOException {
        LinkedData data = new Descriptions(warehouse);
        LinkedData.Thing thing = data.find(kind, id).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        House house = new House(
                thing.house(),
                "house",
                "House",
                Discipline.THEATRE,
                500,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
        data.describe(thing, house, "https://node.example", RdfForm.JSON_LD, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}

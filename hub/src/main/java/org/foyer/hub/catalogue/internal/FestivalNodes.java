package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.util.Map;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.model.House;

/**
 * Festivals and series as schema.org. Shapes refuse a day as the start or end of a Festival or an EventSeries; where an hour is not known,
 * it is a Series, which is true as well, and the type is told beside.
 */
final class FestivalNodes {

    /** Of what schema.org each kind is. */
    static final Map<String, String> TYPES =
            Map.of("festival", SchemaWriter.SCHEMA + "Festival", "series", SchemaWriter.SCHEMA + "EventSeries");

    private final SchemaWriter json;
    private final Iris iris;
    private final House house;

    FestivalNodes(SchemaWriter json, Iris iris, House house) {
        this.json = json;
        this.iris = iris;
        this.house = house;
    }

    /** The fields of a festival or series. */
    void gathering(FestivalPages.Gathering gathering) throws IOException {
        Festival festival = gathering.festival();
        String id = Long.toString(festival.id());
        String iri = iris.festival(festival.kind(), id);
        String type = TYPES.getOrDefault(festival.kind(), SchemaWriter.SCHEMA + "Series");
        boolean dayOnly = gathering.starts().isDayOnly() || gathering.ends().isDayOnly();
        json.text("@id", iri);
        json.text("@type", dayOnly ? "Series" : type.substring(SchemaWriter.SCHEMA.length()));
        if (dayOnly) {
            json.text("additionalType", type);
        }
        json.text("name", festival.name());
        new PlaceNodes(json, iris).simulated(house);
        json.text("url", iris.base() + Festival.pathOf(house, festival.kind(), id));
        json.moment("startDate", gathering.starts());
        json.moment("endDate", gathering.ends());
        json.reference("location", gathering.venue() == 0 ? iris.unknownPlaceOf(iri) : iris.place(gathering.venue()));
        json.reference("organizer", iris.house(house));
        json.startList("subEvent");
        for (long performance : gathering.performances()) {
            json.start();
            json.text("@id", iris.performance(performance));
            json.end();
        }
        json.endList();
    }
}

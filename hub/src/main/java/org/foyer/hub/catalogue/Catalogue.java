package org.foyer.hub.catalogue;

import java.time.Clock;
import org.foyer.hub.catalogue.internal.ChangeFeed;
import org.foyer.hub.catalogue.internal.Descriptions;
import org.foyer.hub.catalogue.internal.GraphSparql;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.catalogue.internal.WarehouseShows;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.store.Warehouse;

/** The doors of this room over one warehouse. */
public record Catalogue(Programme programme, Shows shows, LinkedData linkedData, Changes changes, Sparql sparql) {

    public static Catalogue over(Warehouse warehouse, Houses houses, Clock clock) {
        return new Catalogue(
                new WarehouseProgramme(warehouse),
                new WarehouseShows(warehouse),
                new Descriptions(warehouse),
                new ChangeFeed(warehouse, houses::byId),
                new GraphSparql(warehouse, houses::all, clock));
    }
}

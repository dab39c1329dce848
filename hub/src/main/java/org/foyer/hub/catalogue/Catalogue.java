package org.foyer.hub.catalogue;

import java.time.Clock;
import org.foyer.hub.catalogue.internal.ChangeFeed;
import org.foyer.hub.catalogue.internal.ChangeTimes;
import org.foyer.hub.catalogue.internal.Descriptions;
import org.foyer.hub.catalogue.internal.GraphSparql;
import org.foyer.hub.catalogue.internal.WarehouseListings;
import org.foyer.hub.catalogue.internal.WarehouseNews;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.catalogue.internal.WarehouseShows;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** The doors of this room over one warehouse. */
public record Catalogue(
        Programme programme,
        Shows shows,
        Listings listings,
        News news,
        LinkedData linkedData,
        Changes changes,
        Sparql sparql) {

    public static Catalogue over(Warehouse warehouse, Register register, Houses houses, Clock clock) {
        ChangeTimes times = ChangeTimes.of(register);
        return new Catalogue(
                new WarehouseProgramme(warehouse, times),
                new WarehouseShows(warehouse, times),
                new WarehouseListings(warehouse, times, houses::all, clock),
                new WarehouseNews(warehouse, times, houses::all, clock),
                new Descriptions(warehouse),
                new ChangeFeed(warehouse, houses::byId),
                new GraphSparql(warehouse, houses::all, clock));
    }
}

package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.internal.HouseRows.Told;
import org.foyer.hub.model.House;

/** A venue or a hall as a small graph. */
final class PlaceDescriptions {

    private final GraphPages pages;
    private final HallPages halls;

    PlaceDescriptions(GraphPages pages, HallPages halls) {
        this.pages = pages;
        this.halls = halls;
    }

    void venue(PlaceNodes nodes, House house, long id) throws IOException {
        for (Told<GraphPages.Place> told : pages.place(house, id)) {
            nodes.venue(told.thing().venue(), told.thing().halls(), told.ids());
        }
    }

    void hall(PlaceNodes nodes, House house, long id) throws IOException {
        Hall hall = halls.one(id).orElse(null);
        if (hall != null) {
            for (Told<GraphPages.Place> told : pages.place(house, hall.venue())) {
                nodes.hall(told.thing().venue(), hall);
            }
        }
    }
}

package org.foyer.hub.catalogue.internal;

import org.foyer.hub.catalogue.internal.capdata.CapDataExport;
import org.foyer.hub.model.House;

/** The identifiers of the node, as they stand in what leaves in other vocabularies. */
record CapDataNames(Iris iris) implements CapDataExport.Naming {

    @Override
    public String house(House house) {
        return iris.house(house);
    }

    @Override
    public String performance(long id) {
        return iris.performance(id);
    }

    @Override
    public String run(long production, int season, long venue) {
        return iris.run(production, season, venue);
    }

    @Override
    public String work(long id) {
        return iris.work(id);
    }

    @Override
    public String place(long venue) {
        return iris.place(venue);
    }

    @Override
    public String person(long id) {
        return iris.person(id);
    }
}

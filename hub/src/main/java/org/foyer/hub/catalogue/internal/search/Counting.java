package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import org.apache.lucene.search.CollectorManager;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.model.House;

/**
 * Counts what parts of the index hold, each by a collector of its own, and puts it together.
 *
 * @param kept how many shows to keep, the first in that order
 */
record Counting(
        ShowColumns columns,
        Wanted wanted,
        SearchConditions conditions,
        Map<Integer, House> houses,
        int kept,
        Comparator<FoundShow> order,
        boolean telling)
        implements CollectorManager<ShowCollector, ShowCollector> {

    @Override
    public ShowCollector newCollector() {
        return new ShowCollector(columns, wanted, new Fitting(conditions, houses), kept, order, telling);
    }

    @Override
    public ShowCollector reduce(Collection<ShowCollector> parts) throws IOException {
        ShowCollector all = null;
        for (ShowCollector part : parts) {
            part.end();
            if (all == null) {
                all = part;
            } else {
                all.add(part);
            }
        }
        return all == null ? newCollector() : all;
    }
}

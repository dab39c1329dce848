package org.foyer.hub.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/**
 * Houses that are read together: as many as have a page of performances between them, so that many small houses cost no more questions
 * than a large one. A house with more than a page is alone.
 */
final class HouseBatches {

    /** Performances of houses that are read together, at most. */
    static final int PERFORMANCES_MAX = 5_000;

    /** Houses that are read together, at most. */
    static final int HOUSES_MAX = 1_000;

    private final Warehouse warehouse;

    HouseBatches(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** In the order of the houses; one question, and none for a single house. */
    List<List<House>> of(List<House> houses, LocalDate from, LocalDate to) {
        if (houses.size() < 2) {
            return houses.isEmpty() ? List.of() : List.of(houses);
        }
        Map<Integer, Long> counted = performances(from, to);
        List<List<House>> batches = new ArrayList<>();
        List<House> batch = new ArrayList<>();
        long within = 0;
        for (House house : houses) {
            long own = counted.getOrDefault(house.id().value(), 0L);
            if (!batch.isEmpty() && (within + own > PERFORMANCES_MAX || batch.size() == HOUSES_MAX)) {
                batches.add(batch);
                batch = new ArrayList<>();
                within = 0;
            }
            batch.add(house);
            within += own;
        }
        batches.add(batch);
        return batches;
    }

    private Map<Integer, Long> performances(LocalDate from, LocalDate to) {
        Map<Integer, Long> counted = new HashMap<>();
        warehouse.read(connection -> Rows.of(
                connection,
                "select house, count(*) as performances from shown_performance where day between ? and ? group by house",
                row -> counted.put(row.getInt("house"), row.getLong("performances")),
                from,
                to));
        return counted;
    }
}

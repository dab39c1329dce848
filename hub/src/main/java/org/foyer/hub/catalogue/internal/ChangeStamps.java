package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** When performances last changed: the number of the run that did it, and its end. */
final class ChangeStamps {

    private static final String CHANGED = """
            select id, changed_run from performance
            where house = ? and changed_run is not null and id in (select unnest(?::bigint[]))
            """;

    private final Warehouse warehouse;
    private final ChangeTimes times;
    private final Map<Long, Instant> known = new HashMap<>();

    ChangeStamps(Warehouse warehouse, ChangeTimes times) {
        this.warehouse = warehouse;
        this.times = times;
    }

    /**
     * The last change of a performance.
     *
     * @param run grows with each change
     * @param at end of the run, null when it is not known
     */
    record Stamp(long run, @Nullable Instant at) {}

    /** The stamps of a page of performances by their ids; those that are not known are left out. */
    Map<Long, Stamp> of(HouseId house, List<ProgrammeEntry> page) {
        Map<Long, Long> runs = new HashMap<>();
        warehouse.read(connection -> read(connection, house, page, runs));
        Set<Long> asked = new HashSet<>(runs.values());
        asked.removeAll(known.keySet());
        known.putAll(times.of(asked));
        Map<Long, Stamp> stamps = new HashMap<>();
        runs.forEach((id, run) -> stamps.put(id, new Stamp(run, known.get(run))));
        return stamps;
    }

    private static List<Long> read(
            Connection connection, HouseId house, List<ProgrammeEntry> page, Map<Long, Long> runs) throws SQLException {
        Object ids = connection.createArrayOf(
                "BIGINT", page.stream().map(entry -> entry.performance().id()).toArray());
        return Rows.of(
                connection,
                CHANGED,
                row -> {
                    runs.put(row.getLong("id"), row.getLong("changed_run"));
                    return row.getLong("id");
                },
                house.value(),
                ids);
    }
}

package org.foyer.hub.catalogue.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.store.Register;

/** When the runs happened that changed a programme. */
@FunctionalInterface
public interface ChangeTimes {

    /** Knows no time. */
    ChangeTimes NONE = runs -> Map.of();

    /** Runs in one question to the register. */
    int AT_ONCE = 500;

    /** The end of each of these runs, or of the taking back of one; those that are not known are left out. */
    Map<Long, Instant> of(Collection<Long> runs);

    /** As the register has them. */
    static ChangeTimes of(Register register) {
        return runs -> {
            Map<Long, Instant> times = new HashMap<>();
            List<Long> all = new ArrayList<>(runs);
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<Long> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                register.read(handle -> handle.createQuery(
                                "select id, coalesce(ended_at, begun_at) as at from intake_run where id in (<ids>)")
                        .bindList("ids", some)
                        .map((row, context) -> times.put(row.getLong("id"), Instant.ofEpochMilli(row.getLong("at"))))
                        .list());
            }
            return times;
        };
    }
}

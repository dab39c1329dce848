package org.foyer.hub.governance.internal.networks;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/** What networks ask for on top of what Foyer asks; a number below the floor, however it came there, counts for nothing. */
public final class Thresholds {

    private Thresholds() {}

    /** House → least number of its networks, whichever node keeps them, of houses whose networks ask for any. */
    public static Map<HouseId, Integer> of(Handle handle, Threshold threshold) {
        Map<HouseId, Integer> least = new HashMap<>();
        handle.createQuery("""
                        select m.house, d.value from network_member m
                        join network_decision d on d.network = m.network
                        where m.until is null and d.kind = 'threshold' and d.subject = :subject and d.version =
                          (select max(version) from network_decision l
                           where l.network = d.network and l.kind = d.kind and l.subject = d.subject)
                        union all
                        select a.house, d.value from network_abroad a join decision_abroad d on d.abroad = a.uid
                        where a.state = 'member' and d.kind = 'threshold' and d.subject = :subject
                        """)
                .bind("subject", threshold.key())
                .map((row, context) -> Map.entry(
                        new HouseId(row.getInt("house")),
                        Math.max(threshold.floor(), Integer.parseInt(row.getString("value")))))
                .forEach(entry -> least.merge(entry.getKey(), entry.getValue(), Math::max));
        return least;
    }

    static int least(Handle handle, Collection<HouseId> houses, Threshold threshold) {
        Map<HouseId, Integer> asked = of(handle, threshold);
        return houses.stream()
                .mapToInt(house -> asked.getOrDefault(house, threshold.floor()))
                .max()
                .orElse(threshold.floor());
    }
}

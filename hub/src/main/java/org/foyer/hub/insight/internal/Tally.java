package org.foyer.hub.insight.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Sums of one sheet, by topic and key, and tickets by number of days before. */
final class Tally {

    private final Map<String, TreeMap<String, Long>> sums = new HashMap<>();
    private final Map<String, TreeMap<Integer, Long>> days = new HashMap<>();

    void add(String topic, String key, long more) {
        sums.computeIfAbsent(topic, made -> new TreeMap<>()).merge(key, more, Math::addExact);
    }

    void addAll(Tally other) {
        other.sums.forEach((topic, keys) -> keys.forEach((key, more) -> add(topic, key, more)));
        other.days.forEach((topic, days) -> days.forEach((before, tickets) -> addDays(topic, before, tickets)));
    }

    void addDays(String topic, int before, long tickets) {
        days.computeIfAbsent(topic, made -> new TreeMap<>()).merge(before, tickets, Math::addExact);
    }

    /** 0 when nothing was added. */
    long sum(String topic, String key) {
        return sums.getOrDefault(topic, new TreeMap<>()).getOrDefault(key, 0L);
    }

    /** In order. */
    Set<String> keys(String topic) {
        return Collections.unmodifiableSet(
                sums.getOrDefault(topic, new TreeMap<>()).keySet());
    }

    /** Tickets by days before, from the latest to the earliest. */
    NavigableMap<Integer, Long> days(String topic) {
        return Collections.unmodifiableNavigableMap(days.getOrDefault(topic, new TreeMap<>()));
    }
}

package org.foyer.hub.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.model.Contribution;

/**
 * On one date of a show, others do what somebody else does on most dates.
 *
 * @param role in the house's words; of a musician the instrument
 * @param plays who does it on that date
 * @param inPlaceOf who does it on most dates, and not on that one
 */
public record CastChange(String role, List<String> plays, List<String> inPlaceOf) {

    /**
     * The changes of a show, by performance. A date of which nobody is credited says nothing, and who is simply missing is no change:
     * sources leave names out. Spellings of one person are no change either.
     *
     * @param dates of one show
     */
    public static Map<Long, List<CastChange>> of(List<ProgrammeEntry> dates) {
        List<Map<String, Map<Object, String>>> casts =
                dates.stream().map(CastChange::cast).toList();
        Map<String, Map<Object, String>> usual = usual(casts);
        Map<Long, List<CastChange>> changes = new LinkedHashMap<>();
        for (int i = 0; i < dates.size(); i++) {
            List<CastChange> found = new ArrayList<>();
            casts.get(i).forEach((role, plays) -> {
                Map<Object, String> most = usual.getOrDefault(role, Map.of());
                List<String> in = without(plays, most);
                List<String> out = without(most, plays);
                if (!in.isEmpty() && !out.isEmpty()) {
                    found.add(new CastChange(role, in, out));
                }
            });
            if (!found.isEmpty()) {
                changes.put(dates.get(i).performance().id(), List.copyOf(found));
            }
        }
        return changes;
    }

    /** Names by person, by role. */
    private static Map<String, Map<Object, String>> cast(ProgrammeEntry entry) {
        Map<String, Map<Object, String>> cast = new LinkedHashMap<>();
        Stream.concat(
                        entry.contributions().stream(),
                        entry.items().stream().flatMap(item -> item.contributions().stream()))
                .forEach(one -> cast.computeIfAbsent(role(one), made -> new LinkedHashMap<>())
                        .putIfAbsent(person(entry, one.name()), one.name()));
        return cast;
    }

    private static String role(Contribution one) {
        String instrument = one.instrument();
        return instrument == null || instrument.isBlank() ? one.role() : instrument;
    }

    private static Object person(ProgrammeEntry entry, String name) {
        Long known = entry.ids().persons().get(name);
        return known == null ? name : known;
    }

    /** Of each role those who have it together on most dates; of two that are as many, the earlier. */
    private static Map<String, Map<Object, String>> usual(List<Map<String, Map<Object, String>>> casts) {
        Map<String, Map<Set<Object>, Integer>> counts = new HashMap<>();
        casts.forEach(cast -> cast.forEach((role, plays) -> counts.computeIfAbsent(role, made -> new LinkedHashMap<>())
                .merge(new HashSet<>(plays.keySet()), 1, Integer::sum)));
        Map<String, Set<Object>> most = new HashMap<>();
        counts.forEach((role, sets) -> {
            int best = 0;
            for (Map.Entry<Set<Object>, Integer> set : sets.entrySet()) {
                if (set.getValue() > best) {
                    best = set.getValue();
                    most.put(role, set.getKey());
                }
            }
        });
        Map<String, Map<Object, String>> usual = new HashMap<>();
        casts.forEach(cast -> cast.forEach((role, plays) -> {
            if (plays.keySet().equals(most.get(role))) {
                usual.putIfAbsent(role, plays);
            }
        }));
        return usual;
    }

    private static List<String> without(Map<Object, String> some, Map<Object, String> others) {
        return some.entrySet().stream()
                .filter(one -> !others.containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}

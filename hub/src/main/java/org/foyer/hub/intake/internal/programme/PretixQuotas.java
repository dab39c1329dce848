package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the quotas of pretix say of the seats of a performance: their sum, if each has a size and no ticket draws from two of
 * them. Where quotas overlap, or one has no end, nobody can say.
 */
final class PretixQuotas {

    private record Quota(long size, Set<String> of) {}

    /** Event and number of an item. */
    private final Set<String> admissions = new HashSet<>();

    /** Item, by its event and number → its variations. */
    private final Map<String, Set<String>> variations = new HashMap<>();

    private final Map<String, List<Quota>> quotas = new HashMap<>();
    private final List<Members> waiting = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void item(Members item) {
        size++;
        String key = item.text("event") + "/" + item.text("id");
        if (item.text("admission").equals("true")) {
            admissions.add(key);
        }
        Set<String> own = new HashSet<>();
        item.objects("variations").forEach(variation -> own.add(variation.text("id")));
        variations.put(key, own);
    }

    void quota(Members quota) {
        size++;
        Map<String, Object> kept = new HashMap<>();
        for (String name : List.of("event", "subevent", "size", "items", "variations")) {
            Object value = quota.get(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        waiting.add(new Members(kept));
    }

    /** Items, by event and number, and variations that the quotas of a performance name. @param date as below */
    Set<String> drawn(String event, String date) {
        sorted();
        Set<String> drawn = new HashSet<>();
        quotas.getOrDefault(event + "/" + date, List.of()).forEach(quota -> drawn.addAll(quota.of()));
        return drawn;
    }

    private void sorted() {
        waiting.forEach(this::sort);
        waiting.clear();
    }

    /** @param date number of the date in a series, else empty */
    String capacity(String event, String date) {
        sorted();
        Set<String> seen = new HashSet<>();
        long sum = 0;
        for (Quota quota : quotas.getOrDefault(event + "/" + date, List.of())) {
            if (quota.size() < 0 || quota.of().stream().anyMatch(one -> !seen.add(one))) {
                return "";
            }
            sum += quota.size();
        }
        return sum == 0 ? "" : Long.toString(sum);
    }

    /** Quotas of what lets nobody in, such as programmes and drinks, are no seats. */
    private void sort(Members quota) {
        String event = quota.text("event");
        Set<String> named = new HashSet<>();
        quota.list("variations").forEach(variation -> named.add(variation.toString()));
        Set<String> of = new HashSet<>();
        for (Object item : quota.list("items")) {
            String key = event + "/" + item;
            if (admissions.contains(key)) {
                Set<String> own = variations.getOrDefault(key, Set.of());
                if (own.isEmpty()) {
                    of.add(key);
                }
                own.stream().filter(named::contains).forEach(of::add);
            }
        }
        if (!of.isEmpty()) {
            String size = quota.text("size");
            quotas.computeIfAbsent(event + "/" + quota.text("subevent"), key -> new ArrayList<>())
                    .add(new Quota(size.matches("\\d{1,9}") ? Long.parseLong(size) : -1, of));
        }
    }
}

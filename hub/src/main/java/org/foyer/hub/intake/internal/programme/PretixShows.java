package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the lists of pretix together, whichever come first in the file. */
final class PretixShows {

    /** Records that are kept in memory; the largest houses have some thousands a year. */
    private static final int KEPT_MAX = 100_000;

    /** Characters that are kept of all records together. */
    private static final int CHARS_MAX = 32 << 20;

    private static final List<String> CAPACITY = List.of("capacity", "jauge");
    private static final List<String> HALL = List.of("hall", "salle");

    private final ListedRows rows;
    private final Map<String, Show> shows = new LinkedHashMap<>();
    private final List<Map<String, String>> dates = new ArrayList<>();
    private final PretixQuotas quotas = new PretixQuotas();
    private final PretixPrices prices = new PretixPrices();
    private long chars;

    /**
     * An event.
     *
     * @param series whether its dates are the performances
     * @param open whether the public can see it
     */
    private record Show(Map<String, String> values, String zone, String currency, boolean series, boolean open) {}

    PretixShows(ListedRows rows) {
        this.rows = rows;
    }

    void event(Members event) throws IOException {
        boolean test = event.text("testmode").equals("true");
        boolean open = !test && !isHidden(event) && !event.text("live").equals("false");
        if (!open) {
            rows.count(test ? "test-events-left-out" : "unpublished-left-out");
        }
        Map<String, String> values = values(event);
        values.put("performance_ref", event.text("slug"));
        values.put("production_ref", event.text("slug"));
        values.put("url", event.text("public_url"));
        keep(shows.size(), values);
        shows.put(
                event.text("slug"),
                new Show(
                        values,
                        event.text("timezone"),
                        event.text("currency"),
                        event.text("has_subevents").equals("true"),
                        open));
    }

    void date(Members date) throws IOException {
        if (date.text("active").equals("false") || isHidden(date)) {
            rows.count("unpublished-left-out");
            return;
        }
        Map<String, String> values = values(date);
        values.put("performance_ref", date.text("id"));
        values.put("production_ref", date.text("event"));
        keep(dates.size(), values);
        prices.date(date);
        dates.add(values);
    }

    void item(Members item) throws IOException {
        keep(quotas.size(), Map.of());
        quotas.item(item);
        prices.item(item);
    }

    void quota(Members quota) throws IOException {
        keep(quotas.size(), Map.of());
        quotas.quota(quota);
    }

    private static boolean isHidden(Members of) {
        return of.text("is_public").equals("false");
    }

    private void keep(int kept, Map<String, String> values) throws JsonLists.Broken {
        chars += values.values().stream().mapToLong(String::length).sum();
        if (kept >= KEPT_MAX || chars > CHARS_MAX) {
            throw new JsonLists.Broken("programme-too-large", 0);
        }
    }

    /** The place is free text over several lines, which nobody may split by guesswork. */
    private static Map<String, String> values(Members of) {
        Members meta = of.object("meta_data");
        Map<String, String> values = new HashMap<>();
        values.put("title", Languages.choose(of.get("name")));
        values.put("description", Languages.choose(of.get("frontpage_text")));
        values.put("venue", Languages.choose(of.get("location")).replaceAll("\\s*[\\r\\n]+\\s*", ", "));
        values.put("latitude", of.text("geo_lat"));
        values.put("longitude", of.text("geo_lon"));
        values.put("hall", first(meta, HALL));
        values.put("genre", meta.text("genre"));
        values.put("capacity", first(meta, CAPACITY));
        values.put("begins", of.text("date_from"));
        values.put("ends", of.text("date_to"));
        return values;
    }

    private static String first(Members of, List<String> names) {
        return names.stream()
                .map(of::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    void end() throws IOException {
        for (Show show : shows.values()) {
            if (show.open() && !show.series()) {
                write(show.values(), show.zone(), show.currency(), "");
            }
        }
        for (Map<String, String> date : dates) {
            Show show = shows.get(date.getOrDefault("production_ref", ""));
            if (show == null) {
                write(date, "", "", date.getOrDefault("performance_ref", ""));
            } else if (show.open()) {
                Map<String, String> values = new HashMap<>(show.values());
                date.forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        values.put(name, value);
                    }
                });
                values.put("begins", date.getOrDefault("begins", ""));
                values.put("ends", date.getOrDefault("ends", ""));
                write(values, show.zone(), show.currency(), date.getOrDefault("performance_ref", ""));
            }
        }
    }

    private void write(Map<String, String> values, String zone, String currency, String date) throws IOException {
        Map<String, String> row = new HashMap<>(values);
        String event = row.getOrDefault("production_ref", "");
        if (!currency.isEmpty()) {
            prices.put(event, date, quotas.drawn(event, date), currency, row);
        }
        if (row.getOrDefault("capacity", "").isEmpty()) {
            row.put("capacity", quotas.capacity(event, date));
        }
        if (ListedJson.start(row.getOrDefault("begins", ""), row.getOrDefault("ends", ""), zone, row, rows)) {
            rows.write(row);
        }
    }
}

package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Brings the instances of Spektrix together with their events, whichever come first in the file. */
final class SpektrixShows {

    /** Events and waiting instances that are kept in memory; the largest houses have some thousands a year. */
    private static final int KEPT_MAX = 100_000;

    /** Where a row keeps its seating plan; no column of what is written. */
    private static final String PLAN = "plan";

    /** Where a row keeps its price list; no column either. */
    private static final String PRICES = "prices";

    /** Attributes of an instance that tell for whom it is made accessible, each true or false. */
    private static final Map<String, String> NEEDS = new TreeMap<>(Map.of(
            "attribute_SLAudioDescribed", "audio-description",
            "attribute_SLCaptioned", "captions",
            "attribute_SLRelaxed", "relaxed",
            "attribute_SLSigned", "sign-language",
            "attribute_SLTouchTour", "touch-tour"));

    private final ListedRows rows;
    private final Map<String, String> plans = new HashMap<>();
    private final Map<String, Map<String, String>> venues = new HashMap<>();
    private final Map<String, Map<String, String>> prices = new HashMap<>();
    private final Map<String, Map<String, String>> shows = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> tests = new HashSet<>();
    private final List<Map<String, String>> waiting = new ArrayList<>();
    private final Map<String, String> namesWithoutDates = new LinkedHashMap<>();
    private boolean instances;

    SpektrixShows(ListedRows rows) {
        this.rows = rows;
    }

    void event(Members event) throws IOException {
        String id = event.text("id");
        if (event.text("attribute_TestEvent").equalsIgnoreCase("true")) {
            rows.count("test-events-left-out");
            tests.add(id);
            return;
        }
        Map<String, String> show = show(event);
        List<Members> own = event.objects("instances");
        if (!own.isEmpty()) {
            instances = true;
            for (Members instance : own) {
                write(instance(instance, id), show);
            }
        } else if (id.isEmpty() || event.has("instances")) {
            rows.refuse("event-without-date", "title", event.text("name"));
        } else {
            keep(shows.size());
            shows.put(id, show);
            namesWithoutDates.put(id, event.text("name"));
        }
    }

    void instance(Members instance) throws IOException {
        instances = true;
        Members event = instance.object("event");
        String id = event.has("id") ? event.text("id") : instance.text("eventId");
        Map<String, String> row = instance(instance, id);
        if (event.has("name")) {
            write(row, show(event));
        } else {
            keep(waiting.size());
            waiting.add(row);
        }
    }

    /** The venue of a seating plan. */
    void plan(Members plan) throws IOException {
        keep(plans.size());
        plans.put(plan.text("id"), plan.object("venue").text("id"));
    }

    void venue(Members venue) throws IOException {
        keep(venues.size());
        Map<String, String> known = new HashMap<>();
        known.put("venue", venue.text("name"));
        known.put("street", venue.text("address"));
        position(venue, known);
        venues.put(venue.text("id"), known);
    }

    /** Amounts have no currency; they are in that of the house. */
    void priceList(Members list) throws IOException {
        keep(prices.size());
        TicketPrices tickets = new TicketPrices();
        for (Members price : list.objects("prices")) {
            tickets.add(price.object("ticketType").text("name"), price.text("amount"));
        }
        Map<String, String> known = new HashMap<>();
        tickets.put(known, "");
        prices.put(list.text("id"), known);
    }

    private static void keep(int kept) throws JsonLists.Broken {
        if (kept >= KEPT_MAX) {
            throw new JsonLists.Broken("programme-too-large", 0);
        }
    }

    /** Says what waited: instances whose event came later or not at all, and events without any instance. */
    void end() throws IOException {
        for (Map<String, String> row : waiting) {
            String id = row.getOrDefault("production_ref", "");
            if (tests.contains(id)) {
                continue;
            }
            shown.add(id);
            write(row, shows.getOrDefault(id, Map.of()));
        }
        if (!instances && !shows.isEmpty()) {
            rows.stop("spektrix-instances-missing", Integer.toString(shows.size()));
            return;
        }
        for (Map.Entry<String, String> show : namesWithoutDates.entrySet()) {
            if (!shown.contains(show.getKey())) {
                rows.refuse("event-without-date", "title", show.getValue());
            }
        }
    }

    private static Map<String, String> show(Members event) {
        Map<String, String> show = new HashMap<>();
        show.put("title", event.text("name"));
        String html = event.text("htmlDescription");
        show.put("description", html.isEmpty() ? event.text("description") : html);
        show.put("genre", event.text("attribute_Genre"));
        show.put("picture", event.text("imageUrl"));
        String minutes = event.text("duration");
        show.put("duration", minutes.matches("[1-9]\\d{0,3}") ? minutes : "");
        venue(event, show);
        return show;
    }

    private static Map<String, String> instance(Members instance, String event) {
        Map<String, String> row = new HashMap<>();
        row.put("performance_ref", instance.text("id"));
        row.put("production_ref", event);
        row.put("start", instance.text("start"));
        row.put("start_utc", instance.text("startUtc"));
        row.put(PLAN, instance.text("planId"));
        row.put(PRICES, instance.object("priceList").text("id"));
        row.put(
                "accessibility",
                String.join(
                        ", ",
                        NEEDS.entrySet().stream()
                                .filter(need -> instance.text(need.getKey()).equalsIgnoreCase("true"))
                                .map(Map.Entry::getValue)
                                .toList()));
        row.put("state", instance.text("cancelled").equals("true") ? "cancelled" : "");
        venue(instance, row);
        return row;
    }

    /** The address is one line that nobody may split by guesswork. */
    private static void venue(Members of, Map<String, String> row) {
        Members venue = of.object("venue");
        String name = venue.has("name") ? venue.text("name") : of.text("venue");
        if (!name.isEmpty()) {
            row.put("venue", name);
            row.put("street", venue.text("address"));
            position(venue, row);
        }
    }

    private static void position(Members venue, Map<String, String> row) {
        row.put("latitude", venue.text("latitude"));
        row.put("longitude", venue.text("longitude"));
    }

    private void write(Map<String, String> row, Map<String, String> show) throws IOException {
        Map<String, String> values = new HashMap<>(show);
        if (!row.containsKey("venue")) {
            values.putAll(venues.getOrDefault(plans.getOrDefault(row.getOrDefault(PLAN, ""), ""), Map.of()));
        }
        values.putAll(prices.getOrDefault(row.getOrDefault(PRICES, ""), Map.of()));
        values.putAll(row);
        String start = row.getOrDefault("start", "");
        Optional<Moment> instant = Moment.of(row.getOrDefault("start_utc", "")).map(SpektrixShows::world);
        Optional<Moment> local = Moment.of(start).map(moment -> moment.known(instant));
        if (start.isEmpty() && instant.isEmpty()) {
            rows.refuse("date-missing", "start", values.getOrDefault("title", ""));
        } else if (!start.isEmpty() && local.isEmpty()) {
            rows.refuse("date-unreadable", "start", start);
        } else {
            local.or(() -> instant).orElseThrow().into(values);
            rows.write(values);
        }
    }

    private static Moment world(Moment written) {
        return written.zone().equals(Moment.HOUSE) ? new Moment(written.day(), written.time(), Moment.WORLD) : written;
    }
}

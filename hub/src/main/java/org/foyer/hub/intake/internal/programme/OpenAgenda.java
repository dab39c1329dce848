package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * Events of OpenAgenda, API version 2: a run is one event with many timings, and each timing is a performance. What is not
 * published is left out.
 */
public final class OpenAgenda extends ListedJson {

    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]");
    private static final Map<String, String> STATES = TheirStates.ofOpenAgenda();

    private static final Vocabulary GENRES = Vocabularies.of("genres");
    private static final Pattern PRICES =
            Pattern.compile("(\\d{1,5}(?:[.,]\\d{1,2})?) ?€(?: ?[-–—] ?(\\d{1,5}(?:[.,]\\d{1,2})?) ?€)?");

    private static final String FULL = "5";

    /** Bounds of ages there. Who says one end only, says one of these at the other: they are no ends. */
    private static final String YOUNGEST = "0";

    private static final String OLDEST = "120";

    private static final Map<String, String> ATTENDANCE = Map.of("1", "offline", "2", "online", "3", "mixed");
    private static final Map<String, String> ACCESSIBILITY =
            Map.of("hi", "hearing", "vi", "visual", "pi", "psychic", "mi", "motor", "ii", "intellectual");

    /** Published; of an event without this field nobody says that it is not. */
    private static final String PUBLISHED = "2";

    public OpenAgenda() {
        super("openagenda-events", List.of("events", "event"));
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return JSON.matcher(beginning).lookingAt()
                && Stream.of("\"timings\"", "\"begin\"", "\"uid\"").allMatch(beginning::contains);
    }

    @Override
    void record(Members event, ListedRows rows) throws IOException {
        if (event.has("state") && !event.text("state").equals(PUBLISHED)) {
            rows.count("unpublished-left-out");
            return;
        }
        Map<String, String> head = head(event);
        details(event, head, new Details(rows));
        List<Members> timings = event.objects("timings");
        if (timings.isEmpty()) {
            rows.refuse("event-without-date", "title", head.getOrDefault("title", ""));
        }
        String zone =
                event.text("timezone").isEmpty() ? event.object("location").text("timezone") : event.text("timezone");
        for (Members timing : timings) {
            Map<String, String> row = new HashMap<>(head);
            String uid = event.text("uid");
            if (start(timing.text("begin"), timing.text("end"), zone, row, rows)) {
                row.put("performance_ref", uid.isEmpty() ? "" : uid + " " + row.get("day") + "T" + row.get("time"));
                rows.write(row);
            }
        }
    }

    private static void details(Members event, Map<String, String> row, Details details) throws IOException {
        Members image = event.object("image");
        row.put(
                "picture",
                image.has("base") && image.has("filename")
                        ? image.text("base") + image.text("filename")
                        : image.has("url") ? image.text("url") : event.text("image"));
        row.put("picture_credit", event.text("imageCredits"));
        Members age = event.object("age");
        String from = age.text("min");
        String to = age.text("max");
        details.ages(from.equals(YOUNGEST) ? "" : from, to.equals(OLDEST) ? "" : to, row);
        row.put("attendance", ATTENDANCE.getOrDefault(event.text("attendanceMode"), ""));
        row.put("availability", event.text("status").equals(FULL) ? "sold-out" : "");
        Members access = event.object("accessibility");
        row.put(
                "accessibility",
                ACCESSIBILITY.keySet().stream()
                        .filter(code -> access.text(code).equals("true"))
                        .map(ACCESSIBILITY::get)
                        .sorted()
                        .collect(Collectors.joining(", ")));
        List<String> keywords = keywords(event.get("keywords"));
        row.put("audience", Audiences.among(keywords));
        row.put("genre", genre(keywords));
        prices(Languages.choose(event.get("conditions")), row, details);
        Texts texts = new Texts();
        details.texts("title", event.get("title"), texts);
        boolean whole = !Languages.choose(event.get("longDescription")).isEmpty();
        details.texts("description", event.get(whole ? "longDescription" : "description"), texts);
        row.put(ListedRows.TEXTS, texts.cell());
    }

    /** The one keyword that certainly is a genre. Where several are, it may be about one and be another. */
    private static String genre(List<String> keywords) {
        List<String> genres = keywords.stream()
                .filter(word -> GENRES.meaning(word).isPresent() && !Audiences.names(word))
                .distinct()
                .toList();
        return genres.size() == 1 ? genres.get(0) : "";
    }

    /** Conditions are a text: one price or two in euros are taken out of it where it says nothing else. */
    private static void prices(String conditions, Map<String, String> row, Details details) throws IOException {
        Matcher prices =
                PRICES.matcher(conditions.replaceAll("[\\s\\p{Z}]+", " ").strip());
        if (prices.matches()) {
            String to = prices.group(2) == null ? "" : prices.group(2);
            details.prices(List.of(new Details.Price(prices.group(1), to, "EUR")), row);
        }
    }

    /** The one page to which it sends people, which is the house's; else its page in the agenda. */
    private static String page(Members event) {
        List<String> links = new ArrayList<>();
        for (Object way : event.list("registration")) {
            String link = way instanceof String text ? text : Members.of(way).text("value");
            if (link.matches("(?i)https?://.+")) {
                links.add(link);
            }
        }
        return links.size() == 1 ? links.get(0) : event.text("canonicalUrl");
    }

    /** In each language a list, or a text with commas. */
    private static List<String> keywords(@Nullable Object said) {
        return Members.of(said).map().values().stream()
                .flatMap(words -> Members.list(words).stream())
                .flatMap(words -> Stream.of(String.valueOf(words).split(",")))
                .map(String::strip)
                .toList();
    }

    private static Map<String, String> head(Members event) {
        Map<String, String> row = new HashMap<>();
        row.put("production_ref", event.text("uid"));
        row.put("title", Languages.choose(event.get("title")));
        String text = Languages.choose(event.get("longDescription"));
        row.put("description", text.isEmpty() ? Languages.choose(event.get("description")) : text);
        String status = event.text("status");
        row.put("state", STATES.getOrDefault(status, status));
        row.put("url", page(event));
        Members place = event.object("location");
        row.put("venue", Languages.choose(place.get("name")));
        row.put("street", place.text("address"));
        row.put("postcode", place.text("postalCode"));
        row.put("city", place.text("city"));
        row.put("region", place.text("region"));
        row.put("country", place.text("countryCode"));
        row.put("venue_url", place.text("website"));
        row.put("production_ids", identifier(event));
        row.put("venue_ids", identifier(place));
        row.put("latitude", place.text("latitude"));
        row.put("longitude", place.text("longitude"));
        return row;
    }

    private static String identifier(Members of) {
        return of.text("uid").isEmpty() ? "" : "openagenda: " + of.text("uid");
    }
}

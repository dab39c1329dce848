package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A show as it was typed here: only what a person said of it, beside what files say. Each performance is named by our number of it
 * or by the sheet's own word for a new one, which then has a title and a day. What is said of the show or of a performance is a
 * value by the name of its property, for a text in another language followed by {@code @} and the language; an empty value says that
 * there is none.
 */
public final class TypedShow extends ListedJson {

    /** The first member of such a document. */
    public static final String MARK = "foyer-show";

    private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*\"" + MARK + "\"");
    private static final Pattern SAID = Pattern.compile("([a-z_]{1,30})(?:@([a-z]{2}))?");
    private static final Set<String> IDENTIFIED = Set.of("name", "work");
    private static final int WORKS_MAX = 200;
    private static final int SAID_MAX = 200;

    /** What is kept value by value, so that an empty value can be said. */
    private static final Set<String> DESCRIBED = Set.of(
            "title",
            "subtitle",
            "genre",
            "producer",
            "description",
            "url",
            "picture",
            "picture_credit",
            "picture_licence",
            "age_from",
            "age_to",
            "languages",
            "surtitles",
            "warnings",
            "duration",
            "accessibility",
            "audience",
            "configuration",
            "history",
            "festival",
            "series",
            "revival_of",
            "attendance",
            "availability",
            "price_from",
            "price_to",
            "cast_changes",
            "set_aside");

    private static final Set<String> OF_PERFORMANCE = Set.of(
            "venue",
            "hall",
            "hall_capacity",
            "hall_seats",
            "hall_wheelchair",
            "street",
            "postcode",
            "city",
            "country",
            "state",
            "capacity",
            "season",
            "production_ids",
            "venue_ids",
            "latitude",
            "longitude");

    public TypedShow() {
        super("typed-here", List.of("shows"));
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return JSON.matcher(beginning).lookingAt();
    }

    @Override
    void record(Members show, ListedRows rows) throws IOException {
        boolean identified = false;
        for (Members performance : show.objects("performances")) {
            Map<String, String> own = own(show, performance);
            if (start(performance, own, rows)) {
                Map<String, String> whole = new HashMap<>(own);
                Texts texts = new Texts();
                say(show.object("show"), whole, texts);
                say(performance, whole, texts);
                whole.put(ListedRows.TEXTS, texts.cell());
                rows.write(whole);
                bill(show, own, rows);
                if (!identified) {
                    identify(show, own, rows);
                    identified = true;
                }
            }
        }
    }

    /** A value has a column of its own; an empty one, or one in a language, is said in words. */
    private static void say(Members said, Map<String, String> row, Texts texts) {
        said.map().keySet().stream().limit(SAID_MAX).map(String::valueOf).forEach(name -> {
            Matcher parts = SAID.matcher(name);
            if (!parts.matches()) {
                return;
            }
            String property = parts.group(1);
            String value = said.text(name);
            boolean inLanguage = parts.group(2) != null;
            if (DESCRIBED.contains(property) && (inLanguage || value.isEmpty())) {
                texts.add(property, inLanguage ? parts.group(2) : "", value);
            } else if (DESCRIBED.contains(property) || OF_PERFORMANCE.contains(property)) {
                row.put(property, value);
            }
        });
    }

    /** What stands in each row of a performance, so that each can be told whose it is. */
    private static Map<String, String> own(Members show, Members performance) {
        Map<String, String> own = new HashMap<>();
        own.put("own_performance", performance.text("own"));
        own.put("own_production", show.text("production"));
        if (performance.has("title")) {
            own.put("title", performance.text("title"));
        }
        return own;
    }

    private static boolean start(Members performance, Map<String, String> row, ListedRows rows) throws IOException {
        String day = performance.text("day");
        String time = performance.text("time");
        row.put("hall_zone", "house");
        return day.isEmpty() || start(time.isEmpty() ? day : day + "T" + time, "", "house", row, rows);
    }

    /** Identifiers of other registers, of people and works by their words: neither credited nor played once more by that. */
    private static void identify(Members show, Map<String, String> own, ListedRows rows) throws IOException {
        for (Members one : show.objects("identifiers").stream().limit(SAID_MAX).toList()) {
            if (IDENTIFIED.contains(one.text("kind"))) {
                Map<String, String> row = new HashMap<>(own);
                row.put("outside_kind", one.text("kind"));
                row.put("outside_of", one.text("of"));
                row.put("outside_ids", one.text("ids"));
                rows.write(row);
            }
        }
    }

    private static void bill(Members show, Map<String, String> own, ListedRows rows) throws IOException {
        for (Members work : show.objects("works").stream().limit(WORKS_MAX).toList()) {
            Map<String, String> row = new HashMap<>(own);
            row.put("work_title", work.text("title"));
            List<Members> writers = work.objects("contributions");
            if (writers.isEmpty()) {
                rows.write(row);
            }
            credits(writers, row, rows);
        }
        credits(show.objects("contributions"), own, rows);
    }

    private static void credits(List<Members> credits, Map<String, String> own, ListedRows rows) throws IOException {
        for (Members credit : credits) {
            Map<String, String> row = new HashMap<>(own);
            row.put("contributor", credit.text("name"));
            row.put("role", credit.text("role"));
            rows.write(row);
        }
    }
}

package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A show as it was typed here: only what a person said of it, beside what files say. Each performance is named by our number of it
 * or by the sheet's own word for a new one, which then has a title and a day.
 */
public final class TypedShow extends ListedJson {

    /** Name of the one member that tells such a document. */
    public static final String MARK = "foyer-show";

    private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*\"" + MARK + "\"");

    private static final int WORKS_MAX = 200;

    /** Languages in which a text can be said. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}|");

    private static final List<String> OF_SHOW = List.of(
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
            "warnings");

    private static final List<String> OF_PERFORMANCE = List.of(
            "venue",
            "hall",
            "street",
            "postcode",
            "city",
            "country",
            "state",
            "capacity",
            "season",
            "duration",
            "accessibility",
            "attendance",
            "availability",
            "price_from",
            "price_to",
            "set_aside");

    public TypedShow() {
        super("typed-here", List.of("shows"));
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return JSON.matcher(beginning).lookingAt();
    }

    @Override
    void record(Members show, ListedRows rows) throws IOException {
        Map<String, String> said = of(show.object("show"), OF_SHOW);
        Texts texts = new Texts();
        for (Members text : show.objects("texts")) {
            if (OF_SHOW.contains(text.text("property"))
                    && LANGUAGE.matcher(text.text("language")).matches()) {
                texts.add(text.text("property"), text.text("language"), text.text("value"));
            }
        }
        said.put(ListedRows.TEXTS, texts.cell());
        for (Members performance : show.objects("performances")) {
            Map<String, String> own = own(show, performance);
            if (start(performance, own, rows)) {
                Map<String, String> whole = new HashMap<>(own);
                said.forEach(whole::putIfAbsent);
                whole.putAll(of(performance, OF_PERFORMANCE));
                rows.write(whole);
                bill(show, own, rows);
            }
        }
    }

    private static Map<String, String> of(Members members, List<String> names) {
        Map<String, String> values = new HashMap<>();
        names.forEach(name -> values.put(name, members.text(name)));
        return values;
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

package org.foyer.hub.site.internal.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.site.internal.pages.SearchView.Facet;
import org.foyer.hub.site.internal.pages.SearchView.Kept;
import org.foyer.hub.site.internal.pages.SearchView.Value;

/** Addresses of questions like the present one, with one thing changed. */
final class SearchLinks {

    static final String PATH = "/search";

    /** Between values of a parameter that is said several times. */
    private static final String LIST = ",";

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Language language;

    SearchLinks(Language language, SearchQuestion question) {
        this.language = language;
        put("q", question.words());
        put("place", question.place());
        if (question.when() == When.SPAN) {
            put("from", question.from() == null ? "" : question.from().toString());
            put("to", question.to() == null ? "" : question.to().toString());
        } else if (question.when() != When.COMING) {
            put("when", question.when().name().toLowerCase(Locale.ROOT));
        }
        put("house", question.houses().isEmpty() ? "" : question.houses().get(0));
        put("genre", question.genre());
        put("type", question.eventType());
        put("town", question.town());
        put("festival", question.festival());
        conditions(question.conditions());
        if (question.order() != SearchQuestion.Order.FITNESS) {
            put("order", question.order().name().toLowerCase(Locale.ROOT));
        }
    }

    private void conditions(SearchConditions asked) {
        put("age", asked.age() == null ? "" : asked.age().toString());
        put("price", asked.price() == null ? "" : asked.price().toPlainString());
        put("currency", asked.currency());
        put(
                "accessibility",
                asked.accessibility().stream()
                        .map(need -> need.name().toLowerCase(Locale.ROOT))
                        .collect(java.util.stream.Collectors.joining(LIST)));
        put("audience", asked.audience());
        put("language", asked.language());
        put("surtitles", asked.surtitles());
        put("seats", asked.seats() ? "true" : "");
        put("attendance", attendance(asked));
        put("near", asked.nearName());
        put("within", asked.near() == null ? "" : Integer.toString(asked.kilometres()));
        put("unsaid", asked.silentToo() ? "true" : "");
    }

    static String attendance(SearchConditions asked) {
        return asked.attendance() == null
                ? ""
                : asked.attendance() == SearchConditions.Attendance.ONLINE ? "online" : "on-site";
    }

    private void put(String name, String value) {
        if (!value.isBlank()) {
            parameters.put(name, value);
        }
    }

    /** What links chose, for the form to keep. */
    List<Kept> kept() {
        return parameters.entrySet().stream()
                .filter(one -> List.of("house", "genre", "type", "town", "festival", "currency")
                        .contains(one.getKey()))
                .map(one -> new Kept(one.getKey(), one.getValue()))
                .toList();
    }

    /** @param changes name and value in turn; an empty value takes the name away */
    String with(String... changes) {
        Map<String, String> other = new LinkedHashMap<>(parameters);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].isEmpty()) {
                other.remove(changes[i]);
            } else {
                other.put(changes[i], changes[i + 1]);
            }
        }
        List<String> parts = new ArrayList<>();
        other.forEach((name, value) -> {
            for (String one : name.equals("accessibility") ? value.split(LIST) : new String[] {value}) {
                parts.add(name + "=" + URLEncoder.encode(one, StandardCharsets.UTF_8));
            }
        });
        return parts.isEmpty() ? PATH : PATH + "?" + String.join("&", parts);
    }

    /** Address of the map of the question. */
    String map() {
        return MapPage.PATH + with().substring(PATH.length());
    }

    /** Address of a feed of the question, in the language of the page. @param ending with its point */
    String feed(String ending) {
        String page = with();
        return PATH + ending + "?" + (page.equals(PATH) ? "" : page.substring(PATH.length() + 1) + "&") + "lang="
                + language.code();
    }

    /** Up to the number of shows to pass over. */
    String pages() {
        String address = with();
        return address + (address.equals(PATH) ? "?" : "&") + "offset=";
    }

    List<Facet> facets(SearchAnswer.Facets facets) {
        List<Facet> all = new ArrayList<>();
        add(all, "house", facets.houses());
        add(all, "genre", facets.genres());
        add(all, "type", facets.eventTypes());
        add(all, "town", facets.towns());
        add(all, "festival", facets.festivals());
        add(all, "language", facets.languages());
        add(all, "accessibility", facets.accessibility());
        add(all, "audience", facets.audiences());
        List<Value> months = facets.months().stream().map(this::month).toList();
        if (months.size() > 1) {
            all.add(new Facet(language.say("search_by_month"), months));
        }
        return all;
    }

    private void add(List<Facet> all, String name, List<SearchAnswer.Count> counts) {
        boolean chosen = parameters.containsKey(name);
        if (counts.size() > 1 || chosen && !counts.isEmpty()) {
            all.add(new Facet(
                    language.say("search_by_" + name),
                    counts.stream()
                            .map(count -> new Value(
                                    label(name, count),
                                    language.formats().number(count.shows()),
                                    with(name, chosen ? "" : count.value()),
                                    chosen))
                            .toList()));
        }
    }

    private String label(String facet, SearchAnswer.Count count) {
        return switch (facet) {
            case "language" -> tongue(language, count.value());
            case "audience" -> audience(language, count.value());
            case "accessibility" -> language.say("search_need_" + count.value());
            default -> count.label();
        };
    }

    /** A language in the reader's own. */
    static String tongue(Language reader, String code) {
        return new Locale(code).getDisplayLanguage(new Locale(reader.code()));
    }

    /** An audience in the reader's language. */
    static String audience(Language reader, String code) {
        return Vocabularies.of("audiences")
                .concept(code)
                .map(concept -> concept.label(reader.code()))
                .orElse(code);
    }

    private Value month(SearchAnswer.Count count) {
        YearMonth month = YearMonth.parse(count.value());
        return new Value(
                language.formats().month(month.atDay(1)),
                language.formats().number(count.shows()),
                with(
                        "when",
                        "",
                        "from",
                        month.atDay(1).toString(),
                        "to",
                        month.atEndOfMonth().toString()),
                false);
    }
}

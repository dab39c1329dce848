package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event of schema.org says beside its dates, places and people. A rating ({@code contentRating}) is no warning and is not
 * taken for one.
 */
final class SchemaDetails {

    private static final Map<String, String> ATTENDANCE = Map.of(
            "OfflineEventAttendanceMode", "offline",
            "OnlineEventAttendanceMode", "online",
            "MixedEventAttendanceMode", "mixed");

    private static final Map<String, String> AVAILABILITY = Map.of(
            "InStock", "available",
            "LimitedAvailability", "few-left",
            "SoldOut", "sold-out",
            "OutOfStock", "sold-out");

    /** Words of the accessibility vocabulary of schema.org whose meaning for a performance is certain. */
    private static final Map<String, String> FEATURES = Map.of(
            "audioDescription", "audio-description",
            "signLanguage", "sign-language",
            "captions", "captions",
            "largePrint", "large-print",
            "braille", "braille");

    private final LinkedGraph graph;
    private final Details details;

    SchemaDetails(LinkedGraph graph, ListedRows rows) {
        this.graph = graph;
        this.details = new Details(rows);
    }

    void put(Members event, Members parent, Map<String, String> row) throws IOException {
        for (String name : List.of("alternativeHeadline", "alternateName")) {
            String subtitle = Languages.choose(either(event, parent, name));
            if (!subtitle.isEmpty() && !subtitle.equals(row.get("title"))) {
                row.putIfAbsent("subtitle", subtitle);
            }
        }
        picture(either(event, parent, "image"), row);
        details.languages("languages", languages(either(event, parent, "inLanguage")), row);
        details.languages("surtitles", languages(either(event, parent, "subtitleLanguage")), row);
        ages(event, parent, row);
        details.length(text(either(event, parent, "duration")), row);
        row.put("attendance", ATTENDANCE.getOrDefault(name(either(event, parent, "eventAttendanceMode")), ""));
        features(either(event, parent, "accessibilityFeature"), row);
        audience(either(event, parent, "audience"), row);
        offers(event, parent, row);
        row.put("configuration", configuration(event));
        Texts texts = new Texts();
        details.texts("title", either(event, parent, "name"), texts);
        details.texts("description", either(event, parent, "description"), texts);
        row.put(ListedRows.TEXTS, texts.cell());
    }

    /** How the hall is set up on that date, as nodes of this software write it. */
    private String configuration(Members event) {
        return graph.things(event, "additionalProperty").stream()
                .filter(one -> one.text("propertyID").equals("configuration"))
                .map(one -> text(one.get("value")))
                .findFirst()
                .orElse("");
    }

    private static @Nullable Object either(Members event, Members parent, String name) {
        return event.has(name) ? event.get(name) : parent.get(name);
    }

    private void picture(@Nullable Object image, Map<String, String> row) {
        for (Object one : Members.list(image)) {
            Members known = graph.thing(one);
            String address = Stream.of("contentUrl", "url", "@id")
                    .map(known::text)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse(one instanceof String plain ? plain : "");
            if (!address.isEmpty() && !address.startsWith("_:")) {
                row.put("picture", address);
                row.put("picture_credit", credit(known));
                Members licence = known.object("license");
                details.licence(
                        licence.map().isEmpty()
                                ? text(known.get("license"))
                                : licence.text(licence.has("@id") ? "@id" : "url"),
                        row);
                return;
            }
        }
    }

    private String credit(Members picture) {
        String said = text(picture.get("creditText"));
        return said.isEmpty() ? text(picture.get("copyrightNotice")) : said;
    }

    private Set<String> languages(@Nullable Object said) {
        Set<String> languages = new LinkedHashSet<>();
        for (Object one : Members.list(said)) {
            Members known = Members.of(one);
            if (one instanceof String plain) {
                languages.add(plain);
            } else {
                String code = text(known.get("alternateName"));
                languages.add(code.isEmpty() ? text(known.get("name")) : code);
            }
        }
        return languages;
    }

    private void ages(Members event, Members parent, Map<String, String> row) {
        String range = text(either(event, parent, "typicalAgeRange"));
        if (!range.isEmpty()) {
            details.ages(range, row);
            return;
        }
        Object audience = either(event, parent, "audience");
        for (Object one : Members.list(audience)) {
            Members people = graph.thing(one);
            if (people.has("suggestedMinAge") || people.has("suggestedMaxAge")) {
                details.ages(people.text("suggestedMinAge"), people.text("suggestedMaxAge"), row);
                return;
            }
        }
    }

    private void features(@Nullable Object said, Map<String, String> row) {
        Set<String> kept = new LinkedHashSet<>();
        for (Object one : Members.list(said)) {
            String word = text(one);
            kept.add(FEATURES.getOrDefault(word, word));
        }
        kept.remove("");
        row.put("accessibility", String.join(", ", kept));
    }

    /** Words for whom it is meant; an audience that is only of ages says nothing else, one of schools alone says so by its type. */
    private void audience(@Nullable Object said, Map<String, String> row) {
        Set<String> kept = new LinkedHashSet<>();
        for (Object one : Members.list(said)) {
            Members known = graph.thing(one);
            Object told = known.has("audienceType") ? known.get("audienceType") : known.get("name");
            List<Object> words = Members.list(told);
            if (words.stream().anyMatch(Map.class::isInstance)) {
                words = List.of(text(told)); // the same in several languages
            }
            words.forEach(word -> kept.add(text(word)));
            if (one instanceof String plain && known.map().isEmpty()) {
                kept.add(plain);
            }
            if (words.isEmpty() && graph.types(known).contains("EducationalAudience")) {
                kept.add(Audiences.SCHOOLS);
            }
        }
        row.put("audience", Audiences.told(kept));
    }

    private void offers(Members event, Members parent, Map<String, String> row) {
        List<Details.Price> prices = new ArrayList<>();
        List<String> seats = new ArrayList<>();
        for (Object one : Members.list(either(event, parent, "offers"))) {
            Members offer = graph.thing(one);
            seats.add(AVAILABILITY.getOrDefault(name(offer.get("availability")), ""));
            price(offer, prices);
            for (Members specification : graph.things(offer, "priceSpecification")) {
                price(specification, prices);
            }
        }
        if (prices.isEmpty()
                && text(either(event, parent, "isAccessibleForFree")).equalsIgnoreCase("true")) {
            prices.add(new Details.Price("0", "", ""));
        }
        details.prices(prices, row);
        row.put("availability", availability(seats));
    }

    private static void price(Members of, List<Details.Price> prices) {
        String currency = text(of.get("priceCurrency"));
        for (List<String> pair :
                List.of(List.of("price", ""), List.of("lowPrice", "highPrice"), List.of("minPrice", "maxPrice"))) {
            String from = text(of.get(pair.get(0)));
            String to = pair.get(1).isEmpty() ? "" : text(of.get(pair.get(1)));
            if (!from.isEmpty() || !to.isEmpty()) {
                prices.add(new Details.Price(from, to, currency));
            }
        }
    }

    /** Sold out is a performance of which no kind of seat is left. */
    private static String availability(List<String> seats) {
        if (seats.contains("available")) {
            return "available";
        }
        if (seats.contains("few-left")) {
            return "few-left";
        }
        return !seats.isEmpty() && seats.stream().allMatch("sold-out"::equals) ? "sold-out" : "";
    }

    private static String text(@Nullable Object value) {
        return Languages.choose(value);
    }

    /** The last part of an address of schema.org. */
    private static String name(@Nullable Object value) {
        String said = Members.of(value).has("@id") ? Members.of(value).text("@id") : text(value);
        return said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf(':')) + 1);
    }
}

package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;

/**
 * Events of UiTdatabank (publiq), JSON-LD: one performance for each {@code subEvent}. Whether seats can still be booked is no
 * state of a performance, but its availability. What is open for a period has no performances.
 */
public final class UitDatabank extends ListedJson {

    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]");
    private static final Map<String, String> STATES = TheirStates.of("uitdatabank");
    private static final Map<String, String> SEATS = Map.of("Available", "available", "Unavailable", "sold-out");
    private static final Map<String, String> AUDIENCES =
            Vocabularies.of("audiences").byCodeOf("uitdatabank");
    private static final Set<String> ATTENDANCE = Set.of("offline", "online", "mixed");
    private static final Set<String> UNPUBLISHED = Set.of("DRAFT", "REJECTED", "DELETED");

    public UitDatabank() {
        super("uitdatabank-events", List.of("member", "events"));
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return JSON.matcher(beginning).lookingAt()
                && (beginning.contains("\"calendarType\"") || beginning.contains("uitdatabank.be/contexts"))
                && beginning.contains("\"@");
    }

    @Override
    void record(Members event, ListedRows rows) throws IOException {
        if (UNPUBLISHED.contains(event.text("workflowStatus"))) {
            rows.count("unpublished-left-out");
            return;
        }
        Map<String, String> head = head(event);
        details(event, head, new Details(rows));
        List<Members> parts = event.objects("subEvent");
        boolean single = Set.of("single", "").contains(event.text("calendarType"));
        if (parts.isEmpty()) {
            performance(event, single ? event : Members.NONE, head, rows);
        }
        for (Members part : parts) {
            performance(event, part, head, rows);
        }
    }

    private static void performance(Members event, Members part, Map<String, String> head, ListedRows rows)
            throws IOException {
        Map<String, String> row = new HashMap<>(head);
        if (start(part.text("startDate"), part.text("endDate"), "", row, rows)) {
            String id = event.text("@id");
            row.put("performance_ref", id.isEmpty() ? "" : id + " " + row.get("day") + "T" + row.get("time"));
            String state = status(part);
            row.put("state", state.isEmpty() ? status(event) : state);
            String seats = part.object("bookingAvailability").text("capacity");
            String left = SEATS.get(part.object("bookingAvailability").text("type"));
            row.put(
                    "availability",
                    left == null
                            ? SEATS.getOrDefault(
                                    event.object("bookingAvailability").text("type"), "")
                            : left);
            row.put("capacity", seats.matches("\\d{1,7}") ? seats : "");
            rows.write(row);
        }
    }

    private static String status(Members of) {
        String said = of.object("status").has("type") ? of.object("status").text("type") : of.text("status");
        return STATES.getOrDefault(said, said);
    }

    /** Prices are in euros, as the specification says. {@code languages} are those of the texts, not of the show. */
    private static void details(Members event, Map<String, String> row, Details details) throws IOException {
        String ages = event.text("typicalAgeRange");
        if (!ages.equals("-")) {
            details.ages(ages, row);
        }
        details.prices(
                event.objects("priceInfo").stream()
                        .filter(price -> !price.text("category").equals("uitpas"))
                        .map(price -> new Details.Price(
                                price.text("price"),
                                "",
                                price.has("priceCurrency") ? price.text("priceCurrency") : "EUR"))
                        .toList(),
                row);
        event.objects("mediaObject").stream()
                .filter(media -> !media.text("@type").endsWith("MediaObject"))
                .filter(media -> media.has("contentUrl"))
                .findFirst()
                .ifPresent(media -> {
                    row.put("picture", media.text("contentUrl"));
                    row.put("picture_credit", media.text("copyrightHolder"));
                    details.licence(media.text("license"), row);
                });
        String mode = event.text("attendanceMode");
        row.put("attendance", ATTENDANCE.contains(mode) ? mode : "");
        String audience = event.object("audience").text("audienceType");
        row.put("audience", AUDIENCES.getOrDefault(audience, audience));
        row.put(
                "accessibility",
                event.objects("terms").stream()
                        .filter(term -> term.text("domain").equals("facility"))
                        .map(term -> term.text("label"))
                        .filter(label -> !label.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        Texts texts = new Texts();
        details.texts("title", event.get("name"), texts);
        details.texts("description", event.get("description"), texts);
        row.put(ListedRows.TEXTS, texts.cell());
    }

    private static Map<String, String> head(Members event) {
        Map<String, String> row = new HashMap<>();
        Members production = event.object("production");
        row.put("production_ref", production.text("id"));
        row.put("title", Languages.choose(event.get("name")));
        row.put("description", Languages.choose(event.get("description")));
        List<Object> pages = event.object("contactPoint").list("url");
        row.put("url", pages.size() == 1 && pages.get(0) instanceof String page ? page : "");
        for (Members term : event.objects("terms")) {
            switch (term.text("domain")) {
                case "eventtype" -> row.putIfAbsent("event_type", label("event-types", term));
                case "theme" -> row.putIfAbsent("genre", label("genres", term));
                default -> {
                    // facilities are told with the other details
                }
            }
        }
        Members place = event.object("location");
        row.put("venue", Languages.choose(place.get("name")));
        Members address = address(place.object("address"), event.text("mainLanguage"));
        row.put("street", address.text("streetAddress"));
        row.put("postcode", address.text("postalCode"));
        row.put("city", address.text("addressLocality"));
        row.put("country", address.text("addressCountry"));
        row.put("production_ids", identifier(event));
        row.put("venue_ids", identifier(place));
        row.put("latitude", place.object("geo").text("latitude"));
        row.put("longitude", place.object("geo").text("longitude"));
        return row;
    }

    /** Only where the identifier is one of UiTdatabank: a copy elsewhere has another. */
    private static String identifier(Members of) {
        String id = of.text("@id");
        return ExternalId.ofAddress(id).map(ExternalIdCell::told).orElse("");
    }

    /** Labels may be left out where the number of the term says it all. */
    private static String label(String vocabulary, Members term) {
        String label = term.text("label");
        Vocabulary known = Vocabularies.of(vocabulary);
        return label.isEmpty()
                ? Optional.ofNullable(known.byCodeOf("uitdatabank").get(term.text("id")))
                        .flatMap(known::concept)
                        .map(concept -> concept.label("nl"))
                        .orElse("")
                : label;
    }

    /** Addresses stand by language; the one in French first, as everywhere. */
    private static Members address(Members address, String mainLanguage) {
        if (address.has("addressLocality") || address.has("streetAddress")) {
            return address;
        }
        for (String language : List.of("fr", mainLanguage, "nl", "de", "en")) {
            if (address.has(language)) {
                return address.object(language);
            }
        }
        return Members.NONE;
    }
}

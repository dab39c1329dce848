package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.internal.Iris;
import org.foyer.hub.catalogue.internal.Meanings;
import org.foyer.hub.catalogue.internal.publication.OutgoingDate.Attendance;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Venue;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * A run as an event of UiTdatabank (schema {@code event.json} of publiq): exactly one type of event, a place that is known there, each
 * date with a status of its own.
 */
final class UitdatabankEvent {

    private static final Vocabulary TYPES = Vocabularies.of("event-types");
    private static final Vocabulary GENRES = Vocabularies.of("genres");
    private static final Vocabulary AUDIENCES = Vocabularies.of("audiences");
    private static final Vocabulary STATES = Vocabularies.of("states");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** How codes of the two domains begin. */
    private static final String A_TYPE = "0.";

    private static final String A_THEME = "1.";

    /**
     * Types of event by the beginning of the themes that stand under them alone, but for festivals ({@code EventThemeResolver} of publiq):
     * theatre with figures and humour, musical, opera; music; dance.
     */
    private static final Map<String, String> TYPES_OF_THEMES = Map.of(
            "1.3.", "0.55.0.0.0",
            "1.4.", "0.55.0.0.0",
            "1.5.", "0.55.0.0.0",
            "1.8.", "0.50.4.0.0",
            "1.9.", "0.54.0.0.0");

    private static final int THEME_BEGINNING = 4;

    private static final String ONLY_CURRENCY = "EUR";
    private static final String AVAILABLE = "Available";

    /** No limit there; longer is no performance. */
    private static final Duration DATE_MAX = Duration.ofDays(31);

    private static final int CREDIT_MIN = 2;
    private static final int PICTURE_WORDS_MAX = 250;

    private final AgendaOrder order;
    private final OutgoingShow show;
    private final ProgrammeEntry entry;
    private final Demands demands = new Demands();
    private final ObjectNode event = JsonNodeFactory.instance.objectNode();

    UitdatabankEvent(AgendaOrder order, OutgoingShow show) {
        this.order = order;
        this.show = show;
        this.entry = show.entry();
    }

    Prepared prepared() {
        event.put("mainLanguage", order.language());
        put("name", show.titles(order.language()));
        terms();
        dates();
        Map<String, String> descriptions = show.descriptions(order.language());
        if (descriptions.isEmpty()) {
            demands.advises("agenda-advice-description");
        } else {
            put("description", descriptions);
        }
        ages();
        audience();
        price();
        String page = Iris.web(entry.production().url());
        if (page != null) {
            event.putObject("contactPoint").putArray("url").add(page);
        }
        Attendance attendance = attendance(page);
        event.put("workflowStatus", "READY_FOR_VALIDATION");
        Prepared.Place place = attendance == Attendance.ONLINE ? null : place();
        return new Prepared(show, event, place, picture(), demands.lacks(), demands.advice());
    }

    private void put(String field, Map<String, String> texts) {
        ObjectNode byLanguage = event.putObject(field);
        texts.forEach(byLanguage::put);
    }

    /** Of the dates that take place, or of all where none does; what is online alone has no place there. */
    private Attendance attendance(@Nullable String page) {
        List<OutgoingDate> on = show.dates().stream().filter(OutgoingDate::isOn).toList();
        Attendance attendance = Attendance.of(on.isEmpty() ? show.dates() : on);
        event.put("attendanceMode", attendance.word());
        if (attendance != Attendance.OFFLINE && page != null) {
            event.put("onlineUrl", page);
        }
        return attendance;
    }

    private void terms() {
        Optional<Concept> genre = GENRES.meaning(entry.production().genre());
        Optional<String> theme = genre.flatMap(concept -> GENRES.codeIn(Uitdatabank.NAME, concept))
                .filter(code -> code.startsWith(A_THEME));
        String type = genre.map(concept -> concept.codes().get(Uitdatabank.NAME))
                .filter(code -> code.startsWith(A_TYPE))
                .or(() -> Meanings.type(entry)
                        .flatMap(concept -> TYPES.codeIn(Uitdatabank.NAME, concept))
                        .filter(code -> code.startsWith(A_TYPE)))
                .or(() -> theme.map(code -> TYPES_OF_THEMES.get(code.substring(0, THEME_BEGINNING))))
                .orElse(null);
        if (type == null) {
            String said = entry.production().genre() == null
                    ? entry.eventType()
                    : entry.production().genre();
            if (said == null) {
                demands.lacks("agenda-lacks-genre");
            } else {
                demands.lacks("agenda-lacks-type", said);
            }
            return;
        }
        ArrayNode terms = event.putArray("terms");
        terms.addObject().put("id", type);
        theme.ifPresent(code -> terms.addObject().put("id", code));
    }

    private void dates() {
        demands.dates(show);
        demands.apart(show.dates(), DATE_MAX);
        event.put("calendarType", show.dates().size() == 1 ? "single" : "multiple");
        ArrayNode dates = event.putArray("subEvent");
        for (OutgoingDate date : show.dates()) {
            if (date.begin() != null && date.end() != null) {
                ObjectNode one = dates.addObject();
                one.put("startDate", MOMENT.format(date.begin())).put("endDate", MOMENT.format(date.end()));
                one.putObject("status").put("type", status(date));
                one.putObject("bookingAvailability").put("type", date.isSoldOut() ? "Unavailable" : AVAILABLE);
            }
        }
    }

    /** A date that was moved to another one takes place as it is told. */
    private static String status(OutgoingDate date) {
        return STATES.concept(date.state().stored())
                .map(state -> state.codes().get(Uitdatabank.NAME))
                .orElse(AVAILABLE);
    }

    private void ages() {
        String from = entry.described("age_from");
        String to = entry.described("age_to");
        if (from == null && to == null) {
            demands.advises("agenda-advice-ages");
        } else {
            event.put("typicalAgeRange", (from == null ? "" : from) + "-" + (to == null ? "" : to));
        }
    }

    /** It demands whose a picture is, and a description, which is the title here: nobody says what is to be seen. */
    private Prepared.@Nullable Picture picture() {
        String address = Iris.web(entry.described("picture"));
        if (address == null) {
            return null;
        }
        String credit = entry.described("picture_credit");
        if (credit == null || credit.strip().length() < CREDIT_MIN) {
            demands.advises("agenda-advice-picture-credit");
            return null;
        }
        return new Prepared.Picture(
                URI.create(address),
                Excerpt.of(credit.strip(), PICTURE_WORDS_MAX),
                Excerpt.of(show.title(), PICTURE_WORDS_MAX),
                order.language());
    }

    /** One of three there; of a run for several of the three nothing is told. */
    private void audience() {
        Set<String> types = new TreeSet<>();
        for (Concept audience : show.audiences()) {
            AUDIENCES.codeIn(Uitdatabank.NAME, audience).ifPresent(types::add);
        }
        if (types.size() == 1) {
            event.putObject("audience").put("audienceType", types.iterator().next());
        }
    }

    /** Which of two prices is the basic one is not known, so only a single one is told; and only in euros. */
    private void price() {
        String low = entry.described("price_from");
        String high = entry.described("price_to");
        if (low == null && high == null) {
            return;
        }
        if (!order.house().currency().getCurrencyCode().equals(ONLY_CURRENCY)) {
            demands.advises("agenda-advice-currency", order.house().currency().getCurrencyCode());
        } else if (low != null && low.equals(high)) {
            event.putArray("priceInfo")
                    .addObject()
                    .put("category", "base")
                    .put("price", new BigDecimal(low).movePointLeft(2))
                    .put("priceCurrency", ONLY_CURRENCY);
        } else {
            demands.advises("agenda-advice-price");
        }
    }

    /** A place that a person named, or one that is found there by its name and postcode. */
    private Prepared.@Nullable Place place() {
        Venue venue = show.venue();
        if (venue == null) {
            demands.lacks("agenda-lacks-place");
            return null;
        }
        String named = Uitdatabank.places(order.setting(Uitdatabank.PLACES))
                .map(places -> places.get(venue.name()))
                .orElse(null);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (named != null) {
            body.put("@id", named);
        } else if (venue.address().postcode() == null) {
            demands.lacks("agenda-lacks-address", venue.name());
            return null;
        } else {
            body.put("name", venue.name()).put("postalCode", venue.address().postcode());
        }
        return new Prepared.Place(Long.toString(venue.id()), venue.name(), body);
    }
}

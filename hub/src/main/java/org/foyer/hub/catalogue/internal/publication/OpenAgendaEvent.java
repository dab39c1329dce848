package org.foyer.hub.catalogue.internal.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.foyer.hub.catalogue.internal.Iris;
import org.foyer.hub.catalogue.internal.Meanings;
import org.foyer.hub.catalogue.internal.publication.OutgoingDate.Attendance;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * A run as an event of OpenAgenda (developers.openagenda.com, "Structure d'un événement", "Structure d'un lieu"): one event with many
 * timings, one status for all of them.
 */
final class OpenAgendaEvent {

    private static final int TITLE_MAX = 140;
    private static final int SHORT_MAX = 200;
    private static final int LONG_MAX = 10_000;
    private static final int SMALL_MAX = 255;
    private static final int PLACE_NAME_MAX = 100;
    private static final int PLACE_ADDRESS_MAX = 255;
    private static final int TIMINGS_MAX = 800;
    private static final int AGE_MAX = 120;
    private static final Duration TIMING_MAX = Duration.ofHours(24);

    private static final int SCHEDULED = 1;
    private static final int RESCHEDULED = 2;
    private static final int POSTPONED = 4;
    private static final int SOLD_OUT = 5;
    private static final int CANCELLED = 6;

    private static final String ACCESSIBILITY = "accessibility";
    private static final List<String> IMPAIRMENTS = List.of("hi", "ii", "mi", "pi", "vi");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    private final AgendaOrder order;
    private final OutgoingShow show;
    private final Demands demands = new Demands();
    private final ObjectNode event = JsonNodeFactory.instance.objectNode();

    OpenAgendaEvent(AgendaOrder order, OutgoingShow show) {
        this.order = order;
        this.show = show;
    }

    Prepared prepared() {
        words();
        Attendance attendance = timings();
        Prepared.Place place = attendance == Attendance.ONLINE ? null : place();
        picture();
        people();
        prices();
        String page = Iris.web(show.entry().production().url());
        if (page != null && page.length() <= SMALL_MAX) {
            event.putArray("registration").add(page);
        }
        if (attendance != Attendance.OFFLINE) {
            online(page);
        }
        keywords();
        return new Prepared(show, event, place, null, demands.lacks(), demands.advice());
    }

    /** Whoever attends online needs an address, which is the page of the show. */
    private void online(@Nullable String page) {
        if (page == null) {
            demands.lacks("agenda-lacks-online-page");
        } else {
            event.put("onlineAccessLink", page);
        }
    }

    /** What kind of show it is and whom it is meant for; they have no field of their own there. */
    private void keywords() {
        List<String> words = new ArrayList<>();
        String genre = show.entry().production().genre();
        if (genre != null) {
            words.add(genre);
        }
        show.audiences().forEach(audience -> words.add(audience.label(order.language())));
        List<String> fit = words.stream()
                .filter(word -> word.length() <= SMALL_MAX)
                .distinct()
                .toList();
        if (!fit.isEmpty()) {
            ArrayNode told = event.putObject("keywords").putArray(order.language());
            fit.forEach(told::add);
        }
    }

    private void words() {
        Map<String, String> titles = show.titles(order.language());
        if (titles.values().stream().anyMatch(title -> title.length() > TITLE_MAX)) {
            demands.lacks("agenda-title-long", Integer.toString(TITLE_MAX));
        }
        put("title", titles);
        Map<String, String> descriptions = show.descriptions(order.language());
        if (descriptions.isEmpty()) {
            demands.lacks("agenda-lacks-description");
            return;
        }
        if (descriptions.values().stream().anyMatch(text -> text.length() > LONG_MAX)) {
            demands.lacks("agenda-text-long", Integer.toString(LONG_MAX));
        }
        ObjectNode beginnings = event.putObject("description");
        descriptions.forEach((language, text) -> beginnings.put(language, Excerpt.of(text, SHORT_MAX)));
        if (descriptions.values().stream().anyMatch(text -> text.length() > SHORT_MAX)) {
            put("longDescription", descriptions);
        }
    }

    private void put(String field, Map<String, String> texts) {
        ObjectNode byLanguage = event.putObject(field);
        texts.forEach(byLanguage::put);
    }

    /**
     * Dates that take place, or will one day. Where some of them do, those that were cancelled are left out; where none does, all are told
     * with the status of the whole.
     *
     * @return where one attends them; in both ways where one date differs from another
     */
    private Attendance timings() {
        demands.dates(show);
        List<OutgoingDate> on = show.dates().stream().filter(OutgoingDate::isOn).toList();
        List<OutgoingDate> told = on.isEmpty() ? show.dates() : on;
        if (told.size() > TIMINGS_MAX) {
            demands.lacks("agenda-dates-many", Integer.toString(TIMINGS_MAX));
        }
        demands.apart(told, TIMING_MAX);
        ArrayNode timings = event.putArray("timings");
        for (OutgoingDate date : told) {
            if (date.begin() != null && date.end() != null) {
                timings.addObject().put("begin", MOMENT.format(date.begin())).put("end", MOMENT.format(date.end()));
            }
        }
        Attendance all = Attendance.of(told);
        event.put("attendanceMode", all.number()).put("status", status(on));
        return all;
    }

    private int status(List<OutgoingDate> on) {
        if (on.isEmpty()) {
            return show.dates().stream().anyMatch(date -> date.state() == PerformanceState.POSTPONED)
                    ? POSTPONED
                    : CANCELLED;
        }
        List<OutgoingDate> ahead =
                on.stream().filter(date -> !date.day().isBefore(order.today())).toList();
        if (!ahead.isEmpty() && ahead.stream().allMatch(OutgoingDate::isSoldOut)) {
            return SOLD_OUT;
        }
        return on.stream().allMatch(date -> date.state() == PerformanceState.RESCHEDULED) ? RESCHEDULED : SCHEDULED;
    }

    private Prepared.@Nullable Place place() {
        Venue venue = demands.place(show);
        if (venue == null) {
            return null;
        }
        String country = venue.address().country();
        if (country == null) {
            demands.lacks("agenda-lacks-country", venue.name());
            return null;
        }
        String address = venue.address().street() + ", " + venue.address().postcode() + " "
                + venue.address().city();
        if (venue.name().length() > PLACE_NAME_MAX || address.length() > PLACE_ADDRESS_MAX) {
            demands.lacks(
                    "agenda-place-long",
                    venue.name(),
                    Integer.toString(PLACE_NAME_MAX),
                    Integer.toString(PLACE_ADDRESS_MAX));
        }
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", venue.name())
                .put("address", address)
                .put("countryCode", country);
        String page = Iris.web(venue.url());
        if (page != null) {
            body.put("website", page);
        }
        return new Prepared.Place(Long.toString(venue.id()), venue.name(), body);
    }

    private void picture() {
        String picture = Iris.web(show.entry().described("picture"));
        if (picture == null) {
            demands.advises("agenda-advice-picture");
            return;
        }
        event.putObject("image").put("url", picture);
        String credit = show.entry().described("picture_credit");
        if (credit == null) {
            demands.advises("agenda-advice-credit");
        } else if (credit.length() <= SMALL_MAX) {
            event.put("imageCredits", credit);
        }
    }

    private void people() {
        Integer from = age(show.entry().described("age_from"));
        Integer to = age(show.entry().described("age_to"));
        if (from != null || to != null) {
            ObjectNode age = event.putObject("age");
            age.put("min", from == null ? 0 : from);
            age.put("max", to == null ? AGE_MAX : to);
        }
        TreeSet<String> codes = new TreeSet<>();
        for (Concept subject : Meanings.subjects(show.entry())) {
            if (subject.scheme().equals(ACCESSIBILITY)) {
                codes.addAll(Meanings.needs(subject));
            }
        }
        if (!codes.isEmpty()) {
            ObjectNode accessibility = event.putObject("accessibility");
            IMPAIRMENTS.forEach(code -> accessibility.put(code, codes.contains(code)));
        }
    }

    private static @Nullable Integer age(@Nullable String said) {
        return said == null || !said.matches("[0-9]{1,3}") || Integer.parseInt(said) > AGE_MAX
                ? null
                : Integer.valueOf(said);
    }

    /** Prices have no field of their own there, but the text of the conditions. */
    private void prices() {
        String low = show.entry().described("price_from");
        String high = show.entry().described("price_to");
        if (low == null && high == null) {
            return;
        }
        String text = low == null || high == null || low.equals(high)
                ? money(low == null ? String.valueOf(high) : low)
                : money(low) + " – " + money(high);
        event.putObject("conditions").put(order.language(), text);
    }

    private String money(String minor) {
        Currency currency = order.house().currency();
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.forLanguageTag(order.language()));
        format.setCurrency(currency);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(new BigDecimal(minor).movePointLeft(digits));
    }
}

package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Halls with their configurations, as the public reads them.
 *
 * @param told how many there are and what the largest holds
 * @param venue to which the one of the page belongs; null on the page of a venue
 */
public record HallTable(String told, @Nullable Link venue, List<Row> rows) {

    /** A page with its name. */
    public record Link(String href, String name) {}

    /**
     * A hall, or one of its configurations.
     *
     * @param href page of the hall, null on that page
     * @param configuration empty for the hall whatever its configuration
     * @param capacity the most people, {@code seats} of them seated, {@code wheelchair} places; each empty where nobody told
     * @param dates how many are or were shown so
     */
    public record Row(
            @Nullable String href,
            String name,
            String configuration,
            String capacity,
            String seats,
            String wheelchair,
            String dates) {}

    /** Whether any hall has a configuration with a name. */
    public boolean tellsConfigurations() {
        return rows.stream().anyMatch(row -> !row.configuration().isEmpty());
    }

    /** Whether it is told of any how many sit. */
    public boolean tellsSeats() {
        return rows.stream().anyMatch(row -> !row.seats().isEmpty());
    }

    /** Whether it is told of any how many places there are for wheelchairs. */
    public boolean tellsWheelchairs() {
        return rows.stream().anyMatch(row -> !row.wheelchair().isEmpty());
    }

    /** All of a venue; null where it has none. */
    static @Nullable HallTable ofVenue(Language language, House house, List<Hall> halls) {
        if (halls.isEmpty()) {
            return null;
        }
        String count = language.count("calendar_halls", halls.size());
        Integer largest = halls.stream()
                .map(Hall::capacity)
                .filter(Objects::nonNull)
                .max(Integer::compare)
                .orElse(null);
        String told = largest == null
                ? language.say("hall_none_told", count)
                : language.say("hall_largest", count, language.formats().number(largest));
        return new HallTable(
                told,
                null,
                halls.stream()
                        .flatMap(hall -> rows(language, hall, Hall.pathOf(house, hall.id())).stream())
                        .toList());
    }

    /** One on its own page. */
    static HallTable of(Language language, House house, Venue venue, Hall hall) {
        Integer capacity = hall.capacity();
        return new HallTable(
                capacity == null
                        ? language.say("hall_silent")
                        : language.say("hall_holds", language.formats().number(capacity)),
                new Link(ListingPage.path(house, venue.id()), venue.name()),
                rows(language, hall, null));
    }

    /** The hall itself stands first where something is told of it that is not told of a configuration. */
    private static List<Row> rows(Language language, Hall hall, @Nullable String href) {
        List<Row> rows = new ArrayList<>();
        int configured = hall.configurations().stream()
                .mapToInt(Hall.Configuration::performances)
                .sum();
        if (hall.configurations().isEmpty()
                || !hall.places().equals(Hall.Places.UNKNOWN)
                || hall.performances() > configured) {
            rows.add(row(language, hall, href, "", hall.places(), hall.performances()));
        }
        hall.configurations()
                .forEach(one -> rows.add(row(language, hall, href, one.name(), one.places(), one.performances())));
        return rows;
    }

    private static Row row(
            Language language,
            Hall hall,
            @Nullable String href,
            String configuration,
            Hall.Places places,
            int performances) {
        return new Row(
                href,
                hall.name(),
                configuration,
                number(language, places.capacity()),
                number(language, places.seats()),
                number(language, places.wheelchair()),
                number(language, performances));
    }

    private static String number(Language language, @Nullable Integer number) {
        return number == null ? "" : language.formats().number(number);
    }
}

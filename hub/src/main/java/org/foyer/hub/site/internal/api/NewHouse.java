package org.foyer.hub.site.internal.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a house that is to be added.
 *
 * @param name as its audience knows it, at most 200 characters
 * @param slug name in addresses; made from the name when left out
 * @param seats seats of all its halls, from 0 to 200,000
 * @param zone for instance Europe/Paris, which is meant when left out
 * @param currency ISO 4217; the euro when left out
 */
public record NewHouse(
        String name,
        @Nullable String slug,
        String discipline,
        int seats,
        @Nullable PostalAddress address,
        @Nullable String website,
        @Nullable String zone,
        @Nullable String currency,
        boolean simulated) {

    private static final int NAME_CHARACTERS_MAX = 200;
    private static final int SEATS_MAX = 200_000;
    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final HouseId NOT_YET = new HouseId(1);

    /** The house it describes, with a number that means nothing yet. */
    public House house() {
        if (name == null || name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            throw Parameters.unreadable("name", name == null ? "" : name);
        }
        String asked = slug == null || slug.isBlank() ? ShortName.of(name) : slug;
        if (!asked.matches(SLUG) || asked.length() > NAME_CHARACTERS_MAX) {
            throw Parameters.unreadable("slug", asked);
        }
        if (seats < 0 || seats > SEATS_MAX) {
            throw Parameters.unreadable("seats", Integer.toString(seats));
        }
        return new House(
                NOT_YET,
                asked,
                name.strip(),
                disciplineNamed(discipline),
                seats,
                address == null ? PostalAddress.UNKNOWN : address,
                webAddress(website),
                zoneNamed(zone == null ? "Europe/Paris" : zone),
                currencyNamed(currency == null ? "EUR" : currency),
                simulated);
    }

    private static Discipline disciplineNamed(String name) {
        try {
            return Discipline.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw Parameters.unreadable("discipline", String.valueOf(name));
        }
    }

    private static @Nullable String webAddress(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("https?://[^\\s<>\"]{1,500}")) {
            throw Parameters.unreadable("website", text);
        }
        return text;
    }

    private static ZoneId zoneNamed(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Parameters.unreadable("zone", name);
        }
    }

    private static Currency currencyNamed(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw Parameters.unreadable("currency", code);
        }
    }
}

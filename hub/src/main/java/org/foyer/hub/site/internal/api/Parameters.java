package org.foyer.hub.site.internal.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Reads what a request says, with the defaults that API, pages and command line share. */
public final class Parameters {

    /** Items of a list when the request does not say. */
    static final String LIMIT = "50";

    private static final int LIMIT_MAX = 500;
    private static final int OFFSET_MAX = 10_000_000;

    private Parameters() {}

    /** Today in the house's zone. */
    public static LocalDate today(House house, Clock clock) {
        return LocalDate.now(clock.withZone(house.zone()));
    }

    /** @throws Refused 400 {@code parameter-unreadable} */
    public static LocalDate day(String name, @Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw unreadable(name, text);
        }
    }

    /**
     * The season asked for; else the one of today when the house has performances in it, else the newest before.
     *
     * @throws Refused 400 {@code parameter-unreadable}
     */
    public static Season season(@Nullable String text, House house, Figures figures, Clock clock) {
        if (text != null && !text.isBlank()) {
            try {
                return Season.parse(text.strip());
            } catch (IllegalArgumentException e) {
                throw unreadable("season", text);
            }
        }
        Season now = Season.of(today(house, clock));
        return figures.seasons(house.id()).stream()
                .filter(season -> season.compareTo(now) <= 0)
                .findFirst()
                .orElse(now);
    }

    /**
     * By day of performance unless the request says {@code purchase}.
     *
     * @throws Refused 400 {@code parameter-unreadable}
     */
    public static AudienceBasis basis(@Nullable String text) {
        String asked = text == null || text.isBlank() ? "performance" : text.strip();
        return switch (asked) {
            case "performance" -> AudienceBasis.PERFORMANCE;
            case "purchase" -> AudienceBasis.PURCHASE;
            default -> throw unreadable("basis", asked);
        };
    }

    /** @throws Refused 400 {@code parameter-unreadable} when the piece asked for is out of range */
    static void checkPage(int offset, int limit) {
        if (offset < 0 || offset > OFFSET_MAX) {
            throw unreadable("offset", Integer.toString(offset));
        }
        if (limit < 1 || limit > LIMIT_MAX) {
            throw unreadable("limit", Integer.toString(limit));
        }
    }

    static Refused unreadable(String name, String value) {
        return new Refused(400, "parameter-unreadable", name, value.length() > 80 ? value.substring(0, 80) : value);
    }
}

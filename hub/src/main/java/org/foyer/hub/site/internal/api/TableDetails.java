package org.foyer.hub.site.internal.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/** The columns of a table of a programme that tell more than title, date and place; tables of programmes are read with them. */
final class TableDetails {

    /** Columns whose cells are what is said, word by word; with the property that is said. */
    private static final List<String> SAID = List.of(
            "subtitle",
            "attendance",
            "availability",
            "languages",
            "surtitles",
            "warnings",
            "accessibility",
            "audience",
            "history",
            "picture",
            "picture_credit",
            "picture_licence");

    private static final List<String> NUMBERS = List.of("age_from", "age_to");

    /** In the order of the columns. */
    static final List<String> COLUMNS = List.of(
            "subtitle",
            "attendance",
            "availability",
            "languages",
            "surtitles",
            "warnings",
            "accessibility",
            "audience",
            "history",
            "picture",
            "picture_credit",
            "picture_licence",
            "age_from",
            "age_to",
            "duration",
            "price_from",
            "price_to",
            "currency",
            "season",
            "venue_url",
            "latitude",
            "longitude",
            "show_ids",
            "venue_ids",
            "title_fr",
            "title_en",
            "title_de",
            "title_nl",
            "description_fr",
            "description_en",
            "description_de",
            "description_nl");

    private static final List<String> LANGUAGES = List.of("fr", "en", "de", "nl");

    private final House house;
    private final boolean forPeople;

    /** @param forPeople whether a length is written for people, not as ISO 8601 */
    TableDetails(House house, boolean forPeople) {
        this.house = house;
        this.forPeople = forPeople;
    }

    /** In the order of {@link #COLUMNS}. */
    List<@Nullable Object> cells(ProgrammeEntry entry) {
        Map<String, @Nullable Object> cells = new TreeMap<>();
        SAID.forEach(column -> cells.put(column, entry.described(column)));
        for (String language : LANGUAGES) {
            cells.put("title_" + language, entry.described("title@" + language));
            cells.put("description_" + language, entry.described("description@" + language));
        }
        NUMBERS.forEach(column -> cells.put(column, number(entry.described(column))));
        Integer minutes = entry.minutes();
        cells.put("duration", minutes == null ? null : forPeople ? minutes + " min" : "PT" + minutes + "M");
        cells.put("price_from", price(entry.described("price_from")));
        cells.put("price_to", price(entry.described("price_to")));
        boolean isPriced = cells.get("price_from") != null || cells.get("price_to") != null;
        cells.put("currency", isPriced ? house.currency().getCurrencyCode() : null);
        cells.put("season", entry.season());
        cells.put(
                "show_ids", ids(entry.ids().of("production", entry.production().id())));
        Venue venue = entry.venue();
        if (venue != null) {
            cells.put("venue_url", venue.url());
            cells.put("venue_ids", ids(entry.ids().of("venue", venue.id())));
            GeoPoint point = venue.position();
            cells.put("latitude", point == null ? null : BigDecimal.valueOf(point.latitude()));
            cells.put("longitude", point == null ? null : BigDecimal.valueOf(point.longitude()));
        }
        return Arrays.asList(COLUMNS.stream().map(cells::get).toArray());
    }

    private static @Nullable Object number(@Nullable String said) {
        return said == null || !said.matches("[0-9]{1,4}") ? said : Integer.valueOf(said);
    }

    private @Nullable BigDecimal price(@Nullable String minor) {
        int digits = Math.max(0, house.currency().getDefaultFractionDigits());
        return minor == null ? null : new BigDecimal(minor).movePointLeft(digits);
    }

    private static @Nullable String ids(List<ExternalId> ids) {
        return ids.isEmpty() ? null : ExternalIdCell.told(ids);
    }
}

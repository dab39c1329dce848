package org.foyer.hub.insight.internal.study;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.internal.HomeDistance;
import org.foyer.hub.model.House;
import org.foyer.hub.store.BuyerAreas;
import org.foyer.hub.store.GenreCodes;
import org.jspecify.annotations.Nullable;

/** What houses say in their own words, as codes of the shared lists: temporary tables for one question. */
final class StudyWords {

    /** Who lives how far from the house. */
    static final String HOMES = "study_home";

    private static final Set<String> FRENCH = Set.of("FR", "FRA", "FRANCE");

    private StudyWords() {}

    static boolean asks(FreeQuestion question, String dimension) {
        return question.where().containsKey(dimension)
                || question.by().stream().anyMatch(by -> by.id().equals(dimension));
    }

    static Array ids(Connection connection, List<House> houses) throws SQLException {
        return connection.createArrayOf(
                "SMALLINT",
                houses.stream().map(house -> (short) house.id().value()).toArray());
    }

    /** Makes the tables that the question needs. */
    static void prepare(Connection connection, List<House> houses, FreeQuestion question, LocalDate asOf)
            throws SQLException {
        if (asks(question, "genre")) {
            GenreCodes.prepare(connection, houses.stream().map(House::id).toList());
        }
        if (asks(question, "distance")) {
            homes(connection, houses, question, asOf);
        }
    }

    private static void homes(Connection connection, List<House> houses, FreeQuestion question, LocalDate asOf)
            throws SQLException {
        List<BuyerAreas.Classed> classed = new ArrayList<>();
        for (House house : houses) {
            for (BuyerAreas.Area area : BuyerAreas.of(
                    connection,
                    house.id(),
                    question.season().from(),
                    question.season().to(),
                    asOf)) {
                String postcode = area.area();
                if (postcode != null) {
                    HomeDistance.band(house, country(house, area.country()), postcode)
                            .ifPresent(band ->
                                    classed.add(new BuyerAreas.Classed(house.id(), area.country(), postcode, band)));
                }
            }
        }
        BuyerAreas.classes(connection, classed, HOMES);
    }

    private static String country(House house, @Nullable String said) {
        String country = said == null || said.isBlank() ? house.address().country() : said;
        return country == null ? "" : FRENCH.contains(country.toUpperCase(Locale.ROOT)) ? "FR" : country;
    }
}

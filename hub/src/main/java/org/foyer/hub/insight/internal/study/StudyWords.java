package org.foyer.hub.insight.internal.study;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.internal.HomeDistance;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.foyer.hub.store.BuyerAreas;
import org.jspecify.annotations.Nullable;

/** What houses say in their own words, as codes of the shared lists: temporary tables for one question. */
final class StudyWords {

    /** Word of a house → the widest genre that it certainly means. */
    static final String GENRES = "study_genre";

    /** Who lives how far from the house. */
    static final String HOMES = "study_home";

    private static final int WORDS_MAX = 20_000;
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
            genres(connection, houses);
        }
        if (asks(question, "distance")) {
            homes(connection, houses, question, asOf);
        }
    }

    /** Makes the table of the houses' words for genres. */
    static void genres(Connection connection, List<House> houses) throws SQLException {
        List<String> words = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select distinct genre from production where house in (select unnest($1::smallint[])) and genre is not null"
                        + " order by genre limit " + WORDS_MAX)) {
            query.setArray(1, ids(connection, houses));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String word = row.getString(1);
                    widest(word).ifPresent(code -> {
                        words.add(word);
                        codes.add(code);
                    });
                }
            }
        }
        try (PreparedStatement made = connection.prepareStatement("create or replace temp table " + GENRES
                + " as select unnest($1::varchar[]) as word, unnest($2::varchar[]) as code")) {
            made.setArray(1, connection.createArrayOf("VARCHAR", words.toArray()));
            made.setArray(2, connection.createArrayOf("VARCHAR", codes.toArray()));
            made.execute();
        }
    }

    /** Chamber music is music. */
    static Optional<String> widest(@Nullable String word) {
        Vocabulary genres = Vocabularies.of("genres");
        Optional<Concept> concept = genres.meaning(word);
        while (concept.flatMap(genres::broader).isPresent()) {
            concept = concept.flatMap(genres::broader);
        }
        return concept.map(Concept::code);
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

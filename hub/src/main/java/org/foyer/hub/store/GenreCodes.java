package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;

/**
 * What houses call their genres, as codes of the shared list. Whoever tells one house of another asks here: a house's own words are
 * nobody else's business.
 */
public final class GenreCodes {

    /** A temporary table: word of a house, {@code word} → the widest genre that it certainly means, {@code code}. */
    public static final String TABLE = "genre_code";

    /** The code of words that are in no list. */
    public static final String UNKNOWN = "unknown";

    private static final int WORDS_MAX = 20_000;

    private GenreCodes() {}

    /** Makes the table of the words of these houses; a word that means nothing certain is not in it. */
    public static void prepare(Connection connection, List<HouseId> houses) throws SQLException {
        Vocabulary genres = Vocabularies.of("genres");
        List<String> words = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select distinct genre from production where house in (select unnest($1::smallint[])) and genre is not null"
                        + " order by genre limit " + WORDS_MAX)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "SMALLINT",
                            houses.stream().map(house -> (short) house.value()).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String word = row.getString(1);
                    genres.widest(word).map(Concept::code).ifPresent(code -> {
                        words.add(word);
                        codes.add(code);
                    });
                }
            }
        }
        try (PreparedStatement made = connection.prepareStatement("create or replace temp table " + TABLE
                + " as select unnest($1::varchar[]) as word, unnest($2::varchar[]) as code")) {
            made.setArray(1, connection.createArrayOf("VARCHAR", words.toArray()));
            made.setArray(2, connection.createArrayOf("VARCHAR", codes.toArray()));
            made.execute();
        }
    }
}

package org.foyer.hub.catalogue.internal.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which spellings are one person, by their numbers: kept beside the index, because a decision in one house is true of what the others
 * credit, which is not indexed anew.
 *
 * @param knownAs by which number a spelling goes that goes by another
 * @param spellings all of a person, its own number first, by that number
 */
record JoinedNames(Map<Long, Long> knownAs, Map<Long, List<Long>> spellings) {

    static final JoinedNames NONE = new JoinedNames(Map.of(), Map.of());

    /** Spellings that are held in memory, at most. */
    private static final int SPELLINGS_MAX = 500_000;

    static JoinedNames read(Connection connection) throws SQLException {
        Map<Long, Long> knownAs = new HashMap<>();
        Map<Long, List<Long>> spellings = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select name, known_as from one_name order by name limit " + SPELLINGS_MAX)) {
            while (row.next()) {
                long name = row.getLong(1);
                long person = row.getLong(2);
                knownAs.put(name, person);
                spellings
                        .computeIfAbsent(person, known -> new ArrayList<>(List.of(known)))
                        .add(name);
            }
        }
        return new JoinedNames(Map.copyOf(knownAs), Map.copyOf(spellings));
    }

    /** The number by which a spelling goes. */
    long person(long name) {
        return knownAs.getOrDefault(name, name);
    }

    /** Whether a number is of a person with several spellings. */
    boolean isJoined(long person) {
        return spellings.containsKey(person);
    }
}

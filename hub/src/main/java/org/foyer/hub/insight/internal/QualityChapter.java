package org.foyer.hub.insight.internal;

import static org.foyer.hub.insight.internal.Draft.part;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;

/** How whole the data is: figure 32, from counts only. A house's buyers are not those of one performance. */
final class QualityChapter implements Chapter {

    private static final List<String> OF_BUYERS = List.of("postcode", "email", "birth-year");
    private static final List<String> OF_PERFORMANCES = List.of("genre", "capacity");

    private static final String CONTACTS = """
            select house, sum(buyers), sum(with_postcode), sum(with_email), sum(with_birth_year), sum(same_email)
            from contact_quality where %2$s group by house
            """;

    /** Buyers of a house, with how many of them what is known, and how many share an e-mail address. */
    record Contacts(int house, long buyers, long postcode, long email, long birthYear, long duplicates) {}

    @Override
    public Set<String> indicators() {
        return Set.of("data-quality");
    }

    @Override
    public void gather(Connection connection, Scope scope, Standing.Of standing, Tallies tallies) throws SQLException {
        if (scope.performance() != null) {
            return;
        }
        for (Contacts of : standing.contacts(connection)) {
            Tally tally = tallies.of(of.house);
            tally.add("contact", "buyers", of.buyers);
            tally.add("contact", "postcode", of.postcode);
            tally.add("contact", "email", of.email);
            tally.add("contact", "birth-year", of.birthYear);
            tally.add("contact", "duplicates", of.duplicates);
        }
    }

    static List<Contacts> contacts(Connection connection, Scope scope) throws SQLException {
        List<Contacts> contacts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(scope.in(CONTACTS))) {
            scope.bindHouses(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    contacts.add(new Contacts(
                            row.getInt(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6)));
                }
            }
        }
        return List.copyOf(contacts);
    }

    @Override
    public List<Figure> figures(Tally tally, Dictionary dictionary) {
        long buyers = tally.sum("contact", "buyers");
        long performances = tally.sum("programme", "performances");
        List<Part> rates = new ArrayList<>();
        if (buyers > 0) {
            OF_BUYERS.forEach(key -> rates.add(part(key, tally.sum("contact", key), buyers)));
        }
        if (performances > 0) {
            OF_PERFORMANCES.forEach(key -> rates.add(part(key, tally.sum("programme", key), performances)));
        }
        double sum = rates.stream().mapToDouble(Part::share).sum();
        List<Part> parts = new ArrayList<>(rates);
        if (buyers > 0) {
            parts.add(part("duplicates", tally.sum("contact", "duplicates"), buyers));
        }
        Draft draft =
                dictionary.draft("data-quality").basis(buyers + performances).parts(parts);
        return List.of(rates.isEmpty() ? draft.notMeasured("no-performances") : draft.value(sum / rates.size()));
    }
}

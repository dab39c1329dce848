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

    @Override
    public Set<String> indicators() {
        return Set.of("data-quality");
    }

    @Override
    public void gather(Connection connection, Scope scope, Tallies tallies) throws SQLException {
        if (scope.performance() != null) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement(scope.in(CONTACTS))) {
            scope.bindHouses(connection, query);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Tally tally = tallies.of(row.getInt(1));
                    tally.add("contact", "buyers", row.getLong(2));
                    tally.add("contact", "postcode", row.getLong(3));
                    tally.add("contact", "email", row.getLong(4));
                    tally.add("contact", "birth-year", row.getLong(5));
                    tally.add("contact", "duplicates", row.getLong(6));
                }
            }
        }
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

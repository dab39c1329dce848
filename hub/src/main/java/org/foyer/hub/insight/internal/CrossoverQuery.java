package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet.Cell;
import org.foyer.hub.insight.AudienceSheet.Crossover;
import org.foyer.hub.insight.AudienceSheet.Genre;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Pairs of genres that the same people came to, over the season and the two before it. */
final class CrossoverQuery {

    private static final String PAIRS = VisitQuery.VISITS + """
            , taste as materialized (
              select distinct person, genre from visit
              where genre is not null and told between $3::date - interval 2 year and $4)
            select a.genre as one, b.genre as other, count(*) as n
            from taste a join taste b on a.person = b.person group by 1, 2
            union all select null, null, count(distinct person) from taste
            """;

    private CrossoverQuery() {}

    private record Pair(String one, String other) {}

    static Crossover read(Connection connection, HouseId house, Season season, LocalDate asOf, AudienceBasis basis)
            throws SQLException {
        Map<Pair, Long> pairs = new HashMap<>();
        long buyers = 0;
        try (PreparedStatement query = connection.prepareStatement(PAIRS.formatted(VisitQuery.told(basis)))) {
            VisitQuery.bind(query, house, season, asOf);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String one = row.getString(1);
                    if (one == null) {
                        buyers = row.getLong(3);
                    } else {
                        pairs.put(new Pair(one, row.getString(2)), row.getLong(3));
                    }
                }
            }
        }
        return crossover(buyers, pairs);
    }

    private static Crossover crossover(long buyers, Map<Pair, Long> pairs) {
        List<Genre> all = pairs.entrySet().stream()
                .filter(pair -> pair.getKey().one().equals(pair.getKey().other()))
                .map(pair -> new Genre(pair.getKey().one(), pair.getValue()))
                .sorted(java.util.Comparator.comparingLong(Genre::buyers)
                        .reversed()
                        .thenComparing(Genre::name))
                .toList();
        List<Genre> genres = all.stream()
                .filter(genre -> SmallGroups.mayBeTold(genre.buyers()))
                .limit(Crossover.GENRES_MAX)
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (Genre of : genres) {
            for (Genre also : genres) {
                if (!of.equals(also)) {
                    cells.add(cell(buyers, of, also, pairs.getOrDefault(new Pair(of.name(), also.name()), 0L)));
                }
            }
        }
        return new Crossover(buyers, genres, cells, all.size() - genres.size());
    }

    /** Neither those who came to both nor those who came to one alone may be too few. */
    private static Cell cell(long buyers, Genre of, Genre also, long both) {
        boolean told = SmallGroups.mayBeTold(both)
                && SmallGroups.mayBeTold(of.buyers() - both)
                && SmallGroups.mayBeTold(also.buyers() - both);
        return told
                ? new Cell(
                        of.name(),
                        also.name(),
                        (double) both / of.buyers(),
                        (double) both * buyers / ((double) of.buyers() * also.buyers()))
                : new Cell(of.name(), also.name(), null, null);
    }
}

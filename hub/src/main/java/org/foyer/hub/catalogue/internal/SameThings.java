package org.foyer.hub.catalogue.internal;

import java.util.Optional;
import org.foyer.hub.store.Warehouse;

/** Identifiers of things that go by another identifier, since people found the two to be one. */
final class SameThings {

    private static final String GOES_BY = "select known_as from goes_by where kind = ? and thing = ?";

    /** A show whose dates went to another place by the way is found by its season. */
    private static final String RUN = """
            with asked as (
              select coalesce((select known_as from goes_by where kind = 'production' and thing = $production), $production) as production,
                coalesce((select known_as from goes_by where kind = 'venue' and thing = $venue), $venue) as venue)
            select p.production || '-' || $season || '-' || coalesce(p.venue, 0) as id
            from shown_performance p join asked a on a.production = p.production
            where season_year(p.day) = $season
              and (a.production <> $production or a.venue <> $venue)
            order by coalesce(p.venue, 0) = a.venue desc, p.day, p.id limit 1
            """;

    private final Warehouse warehouse;

    SameThings(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    Optional<Long> of(String kind, long thing) {
        return warehouse
                .read(connection -> Rows.of(connection, GOES_BY, row -> row.getLong("known_as"), kind, thing))
                .stream()
                .findFirst();
    }

    Optional<String> ofRun(long production, int season, long venue) {
        String sql = RUN.replace("$production", Long.toString(production))
                .replace("$season", Integer.toString(season))
                .replace("$venue", Long.toString(venue));
        return warehouse.read(connection -> Rows.of(connection, sql, row -> row.getString("id"))).stream()
                .findFirst();
    }
}

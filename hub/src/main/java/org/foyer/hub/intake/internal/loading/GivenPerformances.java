package org.foyer.hub.intake.internal.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** The performances that a sales file speaks of, from the one row fetched for each of them. */
final class GivenPerformances {

    /** Performances that one file may make; far above a house's life. */
    private static final long NEW_MAX = 200_000;

    private static final Set<Field> TEXTS =
            Set.of(Field.TITLE, Field.VENUE, Field.HALL, Field.GENRE, Field.SEASON, Field.PRODUCER);

    private final Sql sql;
    private final Connection connection;
    private final SaleStage stage;
    private final Stage target;

    GivenPerformances(Sql sql, Connection connection, SaleStage stage, Stage target) {
        this.sql = sql;
        this.connection = connection;
        this.stage = stage;
        this.target = target;
    }

    /** Fills {@code known_performance (key, performance)}. Returns how many known ones were given another start. */
    long findOrMake() throws SQLException {
        Performances performances = new Performances(connection, target);
        performances.prepare();
        Parse parse = stage.parse();
        sql.run("""
                insert into given_performance (key, line, performance_ref, production_ref, title, starts_local, day, venue, hall,
                  genre, capacity, held, season, producer)
                select perf_h, line, %s, %s, %s, %s, %s, %s, %s, %s, cast(%s as integer), cast(%s as integer), %s, %s
                from %s
                """.formatted(
                        parse.text(Field.PERFORMANCE_REF),
                        parse.text(Field.PRODUCTION_REF),
                        parse.text(Field.TITLE),
                        parse.startLocal(),
                        parse.startDay(),
                        parse.text(Field.VENUE),
                        parse.text(Field.HALL),
                        parse.text(Field.GENRE),
                        parse.count(Field.CAPACITY),
                        parse.count(Field.HELD),
                        parse.text(Field.SEASON),
                        parse.text(Field.PRODUCER),
                        stage.namingPerformances()));
        Markup.takeOut(sql, "given_performance", parse, TEXTS);
        long made = performances.findOrMake();
        if (made > NEW_MAX) {
            throw new Stopped(
                    Problem.stops("too-many-performances", Place.of(""), Long.toString(made), Long.toString(NEW_MAX)));
        }
        return performances.moved();
    }
}

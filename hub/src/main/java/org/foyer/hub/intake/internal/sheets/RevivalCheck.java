package org.foyer.hub.intake.internal.sheets;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.store.Revivals;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Whether what is typed as revived by a show is a show of the node, another one, and none that revives this one itself. */
final class RevivalCheck {

    private static final Pattern NUMBER = Pattern.compile(Revivals.NUMBER);

    /** Revivals of revivals that are followed. */
    private static final int STEPS_MAX = 50;

    private RevivalCheck() {}

    /**
     * @param production whose sheet it is, null when nobody told of it yet
     * @param said what is typed; words without a number of ours are right whatever they are
     */
    static Optional<Problem> of(Connection connection, @Nullable Long production, String said) throws SQLException {
        Matcher number = NUMBER.matcher(said);
        if (!number.find()) {
            return Optional.empty();
        }
        Sql sql = new Sql(connection);
        List<Long> meant = sql.list(
                row -> row.getLong("goes_by"),
                "select goes_by from any_production where id = ?",
                Long.parseLong(number.group(1)));
        if (meant.isEmpty() || meant.get(0).equals(production)) {
            return Optional.of(problem("revival-unknown", said));
        }
        long original = meant.get(0);
        for (int step = 0; production != null && step < STEPS_MAX; step++) {
            List<Long> before = sql.list(
                    row -> row.getLong("original"),
                    Revivals.with() + "select original from revival where production = ?",
                    original);
            if (before.isEmpty()) {
                return Optional.empty();
            }
            original = before.get(0);
            if (original == production) {
                return Optional.of(problem("revival-in-a-circle", said));
            }
        }
        return Optional.empty();
    }

    private static Problem problem(String code, String said) {
        return Problem.stops(
                code, new Place("", 0, Revivals.PROPERTY, said.substring(0, Math.min(200, said.length()))));
    }
}

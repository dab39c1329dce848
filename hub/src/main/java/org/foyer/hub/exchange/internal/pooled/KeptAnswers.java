package org.foyer.hub.exchange.internal.pooled;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.PooledComparisons.Kept;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;

/** The last answer of each season to each house, in the register: figures are those of the end of a month, so that within it nobody is asked twice. */
final class KeptAnswers {

    private final Register register;
    private final Clock clock;

    KeptAnswers(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    Kept keep(Comparison comparison, YearMonth month) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        register.write(handle -> handle.createUpdate("""
                        insert into pooled_answer (house, season, month, lines, asked_at)
                        values (:house, :season, :month, :lines, :at)
                        on conflict (house, season) do update
                          set month = excluded.month, lines = excluded.lines, asked_at = excluded.asked_at
                        """)
                .bind("house", comparison.house().value())
                .bind("season", comparison.season().firstYear())
                .bind("month", month.toString())
                .bind("lines", Bodies.write(comparison.lines()))
                .bind("at", now.toEpochMilli())
                .execute());
        return new Kept(comparison, month, now, true);
    }

    /** @param present month whose answers count still */
    Optional<Kept> of(House house, Season season, YearMonth present) {
        return register.read(handle -> handle.createQuery(
                        "select month, lines, asked_at from pooled_answer where house = :house and season = :season")
                .bind("house", house.id().value())
                .bind("season", season.firstYear())
                .map((row, context) -> {
                    YearMonth month = YearMonth.parse(row.getString("month"));
                    Instant at = Instant.ofEpochMilli(row.getLong("asked_at"));
                    return lines(row.getString("lines"))
                            .map(lines -> new Kept(
                                    new Comparison(house.id(), season, PeerGroup.ALL, house.simulated(), lines),
                                    month,
                                    at,
                                    month.equals(present)));
                })
                .findOne()
                .flatMap(kept -> kept));
    }

    /** What another edition wrote and this one cannot read is as if it had not been asked. */
    private static Optional<List<Comparison.Line>> lines(String json) {
        try {
            return Optional.of(List.of(Bodies.read(json, Comparison.Line[].class)));
        } catch (PooledRefused unreadable) {
            return Optional.empty();
        }
    }
}

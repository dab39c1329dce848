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
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/** The last answer of each season to each house, in the register: figures are those of the end of a month, so that within it nobody is asked twice. */
final class KeptAnswers {

    private final Register register;
    private final Clock clock;

    KeptAnswers(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** @param agreement version by which it was asked; null where none decides */
    Kept keep(Comparison comparison, YearMonth month, @Nullable String agreement) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        register.write(handle -> handle.createUpdate("""
                        insert into pooled_answer (house, season, month, lines, asked_at, agreement)
                        values (:house, :season, :month, :lines, :at, :agreement)
                        on conflict (house, season) do update
                          set month = excluded.month, lines = excluded.lines, asked_at = excluded.asked_at,
                            agreement = excluded.agreement
                        """)
                .bind("house", comparison.house().value())
                .bind("season", comparison.season().firstYear())
                .bind("month", month.toString())
                .bind("lines", Bodies.write(comparison.lines()))
                .bind("at", now.toEpochMilli())
                .bind("agreement", agreement == null ? "" : agreement)
                .execute());
        return new Kept(comparison, month, now, true);
    }

    /** Whether what was told in a month was forgotten since, because a house withdrew: until it ends no other sum is told. */
    boolean isTakenBack(HouseId house, Season season, YearMonth month) {
        return register.read(handle -> handle.createQuery("""
                                select count(*) from pooled_answer
                                where house = :house and season = :season and month = :month and lines = ''
                                """)
                        .bind("house", house.value())
                        .bind("season", season.firstYear())
                        .bind("month", month.toString())
                        .mapTo(Integer.class)
                        .one()
                > 0);
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

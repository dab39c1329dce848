package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.FinalSales;
import org.foyer.hub.insight.FinalSales.Verdict;
import org.foyer.hub.insight.ForecastCheck;
import org.foyer.hub.insight.Forecasts;
import org.foyer.hub.insight.internal.ForecastQuery.Ahead;
import org.foyer.hub.insight.internal.ForecastQuery.Played;
import org.foyer.hub.insight.internal.forecast.Asked;
import org.foyer.hub.insight.internal.forecast.FinalForecast;
import org.foyer.hub.insight.internal.forecast.PlayedShows;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/**
 * Forecasts read from the daily cube, remembered until the house's part of the warehouse changes: what was played costs one
 * reading a day and house, what is learnt of it a fraction of a second for each number of days before.
 */
public final class CubeForecasts implements Forecasts {

    /** Houses whose played performances are kept, up to 3 MB each. */
    private static final int HOUSES_MAX = 8;

    private static final int LEARNT_MAX = 500;
    private static final int ANSWERS_MAX = 2_000;

    private final Warehouse warehouse;
    private final Memory<Played> played;
    private final Memory<Optional<FinalForecast>> learnt;
    private final Memory<Optional<FinalSales>> answers;

    public CubeForecasts(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.played = new Memory<>(HOUSES_MAX, warehouse::revision);
        this.learnt = new Memory<>(LEARNT_MAX, warehouse::revision);
        this.answers = new Memory<>(ANSWERS_MAX, warehouse::revision);
    }

    @Override
    public Optional<FinalSales> finalSales(HouseId house, long performance, LocalDate asOf) {
        return answers.answer(house, List.of(performance, asOf), () -> told(house, performance, asOf));
    }

    @Override
    public List<ForecastCheck> checks(HouseId house, LocalDate asOf) {
        return checked(house, knownUntil(house, asOf));
    }

    /** The last day until which sales are known: an export that is a week old must not pass for a week without sales. */
    private LocalDate knownUntil(HouseId house, LocalDate asOf) {
        return warehouse
                .read(connection -> ForecastQuery.knownUntil(connection, house, asOf))
                .orElse(asOf);
    }

    private Optional<FinalSales> told(HouseId house, long performance, LocalDate asOf) {
        LocalDate until = knownUntil(house, asOf);
        return warehouse
                .read(connection -> ForecastQuery.ahead(connection, house, performance, until))
                .map(ahead -> told(house, performance, until, asOf, ahead));
    }

    private FinalSales told(HouseId house, long performance, LocalDate until, LocalDate asOf, Ahead ahead) {
        int before = (int) Math.max(0, ChronoUnit.DAYS.between(until, ahead.day()));
        if (ahead.state().equals("cancelled") || ahead.state().equals("postponed")) {
            return without(performance, until, before, ahead, Verdict.CALLED_OFF, List.of());
        }
        if (before == 0 || !ahead.day().isAfter(asOf)) {
            return without(performance, until, before, ahead, Verdict.PLAYED, List.of());
        }
        List<ForecastCheck> checks = checked(house, until);
        if (before > PlayedShows.HORIZON) {
            return without(performance, until, before, ahead, Verdict.TOO_EARLY, checks);
        }
        Played shows = played(house, until);
        return learnt(house, until, before, ahead.seats() > 0)
                .map(forecast -> told(performance, until, before, ahead, shows, forecast, checks))
                .orElseGet(() -> without(performance, until, before, ahead, Verdict.TOO_FEW_SHOWS, checks));
    }

    private static FinalSales told(
            long performance,
            LocalDate until,
            int before,
            Ahead ahead,
            Played shows,
            FinalForecast forecast,
            List<ForecastCheck> checks) {
        boolean shown = forecast.check().better();
        Asked asked = new Asked(
                shows.genre(ahead.genre()), ahead.day().toEpochDay(), ahead.seats(), ahead.sold(), ahead.price());
        return new FinalSales(
                performance,
                until,
                before,
                ahead.sold(),
                shown ? Verdict.SHOWN : Verdict.NOT_BETTER,
                shown ? forecast.expected(asked) : null,
                forecast.check(),
                checks);
    }

    private static FinalSales without(
            long performance, LocalDate until, int before, Ahead ahead, Verdict verdict, List<ForecastCheck> checks) {
        return new FinalSales(performance, until, before, ahead.sold(), verdict, null, null, checks);
    }

    private List<ForecastCheck> checked(HouseId house, LocalDate until) {
        return FinalForecast.CHECKED.stream()
                .flatMap(days -> learnt(house, until, days, true).stream())
                .map(FinalForecast::check)
                .toList();
    }

    private Optional<FinalForecast> learnt(HouseId house, LocalDate until, int before, boolean seatsKnown) {
        Played shows = played(house, until);
        boolean bySeat = seatsKnown && shows.shows().seated();
        return learnt.answer(
                house, List.of(until, before, bySeat), () -> FinalForecast.learnt(shows.shows(), before, bySeat));
    }

    private Played played(HouseId house, LocalDate until) {
        return played.answer(
                house,
                List.of(until),
                () -> warehouse.read(connection -> ForecastQuery.played(connection, house, until)));
    }
}

package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.insight.WeekPoint;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Warehouse;

/**
 * Figures remembered until the warehouse changes. What needs attention is asked anew each time, because it depends on
 * the register and the day too.
 */
public final class RememberedFigures implements Figures {

    private static final int SHEETS_MAX = 2_000;
    private static final int LISTS_MAX = 100;

    private final Figures figures;
    private final Memory<List<Season>> seasons;
    private final Memory<FigureSheet> sheets;
    private final Memory<Optional<FigureSheet>> performances;
    private final Memory<List<PerformanceLine>> pages;
    private final Memory<Optional<PerformanceLine>> lines;
    private final Memory<Optional<BookingCurve>> curves;
    private final Memory<List<WeekPoint>> weeks;

    public RememberedFigures(Figures figures, Warehouse warehouse) {
        this.figures = figures;
        this.seasons = new Memory<>(LISTS_MAX, warehouse::revision);
        this.sheets = new Memory<>(SHEETS_MAX, warehouse::revision);
        this.performances = new Memory<>(SHEETS_MAX, warehouse::revision);
        this.pages = new Memory<>(LISTS_MAX, warehouse::revision);
        this.lines = new Memory<>(SHEETS_MAX, warehouse::revision);
        this.curves = new Memory<>(LISTS_MAX, warehouse::revision);
        this.weeks = new Memory<>(LISTS_MAX, warehouse::revision);
    }

    @Override
    public List<Indicator> dictionary() {
        return figures.dictionary();
    }

    @Override
    public List<Season> seasons(HouseId house) {
        return seasons.answer(List.of(house), () -> figures.seasons(house));
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf) {
        return sheets.answer(List.of(house, season, asOf), () -> figures.season(house, season, asOf));
    }

    @Override
    public Optional<FigureSheet> performance(HouseId house, long performance, LocalDate asOf) {
        return performances.answer(
                List.of(house, performance, asOf), () -> figures.performance(house, performance, asOf));
    }

    @Override
    public List<PerformanceLine> performances(HouseId house, Season season, LocalDate asOf, int offset, int limit) {
        return pages.answer(
                List.of(house, season, asOf, offset, limit),
                () -> figures.performances(house, season, asOf, offset, limit));
    }

    @Override
    public Optional<PerformanceLine> performanceLine(HouseId house, long performance, LocalDate asOf) {
        return lines.answer(List.of(house, performance, asOf), () -> figures.performanceLine(house, performance, asOf));
    }

    @Override
    public Optional<BookingCurve> bookingCurve(HouseId house, long performance, LocalDate asOf) {
        return curves.answer(List.of(house, performance, asOf), () -> figures.bookingCurve(house, performance, asOf));
    }

    @Override
    public List<Attention> attention(HouseId house, LocalDate today) {
        return figures.attention(house, today);
    }

    @Override
    public List<WeekPoint> weeks(HouseId house, Season season, LocalDate asOf) {
        return weeks.answer(List.of(house, season, asOf), () -> figures.weeks(house, season, asOf));
    }
}

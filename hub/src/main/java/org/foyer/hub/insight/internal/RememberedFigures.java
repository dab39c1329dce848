package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
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
 * Figures remembered until the house's part of the warehouse changes. Of what needs attention only the age of the last
 * import is asked anew each time, because the register tells it.
 */
public final class RememberedFigures implements Figures, PeerSheets {

    private static final int SHEETS_MAX = 2_000;
    private static final int SMALL_MAX = 1_000;
    private static final int LISTS_MAX = 100;

    private final CubeFigures figures;
    private final Memory<List<Season>> seasons;
    private final Memory<FigureSheet> sheets;
    private final Memory<FigureSheet> parts;
    private final Memory<FigureSheet> peers;
    private final Memory<Optional<FigureSheet>> performances;
    private final Memory<List<PerformanceLine>> pages;
    private final Memory<Optional<PerformanceLine>> lines;
    private final Memory<Optional<BookingCurve>> curves;
    private final Memory<List<WeekPoint>> weeks;
    private final Memory<List<Attention>> attention;

    public RememberedFigures(CubeFigures figures, Warehouse warehouse) {
        this.figures = figures;
        ToLongFunction<HouseId> revision = warehouse::revision;
        this.seasons = new Memory<>(SMALL_MAX, revision);
        this.sheets = new Memory<>(SHEETS_MAX, revision);
        this.parts = new Memory<>(SHEETS_MAX, revision);
        this.peers = new Memory<>(SHEETS_MAX, revision);
        this.performances = new Memory<>(SHEETS_MAX, revision);
        this.pages = new Memory<>(LISTS_MAX, revision);
        this.lines = new Memory<>(SHEETS_MAX, revision);
        this.curves = new Memory<>(LISTS_MAX, revision);
        this.weeks = new Memory<>(SMALL_MAX, revision);
        this.attention = new Memory<>(SMALL_MAX, revision);
    }

    @Override
    public List<Indicator> dictionary() {
        return figures.dictionary();
    }

    @Override
    public List<Season> seasons(HouseId house) {
        return seasons.answer(house, List.of(), () -> figures.seasons(house));
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf) {
        return sheets.answer(house, List.of(season, asOf), () -> figures.season(house, season, asOf));
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf, Set<String> indicators) {
        return parts.answer(
                house,
                List.of(season, asOf, Set.copyOf(indicators)),
                () -> figures.season(house, season, asOf, indicators));
    }

    /**
     * Only the sheets that are not remembered are read. They are remembered for the month of {@code asOf}, as long as an
     * edition of comparisons lasts.
     */
    @Override
    public List<FigureSheet> sheets(List<HouseId> houses, Season season, LocalDate asOf, Set<String> indicators) {
        List<Object> asked = List.of(season, YearMonth.from(asOf), Set.copyOf(indicators));
        Map<HouseId, FigureSheet> sheets = new HashMap<>();
        Map<HouseId, Long> missing = new LinkedHashMap<>();
        for (HouseId house : houses) {
            FigureSheet known = peers.known(house, asked);
            if (known == null) {
                missing.put(house, peers.revision(house));
            } else {
                sheets.put(house, known);
            }
        }
        for (FigureSheet read : figures.sheets(List.copyOf(missing.keySet()), season, asOf, indicators)) {
            peers.keep(read.house(), asked, missing.getOrDefault(read.house(), 0L), read);
            sheets.put(read.house(), read);
        }
        return houses.stream()
                .map(house -> Objects.requireNonNull(sheets.get(house)))
                .toList();
    }

    @Override
    public Optional<FigureSheet> performance(HouseId house, long performance, LocalDate asOf) {
        return performances.answer(
                house, List.of(performance, asOf), () -> figures.performance(house, performance, asOf));
    }

    @Override
    public List<PerformanceLine> performances(HouseId house, Season season, LocalDate asOf, int offset, int limit) {
        return pages.answer(
                house,
                List.of(season, asOf, offset, limit),
                () -> figures.performances(house, season, asOf, offset, limit));
    }

    @Override
    public List<PerformanceLine> upcoming(HouseId house, LocalDate from, int limit) {
        return pages.answer(house, List.of(from, limit), () -> figures.upcoming(house, from, limit));
    }

    @Override
    public Optional<PerformanceLine> performanceLine(HouseId house, long performance, LocalDate asOf) {
        return lines.answer(house, List.of(performance, asOf), () -> figures.performanceLine(house, performance, asOf));
    }

    @Override
    public Optional<BookingCurve> bookingCurve(HouseId house, long performance, LocalDate asOf) {
        return curves.answer(house, List.of(performance, asOf), () -> figures.bookingCurve(house, performance, asOf));
    }

    @Override
    public List<Attention> attention(HouseId house, LocalDate today) {
        List<Attention> watched = attention.answer(house, List.of(today), () -> figures.watch(house, today));
        return figures.withLastImport(house, today, watched);
    }

    @Override
    public List<WeekPoint> weeks(HouseId house, Season season, LocalDate asOf) {
        return weeks.answer(house, List.of(season, asOf), () -> figures.weeks(house, season, asOf));
    }
}

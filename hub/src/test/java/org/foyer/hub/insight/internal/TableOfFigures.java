package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.insight.WeekPoint;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Figures written down by hand, for comparisons that need no warehouse. */
final class TableOfFigures implements Figures, PeerSheets {

    private static final Indicator.Text NO_TEXT = new Indicator.Text("", "");

    private final Map<HouseId, Map<String, Double>> values = new HashMap<>();
    private final List<LocalDate> askedFor = new ArrayList<>();

    void put(HouseId house, String indicator, double value) {
        values.computeIfAbsent(house, key -> new HashMap<>()).put(indicator, value);
    }

    List<LocalDate> askedFor() {
        return askedFor;
    }

    @Override
    public List<Indicator> dictionary() {
        return List.of(
                indicator("occupancy", "ratio", true),
                indicator("revenue", "money", false),
                indicator("lead-time", "days", true));
    }

    private static Indicator indicator(String id, String unit, boolean comparable) {
        return new Indicator(id, 1, 1, unit, List.of(), comparable, NO_TEXT, NO_TEXT, NO_TEXT);
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf) {
        askedFor.add(asOf);
        List<Figure> figures = dictionary().stream()
                .map(indicator ->
                        figure(indicator, values.getOrDefault(house, Map.of()).get(indicator.id())))
                .toList();
        return new FigureSheet(house, season, asOf, null, "EUR", false, figures);
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf, Set<String> indicators) {
        return season(house, season, asOf);
    }

    @Override
    public List<FigureSheet> sheets(List<HouseId> houses, Season season, LocalDate asOf, Set<String> indicators) {
        return houses.stream().map(house -> season(house, season, asOf)).toList();
    }

    private static Figure figure(Indicator indicator, Double value) {
        return new Figure(
                indicator.id(),
                1,
                indicator.unit(),
                value,
                List.of(),
                1000,
                1,
                value == null ? "missing" : null,
                List.of());
    }

    @Override
    public List<Season> seasons(HouseId house) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FigureSheet> performance(HouseId house, long performance, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PerformanceLine> performances(HouseId house, Season season, LocalDate asOf, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PerformanceLine> upcoming(HouseId house, LocalDate from, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PerformanceLine> performanceLine(HouseId house, long performance, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BookingCurve> bookingCurve(HouseId house, long performance, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Attention> attention(HouseId house, LocalDate today) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<WeekPoint> weeks(HouseId house, Season season, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }
}

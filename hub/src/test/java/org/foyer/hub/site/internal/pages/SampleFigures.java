package org.foyer.hub.site.internal.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

/** A house with one of everything that a page can show. */
final class SampleFigures implements Figures {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Season SEASON = new Season(2026);
    private static final List<String> TITLES = List.of(
            "Bérénice",
            "Le Malade imaginaire",
            "La Flûte enchantée",
            "Cercle de craie",
            "Nuit blanche <et> noire",
            "Phèdre",
            "Les Indes galantes");

    @Override
    public List<Indicator> dictionary() {
        List<Indicator> dictionary = new ArrayList<>();
        Stream.of(season(new HouseId(1), SEASON, TODAY).figures(), SampleAudience.known())
                .flatMap(List::stream)
                .forEach(figure -> dictionary.add(new Indicator(
                        figure.indicator(),
                        1,
                        1,
                        figure.unit(),
                        List.of("capacity"),
                        true,
                        text(figure.indicator()),
                        text("Formule"),
                        text("Piège"))));
        return dictionary;
    }

    private static Indicator.Text text(String word) {
        return new Indicator.Text(word, word);
    }

    @Override
    public List<Season> seasons(HouseId house) {
        return List.of(SEASON, SEASON.previous());
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf, Set<String> indicators) {
        return season(house, season, asOf);
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf) {
        double less = season.equals(SEASON) ? 1 : 0.93;
        return new FigureSheet(
                house,
                season,
                asOf,
                null,
                "EUR",
                true,
                List.of(
                        figure(
                                "occupancy",
                                "ratio",
                                0.784 * less,
                                List.of(part("paying", 700, 0.71), part("total", 784, 0.784))),
                        figure("tickets", "tickets", 48_213 * less, List.of()),
                        figure("revenue", "money", 112_345_678 * less, List.of()),
                        figure("average-yield", "money", 2_731 * less, List.of()),
                        figure(
                                "lead-time",
                                "days",
                                34.0,
                                List.of(part("lower-quartile", 9, 0.25), part("upper-quartile", 88, 0.75))),
                        figure(
                                "channel-mix",
                                "distribution",
                                null,
                                List.of(
                                        part("web", 31_000, 0.62),
                                        part("counter", 12_000, 0.24),
                                        part("to-classify", 7_000, 0.14))),
                        figure(
                                "purchase-horizon",
                                "distribution",
                                null,
                                List.of(
                                        part("same-day-or-later", 4_000, 0.08),
                                        part("within-7", 9_000, 0.18),
                                        part("earlier", 37_000, 0.74))),
                        figure(
                                "seasonality-month",
                                "distribution",
                                null,
                                List.of(part("9", 5_000, 0.2), part("10", 8_000, 0.32), part("11", 12_000, 0.48))),
                        figure(
                                "booking-curve",
                                "curve",
                                null,
                                List.of(part("30", 600, 0.6), part("7", 850, 0.85), part("0", 1_000, 1))),
                        new Figure("no-show", 1, "ratio", null, List.of(), 0, 0, "scans-missing", List.of("scanned"))));
    }

    private static Figure figure(String id, String unit, Double value, List<Figure.Part> parts) {
        return new Figure(id, 1, unit, value, parts, 61_496, 1, null, List.of());
    }

    private static Figure.Part part(String key, double value, double share) {
        return new Figure.Part(key, value, share);
    }

    @Override
    public Optional<FigureSheet> performance(HouseId house, long performance, LocalDate asOf) {
        return Optional.of(season(house, SEASON, asOf));
    }

    @Override
    public List<PerformanceLine> upcoming(HouseId house, LocalDate from, int limit) {
        return performances(house, Season.of(from), from, 0, 1_000).stream()
                .filter(line -> !line.day().isBefore(from))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PerformanceLine> performances(HouseId house, Season season, LocalDate asOf, int offset, int limit) {
        List<PerformanceLine> lines = new ArrayList<>();
        for (int i = offset; i < TITLES.size() && lines.size() < limit; i++) {
            lines.add(line(i));
        }
        return lines;
    }

    private static PerformanceLine line(int i) {
        LocalDate day = TODAY.plusDays(2 + 5L * i);
        Integer capacity = i == 3 ? null : 526;
        long tickets = 490 - 61L * i;
        return new PerformanceLine(
                i + 1,
                TITLES.get(i),
                "Théâtre",
                "Théâtre de la Ville haute",
                "Grande salle",
                LocalDateTime.of(day, java.time.LocalTime.of(20, 30)),
                day,
                i == 5 ? "cancelled" : "scheduled",
                capacity,
                6,
                tickets,
                12,
                4,
                tickets * 2_700,
                capacity == null ? null : tickets / 520.0,
                null);
    }

    @Override
    public Optional<PerformanceLine> performanceLine(HouseId house, long performance, LocalDate asOf) {
        return Optional.of(line((int) performance - 1));
    }

    @Override
    public Optional<BookingCurve> bookingCurve(HouseId house, long performance, LocalDate asOf) {
        List<BookingCurve.Point> points = new ArrayList<>();
        for (int before = 120; before >= 0; before--) {
            double middle = 80 * Math.exp(-before / 45.0);
            Double own = before < 14 ? null : middle * 0.8;
            points.add(new BookingCurve.Point(
                    before, own == null ? null : Math.round(own * 5.2), own, middle * 0.85, middle, middle * 1.15));
        }
        return Optional.of(new BookingCurve(performance, 23, points));
    }

    @Override
    public List<Attention> attention(HouseId house, LocalDate today) {
        return List.of(
                new Attention("attention-low-occupancy", 2L, List.of("Le Malade imaginaire", "2026-12-01", "31", "7")),
                new Attention("attention-quarantine", null, List.of("1234")));
    }

    @Override
    public List<WeekPoint> weeks(HouseId house, Season season, LocalDate asOf) {
        List<WeekPoint> weeks = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            long before = Math.round(900 + 700 * Math.sin(i / 5.0) + 15 * (i % 7));
            weeks.add(new WeekPoint(
                    LocalDate.of(2026, 8, 31).plusWeeks(i),
                    before + 90 + 20 * (i % 3),
                    before * 2_700,
                    before,
                    before * 2_650));
        }
        return weeks;
    }
}

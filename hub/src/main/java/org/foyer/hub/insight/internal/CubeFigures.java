package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.insight.BookingCurve;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.insight.PerformanceLine;
import org.foyer.hub.insight.WeekPoint;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** Figures read from the daily cubes at each asking; {@link RememberedFigures} spares the repeated ones. */
public final class CubeFigures implements Figures, PeerSheets {

    private static final int LINES_MAX = 2_000;
    private static final int UPCOMING_YEARS = 2;
    private static final int ATTENTION_MAX = 20;
    /** So many that planning no longer counts, so few that their orders are grouped within the processor's memory. */
    private static final int HOUSES_AT_ONCE = 10;

    private final Warehouse warehouse;
    private final Register register;
    private final Houses houses;
    private final Dictionary dictionary;
    private final SheetQuery sheets;
    private final Set<String> all;

    public CubeFigures(Warehouse warehouse, Register register, Houses houses) {
        this.warehouse = warehouse;
        this.register = register;
        this.houses = houses;
        this.dictionary = Dictionary.shipped();
        this.sheets = new SheetQuery(dictionary, new Standing(warehouse));
        this.all = dictionary.indicators().stream().map(Indicator::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Indicator> dictionary() {
        return dictionary.indicators();
    }

    @Override
    public List<Season> seasons(HouseId house) {
        TreeSet<Season> seasons = new TreeSet<>(Comparator.reverseOrder());
        warehouse.read(connection -> {
            String months = "select distinct date_trunc('month', day)::date from performance where house = $1";
            try (PreparedStatement query = connection.prepareStatement(months)) {
                query.setShort(1, (short) house.value());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        seasons.add(Season.of(row.getDate(1).toLocalDate()));
                    }
                }
            }
            return seasons;
        });
        return List.copyOf(seasons);
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf) {
        return season(house, season, asOf, all);
    }

    @Override
    public FigureSheet season(HouseId house, Season season, LocalDate asOf, Set<String> indicators) {
        return sheets(List.of(house), season, asOf, indicators).get(0);
    }

    @Override
    public List<FigureSheet> sheets(List<HouseId> asked, Season season, LocalDate asOf, Set<String> indicators) {
        List<FigureSheet> read = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += HOUSES_AT_ONCE) {
            List<HouseId> some = asked.subList(from, Math.min(asked.size(), from + HOUSES_AT_ONCE));
            read.addAll(sheets(new Scope(List.copyOf(some), season, null, asOf), indicators));
        }
        return read;
    }

    @Override
    public Optional<FigureSheet> performance(HouseId house, long performance, LocalDate asOf) {
        return warehouse
                .read(connection -> day(connection, house, performance))
                .map(day -> sheets(new Scope(house, Season.of(day), performance, asOf), all)
                        .get(0));
    }

    private List<FigureSheet> sheets(Scope scope, Set<String> indicators) {
        List<List<Figure>> figures = sheets.figures(warehouse, scope, indicators);
        List<FigureSheet> made = new ArrayList<>();
        for (int place = 0; place < figures.size(); place++) {
            House house = house(scope.houses().get(place));
            made.add(new FigureSheet(
                    house.id(),
                    scope.season(),
                    scope.asOf(),
                    scope.performance(),
                    house.currency().getCurrencyCode(),
                    house.simulated(),
                    figures.get(place)));
        }
        return made;
    }

    private static Optional<LocalDate> day(Connection connection, HouseId house, long performance) throws SQLException {
        String sql = "select day from performance where house = $1 and id = $2";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setShort(1, (short) house.value());
            query.setLong(2, performance);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getDate(1).toLocalDate()) : Optional.empty();
            }
        }
    }

    @Override
    public List<PerformanceLine> performances(HouseId house, Season season, LocalDate asOf, int offset, int limit) {
        int from = Math.max(0, offset);
        int most = Math.max(0, Math.min(limit, LINES_MAX));
        return warehouse.read(
                connection -> LineQuery.page(connection, house, season.from(), season.to(), asOf, from, most));
    }

    @Override
    public List<PerformanceLine> upcoming(HouseId house, LocalDate from, int limit) {
        int most = Math.max(0, Math.min(limit, LINES_MAX));
        LocalDate to = from.plusYears(UPCOMING_YEARS);
        return warehouse.read(connection -> LineQuery.next(connection, house, from, to, most));
    }

    @Override
    public Optional<PerformanceLine> performanceLine(HouseId house, long performance, LocalDate asOf) {
        return warehouse.read(connection -> LineQuery.one(connection, house, performance, asOf));
    }

    @Override
    public Optional<BookingCurve> bookingCurve(HouseId house, long performance, LocalDate asOf) {
        return warehouse.read(connection -> CurveQuery.curve(connection, house, performance, asOf));
    }

    @Override
    public List<Attention> attention(HouseId house, LocalDate today) {
        return withLastImport(house, today, watch(house, today));
    }

    /** What the warehouse alone tells. */
    List<Attention> watch(HouseId house, LocalDate today) {
        return Watch.attention(warehouse, house, today);
    }

    /** What the warehouse told, behind what the register tells of the last import. */
    List<Attention> withLastImport(HouseId house, LocalDate today, List<Attention> watched) {
        List<Attention> found = new ArrayList<>(LastImport.attention(register, house(house), today));
        found.addAll(watched);
        return List.copyOf(found.subList(0, Math.min(found.size(), ATTENTION_MAX)));
    }

    @Override
    public List<WeekPoint> weeks(HouseId house, Season season, LocalDate asOf) {
        return warehouse.read(connection -> WeekQuery.weeks(connection, house, season, asOf));
    }

    private House house(HouseId id) {
        return houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
    }
}

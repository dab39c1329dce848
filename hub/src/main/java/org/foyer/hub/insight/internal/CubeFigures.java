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
import java.util.TreeSet;
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
import org.jspecify.annotations.Nullable;

/** Figures read from the daily cubes at each asking; {@link RememberedFigures} spares the repeated ones. */
public final class CubeFigures implements Figures {

    private static final int LINES_MAX = 2_000;
    private static final int ATTENTION_MAX = 20;

    private final Warehouse warehouse;
    private final Register register;
    private final Houses houses;
    private final Dictionary dictionary;
    private final SheetQuery sheets;

    public CubeFigures(Warehouse warehouse, Register register, Houses houses) {
        this.warehouse = warehouse;
        this.register = register;
        this.houses = houses;
        this.dictionary = Dictionary.shipped();
        this.sheets = new SheetQuery(dictionary);
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
        return warehouse.read(connection -> sheet(connection, house, season, asOf, null));
    }

    @Override
    public Optional<FigureSheet> performance(HouseId house, long performance, LocalDate asOf) {
        return warehouse.read(connection -> {
            Optional<LocalDate> day = day(connection, house, performance);
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sheet(connection, house, Season.of(day.get()), asOf, performance));
        });
    }

    private FigureSheet sheet(
            Connection connection, HouseId id, Season season, LocalDate asOf, @Nullable Long performance)
            throws SQLException {
        House house = house(id);
        List<Figure> figures = sheets.figures(connection, new Scope(id, season, performance, asOf));
        return new FigureSheet(
                id, season, asOf, performance, house.currency().getCurrencyCode(), house.simulated(), figures);
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
        return warehouse.read(connection -> LineQuery.page(connection, house, season, asOf, from, most));
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
        List<Attention> found = new ArrayList<>(LastImport.attention(register, house(house), today));
        found.addAll(warehouse.read(connection -> Watch.attention(connection, house, today)));
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

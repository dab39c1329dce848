package org.foyer.hub.catalogue.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** Quality as the warehouse has it: performances are summed in the engine by show, by house or by source. */
public final class WarehouseQuality implements Quality {

    private static final int PRODUCTIONS_MAX = 20_000;

    private final Warehouse warehouse;

    public WarehouseQuality(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    private record OfShow(long production, String title, QualitySums sums) {}

    private record Summed(HouseId house, QualitySums sums) {}

    private record Told(String source, long houses, QualitySums sums) {}

    @Override
    public Report of(HouseId house, LocalDate from, LocalDate to) {
        LookedAt looked = new LookedAt(List.of(new Days(house, from, to)));
        List<OfShow> shows = warehouse.read(connection -> Rows.of(
                connection,
                looked.sums("production, title") + " order by production limit " + PRODUCTIONS_MAX,
                row -> new OfShow(row.getLong("production"), row.getString("title"), QualitySums.of(row))));
        if (shows.isEmpty()) {
            return new Report(0, 0, List.of(), List.of());
        }
        QualitySums all = QualitySums.of(shows.stream().map(OfShow::sums).toList());
        return new Report(
                all.performances(),
                all.score(),
                all.properties(),
                shows.stream()
                        .map(show -> show(show, all.performances()))
                        .filter(show -> show.gain() > 0)
                        .sorted(Comparator.comparingDouble(Show::gain)
                                .reversed()
                                .thenComparing(Show::production))
                        .limit(SHOWS_MAX)
                        .toList());
    }

    private record OneDate(long production, QualitySums sums) {}

    @Override
    public Optional<OfDate> of(HouseId house, long performance) {
        return warehouse.read(connection -> {
            List<LocalDate> days = Rows.of(
                    connection,
                    "select day from shown_performance where house = ? and id = ?",
                    row -> row.getObject("day", LocalDate.class),
                    house.value(),
                    performance);
            if (days.isEmpty()) {
                return Optional.empty();
            }
            LookedAt looked = new LookedAt(List.of(new Days(house, days.get(0), days.get(0))));
            return Rows.of(
                            connection,
                            "from (" + looked.sums("id, production") + ") where id = ?",
                            row -> new OneDate(row.getLong("production"), QualitySums.of(row)),
                            performance)
                    .stream()
                    .findFirst()
                    .map(one -> new OfDate(
                            performance,
                            one.production(),
                            one.sums().score(),
                            one.sums().properties().stream()
                                    .filter(property -> property.there() == 0)
                                    .toList()));
        });
    }

    private static Show show(OfShow show, long all) {
        QualitySums sums = show.sums();
        return new Show(
                show.production(),
                show.title(),
                sums.performances(),
                sums.score(),
                sums.missing(),
                sums.gainAmong(all));
    }

    @Override
    public Overall over(List<Days> houses) {
        List<Days> asked = checked(houses);
        if (asked.isEmpty()) {
            return new Overall(0, 0, null, List.of(), List.of(), List.of());
        }
        LookedAt looked = new LookedAt(asked);
        return warehouse.read(connection -> overall(
                Rows.of(
                        connection,
                        looked.sums("house"),
                        row -> new Summed(new HouseId(row.getInt("house")), QualitySums.of(row))),
                Rows.of(
                        connection,
                        looked.sourceSums(),
                        row -> new Told(row.getString("source"), row.getLong("houses"), QualitySums.of(row)))));
    }

    private static Overall overall(List<Summed> houses, List<Told> sources) {
        if (houses.isEmpty()) {
            return new Overall(0, 0, null, List.of(), List.of(), List.of());
        }
        QualitySums all = QualitySums.of(houses.stream().map(Summed::sums).toList());
        long count = all.performances();
        return new Overall(
                count,
                all.score(),
                spread(houses.stream()
                        .map(house -> house.sums().score())
                        .sorted()
                        .toList()),
                all.properties(),
                houses.stream()
                        .map(one -> new OfHouse(
                                one.house(),
                                one.sums().performances(),
                                one.sums().score(),
                                one.sums().first(),
                                one.sums().gainAmong(count)))
                        .sorted(Comparator.comparingDouble(OfHouse::gain)
                                .reversed()
                                .thenComparing(one -> one.house().value()))
                        .toList(),
                sources.stream()
                        .map(one -> new OfSource(
                                one.source(),
                                one.houses(),
                                one.sums().performances(),
                                one.sums().score(),
                                one.sums().first(),
                                one.sums().gainAmong(count)))
                        .sorted(Comparator.comparingDouble(OfSource::gain)
                                .reversed()
                                .thenComparing(OfSource::source))
                        .toList());
    }

    private static Spread spread(List<Double> scores) {
        int count = scores.size();
        double median = (scores.get((count - 1) / 2) + scores.get(count / 2)) / 2;
        return new Spread(scores.get(0), median, scores.get(count - 1));
    }

    @Override
    public SourceReport of(String source, List<Days> houses) {
        List<Days> asked = checked(houses);
        SourceReport nothing = new SourceReport(source, 0, 0, List.of(), List.of(), 0);
        if (asked.isEmpty()) {
            return nothing;
        }
        LookedAt looked = new LookedAt(asked);
        return warehouse.read(connection -> {
            List<QualitySums> found =
                    Rows.of(connection, "from (" + looked.sourceSums() + ") where source = ?", QualitySums::of, source);
            if (found.isEmpty()) {
                return nothing;
            }
            QualitySums all = found.get(0);
            List<Lack> dates =
                    Rows.of(connection, looked.lacking(), row -> lack(row, all.performances()), source, DATES_MAX);
            long lacking = dates.size() < DATES_MAX ? dates.size() : counted(connection, looked, source);
            return new SourceReport(
                    source, all.performances(), all.score(), all.properties(), dates, lacking - dates.size());
        });
    }

    private static long counted(Connection connection, LookedAt looked, String source) throws SQLException {
        return Rows.of(
                        connection,
                        "select count(*) as n from (" + looked.lacking() + ")",
                        row -> row.getLong("n"),
                        source,
                        Integer.MAX_VALUE)
                .get(0);
    }

    private static Lack lack(ResultSet row, long all) throws SQLException {
        List<String> missing = new ArrayList<>();
        for (String name : POINTS.keySet()) {
            if (!row.getBoolean(name)) {
                missing.add(name);
            }
        }
        double points = row.getDouble("points");
        return new Lack(
                new HouseId(row.getInt("house")),
                row.getLong("id"),
                row.getString("reference"),
                row.getString("title"),
                row.getObject("day", LocalDate.class),
                row.getObject("starts_local", LocalDateTime.class),
                missing,
                points,
                (100 - points) / all);
    }

    private static List<Days> checked(List<Days> houses) {
        if (houses.size() > HOUSES_MAX) {
            throw new IllegalArgumentException("too many houses at once: " + houses.size());
        }
        return houses;
    }
}

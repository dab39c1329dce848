package org.foyer.hub.intake.internal.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.runs.RunNames;
import org.foyer.hub.intake.internal.sheets.TypedSheets;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Histories read out of the warehouse, with names of imports from the register; put back on sheets. */
public final class HouseHistory implements History {

    private static final String FIND_PERFORMANCE = """
            select a.goes_by as thing, p.title as name, p.id as show from any_performance a
            join performance f on f.house = a.house and f.id = a.goes_by
            join production p on p.house = f.house and p.id = f.production where a.house = ? and a.id = ?
            """;

    private static final String FIND_PERSON = """
            with asked as (select ? as house, ?::bigint as number)
            select any_value(coalesce(o.known_as, n.number)) as thing, min(n.name) as name, 0 as show
            from asked a join contribution c on c.house = a.house join credited_name n on n.name = c.name
            left join one_name o on o.name = n.number left join one_name x on x.name = a.number
            where coalesce(o.known_as, n.number) = coalesce(x.known_as, a.number) having count(*) > 0
            """;

    /** Where a show is played, what, and whom it credits. */
    private static final String RELATED = """
            select 'venue' as kind, v.id, v.name from venue v where v.house = $house and v.id in (select venue from performance
              where house = $house and production = $thing)
            union all
            select 'work', w.id, w.title from work w where w.house = $house and w.id in (select i.work from programme_item i
              join performance f on f.house = i.house and f.id = i.performance where i.house = $house and f.production = $thing)
            union all
            select 'person', coalesce(o.known_as, name_number(c.name)), min(c.name) from contribution c
            join performance f on f.house = c.house and f.id = c.performance
            left join one_name o on o.name = name_number(c.name)
            where c.house = $house and f.production = $thing group by all
            order by kind desc, name, id limit 150
            """;

    private final Warehouse warehouse;
    private final RunNames runs;
    private final TypedSheets sheets;

    public HouseHistory(Warehouse warehouse, RunNames runs, TypedSheets sheets) {
        this.warehouse = warehouse;
        this.runs = runs;
        this.sheets = sheets;
    }

    /** A record that is there. @param show production on whose sheet it is typed, 0 for what is on several */
    private record Found(Kind kind, long thing, String name, long show) {}

    private static Optional<Found> find(Connection connection, HouseId house, Kind kind, long thing)
            throws SQLException {
        return new Sql(connection)
                        .list(
                                row -> new Found(
                                        kind, row.getLong("thing"), row.getString("name"), row.getLong("show")),
                                finding(kind),
                                house.value(),
                                thing)
                        .stream()
                        .findFirst();
    }

    private static String finding(Kind kind) {
        return switch (kind) {
            case PERFORMANCE -> FIND_PERFORMANCE;
            case PERSON -> FIND_PERSON;
            case SHOW -> finding("production", "title", "p.id");
            case VENUE -> finding("venue", "name", "0");
            case WORK -> finding("work", "title", "0");
        };
    }

    private static String finding(String table, String name, String show) {
        return """
                select a.goes_by as thing, p.%2$s as name, %3$s as show from any_%1$s a
                join %1$s p on p.house = a.house and p.id = a.goes_by where a.house = ? and a.id = ?
                """.formatted(table, name, show);
    }

    private static List<RecordHistory.Related> related(Connection connection, HouseId house, Found found)
            throws SQLException {
        return found.kind() != Kind.SHOW
                ? List.of()
                : new Sql(connection)
                        .list(
                                row -> new RecordHistory.Related(
                                        Kind.of(row.getString("kind")).orElseThrow(),
                                        row.getLong("id"),
                                        row.getString("name")),
                                RELATED.replace("$house", Integer.toString(house.value()))
                                        .replace("$thing", Long.toString(found.thing())));
    }

    private record Read(Found found, List<HistoryLine> lines, List<RecordHistory.Related> related) {}

    @Override
    public Optional<RecordHistory> of(HouseId house, Kind kind, long thing, int offset, int limit) {
        int most = Math.max(1, Math.min(limit, CHANGES_MAX));
        Optional<Read> read = warehouse.read(connection -> {
            Optional<Found> found = find(connection, house, kind, thing);
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Read(
                            found.get(),
                            new Sql(connection)
                                    .list(
                                            HistoryLine::of,
                                            HistorySql.page(
                                                    house, kind, found.get().thing()),
                                            most,
                                            Math.max(0, offset)),
                            related(connection, house, found.get())));
        });
        return read.map(one -> told(house, one));
    }

    private RecordHistory told(HouseId house, Read read) {
        Set<Integer> numbers = read.lines().stream()
                .flatMap(line -> Stream.of(line.run(), line.undo()))
                .filter(number -> number != 0)
                .collect(Collectors.toSet());
        Map<Integer, RecordChange.Run> named = runs.of(house, numbers);
        Found found = read.found();
        return new RecordHistory(
                found.kind(),
                found.thing(),
                found.name(),
                found.kind() == Kind.PERFORMANCE ? found.show() : null,
                read.lines().isEmpty() ? 0 : read.lines().get(0).total(),
                read.lines().stream().map(line -> line.change(named)).toList(),
                read.related(),
                found.show() == 0 ? null : sheets.seenOf(house, found.show()).orElse(null));
    }

    @Override
    public PuttingBack putBack(
            HouseId house, Kind kind, long thing, String change, ShowSheet.@Nullable Seen seen, String actor) {
        Optional<Found> found = warehouse.read(connection -> find(connection, house, kind, thing));
        if (found.isEmpty()) {
            return ended(Ended.UNKNOWN);
        }
        List<HistoryLine> lines = warehouse.read(connection -> new Sql(connection)
                .list(HistoryLine::of, HistorySql.one(house, kind, found.get().thing()), change));
        if (lines.isEmpty()) {
            return ended(Ended.GONE);
        }
        HistoryLine line = lines.get(0);
        return switch (line.back()) {
            case COUNTS -> ended(Ended.COUNTS);
            case NOT_TYPED -> ended(Ended.NOT_TYPED);
            case POSSIBLE -> putBack(house, found.get(), line, seen, actor);
        };
    }

    private PuttingBack putBack(
            HouseId house, Found found, HistoryLine line, ShowSheet.@Nullable Seen seen, String actor) {
        if (found.show() != 0) {
            return sheets.say(house, found.show(), sheet -> SaidAgain.words(line, sheet), seen, actor);
        }
        List<TypedWhere> shows =
                warehouse.read(connection -> TypedWhere.shows(connection, house, found.kind(), found.thing()));
        int typed = warehouse.read(connection -> TypedWhere.run(connection, house, line, found.thing()));
        return TypedWhere.of(shows, sheets.typedBy(house, typed))
                .map(show ->
                        sheets.say(house, show.production(), sheet -> SaidAgain.words(line, sheet, show), null, actor))
                .orElse(ended(Ended.NOT_TYPED));
    }

    private static PuttingBack ended(Ended ended) {
        return new PuttingBack(ended, null, null);
    }

    static List<Long> numbers(ResultSet row, String column) throws SQLException {
        return Stream.of((Object[]) row.getArray(column).getArray())
                .map(number -> ((Number) number).longValue())
                .toList();
    }
}

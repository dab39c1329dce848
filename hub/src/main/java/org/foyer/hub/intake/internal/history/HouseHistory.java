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

    private static final String FIND_SHOW = """
            select a.goes_by as thing, p.title as name, p.id as show from any_production a
            join production p on p.house = a.house and p.id = a.goes_by where a.house = ? and a.id = ?
            """;

    private static final String FIND_PERFORMANCE = """
            select a.goes_by as thing, p.title as name, p.id as show from any_performance a
            join performance f on f.house = a.house and f.id = a.goes_by
            join production p on p.house = f.house and p.id = f.production where a.house = ? and a.id = ?
            """;

    private final Warehouse warehouse;
    private final RunNames runs;
    private final TypedSheets sheets;

    public HouseHistory(Warehouse warehouse, RunNames runs, TypedSheets sheets) {
        this.warehouse = warehouse;
        this.runs = runs;
        this.sheets = sheets;
    }

    /** A record that is there. @param show production on whose sheet it is typed */
    private record Found(Kind kind, long thing, String name, long show) {}

    private static Optional<Found> find(Connection connection, HouseId house, Kind kind, long thing)
            throws SQLException {
        return new Sql(connection)
                        .list(
                                row -> new Found(
                                        kind, row.getLong("thing"), row.getString("name"), row.getLong("show")),
                                kind == Kind.SHOW ? FIND_SHOW : FIND_PERFORMANCE,
                                house.value(),
                                thing)
                        .stream()
                        .findFirst();
    }

    private record Read(Found found, List<HistoryLine> lines) {}

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
                                            Math.max(0, offset))));
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
                found.kind() == Kind.SHOW ? null : found.show(),
                read.lines().isEmpty() ? 0 : read.lines().get(0).total(),
                read.lines().stream().map(line -> line.change(named)).toList(),
                sheets.seenOf(house, found.show()).orElse(null));
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
            case POSSIBLE -> sheets.say(house, found.get().show(), sheet -> SaidAgain.words(line, sheet), seen, actor);
        };
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

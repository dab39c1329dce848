package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.catalogue.Changes;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** Changes as the warehouse has them: performances with the run that last changed them, and those that were taken back. */
public final class ChangeFeed implements Changes {

    private static final String PAGE = """
            select run, id, house, gone from (
              select changed_run as run, id, house, false as gone from performance where changed_run is not null
              union all
              select by_run, id, house, true from departed where kind = 'performance')
            where run > ? or run = ? and id > ?
            order by run, id limit ?
            """;

    private final Warehouse warehouse;
    private final EntryPages entries;
    private final Function<HouseId, Optional<House>> houses;
    private final ChangeMarks marks;
    private final int pageMax;

    public ChangeFeed(Warehouse warehouse, Function<HouseId, Optional<House>> houses, ChangeMarks marks) {
        this(warehouse, houses, marks, PAGE_MAX);
    }

    ChangeFeed(Warehouse warehouse, Function<HouseId, Optional<House>> houses, ChangeMarks marks, int pageMax) {
        this.marks = marks;
        this.warehouse = warehouse;
        this.entries = new EntryPages(warehouse);
        this.houses = houses;
        this.pageMax = pageMax;
    }

    private record Change(Position position, HouseId house, boolean gone) {
        long performance() {
            return position.performance();
        }
    }

    @Override
    public boolean isOfThis(String text) {
        String[] parts = text.split("-");
        return parts.length < 3 || marks.of(Long.parseLong(parts[0])).equals(parts[2]);
    }

    @Override
    public void write(Position after, String base, String self, OutputStream out) throws IOException {
        List<Change> changes = page(after);
        Map<Long, ProgrammeEntry> said = said(changes);
        Map<HouseId, Optional<House>> of = new HashMap<>();
        try (SchemaJson json = new SchemaJson(out)) {
            json.start();
            json.startList("items");
            for (Change change : changes) {
                Optional<House> house = of.computeIfAbsent(change.house(), houses);
                write(json, change, house, Optional.ofNullable(said.get(change.performance())), base);
            }
            json.endList();
            Position last =
                    changes.isEmpty() ? after : changes.get(changes.size() - 1).position();
            String mark = marks.of(last.run());
            json.text("next", self + last + (mark.isEmpty() ? "" : "-" + mark));
            json.end();
        }
        out.flush();
    }

    /** A performance that went between the two readings is told as gone now, and once more when the reader comes to that. */
    private static void write(
            SchemaJson json, Change change, Optional<House> house, Optional<ProgrammeEntry> entry, String base)
            throws IOException {
        Iris iris = new Iris(base);
        boolean told = !change.gone() && house.isPresent() && entry.isPresent();
        json.lineBreak();
        json.start();
        json.text("state", told ? "updated" : "deleted");
        json.text("kind", "performance");
        json.text("id", iris.performance(change.performance()));
        json.number("modified", change.position().run());
        if (told) {
            json.start("data");
            json.context();
            new EventNodes(json, iris, house.get()).performance(entry.get(), true);
            json.end();
        }
        json.end();
    }

    private List<Change> page(Position after) {
        return warehouse.read(connection -> Rows.of(
                connection,
                PAGE,
                row -> new Change(
                        new Position(row.getLong("run"), row.getLong("id")),
                        new HouseId(row.getInt("house")),
                        row.getBoolean("gone")),
                after.run(),
                after.run(),
                after.performance(),
                pageMax));
    }

    private Map<Long, ProgrammeEntry> said(List<Change> changes) {
        List<Change> standing =
                changes.stream().filter(change -> !change.gone()).toList();
        Map<Long, ProgrammeEntry> said = new HashMap<>();
        entries.of(
                        standing.stream().map(Change::house).distinct().toList(),
                        standing.stream().map(Change::performance).toList())
                .forEach(entry -> said.put(entry.performance().id(), entry));
        return said;
    }
}

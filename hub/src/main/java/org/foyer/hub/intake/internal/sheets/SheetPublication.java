package org.foyer.hub.intake.internal.sheets;

import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Revivals;
import org.foyer.hub.store.Warehouse;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Publishes a sheet: the document that it becomes, tried first, then imported, then kept as a version. */
final class SheetPublication {

    private static final long DOCUMENT_BYTES_MAX = 8L * Sheets.CHARACTERS_MAX;

    private final SheetRegister sheets;
    private final Warehouse warehouse;
    private final Archive archive;
    private final Function<RunOrder, RunReport> runs;
    private final Clock clock;

    /** @param runs what carries a run out */
    SheetPublication(
            SheetRegister sheets,
            Warehouse warehouse,
            Archive archive,
            Function<RunOrder, RunReport> runs,
            Clock clock) {
        this.sheets = sheets;
        this.warehouse = warehouse;
        this.archive = archive;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Publishes what was typed. Nothing is published while there are problems.
     *
     * @param files what files say of the show
     * @param ofDraft whether what waited is published with it
     * @param from the other house whose words were taken, named by the file; null where none were
     */
    ShowSheet.Published publish(
            HouseId house,
            SheetRegister.Kept kept,
            SheetWords files,
            SheetWords typed,
            boolean ofDraft,
            @Nullable String from,
            String actor) {
        SheetWords whole = Overlay.over(files, typed);
        List<Problem> problems = new ArrayList<>(SheetCheck.of(whole, typed));
        String revived = typed.get(Revivals.PROPERTY);
        warehouse
                .read(connection -> RevivalCheck.of(connection, kept.production(), revived))
                .ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return new ShowSheet.Published(problems, null);
        }
        SheetWords plain = Prices.plain(typed);
        String own = "s" + kept.id();
        int version = kept.version() + 1;
        byte[] document = SheetDocument.write(
                kept.production() == null ? own : kept.production().toString(),
                whole.get("title"),
                plain,
                whole.dates());
        ArchivedFile file = archive.keep(
                house,
                "show-" + kept.id() + "-version-" + version + (from == null ? "" : "-words-of-" + from) + ".json",
                new ByteArrayInputStream(document),
                DOCUMENT_BYTES_MAX);
        RunReport rehearsed = runs.apply(order(house, file, true, actor));
        if (rehearsed.state() == RunState.FAILED || rehearsed.quarantined() > 0) {
            return new ShowSheet.Published(rehearsed.problems(), rehearsed);
        }
        RunReport report = runs.apply(order(house, file, false, actor));
        if (report.state() != RunState.COMMITTED || report.run() == null) {
            return new ShowSheet.Published(report.problems(), report);
        }
        sheets.published(
                house,
                kept.id(),
                version,
                plain,
                productionOf(house, own).orElse(null),
                report.run().value(),
                ofDraft ? kept.savedAt() : null,
                actor,
                clock.instant());
        return new ShowSheet.Published(List.of(), report);
    }

    private static RunOrder order(HouseId house, ArchivedFile file, boolean rehearsal, String actor) {
        return new RunOrder(house, List.of(file), Matching.NONE, rehearsal, null, actor, null);
    }

    /** The production that the dates of a sheet belong to, whether they made it or were known before. */
    private Optional<Long> productionOf(HouseId house, String own) {
        return warehouse.read(connection -> productionOf(connection, house, own));
    }

    private static Optional<Long> productionOf(Connection connection, HouseId house, String own) throws SQLException {
        List<Long> found = new Sql(connection)
                .list(
                        row -> row.getLong("production"),
                        "select p.production from own_thing o join performance p on p.house = o.house and p.id = o.thing"
                                + " where o.house = ? and o.kind = 'performance' and starts_with(o.ref, ?) order by p.day, p.id limit 1",
                        house.value(),
                        own + "/");
        return found.stream().findFirst();
    }
}

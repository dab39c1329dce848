package org.foyer.hub.intake.internal.sheets;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.Proposal;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetStart;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.runs.HouseFacts;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Sheets over the register, published as files through the intake. */
public final class TypedSheets implements Sheets {

    static final int VERSIONS_SHOWN = 100;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    private final Register register;
    private final SheetRegister sheets;
    private final Warehouse warehouse;
    private final SheetPublication publication;
    private final SaidBeside beside;
    private final IntFunction<@Nullable Instant> begun;
    private final IntPredicate undone;
    private final Clock clock;

    /** Held from reading what a sheet says until it is kept as a version: two publications of one sheet would keep the same number. */
    private final Object publishing = new Object();

    /**
     * @param runs what carries a run out
     * @param begun when a run began
     * @param undone whether a run was taken back
     */
    public TypedSheets(
            Register register,
            Warehouse warehouse,
            Archive archive,
            Function<RunOrder, RunReport> runs,
            IntFunction<@Nullable Instant> begun,
            IntPredicate undone,
            Clock clock) {
        this.register = register;
        this.sheets = new SheetRegister(register);
        this.warehouse = warehouse;
        this.publication = new SheetPublication(sheets, warehouse, archive, runs, clock);
        this.begun = begun;
        this.undone = undone;
        this.clock = clock;
        this.beside = new SaidBeside(this, sheets, register, undone, clock);
    }

    @Override
    public List<ShowSheet.Name> list(HouseId house, int limit) {
        return sheets.list(house, limit).stream()
                .map(kept -> new ShowSheet.Name(
                        kept.id(),
                        kept.production(),
                        sheet(house, kept).shown().get("title"),
                        kept.version(),
                        waits(kept),
                        kept.savedAt(),
                        kept.savedBy()))
                .toList();
    }

    @Override
    public long blank(HouseId house, String actor) {
        return sheets.make(house, null, actor, clock.instant());
    }

    @Override
    public Optional<Long> of(HouseId house, long production, String actor) {
        Optional<Long> known = sheets.ofProduction(house, production);
        if (known.isPresent() || known(house, production).isEmpty()) {
            return known;
        }
        return Optional.of(sheets.make(house, production, actor, clock.instant()));
    }

    @Override
    public Optional<ShowSheet> sheet(HouseId house, long sheet) {
        return sheets.byId(house, sheet).map(kept -> sheet(house, kept));
    }

    ShowSheet sheet(HouseId house, SheetRegister.Kept kept) {
        Optional<KnownShow> known = kept.production() == null ? Optional.empty() : known(house, kept.production());
        SheetWords files = known.map(KnownShow::words).orElse(SheetWords.NOTHING);
        SheetWords typed = named(house, kept.typed());
        return new ShowSheet(
                kept.id(),
                house,
                kept.production(),
                files,
                Overlay.over(files, typed),
                kept.version(),
                waits(kept),
                kept.savedAt(),
                kept.savedBy(),
                known.map(KnownShow::billsDiffer).orElse(false));
    }

    /** What was published and taken back by an undo of its import waits again. */
    private boolean waits(SheetRegister.Kept kept) {
        return kept.draft() != null || kept.run() != null && undone.test(kept.run());
    }

    private Optional<KnownShow> known(HouseId house, long production) {
        int places = HouseFacts.of(register, house).places();
        return warehouse.read(
                connection -> KnownShow.read(connection, house, goesBy(connection, house, production), places));
    }

    private static long goesBy(Connection connection, HouseId house, long production) throws SQLException {
        return new Sql(connection)
                .number(
                        "select coalesce(max(goes_by), ?) from any_production where house = ? and id = ?",
                        production,
                        house.value(),
                        production);
    }

    /** Dates of the sheet's own that have a number by now are called by it. */
    SheetWords named(HouseId house, SheetWords typed) {
        if (typed.dates().stream().allMatch(SheetWords.Date::hasNumber)) {
            return typed;
        }
        Map<String, String> numbers = new HashMap<>();
        warehouse.read(connection -> new Sql(connection)
                .list(
                        row -> numbers.put(row.getString("ref"), row.getString("thing")),
                        "select o.ref, o.thing from own_thing o join performance p on p.house = o.house and p.id = o.thing"
                                + " where o.house = ? and o.kind = 'performance' and o.ref in (select unnest(?::varchar[]))",
                        house.value(),
                        connection.createArrayOf(
                                "VARCHAR",
                                typed.dates().stream().map(SheetWords.Date::own).toArray())));
        return new SheetWords(
                typed.show(),
                typed.dates().stream()
                        .map(date -> new SheetWords.Date(numbers.getOrDefault(date.own(), date.own()), date.said()))
                        .toList(),
                typed.works(),
                typed.credits());
    }

    @Override
    public Keeping keep(HouseId house, long sheet, SheetWords words, ShowSheet.@Nullable Seen seen, String actor) {
        return sheets.byId(house, sheet)
                .map(kept -> {
                    SheetWords files = sheet(house, kept).files();
                    SheetWords typed =
                            Overlay.beside(files, withOwnDates(house, sheet, words), named(house, kept.published()));
                    return sheets.keep(house, sheet, typed, seen, actor, clock.instant())
                            ? Keeping.KEPT
                            : Keeping.CHANGED_SINCE;
                })
                .orElse(Keeping.UNKNOWN);
    }

    @Override
    public Optional<ShowSheet> withTyped(HouseId house, long sheet, SheetWords words) {
        return sheet(house, sheet).map(now -> now.showing(Overlay.late(now.shown(), words)));
    }

    private SheetWords withOwnDates(HouseId house, long sheet, SheetWords words) {
        return new SheetWords(
                words.show(),
                words.dates().stream()
                        .map(date -> date.own().equals(SheetWords.NEW)
                                ? new SheetWords.Date(nextDate(house, sheet), date.said())
                                : date)
                        .toList(),
                words.works(),
                words.credits());
    }

    @Override
    public String nextDate(HouseId house, long sheet) {
        return "s" + sheet + "/" + sheets.nextDate(house, sheet);
    }

    @Override
    public ShowSheet.Published publish(HouseId house, long sheet, String actor) {
        synchronized (publishing) {
            SheetRegister.Kept kept = sheets.byId(house, sheet).orElseThrow();
            return publish(house, kept, named(house, kept.typed()), true, null, actor);
        }
    }

    /** @param ofDraft whether what waited is published with it @param from the other house whose words were taken, or null */
    ShowSheet.Published publish(
            HouseId house,
            SheetRegister.Kept kept,
            SheetWords typed,
            boolean ofDraft,
            @Nullable String from,
            String actor) {
        return publication.publish(house, kept, sheet(house, kept).files(), typed, ofDraft, from, actor);
    }

    @Override
    public List<ShowSheet.Version> versions(HouseId house, long sheet) {
        return sheets.versions(house, sheet, VERSIONS_SHOWN);
    }

    /** What was said since and not then goes back to the files' word. */
    @Override
    public boolean restore(HouseId house, long sheet, int version, String actor) {
        Optional<SheetWords> old = sheets.version(house, sheet, version);
        Optional<SheetRegister.Kept> kept = sheets.byId(house, sheet);
        if (old.isEmpty() || kept.isEmpty()) {
            return false;
        }
        SheetWords published = named(house, kept.get().published());
        return keep(
                house, sheet, Overlay.restored(sheet(house, kept.get()), named(house, old.get()), published), actor);
    }

    @Override
    public Optional<ShowSheet.Seen> seenOf(HouseId house, long production) {
        return sheets.ofProduction(house, production)
                .flatMap(sheet -> sheets.byId(house, sheet))
                .map(kept -> new ShowSheet.Seen(kept.version(), kept.savedAt()));
    }

    /** On the sheet of which production a run was typed; empty when it was not. */
    public Optional<Long> typedBy(HouseId house, int run) {
        return sheets.productionOf(house, run);
    }

    /**
     * Says something beside what the sheet of a production says, and publishes that alone.
     *
     * @param words what is said, made from the sheet as it stands published; prices in minor units
     * @param seen the sheet as who says it saw it, null for whatever is there
     */
    public History.PuttingBack say(
            HouseId house,
            long production,
            Function<ShowSheet, SheetWords> words,
            ShowSheet.@Nullable Seen seen,
            String actor) {
        synchronized (publishing) {
            return beside.say(house, production, words, null, seen, actor);
        }
    }

    @Override
    public History.PuttingBack take(
            HouseId house,
            long production,
            SheetWords words,
            String from,
            ShowSheet.@Nullable Seen seen,
            String actor) {
        synchronized (publishing) {
            return beside.say(house, production, sheet -> withOwnDates(house, sheet.id(), words), from, seen, actor);
        }
    }

    @Override
    public List<Proposal> propose(HouseId house, Proposal.Kind kind, String words) {
        String typed = words.strip();
        if (typed.length() < SHORTEST || typed.length() > LONGEST) {
            return List.of();
        }
        return Proposals.of(register, warehouse, house, kind, typed);
    }

    @Override
    public List<Contradiction> contradictions(HouseId house, int offset, int limit) {
        return warehouse.read(connection -> Contradictions.page(connection, house, offset, limit, begun));
    }

    @Override
    public List<Contradiction.Said> values(HouseId house, long production, long performance, String property) {
        return warehouse.read(
                connection -> Contradictions.values(connection, house, production, performance, property, begun));
    }

    @Override
    public long undecided(HouseId house) {
        return warehouse.read(connection -> Contradictions.undecided(connection, house));
    }

    @Override
    public ShowSheet.Published decide(
            HouseId house, long production, long performance, String property, String value, String actor) {
        synchronized (publishing) {
            return beside.decide(house, production, performance, property, value, actor);
        }
    }

    @Override
    public Optional<Moved> move(
            HouseId house,
            long performance,
            SheetStart seen,
            LocalDate evening,
            @Nullable LocalTime hour,
            String actor) {
        synchronized (publishing) {
            return new DateMoves(this, sheets, warehouse).move(house, performance, seen, evening, hour, actor);
        }
    }

    @Override
    public Optional<ShowSheet.Published> changeCast(
            HouseId house, long performance, List<CastChange> changes, String actor) {
        List<Long> production = warehouse.read(connection -> new Sql(connection)
                .list(
                        row -> row.getLong("production"),
                        "select production from performance where house = ? and id = ?",
                        house.value(),
                        performance));
        return production.stream()
                .findFirst()
                .map(of -> changes.stream().allMatch(CastChange::tellable)
                        ? decide(house, of, performance, SheetWords.CAST_CHANGES, CastChange.text(changes), actor)
                        : new ShowSheet.Published(List.of(SheetCheck.untellable(changes)), null));
    }
}

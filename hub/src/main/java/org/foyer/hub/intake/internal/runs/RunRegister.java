package org.foyer.hub.intake.internal.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.internal.words.WordRegister;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Sha256;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The register's side of runs. */
public final class RunRegister {

    private static final String COLUMNS = "id, house, kind, files, actor, state, begun_at, report";

    private final Register register;

    public RunRegister(Register register) {
        this.register = register;
    }

    Optional<RunRow> byId(IntakeRunId id) {
        return query("where id = :id", statement -> statement.bind("id", id.value())).stream()
                .findFirst();
    }

    /** Runs of a house by their numbers, in no order. */
    List<RunRow> byIds(HouseId house, List<Integer> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return query(
                "where house = :house and id in (<ids>)",
                statement -> statement.bind("house", house.value()).bindList("ids", ids));
    }

    /** When a run began; null when there is none of this number. */
    public @Nullable Instant begunAt(int run) {
        return byId(new IntakeRunId(run)).map(RunRow::begunAt).orElse(null);
    }

    /** Whether a run was taken back. */
    public boolean isUndone(int run) {
        return byId(new IntakeRunId(run))
                .map(row -> row.state() == RunState.UNDONE)
                .orElse(false);
    }

    Optional<RunRow> byKey(HouseId house, String idempotencyKey) {
        return query(
                        "where house = :house and idempotency_key = :key",
                        statement -> statement.bind("house", house.value()).bind("key", idempotencyKey))
                .stream()
                .findFirst();
    }

    List<RunRow> ofHouse(HouseId house, int offset, int limit) {
        return query(
                "where house = :house and kind <> 'undo' order by id desc limit :limit offset :offset",
                statement -> statement
                        .bind("house", house.value())
                        .bind("limit", limit)
                        .bind("offset", offset));
    }

    long countOfHouse(HouseId house) {
        return register.read(
                handle -> handle.createQuery("select count(*) from intake_run where house = :house and kind <> 'undo'")
                        .bind("house", house.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** Runs that began and did not end. */
    List<RunRow> begun() {
        return query("where state = 'begun' order by id", statement -> {});
    }

    /** Houses whose runs read a file or compared their totals with it. */
    List<HouseId> housesWith(Sha256 file) {
        return register.read(handle -> handle.createQuery(
                        "select distinct house from intake_run where files like :file or report like :file order by house")
                .bind("file", "%" + file + "%")
                .map((row, context) -> new HouseId(row.getInt(1)))
                .list());
    }

    /** Everything that the warehouse was made from, in the order in which it happened. */
    List<RunRow> chronicle() {
        return query("where state in ('committed', 'undone') order by id", statement -> {});
    }

    /** Digests of the files of a house from which the warehouse was made, or is about to be. */
    Set<Sha256> filesNeeded(HouseId house) {
        return files(query(
                "where house = :house and state <> 'failed'", statement -> statement.bind("house", house.value())));
    }

    /** Digests of the files of all runs of a house, failed ones too. */
    Set<Sha256> filesOf(HouseId house) {
        return files(query("where house = :house", statement -> statement.bind("house", house.value())));
    }

    private static Set<Sha256> files(List<RunRow> rows) {
        return rows.stream()
                .filter(row -> !row.isUndo())
                .flatMap(row -> row.readFiles().stream())
                .map(file -> file.file().sha256())
                .collect(Collectors.toSet());
    }

    /** Puts another form of a file in the place of the one that came, in the list of files and in the report. */
    static void replaceFile(Handle handle, int run, int file, String from, String to) {
        JsonNode files = ReportText.tree(handle.createQuery("select files from intake_run where id = :id")
                .bind("id", run)
                .mapTo(String.class)
                .one());
        ((ObjectNode) files.path(file)).put("sha256", to).put("cleaned", true);
        handle.createUpdate("update intake_run set files = :files, report = replace(report, :from, :to) where id = :id")
                .bind("files", files.toString())
                .bind("from", from)
                .bind("to", to)
                .bind("id", run)
                .execute();
    }

    /** A file of a run, and the name under which it was received. */
    record NamedFile(int run, int file, String name) {}

    /** The files of all runs of a house, failed ones too. */
    List<NamedFile> namedFiles(HouseId house) {
        List<NamedFile> all = new ArrayList<>();
        for (RunRow row : query("where house = :house", statement -> statement.bind("house", house.value()))) {
            List<RunRow.ReadFile> files = row.isUndo() ? List.of() : row.readFiles();
            for (int file = 0; file < files.size(); file++) {
                all.add(new NamedFile(row.id(), file, files.get(file).file().name()));
            }
        }
        return all;
    }

    /** Gives a file of a run another name, in the list of files and wherever reports tell of it. */
    static void renameFile(Handle handle, int run, int file, String name) {
        JsonNode files = ReportText.tree(handle.createQuery("select files from intake_run where id = :id")
                .bind("id", run)
                .mapTo(String.class)
                .one());
        String before = files.path(file).path("name").asText();
        ((ObjectNode) files.path(file)).put("name", name);
        handle.createUpdate("update intake_run set files = :files where id = :id")
                .bind("files", files.toString())
                .bind("id", run)
                .execute();
        handle.createUpdate("update intake_run set report = replace(report, :from, :to) where id = :id"
                        + " or kind = 'undo' and files = :undoes")
                .bind("from", ReportText.inside(before))
                .bind("to", ReportText.inside(name))
                .bind("id", run)
                .bind("undoes", RunRow.undoing(run))
                .execute();
    }

    /** Reports of a run and of what took it back, by number. */
    Map<Integer, String> reports(int run) {
        Map<Integer, String> reports = new TreeMap<>();
        query(
                        "where (id = :id or kind = 'undo' and files = :undoes) and report is not null",
                        statement -> statement.bind("id", run).bind("undoes", RunRow.undoing(run)))
                .forEach(row -> reports.put(row.id(), Objects.requireNonNull(row.report())));
        return reports;
    }

    /** Committed runs whose report holds a code. */
    List<RunRow> committedThatSay(String code) {
        return query(
                "where state = 'committed' and report like :said order by id",
                statement -> statement.bind("said", "%\"" + code + "\"%"));
    }

    private interface Binder {
        void bind(SqlStatement<?> statement);
    }

    private List<RunRow> query(String rest, Binder binder) {
        return register.read(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from intake_run " + rest);
            binder.bind(query);
            return query.map((row, context) -> new RunRow(
                            row.getInt("id"),
                            new HouseId(row.getInt("house")),
                            row.getString("kind"),
                            ReportText.tree(row.getString("files")),
                            row.getString("actor"),
                            RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            Instant.ofEpochMilli(row.getLong("begun_at")),
                            row.getString("report")))
                    .list();
        });
    }

    /** Says that a run begins. */
    static int begin(
            Handle handle,
            HouseId house,
            String kind,
            long recipe,
            String files,
            String actor,
            Instant begunAt,
            @Nullable String idempotencyKey,
            @Nullable String words) {
        return handle.createUpdate(
                        "insert into intake_run (house, kind, recipe, files, actor, state, begun_at, idempotency_key,"
                                + " words) values (:house, :kind, :recipe, :files, :actor, 'begun', :begun, :key, :words)")
                .bind("house", house.value())
                .bind("kind", kind)
                .bind("recipe", recipe)
                .bind("files", files)
                .bind("actor", actor)
                .bind("begun", begunAt.toEpochMilli())
                .bind("key", idempotencyKey)
                .bindByType("words", words, String.class)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Says how a run ended. A run of the kind undo that ends well turns its target into an undone run; words said with an
     * import that ends well count from then on, and go on counting when it is undone.
     */
    void end(RunRow row, RunState state, Instant endedAt, String report) {
        register.write(handle -> {
            close(handle, row.id(), state, endedAt, report);
            if (state == RunState.COMMITTED) {
                WordRegister.sayWithRun(handle, row.house(), words(handle, row.id()), row.actor(), row.begunAt());
            }
            if (row.isUndo() && state == RunState.COMMITTED) {
                handle.createUpdate(
                                "update intake_run set state = 'undone', undone_at = :at, report = :report where id = :id")
                        .bind("at", endedAt.toEpochMilli())
                        .bind("report", report)
                        .bind("id", row.undoes())
                        .execute();
            }
            return true;
        });
    }

    private static List<SaidWord> words(Handle handle, int id) {
        return handle.createQuery("select words from intake_run where id = :id and words is not null")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(ReportText::words)
                .orElse(List.of());
    }

    private static void close(Handle handle, int id, RunState state, Instant endedAt, String report) {
        handle.createUpdate("update intake_run set state = :state, ended_at = :at, report = :report where id = :id")
                .bind("state", state.name().toLowerCase(Locale.ROOT))
                .bind("at", endedAt.toEpochMilli())
                .bind("report", report)
                .bind("id", id)
                .execute();
    }

    Register register() {
        return register;
    }
}

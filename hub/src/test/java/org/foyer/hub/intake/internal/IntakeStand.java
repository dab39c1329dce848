package org.foyer.hub.intake.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.programme.ProgrammeLoad;
import org.foyer.hub.intake.internal.programme.ProgrammeSources;
import org.foyer.hub.intake.internal.runs.CrashPoint;
import org.foyer.hub.intake.internal.runs.IntakeLimits;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.DataFolder;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.HouseKeys;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** A node with real stores and two houses, at a fixed hour. */
public final class IntakeStand implements AutoCloseable {

    public static final HouseId PARIS = new HouseId(1);
    public static final HouseId LONDON = new HouseId(2);

    public final DataFolder data;
    public final Register register;
    public final HouseKeys keys;
    public final Warehouse warehouse;
    public final Archive archive;
    private final Path folder;
    public Instant now = Instant.parse("2025-06-01T08:00:00Z");
    public FileIntake intake;

    public IntakeStand(Path folder) {
        this.folder = folder;
        data = DataFolder.hold(folder);
        register = EmptyStores.register(data.register());
        keys = new HouseKeys(data.keys());
        warehouse = EmptyStores.warehouse(data.warehouse(), "1GB", keys);
        archive = new Archive(data.archive(), keys);
        addHouse(1, "grand-theatre", "Europe/Paris", "EUR");
        addHouse(2, "little-house", "Europe/London", "GBP");
        intake = intake(CrashPoint.NONE);
    }

    public void addHouse(int id, String slug, String zone, String currency) {
        register.write(handle -> handle.execute(
                "insert into house (id, slug, name, discipline, seats, zone, currency, simulated, person_salt, created_at)"
                        + " select ?, ?, ?, 'theatre', 500, ?, ?, 0, 'salt', 0 where not exists (select 1 from house where id = ?)",
                id,
                slug,
                slug,
                zone,
                currency,
                id));
    }

    public FileIntake intake(CrashPoint crash) {
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new FileIntake(
                register,
                warehouse,
                archive,
                data.work(),
                ProgrammeSources.all(),
                new ProgrammeLoad(),
                clock,
                IntakeLimits.DEFAULT,
                crash);
    }

    public Path folder() {
        return folder;
    }

    public ArchivedFile receive(String name, String text) {
        return receive(name, text, StandardCharsets.UTF_8);
    }

    /** From both houses, so that either can run it. */
    public ArchivedFile receive(String name, String text, Charset charset) {
        intake.receive(LONDON, name, new ByteArrayInputStream(text.getBytes(charset)));
        return intake.receive(PARIS, name, new ByteArrayInputStream(text.getBytes(charset)));
    }

    public RunReport run(HouseId house, ArchivedFile... files) {
        return intake.run(order(house, false, files), Progress.NONE);
    }

    public static RunOrder order(HouseId house, boolean dryRun, ArchivedFile... files) {
        return new RunOrder(house, List.of(files), Matching.NONE, dryRun, null, "tester", null);
    }

    public List<String> query(String sql) {
        return warehouse.read(connection -> new Sql(connection).list(IntakeStand::joined, sql));
    }

    public static String joined(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            text.append(i == 1 ? "" : "|").append(row.getString(i));
        }
        return text.toString();
    }

    /** Every table of the warehouse, row by row; what is sealed, opened by its view. */
    public List<String> everything() {
        List<String> all = new java.util.ArrayList<>();
        for (String table : query(
                "select schema_name || '.' || table_name from duckdb_tables() where not temporary union all"
                        + " select schema_name || '.' || view_name from duckdb_views() where schema_name = 'personal' order by 1")) {
            query("select columns(lambda c: c <> 'sealed') from " + table).stream()
                    .sorted()
                    .forEach(row -> all.add(table + ": " + row));
        }
        return all;
    }

    @Override
    public void close() {
        warehouse.close();
        data.close();
    }
}

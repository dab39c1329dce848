package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.model.HouseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts of two houses as Parquet, read back by an engine that knows nothing of Foyer. */
class ParquetExportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);
    private static final HouseId ONE = new HouseId(1);
    private static final HouseId TWO = new HouseId(2);
    private static final String PLANTED = "order-of-madame-planted";
    private static final long PERSON = 7777777777777L;

    /** Two seasons each; people, orders and tickets that must not leave. Lines: as many as said. */
    private static final String ROWS = """
            insert into production (house, id, title, run) values (1, 1, 'Giselle', 1), (2, 1, 'Carmen', 1);
            insert into performance (house, id, production, starts_local, day, state, capacity, run)
              select h, d, 1, timestamp '2025-06-01 20:00:00' + interval (d * 100) day, date '2025-06-01' + (d * 100)::integer, 'scheduled', 500, 1
              from (values (1), (2)) v(h), range(4) r(d);
            insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, vat, tariff, person, order_ref,
                ticket, run, line)
              select 1 + i %% 2, i %% 4, timestamp '2025-05-01 12:00:00', '2025-05-01', '2025-05-01',
                case when i %% 50 = 0 then 'cancellation' else 'sale' end::operation, case when i %% 50 = 0 then -1 else 1 end,
                case when i %% 50 = 0 then -1 else 1 end * (1000 + i %% 997), 50, i %% 5, %d + i, '%s' || i, '%s' || i, 1, i
              from range(%d) r(i);
            """;

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private HouseKeys keys;

    @BeforeEach
    void open() {
        keys = new HouseKeys(folder.resolve("keys"));
        warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "512MB", keys);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private void fill(int lines) {
        warehouse.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(ROWS.formatted(PERSON, PLANTED, PLANTED, lines));
            }
        });
    }

    private ParquetExport.Manifest export(Path out, HouseId... houses) throws IOException {
        return new ParquetExport(warehouse, keys, CLOCK)
                .write(List.of(houses), out, (manifest, file) -> Files.writeString(file, manifest.toString()));
    }

    private long own(String sql) {
        return warehouse.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static long plain(String sql) throws Exception {
        try (Connection plain = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = plain.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String all(Path out, String table) {
        return "read_parquet('" + out + "/" + table + "/**/*.parquet')";
    }

    @Test
    void sumsAreThoseOfTheWarehouseToTheCent() throws Exception {
        fill(10_000);
        Path out = folder.resolve("out");
        ParquetExport.Manifest manifest = export(out, ONE, TWO);
        assertThat(manifest.day()).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(plain("select sum(amount) from " + all(out, "sale_line")))
                .isEqualTo(own("select sum(amount) from sale_line"));
        assertThat(plain("select sum(quantity) from " + all(out, "sale_line") + " where house = 2"))
                .isEqualTo(own("select sum(quantity) from sale_line where house = 2"));
        assertThat(manifest.files().stream()
                        .filter(file -> file.table().equals("sale_line"))
                        .mapToLong(ParquetExport.Written::rows)
                        .sum())
                .isEqualTo(10_000);
        for (ParquetExport.Written file : manifest.files()) {
            assertThat(out.resolve(file.path())).isRegularFile().hasSize(file.bytes());
        }
        assertThat(manifest.files())
                .extracting(ParquetExport.Written::path)
                .anyMatch(path -> path.startsWith("sale_line/house=1/season=2024-2025/"))
                .anyMatch(path -> path.startsWith("performance/house=2/season=2025-2026/"));
        assertThat(out.resolve("manifest.json")).isRegularFile();
    }

    @Test
    void nothingOfAPersonIsInside() throws Exception {
        fill(1_000);
        Path out = folder.resolve("out");
        ParquetExport.Manifest manifest = export(out, ONE, TWO);
        manifest.schema()
                .values()
                .forEach(columns -> assertThat(columns)
                        .extracting(ParquetExport.Column::name)
                        .doesNotContain("person", "order_ref", "ticket", "sold", "line", "known_buyer"));
        assertThat(own("select count(*) from sale_line where person = " + (PERSON + 1)))
                .isEqualTo(1);
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(PLANTED, "person", "order_ref"));
        }
    }

    @Test
    void onlyTheHousesThatWereNamedLeaveAndNoneThatTookItsKeyAway() throws Exception {
        fill(1_000);
        Path out = folder.resolve("one");
        export(out, ONE);
        assertThat(plain("select count(distinct house) from " + all(out, "sale_line")))
                .isEqualTo(1);
        keys.make(TWO);
        keys.destroy(TWO);
        assertThatThrownBy(() -> export(folder.resolve("both"), ONE, TWO)).isInstanceOf(HouseKeyMissing.class);
        assertThat(folder.resolve("both")).doesNotExist();
    }

    @Test
    void whatAStoppedExportLeftIsMadeAnewAndAFullFolderIsNotTouched() throws Exception {
        fill(100);
        Path left = Files.createDirectories(folder.resolve("out.unfinished/sale_line/house=9"));
        Files.writeString(left.resolve("half.parquet"), "half");
        Path out = folder.resolve("out");
        export(out, ONE);
        assertThat(folder.resolve("out.unfinished")).doesNotExist();
        assertThat(out.resolve("sale_line/house=9")).doesNotExist();
        assertThatThrownBy(() -> export(out, ONE)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(plain("select count(*) from " + all(out, "sale_line"))).isEqualTo(50);
    }

    /** Told, not judged: how long a million lines take on this machine. */
    @Test
    void aMillionLinesAreWritten() throws Exception {
        fill(1_000_000);
        long began = System.nanoTime();
        ParquetExport.Manifest manifest = export(folder.resolve("out"), ONE, TWO);
        System.out.println("parquet: 1,000,000 lines in " + (System.nanoTime() - began) / 1_000_000 + " ms, "
                + manifest.files().stream()
                        .mapToLong(ParquetExport.Written::bytes)
                        .sum() + " bytes, "
                + manifest.files().size() + " files");
        assertThat(plain("select sum(amount) from " + all(folder.resolve("out"), "sale_line")))
                .isEqualTo(own("select sum(amount) from sale_line"));
    }
}

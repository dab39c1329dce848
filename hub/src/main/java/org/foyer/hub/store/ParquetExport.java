package org.foyer.hub.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.model.HouseId;

/**
 * Writes facts of houses as Parquet, in folders by house and season (Hive style), for engines beyond one machine. Nothing of a person
 * leaves: neither keys of people nor orders, tickets or the minute of a sale, by which rows could be joined to one.
 *
 * <p>Everything is written into a folder beside the named one, which takes its name once the manifest is whole. What a stopped export left
 * behind is deleted by the next.
 */
public final class ParquetExport {

    /** Bytes of one file, about: the engine begins another after it. */
    public static final long FILE_BYTES = 256L << 20;

    private static final String UNFINISHED = ".unfinished";

    private static final String SEASON = "season_year(%s) || '-' || (season_year(%s) + 1)";

    /** Tables and what leaves of each; {@code day} of the performance gives the season. */
    private static final Map<String, String> TABLES = tables();

    private final Warehouse warehouse;
    private final HouseKeys keys;
    private final Clock clock;

    public ParquetExport(Warehouse warehouse, HouseKeys keys, Clock clock) {
        this.warehouse = warehouse;
        this.keys = keys;
        this.clock = clock;
    }

    /** A column as the files have it. */
    public record Column(String name, String type) {}

    /** A file. @param path below the folder, with slashes */
    public record Written(String table, String path, long rows, long bytes, String sha256) {}

    /**
     * What was written.
     *
     * @param edition of the tables of the warehouse
     * @param schema columns of each table, house and season among them
     */
    public record Manifest(int edition, LocalDate day, Map<String, List<Column>> schema, List<Written> files) {}

    private static Map<String, String> tables() {
        String season = SEASON.formatted("p.day", "p.day");
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put(
                "sale_line",
                "select l.house, " + season
                        + " as season, l.performance, l.day, l.first_day, l.operation::varchar as operation,"
                        + " l.quantity, l.amount, l.vat, l.list_amount, l.fee, l.tariff, l.zone, l.channel"
                        + " from sale_line l join performance p on p.house = l.house and p.id = l.performance where l.house in (:houses)");
        tables.put(
                "daily_cube",
                "select c.house, " + season
                        + " as season, c.performance, c.day, c.first_day, c.tariff, c.zone, c.channel, c.tickets,"
                        + " c.free_tickets, c.reserved, c.amount, c.vat, c.list_amount, c.fee, c.lines"
                        + " from daily_cube c join performance p on p.house = c.house and p.id = c.performance where c.house in (:houses)");
        tables.put(
                "performance",
                "select p.house, " + season
                        + " as season, p.id, p.production, s.title, s.genre, p.venue, p.hall, p.starts_at, p.day, p.state,"
                        + " p.capacity, p.held, p.potential, p.set_aside is not null as set_aside"
                        + " from performance p left join production s on s.house = p.house and s.id = p.production where p.house in (:houses)");
        return tables;
    }

    /** Puts the manifest into the folder. */
    @FunctionalInterface
    public interface ManifestWriter {
        void write(Manifest manifest, Path file) throws IOException;
    }

    /**
     * Writes everything of some houses.
     *
     * @param out a folder that is not there yet, or is empty
     * @param manifest writes {@code manifest.json}
     * @throws HouseKeyMissing when a house has no key any more: it took its rows out of everybody's reach
     * @throws FileAlreadyExistsException when the folder holds something
     */
    public Manifest write(List<HouseId> houses, Path out, ManifestWriter manifest) throws IOException {
        for (HouseId house : houses) {
            if (keys.wasDestroyed(house)) {
                throw new HouseKeyMissing(house);
            }
        }
        Path whole = out.toAbsolutePath().normalize();
        if (Files.exists(whole) && !isEmpty(whole)) {
            throw new FileAlreadyExistsException(out.toString());
        }
        Path parent = whole.getParent();
        if (parent == null) {
            throw new FileAlreadyExistsException(out.toString());
        }
        Files.createDirectories(parent);
        Path unfinished = parent.resolve(whole.getFileName() + UNFINISHED);
        FolderTree.delete(unfinished);
        Files.createDirectory(unfinished);
        Manifest written = warehouse.read(connection -> tables(connection, houses, unfinished));
        Path told = unfinished.resolve("manifest.json");
        manifest.write(written, told);
        for (Written file : written.files()) {
            try (var channel = java.nio.channels.FileChannel.open(
                    unfinished.resolve(file.path()), java.nio.file.StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        Files.deleteIfExists(whole);
        Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
        return written;
    }

    private Manifest tables(Connection connection, List<HouseId> houses, Path folder) throws SQLException {
        Map<String, List<Column>> schema = new LinkedHashMap<>();
        List<Written> files = new ArrayList<>();
        String ids = String.join(
                ", ",
                houses.stream().map(house -> Integer.toString(house.value())).toList());
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                String rows = table.getValue().replace(":houses", ids.isEmpty() ? "null" : ids);
                schema.put(table.getKey(), columns(statement, rows));
                Path below = folder.resolve(table.getKey());
                statement.execute("copy (" + rows + ") to " + quoted(below)
                        + " (format parquet, compression zstd, partition_by (house, season), write_partition_columns true,"
                        + " file_size_bytes " + FILE_BYTES + ")");
                files.addAll(files(statement, table.getKey(), folder, below));
            }
            try (ResultSet row = statement.executeQuery("select max(edition) from schema_edition")) {
                row.next();
                return new Manifest(row.getInt(1), LocalDate.now(clock), schema, List.copyOf(files));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Column> columns(Statement statement, String rows) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("describe " + rows)) {
            while (row.next()) {
                columns.add(new Column(row.getString(1), row.getString(2)));
            }
        }
        return List.copyOf(columns);
    }

    private static List<Written> files(Statement statement, String table, Path folder, Path below)
            throws SQLException, IOException {
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        List<Written> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(below)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                try (ResultSet row =
                        statement.executeQuery("select num_rows from parquet_file_metadata(" + quoted(file) + ")")) {
                    row.next();
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    files.add(new Written(table, path, row.getLong(1), Files.size(file), digest(file)));
                }
            }
        }
        return files;
    }

    private static String digest(Path file) throws IOException {
        try (var in = Files.newInputStream(file);
                var digesting =
                        new java.security.DigestInputStream(in, java.security.MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return java.util.HexFormat.of()
                    .formatHex(digesting.getMessageDigest().digest());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}

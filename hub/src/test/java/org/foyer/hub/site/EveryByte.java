package org.foyer.hub.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Where words stand, in any case: in the bytes of a folder as they lie there, packed ones unpacked, and in whatever the keys
 * of a node open. A packed column of Parquet, DuckDB or Lucene shows its words only to whoever reads the rows, so these are read too.
 */
final class EveryByte {

    private final List<String> words;
    private final TreeSet<String> found = new TreeSet<>();

    private EveryByte(List<String> words) {
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** Files below a folder that name somebody to whoever has no key; the node may be running. */
    static List<String> onDisk(Path folder, List<String> words) throws IOException {
        EveryByte search = new EveryByte(words);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String place = folder.relativize(file).toString();
                search.look(place + " (its name)", place.getBytes(StandardCharsets.UTF_8));
                search.unpacked(place, Files.readAllBytes(file));
                if (place.endsWith(".parquet")) {
                    search.parquet(place, file);
                }
            }
        }
        return List.copyOf(search.found);
    }

    /** Stores of a node that name somebody to whoever has its keys: archive, tables and views of warehouse and register. */
    static List<String> opened(Node node, House house, List<String> words) throws IOException {
        EveryByte search = new EveryByte(words);
        for (Sha256 sha256 : node.archive().list(house.id())) {
            try (InputStream in = node.archive().open(house.id(), sha256)) {
                search.unpacked("archived file", in.readAllBytes());
            }
        }
        node.warehouse().read(connection -> {
            for (String table : list(connection, """
                    select schema_name || '.' || table_name from duckdb_tables() union all
                    select schema_name || '.' || view_name from duckdb_views() where not internal""")) {
                search.rows(connection, "warehouse " + table, "select * from " + table);
            }
            return true;
        });
        node.register().read(handle -> {
            handle.createQuery("select name from sqlite_master where type in ('table', 'view')")
                    .mapTo(String.class)
                    .list()
                    .forEach(table -> handle.createQuery("select * from \"" + table + "\"")
                            .mapToMap()
                            .forEach(row -> row.values().forEach(value -> search.value("register " + table, value))));
            return true;
        });
        return List.copyOf(search.found);
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> list = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                list.add(row.getString(1));
            }
        }
        return list;
    }

    private void rows(Connection connection, String place, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    value(place, row.getString(i));
                }
            }
        }
    }

    private void value(String place, @Nullable Object value) {
        look(
                place,
                value instanceof byte[] bytes ? bytes : String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    private void parquet(String place, Path file) throws IOException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            rows(duck, place + " (its rows)", "select * from read_parquet('" + file + "')");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void unpacked(String place, byte[] bytes) throws IOException {
        look(place, bytes);
        if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                look(place + " (unpacked)", in.readAllBytes());
            }
        }
        if (bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K') {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    unpacked(place + " " + entry.getName(), zip.readAllBytes());
                }
            }
        }
    }

    /** One character for each byte, so that nothing is lost of bytes that are no text. */
    private void look(String place, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (words.stream().anyMatch(text::contains)) {
            found.add(place);
        }
    }
}

package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.foyer.hub.intake.Progress;

class AnyTableTest {

    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

    private Path folder = Path.of("");

    /** A table as a tool would write it. */
    record Table(List<List<String>> rows, char separator, String charset, long seed) {}

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("any-table");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<String> cells = Arbitraries.strings()
                .withChars('"', ';', ',', '\t', '|', '\n', '\r', 'a', 'é', '€', ' ', '0')
                .ofMaxLength(6);
        Arbitrary<String> emoji = Arbitraries.of("🎭", "👩‍👩‍👧", "\u202F", "\uFEFF", "œuvre", "\"\"", "\r\n\"");
        return Arbitraries.integers()
                .between(1, 5)
                .flatMap(columns -> Arbitraries.oneOf(cells, cells, emoji)
                        .list()
                        .ofSize(columns)
                        .list()
                        .ofMaxSize(8)
                        .flatMap(rows -> Arbitraries.of(';', ',', '\t', '|')
                                .flatMap(separator -> Arbitraries.of(
                                                "UTF-8", "windows-1252", "ISO-8859-15", "UTF-16LE", "UTF-16BE")
                                        .flatMap(charset -> Arbitraries.longs()
                                                .map(seed -> new Table(rows, separator, charset, seed))))));
    }

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
    void comesBackCellByCellWithItsPhysicalLines(@ForAll("tables") Table table) throws IOException {
        Random random = new Random(table.seed());
        StringBuilder text = new StringBuilder(header(table)).append('\n');
        List<List<String>> expected = new ArrayList<>();
        long line = 2;
        long blank = 0;
        for (List<String> row : table.rows()) {
            List<String> cells =
                    row.stream().map(cell -> encodable(cell, table.charset())).toList();
            String record = record(cells, table.separator(), random);
            int lines = 1 + lineEnds(record);
            if (cells.stream().allMatch(cell -> cell.isEmpty() || cell.chars().allMatch(c -> c == ' ' || c == '\t'))) {
                blank += lines;
            } else {
                expected.add(Stream.concat(
                                Stream.of(Long.toString(line)), cells.stream().map(AnyTableTest::equalLineEnds))
                        .toList());
            }
            line += lines;
            String end = LINE_ENDS.get(random.nextInt(3));
            boolean oneEndInAll = record.isEmpty() && text.charAt(text.length() - 1) == '\r' && end.equals("\n");
            text.append(record).append(oneEndInAll ? "\r" : end); // an empty line between CR and LF is no line
        }
        try (WorkingTable read = read(text.toString().getBytes(Charset.forName(table.charset())), table)) {
            assertThat(StrictCsv.parse(Files.readString(read.file()))).isEqualTo(expected);
            assertThat(read.refused()).isZero();
            assertThat(read.lines().blank()).isEqualTo(blank);
            assertThat(read.lines().lines()).isEqualTo(line - 1);
        }
    }

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
    void everyLineOfADamagedFileIsAccountedFor(@ForAll("tables") Table table) throws IOException {
        Random random = new Random(table.seed());
        StringBuilder text = new StringBuilder(header(table)).append('\n');
        for (List<String> row : table.rows()) {
            List<String> cells =
                    row.stream().map(cell -> encodable(cell, table.charset())).toList();
            text.append(record(cells, table.separator(), random)).append(LINE_ENDS.get(random.nextInt(3)));
        }
        Table utf8 = new Table(table.rows(), table.separator(), "UTF-8", table.seed());
        byte[] damaged = damaged(
                text.toString().getBytes(StandardCharsets.UTF_8), header(table).length() + 1, random);
        try (WorkingTable read = read(damaged, utf8)) {
            assertThat(read.lines().lines()).isEqualTo(lines(damaged));
            List<List<String>> records = StrictCsv.parse(Files.readString(read.file()));
            assertThat(records).hasSize((int) read.records()).allMatch(record -> record.size() == columns(table) + 1);
            List<Long> numbers =
                    records.stream().map(record -> Long.valueOf(record.get(0))).toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            assertThat(StrictCsv.parse(Files.readString(read.refusedFile()))).hasSize((int) read.refused());
        }
    }

    private static byte[] damaged(byte[] sound, int from, Random random) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : sound) {
            bytes.add(b);
        }
        byte[] strange = {'"', 0, '\n', '\r', (byte) 0xFF, (byte) 0xC3, ';', ',', 'x'};
        for (int i = random.nextInt(6); i > 0 && bytes.size() > from; i--) {
            int at = from + random.nextInt(bytes.size() - from);
            switch (random.nextInt(4)) {
                case 0 -> bytes.remove(at);
                case 1 -> bytes.add(at, strange[random.nextInt(strange.length)]);
                case 2 -> bytes.set(at, strange[random.nextInt(strange.length)]);
                default -> bytes.subList(at, bytes.size()).clear();
            }
        }
        byte[] damaged = new byte[bytes.size()];
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] = bytes.get(i);
        }
        return damaged;
    }

    private static long lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean open = !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
        return lineEnds(text) + (open ? 1 : 0);
    }

    private static int lineEnds(String text) {
        return equalLineEnds(text).replaceAll("[^\n]", "").length();
    }

    private static String equalLineEnds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** What a tool would write where its encoding lacks a character. */
    private static String encodable(String cell, String charset) {
        Charset target = Charset.forName(charset);
        return new String(cell.getBytes(target), target);
    }

    private static String record(List<String> cells, char separator, Random random) {
        List<String> written = new ArrayList<>();
        for (String cell : cells) {
            boolean must = cell.indexOf(separator) >= 0
                    || cell.startsWith("\"")
                    || cell.indexOf('\n') >= 0
                    || cell.indexOf('\r') >= 0;
            written.add(must || random.nextInt(4) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return String.join(String.valueOf(separator), written);
    }

    private static int columns(Table table) {
        return table.rows().isEmpty() ? 1 : table.rows().get(0).size();
    }

    private static String header(Table table) {
        return String.join(String.valueOf(table.separator()), Collections.nCopies(columns(table), "h"));
    }

    private WorkingTable read(byte[] bytes, Table table) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        List<String> header =
                IntStream.range(0, columns(table)).mapToObj(i -> "h" + i).toList();
        Recognition recognition = new Recognition(
                Recognition.DELIMITED,
                Charset.forName(table.charset()),
                table.separator(),
                1,
                2,
                false,
                header,
                List.of(),
                List.of(),
                null,
                List.of());
        return new TableReader(List.of(), ReadLimits.DEFAULT)
                .read(file, "any.csv", recognition, null, folder, Progress.NONE);
    }
}

package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.foyer.hub.intake.Progress;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadLimitsTest {

    private static final ReadLimits SMALL = new ReadLimits(8 << 20, 5, 4, 1_000, 100, 16, 500, 20, 8 << 20, 200);

    @TempDir
    Path folder;

    @Test
    void aFileThatIsTooLargeIsNotOpened() throws IOException {
        Path file = folder.resolve("large");
        try (var channel = Files.newByteChannel(
                file, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(2L << 30).write(java.nio.ByteBuffer.wrap(new byte[1]));
        }
        assertThat(codes(new Recogniser(List.of(), SMALL).recognise(file, "f").problems()))
                .containsExactly("file-too-large");
        assertThat(codes(new Recogniser(List.of(), ReadLimits.DEFAULT)
                        .recognise(file, "f")
                        .problems()))
                .containsExactly("file-not-a-table");
    }

    @Test
    void moreRowsThanAllowedStopTheRun() throws IOException {
        assertThat(codes(read("a;b\n" + "1;2\n".repeat(6)).problems())).containsExactly("rows-too-many");
        assertThat(read("a;b\n" + "1;2\n".repeat(5)).stopped()).isFalse();
        assertThat(codes(read("[" + "{\"a\":1},".repeat(6) + "{\"a\":1}]").problems()))
                .contains("rows-too-many");
    }

    @Test
    void moreColumnsThanAllowedStopTheRun() throws IOException {
        assertThat(codes(recognise("a;b;c;d;e\n1;2;3;4;5\n").problems())).containsExactly("columns-too-many");
        assertThat(codes(read("[{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1}]").problems()))
                .contains("columns-too-many");
    }

    @Test
    void aLineThatNeverEndsCostsThatLineOnly() throws IOException {
        WorkingTable table = read("a;b\n1;2\nx;" + "y".repeat(5 << 20) + "\n3;4\n");
        assertThat(Files.readString(table.file())).isEqualTo("2,1,2\n4,3,4\n");
        assertThat(codes(table)).containsExactly("line-too-long");
        assertThat(table.firstRefused().get(0).raw()).hasSize(RefusedRecord.RAW_CHARS_MAX);
    }

    @Test
    void aLineOfJsonThatNeverEndsCostsThatLineOnly() throws IOException {
        WorkingTable table = read("{\"a\":1}\n{\"a\":2}\n{\"a\":\"" + "y".repeat(1 << 20) + "\"}\n{\"a\":3}\n");
        assertThat(Files.readString(table.file())).isEqualTo("1,1\n2,2\n4,3\n");
        assertThat(codes(table)).containsExactly("line-too-long");
    }

    @Test
    void aQuoteOpenOverFiftyLinesCostsOneLine() throws IOException {
        ReadLimits limits = ReadLimits.DEFAULT;
        Path file = Files.writeString(folder.resolve("q"), "a;b\n\"open;1\n" + "x;2\n".repeat(60) + "\"y\";3\n");
        WorkingTable table = new TableReader(List.of(), limits)
                .read(file, "f", new Recogniser(List.of(), limits).recognise(file, "f"), null, folder, Progress.NONE);
        assertThat(table.records()).isEqualTo(61);
        assertThat(codes(table)).containsExactly("quote-not-closed");
    }

    @Test
    void longTextsAndLargeRecordsOfJsonStopTheRun() throws IOException {
        assertThat(codes(recognise("[{\"a\":\"" + "y".repeat(200) + "\"}]").problems()))
                .containsExactly("field-too-long");
        assertThat(codes(recognise("[{\"a\":[" + "\"0123456789\",".repeat(60) + "1]}]")
                        .problems()))
                .containsExactly("record-too-long");
        assertThat(codes(recognise("[{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}]")
                        .problems()))
                .containsExactly("json-too-deep");
    }

    @Test
    void aWorkbookThatUnpacksTooLargeIsNotOpened() throws IOException {
        assertThat(codes(recogniseBook(16 << 20, 1, SMALL))).containsExactly("sheet-unpacks-too-large");
        ReadLimits byRatio = new ReadLimits(8 << 20, 5, 4, 1_000, 100, 16, 500, 20, 1L << 30, 200);
        assertThat(codes(recogniseBook(16 << 20, 1, byRatio))).containsExactly("sheet-unpacks-too-large");
    }

    @Test
    void aWorkbookOfTooManyPartsIsNotOpened() throws IOException {
        assertThat(codes(recogniseBook(10, 30, SMALL))).containsExactly("sheet-unpacks-too-large");
    }

    private List<Problem> recogniseBook(int bytes, int parts, ReadLimits limits) throws IOException {
        Path file = folder.resolve("bomb-" + bytes);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int part = 1; part <= parts; part++) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + part + ".xml"));
                zip.write(new byte[bytes]);
            }
        }
        return new Recogniser(List.of(), limits).recognise(file, "book.xlsx").problems();
    }

    private Recognition recognise(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        return new Recogniser(List.of(), SMALL).recognise(file, "f");
    }

    private WorkingTable read(String text) throws IOException {
        Recognition recognition = recognise(text);
        return new TableReader(List.of(), SMALL)
                .read(folder.resolve("file"), "f", recognition, null, folder, Progress.NONE);
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    private static List<String> codes(WorkingTable table) {
        return table.firstRefused().stream().map(RefusedRecord::code).toList();
    }
}

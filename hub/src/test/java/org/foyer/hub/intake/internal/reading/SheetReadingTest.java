package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.foyer.hub.intake.Progress;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReadingTest {

    @TempDir
    Path folder;

    @Test
    void aSheetOfManyRowsComesBackRowByRow() throws IOException {
        Path file = folder.resolve("sheet.xlsx");
        int rows = 3_000;
        LocalDateTime start = LocalDateTime.of(2024, 1, 1, 20, 30);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Ventes");
            sheet.value(0, 0, "Titre");
            sheet.value(0, 1, "Date");
            sheet.value(0, 2, "Prix");
            for (int i = 1; i <= rows; i++) {
                sheet.value(i, 0, "Œuvre \"n° " + i + "\", acte 1");
                sheet.value(i, 1, start.plusMinutes(i));
                sheet.style(i, 1).format("dd/MM/yyyy HH:mm").set();
                sheet.value(i, 2, i / 100.0);
            }
        }
        Recognition recognition = new Recogniser(List.of(), ReadLimits.DEFAULT).recognise(file, "sheet.csv");
        assertThat(recognition.sample()).hasSize(Recognition.SAMPLE_ROWS);
        WorkingTable table = new TableReader(List.of(), ReadLimits.DEFAULT)
                .read(file, "sheet.csv", recognition, null, folder, Progress.NONE);
        List<List<String>> records = StrictCsv.parse(Files.readString(table.file()));
        assertThat(records).hasSize(rows);
        for (int i = 1; i <= rows; i++) {
            assertThat(records.get(i - 1))
                    .containsExactly(
                            Integer.toString(i + 1),
                            "Œuvre \"n° " + i + "\", acte 1",
                            start.plusMinutes(i) + ":00",
                            new java.math.BigDecimal(i)
                                    .movePointLeft(2)
                                    .stripTrailingZeros()
                                    .toPlainString());
        }
    }

    /** As some ticketing tools write it: the part with the formats is left out, and named among the types or not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSheetWithoutStylesIsReadAsNumbersAndTexts(boolean named) throws IOException {
        Path file = folder.resolve("bare.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Ventes");
            sheet.value(0, 0, "Billet");
            sheet.value(0, 1, "Le");
            sheet.value(0, 2, "Prix");
            sheet.value(1, 0, "B-1");
            sheet.value(1, 1, LocalDateTime.of(2024, 1, 1, 0, 0));
            sheet.style(1, 1).format("dd/MM/yyyy").set();
            sheet.value(1, 2, 23.5);
        }
        withoutStyles(file, named);
        assertThat(recordsOf(file)).containsExactly(List.of("2", "B-1", "45292", "23.5"));
    }

    /** Without its formats a day would be taken for a number. */
    @Test
    void aSheetWithBrokenStylesIsRefused() throws IOException {
        Path file = folder.resolve("broken.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("Ventes").value(0, 0, "Billet");
        }
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("/xl/styles.xml"), "<styleSheet><cellXfs>");
        }
        Recognition recognition = new Recogniser(List.of(), ReadLimits.DEFAULT).recognise(file, "sheet.xlsx");
        assertThat(recognition.problems()).extracting(Problem::code).containsExactly("sheet-broken");
    }

    private static void withoutStyles(Path file, boolean named) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath("/xl/styles.xml"));
            if (!named) {
                Path types = zip.getPath("/[Content_Types].xml");
                String without = Files.readString(types).replaceAll("<Override[^>]*styles\\+xml[^>]*>", "");
                assertThat(without).doesNotContain("styles");
                Files.writeString(types, without);
            }
        }
    }

    private List<List<String>> recordsOf(Path file) throws IOException {
        Recognition recognition = new Recogniser(List.of(), ReadLimits.DEFAULT).recognise(file, "sheet.xlsx");
        assertThat(recognition.stopped()).isFalse();
        try (WorkingTable table = new TableReader(List.of(), ReadLimits.DEFAULT)
                .read(file, "sheet.xlsx", recognition, null, folder, Progress.NONE)) {
            return StrictCsv.parse(Files.readString(table.file()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "14|none|true",
                "0|General|false",
                "1|0|false",
                "164|dd/mm/yyyy hh:mm|true",
                "164|[$-40C]d\\ mmmm\\ yyyy;@|true",
                "164|#,##0.00\\ \"days\"|false",
                "164|0.00E+00|false",
                "164|#,##0.00\\ [$€-40C];[Red]\\-#,##0.00\\ [$€-40C]|false",
                "164|[h]:mm|true",
                "164|jj/mm/aaaa|true",
                "164|@|false"
            })
    void aFormatOfDatesIsKnownByItsLetters(int id, String format, boolean isDate) {
        assertThat(SheetText.isDateFormat(id, format)).isEqualTo(isDate);
    }
}

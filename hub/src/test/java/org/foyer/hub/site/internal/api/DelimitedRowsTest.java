package org.foyer.hub.site.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Cells as programs and spreadsheets read them. */
class DelimitedRowsTest {

    private static final List<Object> CELLS = Arrays.asList(
            "=cmd()",
            "-5 au début",
            -5,
            "a;b,c",
            "dit \"oui\"\nnon",
            null,
            LocalDate.of(2026, 1, 2),
            LocalDateTime.of(2026, 1, 2, 20, 30));

    private static String csv(boolean forExcel) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DelimitedRows rows = new DelimitedRows(out, forExcel)) {
            rows.row(CELLS);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void programsGetValuesAsTheyAre() throws IOException {
        assertThat(csv(false))
                .isEqualTo("=cmd(),-5 au début,-5,\"a;b,c\",\"dit \"\"oui\"\"\nnon\",,2026-01-02,2026-01-02T20:30\r\n");
    }

    @Test
    void spreadsheetsGetNoFormula() throws IOException {
        assertThat(csv(true))
                .isEqualTo(
                        "\ufeff'=cmd();'-5 au début;-5;\"a;b,c\";\"dit \"\"oui\"\"\nnon\";;2026-01-02;2026-01-02 20:30\r\n");
    }

    @Test
    void aWorkbookHasTextsDaysAndMomentsAndNoFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetRows rows = new SheetRows(out, "programme")) {
            rows.row(List.of("x".repeat(40_000)));
            rows.row(CELLS);
        }
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> read = book.getFirstSheet().read();
            assertThat(read.get(0).getCellAsString(0).orElseThrow())
                    .hasSize(32_767)
                    .endsWith("…");
            Row row = read.get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCellAsString(0)).hasValue("=cmd()");
            assertThat(row.getCellAsNumber(2).orElseThrow().intValue()).isEqualTo(-5);
            assertThat(row.getCellAsDate(6)).hasValue(LocalDate.of(2026, 1, 2).atStartOfDay());
            assertThat(row.getCellAsDate(7)).hasValue(LocalDateTime.of(2026, 1, 2, 20, 30));
        }
    }
}

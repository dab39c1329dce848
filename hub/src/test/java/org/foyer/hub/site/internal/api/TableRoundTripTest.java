package org.foyer.hub.site.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.WholeProgramme.HOUSE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.RoundTrips;
import org.foyer.hub.intake.internal.WholeProgramme;
import org.foyer.hub.site.internal.pages.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole programme goes out as a table, comes in again in an empty house, and goes out again as it was. */
class TableRoundTripTest {

    @TempDir
    Path folder;

    private static byte[] written(IntakeStand stand, TableForm form, Locale reader) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProgrammeTable.write(
                new WarehouseProgramme(stand.warehouse),
                HOUSE,
                new ProgrammeDays(WholeProgramme.FIRST, WholeProgramme.LAST),
                WholeProgramme.BASE,
                form,
                Language.of(reader),
                out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "CSV,en,0",
        "CSV_FOR_EXCEL,en,0",
        "CSV_FOR_EXCEL,fr,0",
        "XLSX,en,0",
        "XLSX,fr,0",
        "CSV,en,7",
        "XLSX,fr,8"
    })
    void whatGoesOutComesInAgain(TableForm form, String reader, int seed) throws IOException {
        try (IntakeStand one = new IntakeStand(folder.resolve("one"));
                IntakeStand other = new IntakeStand(folder.resolve("other"))) {
            WholeProgramme.fill(one, seed);
            byte[] table = written(one, form, Locale.forLanguageTag(reader));
            WholeProgramme.give(other, "programme" + form.ending(), table);
            RoundTrips.hold("tables", one, other, seed == 0);
            if (form == TableForm.CSV) {
                // numbers of dates and shows are given anew by each node
                assertThat(without(written(other, form, Locale.ENGLISH))).isEqualTo(without(table));
            }
        }
    }

    private static String without(byte[] table) {
        String plain = new String(table, StandardCharsets.UTF_8)
                .replaceAll("/(id/performance|h/grand-theatre/shows)/[0-9-]+", "/");
        // whom it credits, in whatever order
        return Pattern.compile("\"[^\"]*\\)\"|[^,\"]*\\)")
                .matcher(plain)
                .replaceAll(cell -> Arrays.stream(cell.group().replace("\"", "").split("; "))
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }
}

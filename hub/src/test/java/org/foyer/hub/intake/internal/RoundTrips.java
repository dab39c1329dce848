package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/**
 * Holds a round trip to the table in {@code docs/formats.md}, which is the one list of what comes in again: a cell that begins with
 * {@code yes} is equal afterwards, one that begins with {@code no} does not arrive, any other arrives as something else.
 */
public final class RoundTrips {

    private static final String HEADING = "## What goes out and comes in again";

    private RoundTrips() {}

    /**
     * Compares two houses, the second of which took what the first gave.
     *
     * @param format head of the column of the table
     * @param whole whether the first house says everything, so that what is lost must be missed
     */
    public static void hold(String format, IntakeStand one, IntakeStand other, boolean whole) {
        Map<String, Map<String, TreeSet<String>>> gave = SaidFields.of(one);
        Map<String, Map<String, TreeSet<String>>> took = SaidFields.of(other);
        Map<String, String> cells = cells(format);
        assertThat(cells.keySet())
                .as("fields of the table and of the test")
                .containsExactlyInAnyOrderElementsOf(gave.keySet());
        SoftAssertions all = new SoftAssertions();
        cells.forEach((field, cell) -> {
            String what = format + ": " + field + ": " + cell;
            Map<String, TreeSet<String>> out = arrived(field, gave.get(field), took);
            Map<String, TreeSet<String>> in = arrived(field, took.get(field), took);
            if (cell.startsWith("yes")) {
                all.assertThat(in).as(what).isEqualTo(out);
                all.assertThat(out.isEmpty() && whole)
                        .as(what + " (nobody said it)")
                        .isFalse();
            } else if (whole && cell.startsWith("no")) {
                all.assertThat(in).as(what).isEmpty();
            } else if (whole) {
                all.assertThat(in).as(what).isNotEmpty().isNotEqualTo(out);
            }
        });
        all.assertAll();
    }

    /** Of the dates that arrived: which ones do is told by the fields that begin so. */
    private static Map<String, TreeSet<String>> arrived(
            String field, Map<String, TreeSet<String>> values, Map<String, Map<String, TreeSet<String>>> took) {
        if (field.startsWith("dates ") || field.startsWith("days ")) {
            return values;
        }
        Map<String, TreeSet<String>> arrived = new TreeMap<>(values);
        arrived.keySet().retainAll(took.get("title").keySet());
        return arrived;
    }

    private static Map<String, String> cells(String format) {
        List<List<String>> rows = new ArrayList<>();
        try (Stream<String> lines = Files.lines(Path.of("../docs/formats.md"))) {
            lines.dropWhile(line -> !line.equals(HEADING))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                    .forEach(line -> rows.add(Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int column = rows.get(0).indexOf(format);
        assertThat(column).as("a column " + format + " in docs/formats.md").isPositive();
        Map<String, String> cells = new LinkedHashMap<>();
        rows.subList(1, rows.size()).forEach(row -> cells.put(row.get(0), row.get(column)));
        return cells;
    }
}

package org.foyer.hub.intake.internal.reading;

import java.nio.charset.Charset;
import java.util.List;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, found from its bytes alone.
 *
 * @param format {@link #DELIMITED}, {@link #XLSX}, {@link #JSON}, {@link #JSON_LINES}, the name of a source, or
 *     {@link #UNKNOWN} (then a problem says what it is instead)
 * @param charset for text
 * @param separator between cells of delimited text
 * @param headerLine physical line (sheet: row) of the header, from 1; 0 when there is none
 * @param firstLine physical line (sheet: row) of the first row below the header, from 1
 * @param trailingSeparator whether lines of this file end with one more separator, as some tools write
 * @param header one word a column: trimmed, never empty, never twice the same even without regard to case
 * @param sample at most 500 rows, each as long as the header
 * @param shapes for JSON, the ways to see it as a table, the likeliest first; header and sample are the first one's
 * @param sheet for XLSX, the sheet that is read
 * @param problems everything found, all at once
 */
public record Recognition(
        String format,
        @Nullable Charset charset,
        @Nullable Character separator,
        long headerLine,
        long firstLine,
        boolean trailingSeparator,
        List<String> header,
        List<List<String>> sample,
        List<JsonShape> shapes,
        @Nullable String sheet,
        List<Problem> problems) {

    public static final String DELIMITED = "delimited";
    public static final String XLSX = "xlsx";
    public static final String JSON = "json";
    public static final String JSON_LINES = "json-lines";
    public static final String UNKNOWN = "unknown";

    /** Rows of the sample at most. */
    public static final int SAMPLE_ROWS = 500;

    public Recognition {
        header = List.copyOf(header);
        sample = List.copyOf(sample);
        shapes = List.copyOf(shapes);
        problems = List.copyOf(problems);
    }

    static Recognition of(String format, List<Problem> problems) {
        return new Recognition(format, null, null, 0, 1, false, List.of(), List.of(), List.of(), null, problems);
    }

    /** Whether a problem forbids reading the file. */
    public boolean stopped() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.STOPS_RUN);
    }

    /** The same file seen in another of its shapes. */
    public Recognition shapedAs(JsonShape shape) {
        return new Recognition(
                format,
                charset,
                separator,
                headerLine,
                firstLine,
                trailingSeparator,
                shape.columns(),
                shape.sample(),
                shapes,
                sheet,
                problems);
    }
}

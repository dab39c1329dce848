package org.foyer.kit;

import java.io.IOException;
import java.util.List;

/** Receives the rows of one file, in the columns the source announced. */
public interface Rows {

    /** Announces the columns, once, before the first row. */
    void columns(List<String> names) throws IOException;

    /**
     * Takes one row.
     *
     * @param line physical line or record number in the file, from 1
     * @param values text as it stood in the file, one for each column; null or empty when absent
     */
    void row(long line, List<String> values) throws IOException;

    /** Reports something about the file or a record that cannot become a row. */
    void problem(Problem problem) throws IOException;
}

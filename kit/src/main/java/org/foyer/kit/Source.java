package org.foyer.kit;

import java.io.IOException;
import java.io.InputStream;

/**
 * A family of files whose structure is not a plain table, turned into rows that a recipe can map.
 *
 * <p>Plain tables (CSV, sheets, lists in JSON) need no source, only a recipe.
 */
public interface Source {

    /** Stable name, lower-case words joined by hyphens, for instance {@code nyphil-programmes}. */
    String name();

    /**
     * Whether the beginning of a file looks like this source's.
     *
     * @param beginning at most the first 64 KiB, decoded as UTF-8
     */
    boolean recognises(String fileName, String beginning);

    /** Reads the whole file as a stream, in bounded memory. */
    void read(String fileName, InputStream in, Rows rows) throws IOException;
}

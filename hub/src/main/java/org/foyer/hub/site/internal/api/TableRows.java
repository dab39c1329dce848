package org.foyer.hub.site.internal.api;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a table row by row, without keeping it. A cell is a text, a number, a day, a moment, or null for nothing. */
interface TableRows extends Closeable {
    void row(List<? extends @Nullable Object> cells) throws IOException;
}

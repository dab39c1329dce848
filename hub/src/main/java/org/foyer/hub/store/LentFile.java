package org.foyer.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plain copy of an archived file, for as long as someone reads it.
 *
 * @param path where it lies, in a folder that is emptied at each start
 */
public record LentFile(Path path) implements AutoCloseable {

    /** Deletes the copy. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

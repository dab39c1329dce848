package org.foyer.hub.site.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A running node writes into its data folder where it answers, so that a command can say so. */
public final class NodeAddress {

    private static final String FILE = "foyer.json";
    private static final String UNKNOWN = "–";

    private NodeAddress() {}

    /** Writes the address of this process. */
    public static void write(Path data, String address) {
        try {
            Files.writeString(
                    data.resolve(FILE),
                    "{\"address\": \"%s\", \"process\": %d}%n"
                            .formatted(address, ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the address away. */
    public static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the node that holds the folder answers; a dash when it does not say. */
    public static String read(Path data) {
        Path file = data.resolve(FILE);
        try {
            if (!Files.isRegularFile(file)) {
                return UNKNOWN;
            }
            String text = Files.readString(file);
            int from = text.indexOf("http");
            return from < 0 ? UNKNOWN : text.substring(from, text.indexOf('"', from));
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}

package org.foyer.hub.governance.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.store.DiskFull;

/**
 * The newest line of the audit's chain, kept in a small file outside the register: a chain does not show that its last
 * lines were cut off. Whoever may write the file as well as the register can still cut both.
 */
public final class AuditEnd {

    private static final int BYTES_MAX = 200;
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})\\R?");

    private final Path file;

    /** @param file made with the first line that is kept */
    public AuditEnd(Path file) {
        this.file = file;
    }

    /**
     * One line of the chain.
     *
     * @param sequence from 1; 0 before the first line
     */
    record End(long sequence, String hash) {

        static final End NONE = new End(0, "0".repeat(64));
        /** Stands in no chain. */
        static final End UNREADABLE = new End(Long.MAX_VALUE, "");
    }

    /** The line that was kept last; empty when none was, {@link End#UNREADABLE} when the file holds something else. */
    Optional<End> read() {
        try {
            if (Files.size(file) > BYTES_MAX) {
                return Optional.of(End.UNREADABLE);
            }
            Matcher form = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return Optional.of(form.matches() ? new End(Long.parseLong(form.group(1)), form.group(2)) : End.UNREADABLE);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    /** Keeps a line instead of the one before, synced, all of it or nothing. */
    void keep(End end) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        byte[] text = (end.sequence() + " " + end.hash() + "\n").getBytes(StandardCharsets.ISO_8859_1);
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(text);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}

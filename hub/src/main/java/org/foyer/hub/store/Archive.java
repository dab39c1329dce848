package org.foyer.hub.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every file as it came, synced to disk before anyone reads it, named by its digest. */
public final class Archive {

    static final String PARTIAL = "partial-";

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int NAME_CHARACTERS_MAX = 255;

    private final Path folder;

    public Archive(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps the bytes of a stream. The same bytes twice are kept once.
     *
     * @param name as the sender gave it; folders and control characters in it are left out
     * @param bytesMax longest file accepted
     * @throws FileTooLarge when the stream is longer; nothing is kept then
     * @throws DiskFull when the disk takes no more; nothing is kept then
     */
    public ArchivedFile keep(String name, InputStream in, long bytesMax) {
        try {
            Path partial = Files.createTempFile(folder, PARTIAL, ".tmp");
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                long bytes = copy(in, partial, digest, bytesMax);
                Sha256 sha256 = new Sha256(HexFormat.of().formatHex(digest.digest()));
                Files.move(partial, path(sha256), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                syncFolder();
                return new ArchivedFile(sha256, nameAlone(name), bytes);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw DiskFull.or(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names come from other systems, some with folders of theirs, some made to harm. */
    private static String nameAlone(String name) {
        int folders = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        String alone = name.substring(folders + 1).replaceAll("\\p{Cntrl}", "").strip();
        String shown = alone.isEmpty() || alone.equals(".") || alone.equals("..") ? "file" : alone;
        return shown.length() <= NAME_CHARACTERS_MAX ? shown : shown.substring(0, NAME_CHARACTERS_MAX);
    }

    private static long copy(InputStream in, Path target, MessageDigest digest, long bytesMax) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > bytesMax) {
                    throw new FileTooLarge(bytesMax);
                }
                digest.update(buffer, 0, read);
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
            }
            out.force(true);
        }
        return bytes;
    }

    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Where a kept file lies. */
    public Path path(Sha256 sha256) {
        return folder.resolve(sha256.hex());
    }

    /** A file that lies here, and how long ago it came. */
    public record Kept(Sha256 sha256, Duration age) {}

    /** Deletes files for good. Returns how many. */
    public int deleteWhere(Predicate<Kept> unneeded) {
        int deleted = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> !path.getFileName().toString().startsWith(PARTIAL))
                    .toList()) {
                Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
                if (unneeded.test(new Kept(new Sha256(file.getFileName().toString()), age))) {
                    Files.delete(file);
                    deleted++;
                }
            }
            syncFolder();
            return deleted;
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    public boolean holds(Sha256 sha256) {
        return Files.isRegularFile(path(sha256));
    }
}

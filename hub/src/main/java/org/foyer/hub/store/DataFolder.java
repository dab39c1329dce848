package org.foyer.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one folder of a node. Whoever opens it holds it alone until it is closed.
 */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder when it is missing, holds it, and clears away what a crash left half done: files not wholly in
     * the archive, keys not wholly made, working files of runs and of the warehouse.
     *
     * @throws DataFolderHeld when another process of Foyer holds it
     */
    public static DataFolder hold(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve("foyer.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DataFolderHeld(root);
            }
            Files.createDirectories(root.resolve("archive"));
            Files.createDirectories(root.resolve("keys"));
            Files.createDirectories(root.resolve("work"));
            DataFolder held = new DataFolder(root, channel, lock);
            held.clearAway();
            return held;
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    private void clearAway() throws IOException {
        for (Path folder : List.of(archive(), keys())) {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().startsWith(Archive.PARTIAL)) {
                        Files.delete(file);
                    }
                }
            }
        }
        empty(work());
        // what the engine put on the disk for want of memory is plain
        empty(warehouse().resolveSibling(warehouse().getFileName() + ".tmp"));
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    @SuppressWarnings("NullAway") // FileChannel.tryLock answers null when another process holds the lock
    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Path root() {
        return root;
    }

    /** Files as they came, sealed, in a folder for each house and named by their SHA-256. */
    public Path archive() {
        return root.resolve("archive");
    }

    /** The keys of the houses; to be backed up apart from everything else. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Whole programmes as they were on a day; made again each night, but not for days that are over. */
    public Path dumps() {
        return root.resolve("dumps");
    }

    /** The programmes as one graph of which questions are asked, where they are too many for memory; made again each night. */
    public Path graph() {
        return root.resolve("graph");
    }

    /** Packages of the data products that houses published; made again with the next publication. */
    public Path products() {
        return root.resolve("products");
    }

    /** Where shows are found; made again when it is missing. */
    public Path index() {
        return root.resolve("index");
    }

    /** Working files of runs; emptied at each start. */
    public Path work() {
        return root.resolve("work");
    }

    public Path register() {
        return root.resolve("register.db");
    }

    /** The newest line of the audit, outside the register. */
    public Path auditEnd() {
        return root.resolve("audit.end");
    }

    public Path warehouse() {
        return root.resolve("warehouse.duckdb");
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.foyer.hub.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.foyer.hub.model.HouseId;

/**
 * Every file as it came, sealed with the key of its house while it streams in, synced to disk before anyone reads it, named
 * by the digest of what it holds.
 */
public final class Archive {

    static final String PARTIAL = "partial-";

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int NAME_CHARACTERS_MAX = 255;

    private final Path folder;
    private final HouseKeys keys;

    public Archive(Path folder, HouseKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /**
     * Keeps the bytes of a stream. The same bytes twice are kept once. The first file of a house makes its key.
     *
     * @param name as the sender gave it; folders and control characters in it are left out
     * @param bytesMax longest file accepted
     * @throws FileTooLarge when the stream is longer; nothing is kept then
     * @throws DiskFull when the disk takes no more; nothing is kept then
     * @throws HouseKeyMissing when the key of the house is gone
     */
    public ArchivedFile keep(HouseId house, String name, InputStream in, long bytesMax) {
        try {
            HouseKey key = keyFor(house);
            Path partial = Files.createTempFile(folder(house), PARTIAL, ".tmp");
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                long bytes = copy(in, partial, key, digest, bytesMax);
                Sha256 sha256 = new Sha256(HexFormat.of().formatHex(digest.digest()));
                Path kept = path(house, sha256);
                Files.move(partial, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                HouseKeys.sync(folder(house));
                return new ArchivedFile(sha256, nameAlone(name), bytes);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw DiskFull.or(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A house that already has files and no key lost it, and gets no other: what it has would stay unreadable in silence. */
    HouseKey keyFor(HouseId house) throws IOException {
        synchronized (keys) { // of two first files one makes the key
            if (!keys.has(house) && !list(house).isEmpty()) {
                throw new HouseKeyMissing(house);
            }
            keys.make(house);
        }
        if (!Files.isDirectory(folder(house))) {
            Files.createDirectories(folder(house));
            HouseKeys.sync(folder);
        }
        return keys.of(house);
    }

    /** Names come from other systems, some with folders of theirs, some made to harm. */
    private static String nameAlone(String name) {
        int folders = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        String alone = name.substring(folders + 1).replaceAll("\\p{Cntrl}", "").strip();
        String shown = alone.isEmpty() || alone.equals(".") || alone.equals("..") ? "file" : alone;
        return shown.length() <= NAME_CHARACTERS_MAX ? shown : shown.substring(0, NAME_CHARACTERS_MAX);
    }

    private static long copy(InputStream in, Path target, HouseKey key, MessageDigest digest, long bytesMax)
            throws IOException, GeneralSecurityException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            OutputStream sealing = key.files().newEncryptingStream(new LeftOpen(out), HouseKey.ofFiles());
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > bytesMax) {
                    throw new FileTooLarge(bytesMax);
                }
                digest.update(buffer, 0, read);
                sealing.write(buffer, 0, read);
            }
            sealing.close();
            out.force(true);
        }
        return bytes;
    }

    /** Stays open when the sealing ends, so that the file can be synced. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(FileChannel channel) {
            super(Channels.newOutputStream(channel));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** What a kept file holds; to be closed. What was changed since it was kept is refused while it is read. */
    public InputStream open(HouseId house, Sha256 sha256) {
        try {
            HouseKey key = keys.of(house);
            return key.files().newDecryptingStream(Files.newInputStream(path(house, sha256)), HouseKey.ofFiles());
        } catch (IOException e) {
            throw DiskFull.or(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A plain copy of a kept file for those who must jump about in it; closing deletes it.
     *
     * @param workFolder one that is emptied at each start
     */
    public LentFile lend(HouseId house, Sha256 sha256, Path workFolder) {
        try {
            Path plain = Files.createTempFile(workFolder, "lent-", ".tmp");
            LentFile lent = new LentFile(plain);
            boolean whole = false;
            try (InputStream in = open(house, sha256);
                    OutputStream out = Files.newOutputStream(plain)) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                }
                whole = true;
                return lent;
            } finally {
                if (!whole) {
                    lent.close();
                }
            }
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    /** Length of what a kept file holds. */
    public long bytes(HouseId house, Sha256 sha256) {
        try (SeekableByteChannel plain = keys.of(house)
                .files()
                .newSeekableDecryptingChannel(Files.newByteChannel(path(house, sha256)), HouseKey.ofFiles())) {
            plain.read(ByteBuffer.allocate(1)); // it knows its length once something was read
            return plain.size();
        } catch (IOException e) {
            throw DiskFull.or(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file that lies here, and how long ago it came. */
    public record Kept(Sha256 sha256, Duration age) {}

    /** Deletes files of a house for good. Returns how many. */
    public int deleteWhere(HouseId house, Predicate<Kept> unneeded) {
        int deleted = 0;
        try {
            for (Sha256 sha256 : list(house)) {
                Path file = path(house, sha256);
                Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
                if (unneeded.test(new Kept(sha256, age))) {
                    Files.delete(file);
                    deleted++;
                }
            }
            if (deleted > 0) {
                HouseKeys.sync(folder(house));
            }
            return deleted;
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    /**
     * Seals files that an older edition kept plain and for all houses in one folder. One that no house claims stays as it
     * is, for nobody knows with which key to seal it.
     *
     * @param owners houses whose runs read a file
     * @return how many were sealed
     */
    public int sealPlain(Function<Sha256, List<HouseId>> owners) {
        int sealed = 0;
        for (Sha256 sha256 : digestsIn(folder)) {
            Path plain = folder.resolve(sha256.hex());
            List<HouseId> houses = owners.apply(sha256);
            try {
                for (HouseId house : houses) {
                    try (InputStream in = Files.newInputStream(plain)) {
                        keep(house, sha256.hex(), in, Long.MAX_VALUE);
                    }
                }
                if (!houses.isEmpty()) {
                    Files.delete(plain);
                    sealed++;
                }
            } catch (IOException e) {
                throw DiskFull.or(e);
            }
        }
        return sealed;
    }

    /** All files of a house, in the order of their digests. */
    public List<Sha256> list(HouseId house) {
        return digestsIn(folder(house));
    }

    private static List<Sha256> digestsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{64}"))
                    .sorted()
                    .map(Sha256::new)
                    .toList();
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    /** Whether someone deleted the key of a house, so that nobody will ever read its files again. */
    public boolean isLostForGood(HouseId house) {
        return keys.wasDestroyed(house);
    }

    public boolean holds(HouseId house, Sha256 sha256) {
        return Files.isRegularFile(path(house, sha256));
    }

    private Path folder(HouseId house) {
        return folder.resolve(house.toString());
    }

    /** Where a kept file lies, sealed. */
    Path path(HouseId house, Sha256 sha256) {
        return folder(house).resolve(sha256.hex());
    }
}

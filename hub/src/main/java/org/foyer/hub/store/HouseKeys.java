package org.foyer.hub.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.foyer.hub.model.HouseId;

/**
 * The keys of the houses, a file each, readable by the owner of the node alone. Personal columns and archived files are
 * sealed with them, so whoever deletes the key of a house makes all of it unreadable at once, in every back-up that does
 * not hold the key.
 *
 * <p>A key is made with the first file of its house. One that was deleted leaves a mark and is never made again.
 */
public final class HouseKeys {

    private final Path folder;
    private final Map<HouseId, HouseKey> loaded = new ConcurrentHashMap<>();

    /** @param folder made when the first key is */
    public HouseKeys(Path folder) {
        this.folder = folder;
    }

    /** Whether a house has a key, here and now. */
    public boolean has(HouseId house) {
        return Files.isRegularFile(file(house)) && !wasDestroyed(house);
    }

    /** Whether someone deleted the key of a house for good. */
    public boolean wasDestroyed(HouseId house) {
        return Files.exists(mark(house));
    }

    /**
     * Makes the key of a house that has none. The caller knows that nothing of the house was sealed yet.
     *
     * @throws HouseKeyMissing when it was destroyed
     */
    public synchronized void make(HouseId house) {
        if (wasDestroyed(house)) {
            throw new HouseKeyMissing(house);
        }
        if (has(house)) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, Archive.PARTIAL, ".tmp"); // readable by its owner alone
            try {
                write(partial, HouseKey.make().getBytes(StandardCharsets.UTF_8));
                Files.move(partial, file(house), StandardCopyOption.ATOMIC_MOVE);
                sync(folder);
                sync(folder.resolve(".."));
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw DiskFull.or(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Deletes the key of a house for good: what was sealed with it is lost, here and in every copy. Its bytes are
     * overwritten first; a disk that writes elsewhere, or a snapshot, may keep them all the same.
     */
    public synchronized void destroy(HouseId house) {
        try {
            Files.createDirectories(folder);
            if (!wasDestroyed(house)) {
                Files.createFile(mark(house));
                sync(folder);
            }
            loaded.remove(house);
            finishDestroying(house);
        } catch (IOException e) {
            throw DiskFull.or(e);
        }
    }

    private void finishDestroying(HouseId house) throws IOException {
        if (Files.exists(file(house))) {
            byte[] noise = new byte[(int) Files.size(file(house))];
            new SecureRandom().nextBytes(noise);
            write(file(house), noise);
            Files.delete(file(house));
            sync(folder);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** @throws HouseKeyMissing when the house has none */
    HouseKey of(HouseId house) {
        HouseKey found = loaded.get(house);
        return found == null ? load(house) : found;
    }

    private synchronized HouseKey load(HouseId house) {
        if (!has(house)) {
            throw new HouseKeyMissing(house);
        }
        try {
            HouseKey key = HouseKey.read(Files.readString(file(house)));
            loaded.put(house, key);
            return key;
        } catch (IOException e) {
            throw DiskFull.or(e);
        } catch (GeneralSecurityException e) {
            throw new StoreFailure("the key of house " + house + " cannot be read", e);
        }
    }

    private Path file(HouseId house) {
        return folder.resolve("house-" + house + ".json");
    }

    private Path mark(HouseId house) {
        return folder.resolve("house-" + house + ".destroyed");
    }
}

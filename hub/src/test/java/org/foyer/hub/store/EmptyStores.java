package org.foyer.hub.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Registers and warehouses for tests, opened as a node opens them. One that is missing is first copied from an empty one that was made once
 * in this process: to make all tables takes longer than most tests.
 */
public final class EmptyStores {

    /** No test closes its register; one of long ago works on without keeping files open. */
    private static final int OPENED_MAX = 40;

    private static final Deque<Register> OPENED = new ConcurrentLinkedDeque<>();

    private EmptyStores() {}

    /** Each made on first use, so that tests without a store do not make it. */
    private static final class OneRegister {
        private static final byte[] BYTES =
                made("register.db", file -> Register.open("jdbc:sqlite:" + file, null, null));
    }

    private static final class OneWarehouse {
        private static final byte[] BYTES =
                made("warehouse.duckdb", file -> Warehouse.open(file, "512MB").close());
    }

    /** The register in this file of SQLite. */
    public static Register register(Path file) {
        copied(OneRegister.BYTES, file);
        return opened(Register.open("jdbc:sqlite:" + file, null, null));
    }

    /** The same register, of whom the one opened longest ago keeps no connections any more. */
    static Register opened(Register register) {
        OPENED.addLast(register);
        if (OPENED.size() > OPENED_MAX) {
            OPENED.removeFirst().close();
        }
        return register;
    }

    /** The warehouse in this file, with the keys in the folder beside it. */
    public static Warehouse warehouse(Path file, String memoryLimit) {
        copied(OneWarehouse.BYTES, file);
        return Warehouse.open(file, memoryLimit);
    }

    public static Warehouse warehouse(Path file, String memoryLimit, HouseKeys keys) {
        copied(OneWarehouse.BYTES, file);
        return Warehouse.open(file, memoryLimit, keys);
    }

    private static void copied(byte[] empty, Path file) {
        try {
            if (!Files.exists(file)) {
                Files.write(file, empty);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] made(String name, Consumer<Path> maker) {
        try {
            Path folder = Files.createTempDirectory("foyer-empty-");
            maker.accept(folder.resolve(name));
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.foyer.hub.catalogue.internal;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.model.House;

/** Dumps in a folder of the data folder: one folder a house, one file a day. A file has its name only once it is whole. */
public final class DumpFolder implements Dumps {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final String ENDING = ".nt.gz";
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final LinkedData data;
    private final Supplier<List<House>> houses;
    private final Clock clock;
    private final long fileMax;
    private final long allMax;

    public DumpFolder(Path folder, LinkedData data, Supplier<List<House>> houses, Clock clock) {
        this(folder, data, houses, clock, FILE_BYTES_MAX, ALL_BYTES_MAX);
    }

    DumpFolder(Path folder, LinkedData data, Supplier<List<House>> houses, Clock clock, long fileMax, long allMax) {
        this.folder = folder;
        this.data = data;
        this.houses = houses;
        this.clock = clock;
        this.fileMax = fileMax;
        this.allMax = allMax;
    }

    @Override
    public List<Dump> of(House house) {
        Path own = folder.resolve(house.slug());
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.flatMap(file -> dump(file).stream())
                    .sorted(Comparator.comparing(Dump::day).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Dump> of(House house, LocalDate day) {
        return dump(folder.resolve(house.slug()).resolve(day + ENDING));
    }

    private static Optional<Dump> dump(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.endsWith(ENDING) && Files.isRegularFile(file)
                    ? Optional.of(new Dump(
                            LocalDate.parse(name.substring(0, name.length() - ENDING.length())),
                            Files.size(file),
                            file))
                    : Optional.empty();
        } catch (DateTimeException | IOException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized Written write(String base, int days) throws IOException {
        int deleted = 0;
        List<House> all = houses.get();
        for (House house : all) {
            deleted += clear(house, days);
        }
        Night night = new Night(all.stream()
                .flatMap(house -> of(house).stream())
                .mapToLong(Dump::bytes)
                .sum());
        List<House> wanted = days == 0
                ? List.of()
                : all.stream()
                        .filter(house -> of(house, today(house)).isEmpty())
                        .toList();
        data.each(wanted, FIRST, LAST, base, RdfForm.N_TRIPLES, night::take);
        night.left.sort(Comparator.naturalOrder());
        return new Written(night.written, deleted, night.left);
    }

    private LocalDate today(House house) {
        return LocalDate.now(clock.withZone(house.zone()));
    }

    /** Writes file after file, as long as there is room. */
    private final class Night {
        private final List<String> left = new ArrayList<>();
        private long bytes;
        private int written;

        Night(long bytes) {
            this.bytes = bytes;
        }

        void take(House house, LinkedData.Programme programme) throws IOException {
            Optional<Dump> dump = bytes >= allMax ? Optional.empty() : write(house, today(house), programme);
            dump.ifPresentOrElse(one -> {}, () -> left.add(house.slug()));
            bytes += dump.map(Dump::bytes).orElse(0L);
            written += dump.isPresent() ? 1 : 0;
        }
    }

    private int clear(House house, int days) throws IOException {
        LocalDate oldest = today(house).minusDays(days - 1L);
        int deleted = 0;
        for (Dump dump : of(house)) {
            if (dump.day().isBefore(oldest)) {
                Files.deleteIfExists(dump.file());
                deleted++;
            }
        }
        return deleted;
    }

    private Optional<Dump> write(House house, LocalDate day, LinkedData.Programme programme) throws IOException {
        Path own = Files.createDirectories(folder.resolve(house.slug()));
        Path unfinished = own.resolve(day + UNFINISHED);
        Path whole = own.resolve(day + ENDING);
        try (OutputStream out = new GZIPOutputStream(
                new BufferedOutputStream(new Limited(Files.newOutputStream(unfinished), fileMax)))) {
            programme.to(out);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(unfinished);
            if (isTooLong(failed)) {
                return Optional.empty();
            }
            throw failed;
        }
        try (FileChannel synced = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            synced.force(true);
        }
        Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return dump(whole);
    }

    /** The writer of triples may wrap what the stream throws. */
    private static boolean isTooLong(Throwable failed) {
        return failed instanceof TooLong || failed.getCause() instanceof TooLong;
    }

    /** The limit of a file was passed. */
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Takes so many bytes and no more. */
    private static final class Limited extends FilterOutputStream {
        private long room;

        Limited(OutputStream out, long room) {
            super(out);
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            take(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
            out.write(bytes, from, length);
        }

        private void take(int length) throws TooLong {
            room -= length;
            if (room < 0) {
                throw new TooLong();
            }
        }
    }
}

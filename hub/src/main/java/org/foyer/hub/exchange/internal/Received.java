package org.foyer.hub.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/**
 * What others handed over: kept here, and given out use by use as the terms allow. A file goes when its terms end, when its agreement
 * counts no longer, or when it is old.
 */
final class Received {

    /** How long a file is kept at most. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int BUFFER_BYTES = 64 << 10;
    private static final String PARTIAL = ".part";

    private final Path folder;
    private final Register register;
    private final String self;
    private final Clock clock;

    Received(Path folder, Register register, String self, Clock clock) {
        this.folder = folder;
        this.register = register;
        this.self = self;
        this.clock = clock;
    }

    /** Brings the bytes of one file somewhere. */
    @FunctionalInterface
    interface Bringing {
        void to(Path file) throws IOException;
    }

    boolean has(Conversation transfer) {
        return Files.isRegularFile(file(transfer));
    }

    /** Names of transfers are given by this node, so none leads out of the folder. */
    private Path file(Conversation transfer) {
        return folder.resolve(transfer.pid());
    }

    /** Keeps what is brought, whole or not at all. */
    void keep(Conversation transfer, Bringing bringing) throws IOException {
        Files.createDirectories(folder);
        Path partial = folder.resolve(transfer.pid() + PARTIAL);
        try {
            bringing.to(partial);
            Files.move(partial, file(transfer), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * Keeps what a provider brings.
     *
     * @param digest as the header Repr-Digest has it; null when it was not told
     * @throws Refusal when it is too long, or is not what it is said to be
     */
    void keep(Conversation transfer, InputStream data, @Nullable String digest) throws IOException {
        keep(transfer, partial -> {
            try (OutputStream out = Files.newOutputStream(partial)) {
                copy(data, out);
            }
            if (digest != null && !digest.contains(Digests.field(Digests.of(partial)))) {
                throw new Refusal(400, "the bytes are not those of the digest");
            }
        });
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > Dumps.FILE_BYTES_MAX) {
                throw new Refusal(413, "the data is longer than " + Dumps.FILE_BYTES_MAX + " bytes");
            }
            out.write(buffer, 0, read);
        }
    }

    /**
     * What stands against a use now, without making it.
     *
     * @throws Refusal with everything that does
     */
    void check(Conversation transfer, @Nullable String purpose) {
        refuse(register.read(handle -> agreement(handle, transfer)
                .map(agreement -> {
                    PolicyJudge.Use use = new PolicyJudge.Use(
                            self,
                            told(purpose),
                            clock.instant(),
                            UseRegister.count(handle, agreement.id()),
                            1,
                            0,
                            true);
                    return agreement.holds(clock.instant())
                            ? PolicyJudge.against(Json.own(agreement.terms()), use)
                            : List.of("the agreement counts no longer");
                })
                .orElse(List.of("there is no agreement"))));
    }

    /** Uses it once: counted before anybody sees it. */
    void use(Conversation transfer, @Nullable String purpose, Path to) throws IOException {
        refuse(register.write(handle -> agreement(handle, transfer)
                .map(agreement ->
                        UseRegister.use(handle, agreement, self, transfer.pid(), told(purpose), clock.instant()))
                .orElse(List.of("there is no agreement"))));
        Files.copy(file(transfer), to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Who names no purpose has none that any terms know. */
    private static String told(@Nullable String purpose) {
        return purpose == null ? "" : purpose;
    }

    private static Optional<Agreement> agreement(org.jdbi.v3.core.Handle handle, Conversation transfer) {
        return AgreementRegister.find(handle, transfer.agreement() == null ? "" : transfer.agreement());
    }

    private static void refuse(List<String> against) {
        if (!against.isEmpty()) {
            throw new Refusal(409, against);
        }
    }

    /** Deletes what may be kept no longer. @return how many files */
    int sweep() {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            int gone = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isOver(file)) {
                    Files.deleteIfExists(file);
                    gone++;
                }
            }
            return gone;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOver(Path file) throws IOException {
        Instant now = clock.instant();
        if (Files.getLastModifiedTime(file).toInstant().plus(KEPT).isBefore(now)) {
            return true;
        }
        String name = file.getFileName().toString();
        String pid = name.endsWith(PARTIAL) ? name.substring(0, name.length() - PARTIAL.length()) : name;
        return register.read(handle -> ConversationRegister.byPid(handle, Kind.TRANSFER, pid)
                .flatMap(transfer -> agreement(handle, transfer))
                .filter(agreement -> agreement.holds(now))
                .filter(agreement -> {
                    Instant ends = PolicyJudge.ends(Json.own(agreement.terms()));
                    return ends == null || !now.isAfter(ends);
                })
                .isEmpty());
    }
}

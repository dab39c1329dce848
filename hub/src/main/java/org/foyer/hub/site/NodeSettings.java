package org.foyer.hub.site;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Fetcher;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.insight.SegmentBudget;
import org.jspecify.annotations.Nullable;

/**
 * What a node needs to know to open its data.
 *
 * @param data the data folder
 * @param registerUrl {@code jdbc:postgresql:…}, or null for the SQLite file in the data folder
 * @param registerUser for PostgreSQL
 * @param registerPassword for PostgreSQL
 * @param warehouseMemory memory that the warehouse may use, for instance "2GB"
 * @param fileBytesMax longest file that is received
 * @param fetching how much is asked of the network
 * @param fetchAllowed addresses of this machine that may be asked; none but for tests and local tools
 * @param segmentQuestions sizes of segments that a house may ask for in a day
 * @param dumpDays days for which whole programmes are kept as they were; 0 for none
 */
public record NodeSettings(
        Path data,
        @Nullable String registerUrl,
        @Nullable String registerUser,
        @Nullable String registerPassword,
        String warehouseMemory,
        long fileBytesMax,
        FetchLimits fetching,
        Set<InetSocketAddress> fetchAllowed,
        int segmentQuestions,
        int dumpDays,
        Clock clock) {

    /** Longest file received unless FOYER_FILE_BYTES_MAX says otherwise: 4 GiB. */
    public static final long FILE_BYTES_MAX = 4L << 30;

    private static final int DUMP_DAYS_MAX = 366;

    /** More is no limit: sizes could be averaged. */
    private static final int SEGMENT_QUESTIONS_MAX = 1_000;

    private static final String WAREHOUSE_MEMORY = "2GB";

    /**
     * Reads the settings of the process.
     *
     * @param data the data folder
     * @param variables gives the value of an environment variable, or null
     */
    public static NodeSettings of(Path data, UnaryOperator<@Nullable String> variables) {
        String memory = variables.apply("FOYER_WAREHOUSE_MEMORY");
        String days = variables.apply("FOYER_DUMP_DAYS");
        String questions = variables.apply("FOYER_SEGMENT_QUESTIONS");
        String bytes = variables.apply("FOYER_FILE_BYTES_MAX");
        return new NodeSettings(
                data,
                variables.apply("FOYER_REGISTER_URL"),
                variables.apply("FOYER_REGISTER_USER"),
                variables.apply("FOYER_REGISTER_PASSWORD"),
                memory == null ? WAREHOUSE_MEMORY : memory,
                bytes == null ? FILE_BYTES_MAX : Long.parseLong(bytes),
                FetchLimits.of(variables),
                Outside.allowed(Objects.requireNonNullElse(variables.apply("FOYER_FETCH_ALLOWED"), "")),
                questions == null || questions.isBlank()
                        ? SegmentBudget.QUESTIONS
                        : Math.max(1, Math.min(Integer.parseInt(questions), SEGMENT_QUESTIONS_MAX)),
                days == null || days.isBlank()
                        ? Dumps.DAYS
                        : Math.max(0, Math.min(Integer.parseInt(days), DUMP_DAYS_MAX)),
                Clock.systemUTC());
    }

    /** The same, with more addresses of this machine that may be asked. */
    public NodeSettings allowing(Set<InetSocketAddress> more) {
        Set<InetSocketAddress> all = new HashSet<>(fetchAllowed);
        all.addAll(more);
        return new NodeSettings(
                data,
                registerUrl,
                registerUser,
                registerPassword,
                warehouseMemory,
                fileBytesMax,
                fetching,
                Set.copyOf(all),
                segmentQuestions,
                dumpDays,
                clock);
    }

    /** What asks the network for something, or sends it there, within the limits of these settings. */
    public Fetcher fetcher() {
        return new Fetcher(fetching, Outside.real(fetchAllowed, clock));
    }

    /** Where the register is. */
    public String register(Path sqliteFile) {
        return registerUrl == null ? "jdbc:sqlite:" + sqliteFile : registerUrl;
    }

    /** Where uploads wait until they are in the archive. */
    public Path uploads() {
        return data.resolve("uploads");
    }
}

package org.foyer.kit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of address from which a house's data is pulled, made into one file as if a person had sent it.
 *
 * <p>A connector only brings bytes: what stands in them is read by a {@link Source} or a recipe, as in every other file. It
 * keeps nothing between two pulls. The same answers give the same bytes.
 */
public interface Connector {

    /** Stable name, lower-case words joined by hyphens, for instance {@code calendar}. */
    String kind();

    /**
     * What is wrong with an order before anything is asked, all at once.
     *
     * @return problems whose place names the setting as its column
     */
    List<Problem> check(Order order);

    /** How long to wait between the beginnings of two requests. */
    default Duration between(Order order) {
        return Duration.ofMillis(200);
    }

    /**
     * Asks, and writes what came as one file.
     *
     * @param target an empty file, to be written as often as it needs to be begun anew
     * @throws NotFetched when it cannot be had; what stands in the target then does not count
     */
    Pulled pull(Order order, Web web, Path target) throws IOException;

    /**
     * What a house said of the address.
     *
     * @param settings by name; the connector says which it knows
     * @param secret what proves who asks, if anything does; never part of an address
     * @param since when the last pull began that brought everything; null for the first
     * @param etag what the last answer was called
     * @param lastModified when the last answer was changed, as it was written
     */
    record Order(
            URI address,
            Map<String, String> settings,
            @Nullable String secret,
            @Nullable Instant since,
            @Nullable String etag,
            @Nullable String lastModified) {
        public Order {
            settings = Map.copyOf(settings);
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "order of " + address.getHost();
        }
    }

    /**
     * What a pull brought.
     *
     * @param fileName as a person would call it, by which nothing is recognised
     * @param unchanged whether the other side said that nothing changed; then nothing was written
     * @param partial whether only what changed lately was asked for, so that little is no sign of a fault
     */
    record Pulled(
            String fileName,
            boolean unchanged,
            boolean partial,
            @Nullable String etag,
            @Nullable String lastModified) {

        /** Nothing new. */
        public static Pulled nothingNew(Order order) {
            return new Pulled("", true, false, order.etag(), order.lastModified());
        }
    }
}

package org.foyer.hub.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an address to be pulled.
 *
 * @param kind of connector
 * @param hosts that may be asked; when none is named, the one of the address
 * @param settings what the connector needs besides
 * @param secret what proves who asks, or null; kept sealed and never shown again
 * @param everyMinutes how often
 */
public record SourceWish(
        String name,
        String kind,
        String address,
        List<String> hosts,
        Map<String, String> settings,
        @Nullable String secret,
        int everyMinutes) {
    public SourceWish {
        hosts = List.copyOf(hosts);
        settings = Map.copyOf(settings);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "source of kind " + kind;
    }
}

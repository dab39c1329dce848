package org.foyer.hub.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an agenda to which the programme is to go.
 *
 * @param kind {@code openagenda} or {@code uitdatabank}
 * @param address of its interface; empty for the one that everybody uses
 * @param settings what the kind needs besides
 * @param secret what proves who sends; kept sealed and never shown again
 * @param everyMinutes how often the programme goes out; null for only when a person says so
 */
public record AgendaWish(
        String name,
        String kind,
        String address,
        Map<String, String> settings,
        @Nullable String secret,
        @Nullable Integer everyMinutes) {
    public AgendaWish {
        settings = Map.copyOf(settings);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "agenda of kind " + kind;
    }
}

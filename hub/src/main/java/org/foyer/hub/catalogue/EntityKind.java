package org.foyer.hub.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a list is reconciled with: kinds of things that public programmes name, each under a class of schema.org. */
public enum EntityKind {
    HOUSE(
            "PerformingArtsTheater",
            "Organization",
            List.of("town", "postcode", "region", "country", "discipline", "url", "identifier")),
    PLACE(
            "Place",
            "Thing",
            List.of(
                    "town",
                    "postcode",
                    "region",
                    "country",
                    "street",
                    "url",
                    "identifier",
                    "house",
                    "performances",
                    "first",
                    "last")),
    WORK("CreativeWork", "Thing", List.of("writer", "identifier", "house", "performances", "first", "last")),
    SHOW(
            "EventSeries",
            "Event",
            List.of(
                    "venue",
                    "town",
                    "genre",
                    "season",
                    "producer",
                    "work",
                    "person",
                    "identifier",
                    "house",
                    "performances",
                    "first",
                    "last")),
    PERSON(
            "Person",
            "Thing",
            List.of("spelling", "role", "instrument", "identifier", "house", "performances", "first", "last"));

    private final String type;
    private final String broader;
    private final List<String> properties;

    EntityKind(String type, String broader, List<String> properties) {
        this.type = type;
        this.broader = broader;
        this.properties = properties;
    }

    /** Identifier of the type: the name of a class of schema.org. */
    public String type() {
        return type;
    }

    /** Name of the class of schema.org above it. */
    public String broader() {
        return broader;
    }

    /** Identifiers of what is told of such things. */
    public List<String> properties() {
        return properties;
    }

    /** As identifiers of entities begin, and as messages name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EntityKind> ofType(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}

package org.foyer.hub.catalogue.internal;

import java.util.Map;
import java.util.TreeMap;

/** Short names of vocabularies, as they stand at the head of what is written. */
final class Prefixes {

    static final Map<String, String> ALL = new TreeMap<>(Map.of(
            "schema", SchemaWriter.SCHEMA,
            "xsd", SchemaWriter.XSD,
            "adr", "http://kg.artsdata.ca/resource/"));

    private Prefixes() {}
}

package org.foyer.hub.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** A form in which linked data leaves. */
public enum RdfForm {
    JSON_LD("application/ld+json", "jsonld"),
    TURTLE("text/turtle", "ttl"),
    N_TRIPLES("application/n-triples", "nt"),
    RDF_XML("application/rdf+xml", "rdf");

    private final String mediaType;
    private final String ending;

    RdfForm(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** Without parameters, for instance {@code text/turtle}. */
    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name, without the point. */
    public String ending() {
        return ending;
    }

    public static Optional<RdfForm> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(form -> form.mediaType.equals(mediaType))
                .findFirst();
    }
}

package org.foyer.hub.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** A form in which linked data leaves. */
public enum RdfForm {
    JSON_LD("application/ld+json"),
    TURTLE("text/turtle"),
    N_TRIPLES("application/n-triples"),
    RDF_XML("application/rdf+xml");

    private final String mediaType;

    RdfForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Without parameters, for instance {@code text/turtle}. */
    public String mediaType() {
        return mediaType;
    }

    public static Optional<RdfForm> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(form -> form.mediaType.equals(mediaType))
                .findFirst();
    }
}

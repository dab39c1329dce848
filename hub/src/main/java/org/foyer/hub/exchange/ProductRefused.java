package org.foyer.hub.exchange;

import java.util.List;

/** A data product that is not published; nothing changed. */
public final class ProductRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> codes;

    /** @param codes stable, everything that is wrong at once */
    public ProductRefused(List<String> codes) {
        super(String.join(", ", codes), null, false, false); // an answer, not a bug: no stack trace
        this.codes = List.copyOf(codes);
    }

    public List<String> codes() {
        return codes;
    }
}

package org.foyer.hub.catalogue.internal.publication;

import java.io.IOException;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** The agenda does not take one event as it is; the others may still be sent. */
final class EventRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    EventRefused(String code, String... arguments) {
        super(code);
        this.problem = Problem.stops(code, Place.of(""), arguments);
    }

    Problem problem() {
        return problem;
    }
}

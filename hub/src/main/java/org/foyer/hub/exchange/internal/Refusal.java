package org.foyer.hub.exchange.internal;

import java.util.List;

/** A message that is not taken; nothing of it was kept. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> reasons;

    Refusal(int status, List<String> reasons) {
        super(String.join("; ", reasons));
        this.status = status;
        this.reasons = reasons;
    }

    Refusal(int status, String reason) {
        this(status, List.of(reason));
    }

    int status() {
        return status;
    }

    List<String> reasons() {
        return reasons;
    }
}

package org.foyer.hub.insight;

import java.util.List;

/** Texts that are no question; says everything that is wrong at once. */
public final class FreeQuestionRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public FreeQuestionRefused(List<Fault> faults) {
        super("no question", null, false, false);
        this.faults = List.copyOf(faults);
    }

    /**
     * What is wrong.
     *
     * @param field as the API names it
     * @param code stable, with a sentence in both languages
     */
    public record Fault(String field, String code, List<String> arguments) {}

    public List<Fault> faults() {
        return faults;
    }
}

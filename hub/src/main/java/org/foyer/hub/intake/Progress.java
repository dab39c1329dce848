package org.foyer.hub.intake;

/** Hears how far a long piece of work is. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (step, done, total) -> {};

    /**
     * @param step stable name of the step: {@code read}, {@code check}, {@code load}, {@code count}
     * @param done and
     * @param total in the same unit (bytes, rows or steps); total 0 when unknown
     */
    void at(String step, long done, long total);
}

package org.foyer.hub.intake.internal.runs;

/** Hears of each moment between the two stores, so that a test can end the work there. */
@FunctionalInterface
public interface CrashPoint {

    CrashPoint NONE = moment -> {};

    /**
     * @param moment {@code read} (working files are written), {@code begun} (the register knows the run),
     *     {@code loaded} (the transaction is ready to commit), {@code marked} (the warehouse holds the run),
     *     {@code committed} (the register says so)
     */
    void at(String moment);
}

package org.foyer.hub.simulation;

/** Hears how far the simulator is. Called from its working threads, one call at a time. */
@FunctionalInterface
public interface SimulationProgress {

    /** Hears nothing. */
    SimulationProgress NONE = (written, expected) -> {};

    /**
     * @param written lines written so far
     * @param expected lines that the plan expects in all; the true number differs by a few per cent
     */
    void at(long written, long expected);
}

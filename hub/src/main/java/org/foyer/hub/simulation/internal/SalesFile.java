package org.foyer.hub.simulation.internal;

import java.io.Closeable;
import java.io.IOException;

/** A file of sale lines in the shape of one tool, written night by night. */
interface SalesFile extends Closeable {

    /**
     * Writes one movement of a night; nights come one after the other.
     *
     * @param at its columns
     * @param minute when it happened, on the clock of the hall
     * @param buyer what the tool holds of the buyer
     * @param scanKnown whether the scan had happened when the file was exported
     * @param spoil how to spoil the line, or −1
     */
    void line(Night night, Movements movements, int at, long minute, Contact buyer, boolean scanKnown, int spoil)
            throws IOException;

    /** Ends a night, for tools that put its movements together. */
    default void endNight() throws IOException {}

    /** In how many ways a line can be spoilt. */
    int spoils();

    /** Lines written so far, in the tool's own way of counting. */
    long lines();
}

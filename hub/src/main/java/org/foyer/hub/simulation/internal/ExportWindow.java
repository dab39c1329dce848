package org.foyer.hub.simulation.internal;

/**
 * Which movements an export holds. The nightly one repeats some days of the season's file, and the whole of the nights
 * that were played since, because their tickets were scanned in between.
 *
 * @param from first minute
 * @param to the minute of the export, not included
 */
record ExportWindow(long from, long to) {

    boolean holds(long minute, Night night) {
        return minute < to && (minute >= from || night.start() >= from && night.start() < to);
    }

    boolean scanKnown(Night night) {
        return night.start() < to;
    }
}

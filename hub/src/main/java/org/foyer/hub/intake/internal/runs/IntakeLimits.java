package org.foyer.hub.intake.internal.runs;

/**
 * How much the intake takes on at once.
 *
 * @param fileBytesMax bytes of one file
 * @param filesMax files of one run
 * @param waitingMax runs that may wait for the one at work
 */
public record IntakeLimits(long fileBytesMax, int filesMax, int waitingMax) {
    public static final IntakeLimits DEFAULT = new IntakeLimits(4L << 30, 500, 16);
}

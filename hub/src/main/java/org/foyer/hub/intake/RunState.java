package org.foyer.hub.intake;

/** Where a run stands; the register keeps the lower-case name. */
public enum RunState {
    /** Files are being read; the warehouse holds nothing of it yet. */
    BEGUN,
    /** The warehouse holds all of it. */
    COMMITTED,
    /** It ended without changing anything. */
    FAILED,
    /** It was taken back as a whole. */
    UNDONE
}

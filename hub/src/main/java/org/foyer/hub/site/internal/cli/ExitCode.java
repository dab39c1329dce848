package org.foyer.hub.site.internal.cli;

/** What the number says with which a command ends. */
public final class ExitCode {

    /** Done. */
    public static final int OK = 0;

    /** Done, and something waits for a person: rows in quarantine or totals that differ. */
    public static final int LOOK = 1;

    /** The command was not understood. */
    public static final int USAGE = 2;

    /** Refused or failed; nothing was changed. */
    public static final int REFUSED = 3;

    /** A running node holds the data folder (the number that sysexits.h gives to "try again later"). */
    public static final int HELD = 75;

    private ExitCode() {}
}

package org.foyer.hub.model;

/** Number of one reception of files within a node; later receptions have larger numbers. */
public record IntakeRunId(int value) {
    public IntakeRunId {
        if (value < 1) {
            throw new IllegalArgumentException("intake run number out of range: " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}

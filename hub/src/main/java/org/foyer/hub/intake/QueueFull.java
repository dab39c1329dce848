package org.foyer.hub.intake;

/** So many imports wait already that nothing else can wait for its turn; nothing was changed. */
public final class QueueFull extends RuntimeException {

    public static final String CODE = "queue-full";
    private static final long serialVersionUID = 1L;

    private final int waiting;

    /** @param waiting how many wait */
    public QueueFull(int waiting) {
        super(CODE);
        this.waiting = waiting;
    }

    public int waiting() {
        return waiting;
    }
}

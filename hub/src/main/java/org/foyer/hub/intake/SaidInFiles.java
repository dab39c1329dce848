package org.foyer.hub.intake;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Takes what files say of their buyers being contacted. Whether it counts is not this room's to know: other things may have been said since the file was
 * made.
 */
public interface SaidInFiles {

    /** What one run may say at most: one purpose and channel of one buyer is one. */
    int SAID_MAX = 1_000_000;

    /** Nobody hears it. */
    SaidInFiles NOBODY = new SaidInFiles() {
        @Override
        public Taken take(HouseId house, int run, List<Cell> cells, String actor) {
            return new Taken(0, 0, 0, 0);
        }

        @Override
        public void takeBack(HouseId house, int run, String actor) {}
    };

    /**
     * @param said {@code given}, {@code withdrawn} or {@code objected}
     * @param day on which it was said, as the file tells
     */
    record Said(long person, String said, @Nullable LocalDate day) {}

    /** What a run says for a purpose and a channel, each person once. */
    record Cell(String purpose, String channel, List<Said> said) {}

    /**
     * What came of it; one purpose and channel of one person counts once.
     *
     * @param unchanged what stood already, and a refusal of what was never agreed to
     * @param saidOtherwise where something else was said, later or not by a file
     * @param withoutWording consents to a purpose for which the house keeps no wording
     */
    record Taken(long written, long unchanged, long saidOtherwise, long withoutWording) {}

    /** Writes down what a run says, once the run is kept; twice changes nothing. */
    Taken take(HouseId house, int run, List<Cell> cells, String actor);

    /** Forgets what a run said. */
    void takeBack(HouseId house, int run, String actor);
}

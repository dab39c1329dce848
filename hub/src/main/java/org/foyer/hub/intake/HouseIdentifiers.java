package org.foyer.hub.intake;

import java.util.List;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.HouseId;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * By which identifiers other registers know a house. What is typed here counts above what files say; it goes the way of every file, so
 * that it is repeated by a rebuild and can be taken back by undoing its run.
 */
public interface HouseIdentifiers {

    /** Characters of what is typed. */
    int CHARACTERS_MAX = 2_000;

    /**
     * An identifier that counts.
     *
     * @param source who said it: {@code typed-here}, or the name of a recipe
     * @param run with which it was said
     */
    record Said(ExternalId id, String source, int run) {}

    /**
     * What came of it.
     *
     * @param problems why nothing was kept, all at once: {@code register-unknown}, {@code sheet-identifier-wrong},
     *     {@code identifier-register-twice}, {@code identifiers-long}
     * @param run null when nothing was kept, or nothing would change
     */
    record Outcome(List<Problem> problems, @Nullable RunReport run) {}

    /** Those that count, at most one of each register, in the order of the registers. */
    List<Said> of(HouseId house);

    /**
     * Says all of them.
     *
     * @param cell as people write it, {@code isni: …; siret: …}; of a register that counted before and is not in it, it is said that there
     *     is none
     */
    Outcome say(HouseId house, String cell, String actor);
}

package org.foyer.hub.intake;

import java.time.LocalDate;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** A show that is revived, as it is written on the sheet of the show that revives it: words for people, our number for us. */
public final class RevivalWords {

    private RevivalWords() {}

    /** For instance "La Mouette, 2022-23 (12000007)". @param last a day on which it was played, the last that is known */
    public static String of(String title, @Nullable LocalDate last, long production) {
        return title + (last == null ? "" : ", " + Season.of(last).label()) + " (" + production + ")";
    }

    /** Of a show that is proposed. */
    public static String of(Proposal proposal) {
        return of(proposal.words(), proposal.last(), proposal.id());
    }
}

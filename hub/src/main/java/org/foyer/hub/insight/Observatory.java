package org.foyer.hub.insight;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.insight.Indicator.Text;
import org.foyer.hub.insight.internal.study.TableFile;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Agreed questions about seasons that are over, as exact tables for funders and researchers. docs/observatory.md. */
public interface Observatory {

    /**
     * An agreed table.
     *
     * @param measure {@code tickets}, {@code performances}, {@code seats} or {@code filled}
     * @param rows and columns: dimensions of the {@link StudyBank}
     * @param note how it is counted
     */
    record Agreed(String id, int version, String measure, String rows, String columns, Text name, Text note) {}

    List<Agreed> agreed();

    /** The agreed tables in the jar. */
    static List<Agreed> shipped() {
        return TableFile.shipped();
    }

    /** Dimensions and their codes. */
    StudyBank bank();

    /** Tables of a season that may be published; made when asked for the first time. Empty when none can be told. */
    List<Published> tables(Actor actor, boolean simulated, Season season);

    /** The newest season with tables; one that may be published and is not is made now. */
    Optional<Choice> newest(Actor actor, boolean simulated);

    /** Publishes what may be published today and is not, of real and of simulated houses, so that nobody waits for it who asks. */
    void publishDue();

    /** Seasons with tables, newest first. */
    List<Season> seasons(boolean simulated);

    /** Why a house neither gives nor sees now, as a code; null when it does. */
    @Nullable
    String refusal(HouseId house);

    /** Whether a house sees them. */
    boolean isOpenTo(HouseId house, Choice choice);

    /** Whether anybody may see them. */
    boolean isOpen(Choice choice);

    /** Whether funders and researchers may: every house in them lets them. */
    boolean isOpenToObservers(Choice choice);

    /** A season, of real or of simulated houses. */
    record Choice(boolean simulated, Season season) {}
}

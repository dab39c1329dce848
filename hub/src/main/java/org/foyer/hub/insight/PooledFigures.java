package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.PooledGate.Universe;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** What houses of this node give to questions that are asked over several nodes. */
public interface PooledFigures {

    /** What may be asked: the figures that the dictionary calls comparable, in its order, each with its version here. */
    List<Question> questions();

    /**
     * The moved figures of the houses that take part.
     *
     * @param asOf as known on that day: a day for all nodes, so that asking again in the same month tells nothing new
     */
    List<Contribution> give(Actor asking, Universe universe, Season season, LocalDate asOf, List<Question> questions);

    /** The house's own comparable figures as known on that day, not moved: for itself alone. */
    FigureSheet own(HouseId house, Season season, LocalDate asOf);
}

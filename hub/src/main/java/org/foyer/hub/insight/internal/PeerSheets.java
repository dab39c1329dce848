package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Sheets of many houses read together, for what is brought to the gate and for nothing else. */
interface PeerSheets {

    /**
     * One sheet for each house, in their order.
     *
     * @param indicators only figures of these
     */
    List<FigureSheet> sheets(List<HouseId> houses, Season season, LocalDate asOf, Set<String> indicators);
}

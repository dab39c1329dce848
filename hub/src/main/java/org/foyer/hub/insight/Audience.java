package org.foyer.hub.insight;

import java.time.LocalDate;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Who comes to a house, who comes back and from where; groups of people only, never a person. */
public interface Audience {

    /** The audience of a season as known on a day. */
    AudienceSheet season(HouseId house, Season season, LocalDate asOf, AudienceBasis basis);

    /** How many purchases the house may expect of its buyers in the year after a day, with the error of that told beside it. */
    ExpectedPurchases expected(HouseId house, LocalDate asOf);
}

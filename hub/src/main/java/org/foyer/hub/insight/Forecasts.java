package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.HouseId;

/** Forecasts of the final sales of a house's performances, told only where the past says that they can be. */
public interface Forecasts {

    /**
     * As known on a day: nothing that happened later changes it.
     *
     * @return empty when the house has no such performance
     */
    Optional<FinalSales> finalSales(HouseId house, long performance, LocalDate asOf);

    /** How far final sales could be told at 60, 30, 14 and 7 days before, from what was played until a day. */
    List<ForecastCheck> checks(HouseId house, LocalDate asOf);
}

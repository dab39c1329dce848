package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.insight.Audience;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet;
import org.foyer.hub.insight.AudienceSheet.Catchment;
import org.foyer.hub.insight.AudienceSheet.Crossover;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Warehouse;

/** The audience as the warehouse knows it, remembered until the house's part of it changes. */
public final class AudienceFigures implements Audience {

    private static final int SHEETS_MAX = 500;

    private final Warehouse warehouse;
    private final Houses houses;
    private final Dictionary dictionary = Dictionary.shipped();
    private final Memory<AudienceSheet> sheets;
    private final Memory<ExpectedPurchases> expected;

    public AudienceFigures(Warehouse warehouse, Houses houses) {
        this.warehouse = warehouse;
        this.houses = houses;
        ToLongFunction<HouseId> revision = warehouse::revision;
        this.sheets = new Memory<>(SHEETS_MAX, revision);
        this.expected = new Memory<>(SHEETS_MAX, revision);
    }

    @Override
    public AudienceSheet season(HouseId house, Season season, LocalDate asOf, AudienceBasis basis) {
        return sheets.answer(house, List.of(season, asOf, basis), () -> read(house, season, asOf, basis));
    }

    /** A model is fitted three times or four: seconds, so that it has a page of its own. */
    @Override
    public ExpectedPurchases expected(HouseId house, LocalDate asOf) {
        return expected.answer(house, List.of(asOf), () -> new PurchaseFigures(warehouse).read(house(house), asOf));
    }

    private House house(HouseId id) {
        return houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
    }

    private AudienceSheet read(HouseId id, Season season, LocalDate asOf, AudienceBasis basis) {
        House house = house(id);
        return warehouse.read(connection -> {
            LocalDate since = VisitQuery.since(connection, id, asOf);
            Tally people = VisitQuery.people(connection, house, season, asOf, basis);
            List<Figure> figures = new ArrayList<>(
                    new VisitFigures(people, dictionary, season, asOf, since, VisitQuery.minorUnits(house)).all());
            figures.addAll(
                    new SensitivityFigures(SensitivityQuery.read(connection, house, season, asOf, basis), dictionary)
                            .all());
            Crossover crossover = CrossoverQuery.read(connection, id, season, asOf, basis);
            LocalDate settled = SettledDay.of(connection, id, season, asOf).orElse(LocalDate.EPOCH);
            Catchment catchment = CatchmentQuery.read(connection, house, season, settled);
            return new AudienceSheet(
                    id,
                    season,
                    asOf,
                    basis,
                    house.simulated(),
                    since,
                    people.sum("buyers", "now"),
                    VisitQuery.linked(connection, id),
                    List.copyOf(figures),
                    crossover,
                    catchment);
        });
    }
}

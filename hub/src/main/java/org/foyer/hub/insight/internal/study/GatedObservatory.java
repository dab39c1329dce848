package org.foyer.hub.insight.internal.study;

import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.insight.Observatory;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Brings exact counts of agreed tables to the gate, once for a season. */
public final class GatedObservatory implements Observatory {

    private final StudyBank bank = StudyFile.withTraits();
    private final List<Agreed> agreed = Observatory.shipped();
    private final Warehouse warehouse;
    private final ObservatoryGate gate;

    public GatedObservatory(Warehouse warehouse, ObservatoryGate gate) {
        this.warehouse = warehouse;
        this.gate = gate;
    }

    @Override
    public List<Agreed> agreed() {
        return agreed;
    }

    @Override
    public StudyBank bank() {
        return bank;
    }

    @Override
    public List<Published> tables(Actor actor, boolean simulated, Season season) {
        if (season.compareTo(gate.newest()) > 0) {
            return List.of();
        }
        List<Wanted> wanted = agreed.stream()
                .map(one -> new Wanted(one.id(), one.version(), one.measure(), axis(one.rows()), axis(one.columns())))
                .toList();
        return gate.season(
                actor,
                simulated,
                season,
                wanted,
                houses -> warehouse.read(connection -> ObservatoryQuery.sums(connection, houses, season, wanted)));
    }

    private Axis axis(String dimension) {
        return new Axis(
                dimension,
                bank.dimension(dimension)
                        .orElseThrow(() -> new IllegalStateException("not in the bank: " + dimension))
                        .codes());
    }

    @Override
    public Optional<Choice> newest(Actor actor, boolean simulated) {
        if (!tables(actor, simulated, gate.newest()).isEmpty()) {
            return Optional.of(new Choice(simulated, gate.newest()));
        }
        return gate.seasons(simulated).stream().findFirst().map(season -> new Choice(simulated, season));
    }

    @Override
    public void publishDue() {
        for (boolean simulated : List.of(false, true)) {
            newest(Actor.clock(), simulated);
        }
    }

    @Override
    public @Nullable String refusal(HouseId house) {
        return gate.refusal(house);
    }

    @Override
    public boolean isOpenTo(HouseId house, Choice choice) {
        return gate.isOpenTo(house, choice.simulated(), choice.season());
    }

    @Override
    public List<Season> seasons(boolean simulated) {
        return gate.seasons(simulated);
    }

    @Override
    public boolean isOpen(Choice choice) {
        return gate.isOpen(choice.simulated(), choice.season());
    }

    @Override
    public boolean isOpenToObservers(Choice choice) {
        return gate.isOpenToObservers(choice.simulated(), choice.season());
    }
}

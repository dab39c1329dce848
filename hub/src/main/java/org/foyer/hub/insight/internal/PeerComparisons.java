package org.foyer.hub.insight.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparison.Line;
import org.foyer.hub.insight.Comparisons;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Compares through the gate the figures that the dictionary calls comparable, within one's own groups only. */
public final class PeerComparisons implements Comparisons {

    /** The group asked for is not one of the house's own. */
    static final String NOT_OWN_GROUP = "not-own-group";

    private final Gate gate;
    private final Figures figures;
    private final HouseContributions contributions;
    private final Houses houses;
    private final Clock clock;

    /** @param figures reads the sheets of all houses of a comparison together, and remembers them */
    public PeerComparisons(Gate gate, RememberedFigures figures, Houses houses, Clock clock) {
        this(gate, figures, figures, houses, clock);
    }

    PeerComparisons(Gate gate, Figures figures, PeerSheets sheets, Houses houses, Clock clock) {
        this.gate = gate;
        this.figures = figures;
        this.contributions = new HouseContributions(sheets);
        this.houses = houses;
        this.clock = clock;
    }

    @Override
    public List<PeerGroup> groups(HouseId house) {
        House asker = house(house);
        return Stream.of(Partition.values())
                .map(partition -> group(asker, partition))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The house's own group by a trait; null when its trait is not known. */
    private static @Nullable PeerGroup group(House house, Partition partition) {
        return switch (partition) {
            case ALL -> PeerGroup.ALL;
            case DISCIPLINE -> new PeerGroup(house.discipline(), null, null);
            case SIZE -> new PeerGroup(null, house.size(), null);
            case REGION ->
                house.address().region() == null
                        ? null
                        : new PeerGroup(null, null, house.address().region());
        };
    }

    @Override
    public Comparison compare(Actor actor, HouseId house, Season season, PeerGroup group) {
        House asker = house(house);
        List<Indicator> compared =
                figures.dictionary().stream().filter(Indicator::comparable).toList();
        FigureSheet own = figures.season(house, season, today(asker));
        List<SafeFigure> peers = peers(actor, asker, season, group, compared);
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < compared.size(); place++) {
            lines.add(Line.of(HouseContributions.value(own, compared.get(place)), peers.get(place)));
        }
        return new Comparison(house, season, group, asker.simulated(), List.copyOf(lines));
    }

    private List<SafeFigure> peers(Actor actor, House asker, Season season, PeerGroup group, List<Indicator> compared) {
        List<Question> questions = compared.stream()
                .map(indicator -> new Question(indicator.id(), indicator.version(), indicator.unit()))
                .toList();
        return Stream.of(Partition.values())
                .filter(partition -> group.equals(group(asker, partition)))
                .findFirst()
                .map(partition -> gate.compare(
                        actor,
                        asker.id(),
                        season,
                        partition,
                        questions,
                        ids -> contributions.of(ids, season, compared, id -> today(house(id)))))
                .orElseGet(() -> questions.stream()
                        .map(question -> new SafeFigure(question, 0, null, null, null, NOT_OWN_GROUP))
                        .toList());
    }

    private LocalDate today(House house) {
        return LocalDate.now(clock.withZone(house.zone()));
    }

    private House house(HouseId id) {
        return houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
    }
}

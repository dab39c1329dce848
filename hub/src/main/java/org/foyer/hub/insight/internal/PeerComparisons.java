package org.foyer.hub.insight.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparison.Line;
import org.foyer.hub.insight.Comparisons;
import org.foyer.hub.insight.Figure;
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
    private final PeerSheets sheets;
    private final Houses houses;
    private final Clock clock;

    /** @param figures reads the sheets of all houses of a comparison together, and remembers them */
    public PeerComparisons(Gate gate, RememberedFigures figures, Houses houses, Clock clock) {
        this(gate, figures, figures, houses, clock);
    }

    PeerComparisons(Gate gate, Figures figures, PeerSheets sheets, Houses houses, Clock clock) {
        this.gate = gate;
        this.figures = figures;
        this.sheets = sheets;
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
            lines.add(line(value(own, compared.get(place)), peers.get(place)));
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
                        actor, asker.id(), season, partition, questions, ids -> contributions(ids, season, compared)))
                .orElseGet(() -> questions.stream()
                        .map(question -> new SafeFigure(question, 0, null, null, null, NOT_OWN_GROUP))
                        .toList());
    }

    private List<Contribution> contributions(List<HouseId> ids, Season season, List<Indicator> compared) {
        List<Contribution> contributions = new ArrayList<>();
        for (FigureSheet sheet : sheets(ids, season, compared)) {
            for (Indicator indicator : compared) {
                Double value = value(sheet, indicator);
                if (value != null) {
                    long basis = sheet.figure(indicator.id()).basis();
                    contributions.add(new Contribution(sheet.house(), indicator.id(), value, basis));
                }
            }
        }
        return contributions;
    }

    /** In one reading for all houses that write the same day. */
    private List<FigureSheet> sheets(List<HouseId> ids, Season season, List<Indicator> compared) {
        Map<LocalDate, List<HouseId>> days = new TreeMap<>();
        ids.forEach(id ->
                days.computeIfAbsent(today(house(id)), day -> new ArrayList<>()).add(id));
        Set<String> wanted = ids(compared);
        return days.entrySet().stream()
                .flatMap(day -> sheets.sheets(day.getValue(), season, day.getKey(), wanted).stream())
                .toList();
    }

    private static Set<String> ids(List<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).collect(Collectors.toSet());
    }

    /** The value if it was measured by the definition that is compared; null if not. */
    private static @Nullable Double value(FigureSheet sheet, Indicator indicator) {
        return sheet.figures().stream()
                .filter(figure -> figure.indicator().equals(indicator.id()))
                .filter(figure -> figure.version() == indicator.version() && figure.notMeasured() == null)
                .map(Figure::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Line line(@Nullable Double own, SafeFigure peers) {
        return new Line(
                peers.question().indicator(),
                peers.question().version(),
                peers.question().unit(),
                own,
                peers.peers(),
                peers.lowerQuartile(),
                peers.median(),
                peers.upperQuartile(),
                position(own, peers),
                peers.withheld());
    }

    private static @Nullable String position(@Nullable Double own, SafeFigure peers) {
        Double lower = peers.lowerQuartile();
        Double upper = peers.upperQuartile();
        if (own == null || lower == null || upper == null) {
            return null;
        }
        return own < lower ? "below" : own > upper ? "above" : "middle";
    }

    private LocalDate today(House house) {
        return LocalDate.now(clock.withZone(house.zone()));
    }

    private House house(HouseId id) {
        return houses.byId(id).orElseThrow(() -> new IllegalArgumentException("no such house: " + id));
    }
}

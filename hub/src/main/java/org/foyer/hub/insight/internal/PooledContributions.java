package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.PooledGate.Universe;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.insight.PooledFigures;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/** Brings the comparable figures of this node's houses to the pooled side of the gate. */
public final class PooledContributions implements PooledFigures {

    private final PooledGate gate;
    private final Figures figures;
    private final HouseContributions contributions;

    public PooledContributions(PooledGate gate, RememberedFigures figures) {
        this(gate, figures, figures);
    }

    PooledContributions(PooledGate gate, Figures figures, PeerSheets sheets) {
        this.gate = gate;
        this.figures = figures;
        this.contributions = new HouseContributions(sheets);
    }

    @Override
    public List<Question> questions() {
        return comparable().stream()
                .map(indicator -> new Question(indicator.id(), indicator.version(), indicator.unit()))
                .toList();
    }

    private List<Indicator> comparable() {
        return figures.dictionary().stream().filter(Indicator::comparable).toList();
    }

    @Override
    public List<Contribution> give(
            Actor asking, Universe universe, Season season, LocalDate asOf, List<Question> questions) {
        List<Indicator> asked = comparable().stream()
                .filter(indicator -> questions.stream()
                        .anyMatch(question -> question.indicator().equals(indicator.id())
                                && question.version() == indicator.version()
                                && question.unit().equals(indicator.unit())))
                .toList();
        return gate.give(asking, universe, season, questions, ids -> contributions.of(ids, season, asked, id -> asOf));
    }

    @Override
    public FigureSheet own(HouseId house, Season season, LocalDate asOf) {
        Set<String> ids = comparable().stream().map(Indicator::id).collect(Collectors.toSet());
        return figures.season(house, season, asOf, ids);
    }
}

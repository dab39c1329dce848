package org.foyer.hub.governance.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;

/**
 * A gate without protection beyond a minimum of five peers, to show that the attacker can succeed: exact quartiles of the
 * asker's peers without the asker, as of now.
 */
final class ExactGate implements Gate {

    private static final int PEERS_MIN = 5;

    private final List<House> houses;
    private final Set<Integer> taking = new TreeSet<>();

    ExactGate(List<House> houses) {
        this.houses = houses;
    }

    @Override
    public boolean takesPart(HouseId house, String purpose) {
        return taking.contains(house.value());
    }

    @Override
    public void join(HouseId house, String purpose, Actor actor) {
        taking.add(house.value());
    }

    @Override
    public void leave(HouseId house, String purpose, Actor actor) {
        taking.remove(house.value());
    }

    @Override
    public List<SafeFigure> compare(
            Actor actor,
            HouseId asker,
            Season season,
            Partition partition,
            List<Question> questions,
            Contributions contributions) {
        House own = houses.stream()
                .filter(house -> house.id().equals(asker))
                .findFirst()
                .orElseThrow();
        List<HouseId> peers = houses.stream()
                .filter(house ->
                        taking.contains(house.id().value()) && !house.id().equals(asker))
                .filter(house -> Optional.ofNullable(Cell.of(own, partition))
                        .equals(Optional.ofNullable(Cell.of(house, partition))))
                .map(House::id)
                .toList();
        List<Contribution> given = contributions.of(peers);
        return questions.stream()
                .map(question -> answer(
                        question,
                        given.stream()
                                .filter(one -> one.indicator().equals(question.indicator()))
                                .map(Contribution::value)
                                .sorted()
                                .toList()))
                .toList();
    }

    private static SafeFigure answer(Question question, List<Double> sorted) {
        if (sorted.size() < PEERS_MIN) {
            return new SafeFigure(question, 0, null, null, null, CellRules.TOO_FEW);
        }
        return new SafeFigure(
                question,
                sorted.size(),
                Blur.quantile(sorted, 0.25),
                Blur.quantile(sorted, 0.5),
                Blur.quantile(sorted, 0.75),
                null);
    }
}

package org.foyer.hub.linking.internal.buyers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.foyer.hub.linking.BuyerCard;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.internal.buyers.LinkedStore.KeptPair;
import org.foyer.hub.linking.internal.compare.Comparisons;
import org.foyer.hub.model.HouseId;

/** Tells pairs with the contacts of their buyers and what speaks for and against. */
final class MatchShowing {

    private static final String MISSING = "missing";

    private final Connection connection;
    private final HouseId house;
    private final List<KeptPair> kept;
    private final Decisions decisions;

    /** @param kept all pairs of the house that were kept */
    MatchShowing(Connection connection, HouseId house, List<KeptPair> kept, Decisions decisions) {
        this.connection = connection;
        this.house = house;
        this.kept = kept;
        this.decisions = decisions;
    }

    /** Without pairs of which a buyer has gone since. */
    List<Match> of(List<KeptPair> shown) throws SQLException {
        LinkedStore.Linked linked = LinkedStore.linked(connection, house);
        if (linked == null || shown.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Long>> members = new TreeMap<>();
        for (KeptPair pair : shown) {
            for (long person : List.of(pair.personOfOne(), pair.personOfOther())) {
                if (!members.containsKey(person)) {
                    members.put(person, LinkedStore.members(connection, house, person, Match.Group.MEMBERS_MAX));
                }
            }
        }
        TreeSet<Long> people = new TreeSet<>();
        members.values().forEach(people::addAll);
        shown.forEach(
                pair -> people.addAll(List.of(pair.pair().one(), pair.pair().other())));
        Map<Long, BuyerCard> cards = BuyerReading.cards(connection, house, people);
        return shown.stream()
                .filter(pair -> cards.containsKey(pair.pair().one())
                        && cards.containsKey(pair.pair().other()))
                .map(pair -> match(pair, linked.prior(), members, cards))
                .toList();
    }

    private Match match(KeptPair pair, double prior, Map<Long, List<Long>> members, Map<Long, BuyerCard> cards) {
        WeighedPair weighed = pair.pair();
        return new Match(
                Objects.requireNonNull(cards.get(weighed.one())),
                Objects.requireNonNull(cards.get(weighed.other())),
                pair.joined(),
                decisions.all().get(weighed.pair()),
                weighed.weight(),
                prior,
                steps(weighed, prior),
                group(pair, members, cards));
    }

    private static List<Match.Step> steps(WeighedPair pair, double prior) {
        List<Match.Step> steps = new ArrayList<>();
        double total = prior;
        for (int factor = 0; factor < BuyerPlan.FACTORS.size(); factor++) {
            BuyerPlan.Factor told = BuyerPlan.FACTORS.get(factor);
            Map<String, String> levels = new LinkedHashMap<>();
            told.columns().forEach(column -> levels.put(column, level(pair, column)));
            total += pair.bits()[factor];
            steps.add(new Match.Step(told.name(), levels, pair.bits()[factor], total));
        }
        steps.add(new Match.Step("family", Map.of(), pair.family(), total + pair.family()));
        return steps;
    }

    private static String level(WeighedPair pair, String column) {
        int position = BuyerPlan.position(column);
        int level = pair.levels().charAt(position) - '0';
        return level == 0
                ? MISSING
                : Comparisons.of(BuyerPlan.COLUMNS.get(position).kind())
                        .levels()
                        .get(level - 1);
    }

    private Match.Group group(KeptPair pair, Map<Long, List<Long>> members, Map<Long, BuyerCard> cards) {
        List<Long> people = Stream.of(
                        Stream.of(pair.pair().one(), pair.pair().other()),
                        members.getOrDefault(pair.personOfOne(), List.of()).stream(),
                        members.getOrDefault(pair.personOfOther(), List.of()).stream())
                .flatMap(some -> some)
                .distinct()
                .filter(cards::containsKey)
                .limit(Match.Group.MEMBERS_MAX)
                .toList();
        List<Match.Edge> edges = kept.stream()
                .map(KeptPair::pair)
                .filter(edge -> people.contains(edge.one()) && people.contains(edge.other()))
                .sorted(Comparator.comparingDouble((WeighedPair edge) -> -edge.weight())
                        .thenComparing(WeighedPair::pair))
                .map(edge -> new Match.Edge(
                        Long.toString(edge.one()),
                        Long.toString(edge.other()),
                        edge.weight(),
                        decisions.all().get(edge.pair())))
                .toList();
        return new Match.Group(
                people.stream()
                        .map(key -> Objects.requireNonNull(cards.get(key)))
                        .toList(),
                edges);
    }
}

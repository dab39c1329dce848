package org.foyer.hub.linking.internal.buyers;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.foyer.hub.linking.Decision;
import org.foyer.hub.linking.LinkedPeople;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.MatchList;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.linking.internal.buyers.LinkedStore.KeptPair;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** Shows doubtful pairs and takes what people say of them. */
public final class BuyerDesk {

    private final Warehouse warehouse;
    private final DecisionRegister register;
    private final WeightRegister weights;
    private final Clock clock;
    private final AtomicLong said = new AtomicLong();

    public BuyerDesk(Warehouse warehouse, Register register, Clock clock) {
        this.warehouse = warehouse;
        this.register = new DecisionRegister(register);
        this.weights = new WeightRegister(register);
        this.clock = clock;
    }

    /** Grows with each decision, withdrawal and wish to learn anew. */
    long saidSoFar() {
        return said.get();
    }

    WeightRegister weights() {
        return weights;
    }

    /** Lets weights be learned anew with the next linking. Returns whether any were learned. */
    public boolean learnAnew(HouseId house) {
        boolean learned = weights.forget(house);
        said.incrementAndGet();
        return learned;
    }

    Decisions all(HouseId house) {
        return register.of(house);
    }

    /** Those put off come last. */
    private static Comparator<KeptPair> order(Map<Pair, Verdict> verdicts) {
        return Comparator.comparing(
                        (KeptPair kept) -> verdicts.containsKey(kept.pair().pair()))
                .thenComparingDouble(kept -> Math.abs(kept.pair().weight()))
                .thenComparing(kept -> kept.pair().pair());
    }

    public MatchList doubtful(HouseId house, LinkedPeople standing, int offset, int limit) {
        Decisions decisions = register.of(house);
        return warehouse.read(connection -> {
            List<KeptPair> kept = LinkedStore.pairs(connection, house);
            List<KeptPair> doubtful = kept.stream()
                    .filter(pair -> Math.abs(pair.pair().weight()) <= PairChoice.DOUBT_MOST)
                    .filter(pair -> !decisions.settles(pair.pair().pair()))
                    .sorted(order(decisions.all()))
                    .limit(MatchList.PAIRS_MAX)
                    .toList();
            List<KeptPair> shown = doubtful.stream().skip(offset).limit(limit).toList();
            MatchShowing showing = new MatchShowing(connection, house, kept, decisions);
            return new MatchList(standing, doubtful.size(), showing.of(shown));
        });
    }

    public List<Match> decided(HouseId house, int limit) {
        Decisions decisions = register.of(house);
        List<Pair> newestFirst = register.list(house, 0, limit).stream()
                .filter(said -> said.verdict() != Verdict.LATER)
                .map(said -> Pair.of(Long.parseLong(said.one()), Long.parseLong(said.other())))
                .toList();
        return warehouse.read(connection -> {
            List<KeptPair> kept = LinkedStore.pairs(connection, house);
            List<KeptPair> decided = kept.stream()
                    .filter(pair -> newestFirst.contains(pair.pair().pair()))
                    .sorted(Comparator.comparingInt(
                            pair -> newestFirst.indexOf(pair.pair().pair())))
                    .toList();
            return new MatchShowing(connection, house, kept, decisions).of(decided);
        });
    }

    public Optional<Match> match(House house, String one, String other) {
        Optional<Pair> asked = pair(one, other);
        Optional<WeightRegister.Kept> learned = weights.of(house.id());
        if (asked.isEmpty() || learned.isEmpty()) {
            return Optional.empty();
        }
        Decisions decisions = register.of(house.id());
        return warehouse.read(connection -> {
            List<KeptPair> kept = LinkedStore.pairs(connection, house.id());
            Optional<KeptPair> weighed = AnyPair.of(connection, house, asked.get(), decisions, learned.get());
            return new MatchShowing(connection, house.id(), kept, decisions)
                    .of(weighed.stream().toList()).stream().findFirst();
        });
    }

    public Optional<Match> matchOf(House house, String reference, String otherReference) {
        Map<String, List<Long>> keys =
                warehouse.read(connection -> BuyerReading.keys(connection, house.id(), reference, otherReference));
        List<Long> one = keys.getOrDefault(reference, List.of());
        List<Long> other = keys.getOrDefault(otherReference, List.of());
        return one.size() == 1 && other.size() == 1
                ? match(house, Long.toString(one.get(0)), Long.toString(other.get(0)))
                : Optional.empty();
    }

    public Optional<String> decide(HouseId house, String one, String other, Verdict verdict, String by) {
        Optional<Pair> pair = pair(one, other)
                .filter(asked -> warehouse.read(
                        connection -> BuyerReading.knows(connection, house, asked.one(), asked.other())));
        if (pair.isEmpty()) {
            return Optional.of("match-unknown");
        }
        Optional<String> problem = register.say(house, pair.get(), verdict, by, clock.instant());
        said.incrementAndGet();
        return problem;
    }

    public boolean withdraw(HouseId house, String one, String other) {
        boolean withdrawn =
                pair(one, other).map(pair -> register.withdraw(house, pair)).orElse(false);
        said.incrementAndGet();
        return withdrawn;
    }

    public List<Decision> decisions(HouseId house, int offset, int limit) {
        return register.list(house, offset, limit);
    }

    /** Nothing when these are not keys of two buyers. */
    private static Optional<Pair> pair(String one, String other) {
        try {
            long some = Long.parseLong(one);
            long another = Long.parseLong(other);
            return some == another ? Optional.empty() : Optional.of(Pair.of(some, another));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package org.foyer.hub.exchange.internal.pooled;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.PooledGate.Universe;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.governance.internal.RegisterPooledGate;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.PooledFigures;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;

/** A node with a real register, gate and audit, whose figures are written down by hand and whose messages go by hand to the others. */
final class TestNode implements Peers, PooledFigures {

    final String name;
    final RegisterAudit audit;
    final PooledGate gate;
    final NodesTogether together;
    final List<HouseId> ids = new ArrayList<>();
    final Map<HouseId, Double> occupancy = new LinkedHashMap<>();

    /** The step before which it leaves. */
    String leaving = "";

    int version = 1;
    private final Path folder;
    private final Gate doors;
    private final RegisterHouses houses;
    private KeyPair pair = Circle.signing();
    private final List<String> told = new ArrayList<>(List.of(Circle.open(pair)));
    private final Map<String, TestNode> others = new HashMap<>();

    TestNode(String name, Path folder, Clock clock) {
        this.folder = folder;
        this.name = name;
        Register register = EmptyStores.register(folder.resolve(name + ".db"));
        this.houses = new RegisterHouses(register, clock, new SecureRandom());
        this.audit = new RegisterAudit(register, clock, new AuditEnd(folder.resolve(name + ".end")));
        this.gate = new RegisterPooledGate(register, clock, new SecureRandom(), houses, audit);
        this.doors = new DisclosureGate(register, clock, new SecureRandom(), houses, audit);
        this.together = new NodesTogether(
                name, this, gate, () -> this, houses, register, clock, new SecureRandom(), PooledAsking.STEP);
    }

    /** The same node at another moment, which knows nobody yet. */
    TestNode at(Clock clock) {
        TestNode later = new TestNode(name, folder, clock);
        later.ids.addAll(ids);
        later.occupancy.putAll(occupancy);
        return later;
    }

    HouseId house(double ratio, boolean simulated) {
        HouseId id = houses.add(new House(
                        new HouseId(1),
                        name + "-" + ids.size(),
                        "House",
                        Discipline.CIRCUS,
                        500,
                        new PostalAddress(null, null, null, null, null),
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        simulated))
                .id();
        ids.add(id);
        occupancy.put(id, ratio);
        doors.join(id, PooledGate.PURPOSE, Actor.commandLine());
        return id;
    }

    void leavePool(HouseId house) {
        doors.leave(house, PooledGate.PURPOSE, Actor.commandLine());
    }

    /** From now on it signs with another key, which the others pinned beside the first, or did not. */
    void turnKey(boolean pinned) {
        pair = Circle.signing();
        if (pinned) {
            told.add(Circle.open(pair));
        }
    }

    static void acquaint(List<TestNode> nodes) {
        for (TestNode node : nodes) {
            nodes.stream().filter(other -> other != node).forEach(other -> node.others.put(other.name, other));
        }
    }

    void forget(TestNode other) {
        others.remove(other.name);
    }

    @Override
    public Set<String> names() {
        return others.keySet();
    }

    @Override
    public PinnedKeys keys() {
        Map<String, List<String>> known = new HashMap<>(Map.of(name, List.of(Circle.open(pair))));
        others.values().forEach(other -> known.put(other.name, List.copyOf(other.told)));
        return new PinnedKeys(Circle.signer(pair), known);
    }

    @Override
    public String call(String node, String step, String json) throws IOException {
        TestNode other = others.get(node);
        if (other.leaving.equals(step)) {
            throw new IOException("no answer");
        }
        try {
            return other.together.answer(name, step, json);
        } catch (PooledRefused refused) {
            throw new IOException(refused.code());
        }
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("occupancy", version, "ratio"));
    }

    @Override
    public List<Contribution> give(
            Actor asking, Universe universe, Season season, LocalDate asOf, List<Question> questions) {
        return gate.give(
                asking,
                universe,
                season,
                questions,
                asked -> asked.stream()
                        .map(id -> new Contribution(id, "occupancy", occupancy.get(id), 100))
                        .toList());
    }

    @Override
    public FigureSheet own(HouseId house, Season season, LocalDate asOf) {
        return new FigureSheet(
                house,
                season,
                asOf,
                null,
                "EUR",
                false,
                List.of(new org.foyer.hub.insight.Figure(
                        "occupancy", 1, "ratio", occupancy.get(house), List.of(), 100, 1, null, List.of())));
    }
}

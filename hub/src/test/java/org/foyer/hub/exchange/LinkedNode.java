package org.foyer.hub.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.RegisterParticipants;
import org.foyer.hub.exchange.internal.SignedIdentity;
import org.foyer.hub.exchange.internal.pooled.NodesTogether;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.PooledGate.Universe;
import org.foyer.hub.governance.Pooling;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.governance.internal.RegisterPooledGate;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.insight.PooledFigures;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.HouseKeys;
import org.foyer.hub.store.HouseSecrets;
import org.foyer.hub.store.Register;

/** A node with all of networks, gates and keys, whose figures are written down by hand and whose messages go by hand to the others. */
final class LinkedNode implements PooledFigures, AutoCloseable {

    /** A message that was carried. */
    record Sent(String caller, String step, String json) {}

    final String base;
    final Register register;
    final RegisterAudit audit;
    final RegisterHouses houses;
    final Pooling pooling;
    final PooledGate gate;
    final Gate doors;
    final Identity identity;
    final Participants participants;
    final NetworksBetweenNodes networks;
    final PooledComparisons together;
    final List<House> all = new ArrayList<>();
    final Map<HouseId, Double> occupancy = new LinkedHashMap<>();

    /** What came here. */
    final List<Sent> heard = new ArrayList<>();

    /** Whom it does not reach. */
    final Set<LinkedNode> away = new HashSet<>();

    /** Whoever calls waits until it is open. */
    CountDownLatch door = new CountDownLatch(0);

    private final String key;
    private final List<LinkedNode> others = new ArrayList<>();

    LinkedNode(String name, Path folder, Clock clock) {
        this.base = "https://" + name + ".example";
        this.register = EmptyStores.register(folder.resolve(name + ".db"));
        this.houses = new RegisterHouses(register, clock, new SecureRandom());
        this.audit = new RegisterAudit(register, clock, new AuditEnd(folder.resolve(name + ".end")));
        Path keys = folder.resolve(name + "-keys");
        HouseSecrets secrets = new HouseSecrets(new Archive(folder.resolve(name + "-archive"), new HouseKeys(keys)));
        this.pooling = Pooling.over(register, clock, audit, secrets);
        this.gate = new RegisterPooledGate(register, clock, new SecureRandom(), houses, audit);
        this.doors = new DisclosureGate(register, clock, new SecureRandom(), houses, audit);
        this.participants = new RegisterParticipants(register, audit, clock);
        NodeKey own = NodeKey.in(keys);
        this.key = own.open();
        this.identity = new SignedIdentity(register, participants, own, clock);
        Post wire = new Wire();
        this.networks = NetworksBetweenNodes.over(identity, participants, wire, keys, pooling, houses, base);
        this.together =
                NodesTogether.over(identity, participants, wire, own, gate, () -> this, houses, register, clock);
    }

    String self() {
        return identity.self();
    }

    House house(String slug, double ratio) {
        House house = houses.add(new House(
                new HouseId(1),
                slug,
                "Maison " + slug,
                Discipline.CIRCUS,
                500,
                new PostalAddress(null, null, null, null, null),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false));
        all.add(house);
        occupancy.put(house.id(), ratio);
        return house;
    }

    void knows(LinkedNode other) {
        List<String> faults = participants.add(
                other.self(), "Nœud voisin", other.base + Protocol.ROOT, other.key, Actor.commandLine());
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
        others.add(other);
    }

    /** Writes all that its register holds into a file. */
    void save(Path file) {
        register.read(handle -> handle.execute("vacuum into ?", file.toString()));
    }

    /** This node was opened on what another saved, with its houses, and reaches whom that one knew. */
    void opened(List<LinkedNode> known) {
        others.addAll(known);
        all.addAll(houses.all());
        all.forEach(house -> occupancy.put(house.id(), 0.5));
    }

    /** This node takes the place of one that was put back: who knew that one reaches this. */
    void replaces(LinkedNode before) {
        others.addAll(before.others);
        all.addAll(before.all);
        occupancy.putAll(before.occupancy);
        before.others.forEach(other -> other.others.replaceAll(one -> one == before ? this : one));
        before.close();
    }

    /** Brings a message to another node, as the server would. */
    final class Wire implements MessagesAlone {
        @Override
        public Reply send(Participant to, URI address, String authorization, String json) throws IOException {
            LinkedNode there = others.stream()
                    .filter(one -> one.self().equals(to.id()) && !away.contains(one))
                    .findFirst()
                    .orElseThrow(() -> new IOException("nobody there"));
            Participant caller = there.identity.sender(authorization).orElse(null);
            if (caller == null) {
                return new Reply(401, "");
            }
            try {
                there.door.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            String path = address.getPath();
            String step = path.substring(path.lastIndexOf('/') + 1);
            there.heard.add(new Sent(caller.id(), step, json));
            try {
                return new Reply(
                        200,
                        path.contains("/networks/")
                                ? there.networks.answer(caller.id(), step, json)
                                : there.together.answer(caller.id(), step, json));
            } catch (NetworkRefused | PooledRefused refused) {
                return new Reply(409, refused.getMessage());
            }
        }
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question("occupancy", 1, "ratio"));
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
        Figure figure = new Figure("occupancy", 1, "ratio", occupancy.get(house), List.of(), 100, 1, null, List.of());
        return new FigureSheet(house, season, asOf, null, "EUR", false, List.of(figure));
    }

    @Override
    public void close() {
        networks.close();
    }
}

package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.MessagesAlone;
import org.foyer.hub.exchange.NetworkRefused;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Protocol;
import org.foyer.hub.exchange.SignedOverNodes;
import org.foyer.hub.exchange.SignedOverNodes.Side;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.foyer.hub.site.internal.server.StudyDesk;

/** A whole node with houses that have buyers, and a wire to others that can be cut and bent. */
public final class StudyNode implements AutoCloseable {

    static final Actor LEA = new Actor("lea", false, Map.of(), false);

    /** By address, of all nodes of a test. */
    public static final class Wire implements MessagesAlone {
        final Map<String, StudyNode> nodes = new HashMap<>();
        final Map<String, Integer> calls = new HashMap<>();
        final List<String> cut = new ArrayList<>();
        boolean agreed;
        UnaryOperator<String> onTheWay = answer -> answer;

        @Override
        public Reply send(Participant to, URI address, String authorization, String json) throws IOException {
            StudyNode there = nodes.get("https://" + address.getHost());
            boolean signing = address.getPath().contains("/networks/");
            if (!signing) {
                calls.merge(address.getHost(), 1, Integer::sum);
            }
            if (there == null || !signing && cut.contains(address.getHost())) {
                throw new IOException("nobody there");
            }
            Participant caller = there.space.identity().sender(authorization).orElse(null);
            if (caller == null) {
                return new Reply(401, "");
            }
            String step = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
            if (signing) {
                try {
                    return new Reply(200, there.networks.answer(caller.id(), step, json));
                } catch (NetworkRefused refused) {
                    return new Reply(409, refused.getMessage());
                }
            }
            return there.studies
                    .answer(caller.id(), step, json)
                    .map(answer -> new Reply(200, onTheWay.apply(answer)))
                    .orElse(new Reply(400, ""));
        }
    }

    public final Node node;
    public final DataSpaceNode space;
    final NodeStudies studies;
    public final NetworksBetweenNodes networks;
    private final Wire wire;
    public final String address;
    public final List<House> houses = new ArrayList<>();

    public StudyNode(Path folder, String name, Wire wire, Clock clock) throws IOException {
        Path data = Files.createDirectories(folder.resolve(name));
        NodeSettings plain = NodeSettings.of(data, variable -> null);
        address = "https://" + name + ".example";
        node = Node.open(new NodeSettings(
                data,
                null,
                null,
                null,
                "512MB",
                plain.fileBytesMax(),
                plain.fetching(),
                plain.fetchAllowed(),
                plain.segmentQuestions(),
                0,
                clock));
        space = DataSpaceDesk.over(node, address);
        studies = StudyDesk.over(node, space, wire);
        networks = NetworksDesk.over(node, space, wire, address);
        this.wire = wire;
        wire.nodes.put(address, this);
    }

    /** All houses of all nodes sign that they answer each other's questions, once. */
    private void agreed() {
        if (!wire.agreed) {
            List<Side> others = wire.nodes.values().stream()
                    .filter(node -> node != this)
                    .map(StudyNode::side)
                    .toList();
            SignedOverNodes.network(side(), others).signed("study", List.of("answers"), LocalDate.of(2027, 12, 31));
            wire.agreed = true;
        }
    }

    Side side() {
        return new Side(space.self(), address, node.pooling(), networks, houses);
    }

    public StudyNode knows(StudyNode... others) {
        for (StudyNode other : others) {
            assertThat(space.participants()
                            .add(
                                    other.space.self(),
                                    "Node " + other.address,
                                    other.address + Protocol.ROOT,
                                    other.space.publicKey(),
                                    LEA))
                    .isEmpty();
        }
        return this;
    }

    /** Houses that take part, each with so many buyers of two tickets. */
    public StudyNode houses(int number, int buyers) {
        for (int i = 0; i < number; i++) {
            House house = node.houses().add(house("house-" + houses.size()));
            houses.add(house);
            node.gate().join(house.id(), NodeStudyGate.PURPOSE, LEA);
            sells(house, buyers, 0);
        }
        return this;
    }

    /** @param first number of the first buyer */
    void sells(House house, int buyers, int first) {
        node.warehouse().write(connection -> {
            try (var statement = connection.createStatement()) {
                String shown =
                        "insert into performance (house, id, production, starts_at, starts_local, day, state, capacity, run)"
                                + " select %1$d, 11, 1, '2025-11-20 19:00', '2025-11-20 20:00', '2025-11-20', 'scheduled', 900, 1"
                                + " where not exists (select 1 from performance where house = %1$d and id = 11)";
                statement.execute(
                        "insert into production (house, id, title, genre, run) select %1$d, 1, 'Phèdre', 'Théâtre', 1 where not exists (select 1 from production where house = %1$d)"
                                .formatted(house.id().value()));
                statement.execute(shown.formatted(house.id().value()));
                statement.execute("""
                        insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, person, ticket, run, line)
                        select %1$d, 11, '2025-10-01 10:00', '2025-10-01', '2025-10-01', 'sale', 1, 1500, %3$d + i // 2, 't' || %3$d || '-' || i, 1, i
                        from range(2 * %2$d) r (i)
                        """.formatted(house.id().value(), buyers, first));
            }
            return true;
        });
    }

    /** Asks by the agreement of all. */
    NodeStudies.Answer ask(int house, FreeQuestion question) {
        agreed();
        HouseId id = houses.get(house).id();
        return studies.ask(new Actor("lea", false, Map.of(id, Role.EDITOR), false), houses.get(house), question);
    }

    FreeQuestion question(String measure, String price, String... by) {
        try {
            return node.freeQuestions().read(new Wish(measure, List.of(by), Map.of(), "2025-26", price));
        } catch (FreeQuestionRefused e) {
            throw new AssertionError(e.faults().toString(), e);
        }
    }

    static House house(String slug) {
        return new House(
                new HouseId(1),
                slug,
                "House " + slug,
                Discipline.THEATRE,
                100,
                new PostalAddress(null, "01000", "Bourg", null, "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
    }

    @Override
    public void close() {
        networks.close();
        space.close();
        node.close();
    }
}

package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.foyer.hub.MovingClock;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.MessagesAlone;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Protocol;
import org.foyer.hub.exchange.Tour;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.governance.ShowGrants.Granting;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.TourDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A company on one node, its show in a house there and in one of another node: two whole nodes, and a wire that can be cut. */
abstract class TouringStand {

    static final Actor LEA = new Actor("lea", false, Map.of(), false);
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final String THERE = "https://there.example";
    static final String RUN = "/id/run/12000001-2025-12000009";

    @TempDir
    Path folder;

    final MovingClock clock = new MovingClock();
    Here here;
    Here there;
    House company;
    House near;
    House far;
    volatile boolean cut;
    volatile BiConsumer<Participant, String> meeting = (node, step) -> {};
    final Map<String, Here> reached = new ConcurrentHashMap<>();
    UnaryOperator<String> onTheWay = answer -> answer;

    /** A node with its data space. */
    final class Here implements AutoCloseable {
        final Node node;
        final DataSpaceNode space;
        final Tours tours;

        Here(String name, String address) throws IOException {
            Path data = Files.createDirectories(folder.resolve(name));
            NodeSettings plain = NodeSettings.of(data, variable -> null);
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
            tours = touring(address, Tours.PATIENCE);
        }

        Tours touring(String address, Duration patience) {
            return TourDesk.over(node, address, () -> Optional.of(TourDesk.peers(node, space, new Wire())), patience);
        }

        void knows(Here other, String address) {
            assertThat(space.participants()
                            .add(
                                    other.space.self(),
                                    "Nœud voisin",
                                    address + Protocol.ROOT,
                                    other.space.publicKey(),
                                    LEA))
                    .isEmpty();
        }

        @Override
        public void close() {
            space.close();
            node.close();
        }
    }

    /** Brings a message of the one to the other, as the server would. */
    final class Wire implements MessagesAlone {
        @Override
        public Reply send(Participant to, URI address, String authorization, String json) throws IOException {
            if (cut) {
                throw new IOException("nobody there");
            }
            String step = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
            meeting.accept(to, step);
            Here asked = reached.getOrDefault(to.id(), there);
            Participant caller = asked.space.identity().sender(authorization).orElse(null);
            if (caller == null) {
                return new Reply(401, "");
            }
            try {
                return new Reply(200, onTheWay.apply(asked.tours.answer(caller.id(), step, json)));
            } catch (GrantRefused refused) {
                return new Reply(409, refused.code());
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        here = new Here("here", "https://here.example");
        there = new Here("there", THERE);
        here.knows(there, THERE);
        there.knows(here, "https://here.example");
        company = here.node.houses().add(house("compagnie"));
        near = here.node.houses().add(house("theatre-ici"));
        far = there.node.houses().add(house("theatre-la-bas"));
        plays(here.node, near, 30, 100);
        plays(there.node, far, 60, 80);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    static House house(String slug) {
        return new House(
                new HouseId(1),
                slug,
                "Maison " + slug,
                Discipline.THEATRE,
                100,
                new PostalAddress(null, "01000", "Bourg", null, "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false);
    }

    /** One date on 20 March, so many tickets sold on 1 February, and another show that nobody asks for. */
    static void plays(Node node, House house, int tickets, int seats) {
        node.warehouse().write(connection -> {
            try (var statement = connection.createStatement()) {
                for (String sql : List.of(
                        "insert into venue (house, id, name, city, run) values (%1$d, 12000009, 'Grande salle', 'Bourg', 1)",
                        "insert into production (house, id, title, run) values (%1$d, 12000001, 'Phèdre', 1), (%1$d, 12000002, 'Autre', 1)",
                        "insert into performance (house, id, production, venue, starts_at, starts_local, day, state, capacity, run) values"
                                + " (%1$d, 12000011, 12000001, 12000009, '2026-03-20 19:00', '2026-03-20 20:00', '2026-03-20', 'scheduled', %3$d, 1),"
                                + " (%1$d, 12000012, 12000002, 12000009, '2026-03-21 19:00', '2026-03-21 20:00', '2026-03-21', 'scheduled', 900, 1)",
                        "insert into daily_cube select %1$d, p, '2026-02-01', '2026-02-01', null, null, null, n, 0, 0, 0, 0, 0, n * 1000, 0, 0, 0, n"
                                + " from (values (12000011, %2$d), (12000012, 777)) v (p, n)")) {
                    statement.execute(sql.formatted(house.id().value(), tickets, seats));
                }
            }
            return true;
        });
    }

    static Wish wish(String... figures) {
        return new Wish("Phèdre, tournée", "Notre bilan", List.of(figures), TODAY.plusDays(60));
    }

    ShowGrant asked(String iri, String... figures) {
        Done done = here.tours.ask(company, iri, wish(figures), LEA);
        assertThat(done.faults()).isEmpty();
        return done.grant();
    }

    void grant(Here node, House house, String... figures) {
        ShowGrant request = node.node.touring().grants().received(house.id()).get(0);
        Granting granting = new Granting(List.of(figures), LocalDate.of(2026, 1, 1), TODAY.plusDays(10), 0, null);
        assertThat(node.node
                        .touring()
                        .grants()
                        .grant(house, request.id(), granting, LEA)
                        .faults())
                .isEmpty();
    }

    Tour tour() {
        return here.tours.tour(company, "Phèdre, tournée", null, LEA).orElseThrow();
    }

    Stop stop(House house) {
        return tour().stops().stream()
                .filter(stop -> stop.grant().giver().slug().equals(house.slug()))
                .findFirst()
                .orElseThrow();
    }
}

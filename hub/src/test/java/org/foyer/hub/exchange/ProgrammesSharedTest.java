package org.foyer.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.catalogue.internal.RegisterLicences;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.RegisterParticipants;
import org.foyer.hub.exchange.internal.SignedIdentity;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.ReachGate;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.governance.internal.RegisterPooledGate;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.internal.server.BlindedSides;
import org.foyer.hub.site.internal.server.SketchingSides;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programme of a house, from the word that it is shared to the file that is handed out, and each way back. */
class ProgrammesSharedTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Actor STEWARD = Actor.commandLine();
    private static final URI PEER = URI.create("https://peer.example/dsp/2025-1");

    @TempDir
    Path folder;

    private Register register;
    private Audit audit;
    private Licences licences;
    private House house;
    private DataSpaceNode node;
    private Warehouse warehouse;
    private DataProducts products;
    private SignedIdentity peer;

    @BeforeEach
    void open() throws Exception {
        register = EmptyStores.register(folder.resolve("register.db"));
        audit = new RegisterAudit(register, CLOCK, new AuditEnd(folder.resolve("audit.end")));
        licences = new RegisterLicences(register, audit, CLOCK);
        Houses houses = new RegisterHouses(register, CLOCK, new java.security.SecureRandom());
        house = houses.add(new House(
                new HouseId(1),
                "opera",
                "Opéra",
                Discipline.OPERA,
                900,
                new PostalAddress(null, null, null, null, "FR"),
                null,
                ZoneId.of("Europe/Paris"),
                Currency.getInstance("EUR"),
                false));
        Path dump = Files.writeString(folder.resolve("2026-11-29.nt.gz"), "the programme");
        warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "512MB");
        products = DataProducts.over(register, warehouse, houses, audit, folder.resolve("products"), CLOCK);
        node = DataSpaceNode.over(
                register,
                Files.createDirectories(folder.resolve("keys")),
                houses,
                () -> new OneDump(dump),
                () -> licences,
                () -> products,
                new RegisterPooledGate(
                        register, CLOCK, new java.security.SecureRandom(), houses, (RegisterAudit) audit),
                () -> {
                    throw new IllegalStateException("no figures are asked for here");
                },
                new NodeOverlapGate(
                        register,
                        CLOCK,
                        new DisclosureGate(
                                register, CLOCK, new java.security.SecureRandom(), houses, (RegisterAudit) audit),
                        new AgreedByAll(),
                        audit),
                new BlindedSides(() -> {
                    throw new IllegalStateException("no shared buyers are asked for here");
                }),
                new ReachGate(
                        register,
                        CLOCK,
                        new DisclosureGate(
                                register, CLOCK, new java.security.SecureRandom(), houses, (RegisterAudit) audit),
                        new AgreedByAll(),
                        audit),
                new SketchingSides(() -> {
                    throw new IllegalStateException("no sketches are asked for here");
                }),
                false,
                audit,
                FetchLimits.DEFAULT,
                Set.of(),
                "https://node.example",
                Pace.DEFAULT,
                CLOCK);
        Register other = EmptyStores.register(folder.resolve("peer.db"));
        NodeKey key = NodeKey.in(Files.createDirectories(folder.resolve("peer")));
        peer = new SignedIdentity(other, new RegisterParticipants(other, audit, CLOCK), key, CLOCK);
        assertThat(node.participants().add(peer.self(), "Peer", PEER.toString(), key.open(), STEWARD))
                .isEmpty();
    }

    @AfterEach
    void close() {
        node.close();
        warehouse.close();
    }

    /** A file of a night; what writes them is tested where it is. */
    private record OneDump(Path file) implements Dumps {
        @Override
        public List<Dump> of(House house) {
            return List.of(new Dump(LocalDate.of(2026, 11, 29), 13, file));
        }

        @Override
        public Optional<Dump> of(House house, LocalDate day) {
            return Optional.empty();
        }

        @Override
        public Written write(String base, int days) {
            return new Written(0, 0, List.of());
        }
    }

    private Answer asked(String method, String path, String body) {
        return node.space()
                .protocol()
                .answer(new Ask(
                        method,
                        path,
                        peer.proofFor(new Participant(node.self(), "", URI.create("https://node.example"))),
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    private String catalogue() {
        return asked(
                        "POST",
                        "/catalog/request",
                        "{\"@context\":[\"https://w3id.org/dspace/2025/1/context.jsonld\"],\"@type\":\"CatalogRequestMessage\"}")
                .body();
    }

    @Test
    void nothingIsOfferedBeforeTheHouseSaidThatItSharesAndUnderWhichLicence() {
        assertThat(catalogue()).doesNotContain("programme-opera");
        node.shares().share(house, true, STEWARD);
        assertThat(catalogue()).doesNotContain("programme-opera");
        licences.say(house, Licences.named("CC-BY-4.0"), STEWARD);
        assertThat(catalogue()).contains("programme-opera", "programme-opera-CC-BY-4.0", "attribute", "HttpData-PULL");
        node.shares().stop(house, STEWARD);
        assertThat(catalogue()).doesNotContain("programme-opera");
    }

    @Test
    void whatIsHandedOutStandsInTheAuditOfTheHouse() {
        node.shares().share(house, true, STEWARD);
        licences.say(house, Licences.named("CC0-1.0"), STEWARD);
        Agreement agreement = new Agreement(
                "a-1",
                peer.self(),
                Side.PROVIDER,
                "programme-opera",
                "{\"permission\":[{\"action\":\"use\"}]}",
                CLOCK.instant(),
                CLOCK.instant(),
                null,
                null);
        node.space().conversations().keep(agreement);
        Answer begun = asked(
                "POST",
                "/transfers/request",
                "{\"@context\":[\"https://w3id.org/dspace/2025/1/context.jsonld\"],\"@type\":\"TransferRequestMessage\","
                        + "\"consumerPid\":\"t\",\"agreementId\":\"a-1\",\"format\":\"HttpData-PULL\",\"callbackAddress\":\""
                        + PEER + "\"}");
        assertThat(begun.status()).isEqualTo(201);
        Conversation transfer = node.space().conversations().all(0, 1).get(0);
        node.space().conversations().say(Kind.TRANSFER, transfer.pid(), Step.of(Message.START));
        String message = node.space().conversations().all(0, 1).get(0).pendingBody();
        String secret = message.replaceFirst("(?s).*\"authorization\",\"value\":\"([^\"]+)\".*", "$1");
        assertThat(node.handover().hand(transfer.pid(), "Bearer " + secret)).isEmpty();
        register.write(handle -> handle.execute("update dataspace_conversation set state = 'STARTED', pending = null"));
        assertThat(node.handover().hand(transfer.pid(), "Bearer wrong")).isEmpty();
        assertThat(node.handover().hand(transfer.pid(), null)).isEmpty();
        assertThat(node.handover().hand(transfer.pid(), "Bearer " + secret))
                .hasValueSatisfying(handed -> assertThat(handed.file()).hasContent("the programme"));
        assertThat(audit.lines(house.id(), 0, 10))
                .filteredOn(line -> line.action().equals("programme-handed-over"))
                .singleElement()
                .satisfies(line -> assertThat(line.actor()).isEqualTo(peer.self()))
                .satisfies(line -> assertThat(line.detail()).contains("a-1").doesNotContain(secret));
        node.shares().stop(house, STEWARD);
        assertThat(node.handover().hand(transfer.pid(), "Bearer " + secret)).isEmpty();
        node.shares().share(house, true, STEWARD);
        assertThat(node.space().conversations().revoke("a-1", "no")).isTrue();
        assertThat(node.handover().hand(transfer.pid(), "Bearer " + secret)).isEmpty();
        assertThat(audit.intact()).isTrue();
    }

    /** A data product stands beside the programme, on its own terms, and is handed out as its package. */
    @Test
    void aProductIsOfferedAndHandedOutUntilItIsTakenBack() throws Exception {
        ProductKind kind = products.kind("daily-sales").orElseThrow();
        products.publish(house, kind, new ProductTerms("study", "daily", 30, false, true), STEWARD);
        assertThat(catalogue()).doesNotContain("product-daily-sales-opera");
        DataProduct product =
                products.publish(house, kind, new ProductTerms("study", "daily", 30, true, true), STEWARD);
        assertThat(catalogue()).contains("product-daily-sales-opera", "product-daily-sales-opera-for-study");
        node.space()
                .conversations()
                .keep(new Agreement(
                        "a-2",
                        peer.self(),
                        Side.PROVIDER,
                        product.dataset(),
                        "{\"permission\":[{\"action\":\"use\",\"constraint\":[{\"leftOperand\":\"purpose\","
                                + "\"operator\":\"eq\",\"rightOperand\":\"study\"}]}]}",
                        CLOCK.instant(),
                        CLOCK.instant(),
                        null,
                        null));
        Answer begun = asked(
                "POST",
                "/transfers/request",
                "{\"@context\":[\"https://w3id.org/dspace/2025/1/context.jsonld\"],\"@type\":\"TransferRequestMessage\","
                        + "\"consumerPid\":\"t\",\"agreementId\":\"a-2\",\"format\":\"HttpData-PULL\",\"callbackAddress\":\""
                        + PEER + "\"}");
        assertThat(begun.status()).isEqualTo(201);
        Conversation transfer = node.space().conversations().all(0, 1).get(0);
        node.space().conversations().say(Kind.TRANSFER, transfer.pid(), Step.of(Message.START));
        String message = node.space().conversations().all(0, 1).get(0).pendingBody();
        String secret = message.replaceFirst("(?s).*\"authorization\",\"value\":\"([^\"]+)\".*", "$1");
        register.write(handle -> handle.execute("update dataspace_conversation set state = 'STARTED', pending = null"));
        assertThat(node.handover().hand(transfer.pid(), "Bearer " + secret))
                .hasValueSatisfying(handed -> assertThat(handed.type()).isEqualTo("application/zip"))
                .hasValueSatisfying(handed -> assertThat(handed.file().toFile()).hasSize(product.bytes()));
        assertThat(audit.left(house.id(), 10)).extracting(Audit.Line::action).containsExactly("product-handed-over");
        assertThat(products.withdraw(house, "daily-sales", STEWARD)).isTrue();
        assertThat(node.handover().hand(transfer.pid(), "Bearer " + secret)).isEmpty();
        assertThat(catalogue()).doesNotContain("product-daily-sales-opera");
    }

    @Test
    void onlyTheOwnTermsAreAgreedToWithoutAPerson() {
        node.shares().share(house, true, STEWARD);
        licences.say(house, Licences.named("CC0-1.0"), STEWARD);
        assertThat(decided("{\"action\":\"use\"}")).isEqualTo(Message.AGREEMENT);
        assertThat(
                        decided(
                                "{\"action\":\"use\",\"constraint\":[{\"leftOperand\":\"count\",\"operator\":\"lteq\",\"rightOperand\":\"1\"}]}"))
                .isNull();
        assertThat(decided("{\"action\":\"sell\"}")).isNull();
        node.shares().share(house, false, STEWARD);
        assertThat(decided("{\"action\":\"use\"}")).isNull();
        node.shares().stop(house, STEWARD);
        assertThat(decidedOf("{\"action\":\"use\"}", "gone")).isEqualTo(Message.END_OF_NEGOTIATION);
    }

    private Message decided(String permission) {
        return decidedOf(permission, "opera");
    }

    private Message decidedOf(String permission, String slug) {
        Conversation asked = new Conversation(
                1,
                Kind.NEGOTIATION,
                Side.PROVIDER,
                "p",
                "c",
                peer.self(),
                PEER.toString(),
                State.REQUESTED,
                1,
                "programme-" + slug,
                null,
                null,
                "{\"@id\":\"o\",\"@type\":\"Offer\",\"permission\":[" + permission + "]}",
                null,
                null,
                0,
                null,
                null,
                0,
                null,
                null,
                CLOCK.instant(),
                CLOCK.instant());
        return node.decisions().next(asked).map(Step::message).orElse(null);
    }
}

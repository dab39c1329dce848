package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.governance.internal.PooledHouses.LEA;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.governance.Followed.Standing;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Gate.Contribution;
import org.foyer.hub.governance.Gate.Partition;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.governance.Gate.SafeFigure;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Given;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.governance.ObservatoryGate.Wanted;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.governance.internal.abroad.RegisterAgreedUses;
import org.foyer.hub.governance.internal.table.RegisterObservatory;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seven houses of a network at the gates, which vote on the versions of definitions. Now is 2 March 2026. */
class AdoptedDefinitionsTest {

    private static final int HOUSES = 7;
    private static final Season OVER = new Season(2024);
    private static final Question OCCUPANCY = new Question("occupancy", 1, "ratio");
    private static final Question LEAD = new Question("lead-time", 1, "days");
    private static final List<Data> INDICATORS = List.of(
            new Data("occupancy", new Text("taux de remplissage", "occupancy")),
            new Data("lead-time", new Text("délai", "lead time")));
    private static final Axis KIND = new Axis("kind", List.of("a", "b"));
    private static final List<Wanted> TABLES = List.of(
            new Wanted("by-month", 1, "tickets", KIND, new Axis("month", List.of("m1", "m2"))),
            new Wanted("by-day", 1, "seats", KIND, new Axis("day", List.of("d1", "d2"))));

    @TempDir
    Path folder;

    private PooledHouses pooled;
    private Gate gate;
    private ObservatoryGate observatory;
    private String slug;

    @BeforeEach
    void sevenHousesOfANetwork() {
        Register register = EmptyStores.register(folder.resolve("register.db"));
        pooled = new PooledHouses(register, folder, HOUSES + 6);
        gate = new DisclosureGate(register, pooled.clock, new SecureRandom(), pooled.houses, pooled.audit);
        observatory = new RegisterObservatory(
                register, pooled.clock, pooled.houses, new RegisterAgreedUses(register, pooled.clock), pooled.audit);
        for (String purpose : List.of(Gate.COMPARISON, ObservatoryGate.PURPOSE)) {
            pooled.all.forEach(house -> gate.join(house.id(), purpose, LEA));
        }
        slug = pooled.cooperative(HOUSES);
    }

    private void adopt(String subject, String version) {
        pooled.adopt(slug, pooled.propose(slug, 0, Kind.DEFINITION, Matter.decision(subject, version)));
    }

    private void signed(String template, List<String> data) {
        pooled.adopt(slug, pooled.propose(slug, 0, Kind.PURPOSE, Matter.decision(template, "Pour voir")));
        Agreements.Wish wish = new Agreements.Wish(
                template,
                "Saison 2026",
                slug,
                pooled.all.subList(1, HOUSES).stream().map(House::slug).toList(),
                List.of(),
                data,
                null,
                LocalDate.of(2026, 6, 30),
                null,
                null,
                null);
        Agreements.Done drawn = pooled.agreements.draw(pooled.house(0), wish, INDICATORS, "https://foyer.example", LEA);
        assertThat(drawn.faults()).isEmpty();
        Long agreement = drawn.agreement();
        assertThat(agreement).isNotNull();
        pooled.adopt(slug, pooled.propose(slug, 0, Kind.AGREEMENT, Matter.agreement(agreement, 1)));
        for (int house = 0; house < HOUSES; house++) {
            pooled.sign(agreement, house);
        }
    }

    private SafeFigure ask(int house, Question question) {
        return gate.compare(
                        LEA,
                        pooled.house(house).id(),
                        OVER,
                        Partition.ALL,
                        List.of(question),
                        of -> of.stream()
                                .map(id -> new Contribution(id, question.indicator(), 0.3 + 0.02 * id.value(), 100))
                                .toList())
                .get(0);
    }

    private List<Published> tables(int version) {
        List<Wanted> wanted = TABLES.stream()
                .map(one -> new Wanted(one.id(), version, one.measure(), one.rows(), one.columns()))
                .toList();
        return observatory.season(Actor.clock(), false, OVER, wanted, asked -> {
            long[][] values = {{300, 310}, {290, 305}};
            Map<HouseId, Map<String, Given>> given = new HashMap<>();
            Given one = new Given(values, values);
            asked.forEach(house -> given.put(house.id(), Map.of("by-month", one, "by-day", one)));
            return given;
        });
    }

    @Test
    void aComparisonSaysWhetherTheNetworkAdoptedItsVersionAndIsRefusedByAnother() {
        signed("comparison", List.of("occupancy", "lead-time"));
        assertThat(ask(0, OCCUPANCY).definition()).isEqualTo(Followed.NONE);
        adopt("occupancy", "1");
        SafeFigure followed = ask(0, OCCUPANCY);
        assertThat(followed.definition())
                .isEqualTo(new Followed(Standing.ADOPTED, List.of(new Followed.By("Scènes d’Ouest", 1)), false));
        assertThat(followed.peers()).isEqualTo(HOUSES - 1);
        adopt("occupancy", "2");
        SafeFigure other = ask(0, OCCUPANCY);
        assertThat(other.withheld()).as("though it was told this month").isEqualTo(Followed.OTHER_ADOPTED);
        assertThat(other.median()).isNull();
        assertThat(other.peers()).isZero();
        assertThat(other.definition())
                .isEqualTo(new Followed(Standing.OTHER, List.of(new Followed.By("Scènes d’Ouest", 2)), true));
        assertThat(ask(0, LEAD).withheld()).as("nothing was decided of it").isNull();
        adopt("occupancy", "1");
        assertThat(ask(0, OCCUPANCY).median()).isEqualTo(followed.median());
    }

    @Test
    void aVersionThatThisNodeComputesLaterIsToldByIt() {
        signed("comparison", List.of("occupancy"));
        adopt("occupancy", "2");
        SafeFigure figure = ask(0, new Question("occupancy", 2, "ratio"));
        assertThat(figure.withheld()).isNull();
        assertThat(figure.definition().standing()).isEqualTo(Standing.ADOPTED);
    }

    @Test
    void whereNoAgreementDecidesItIsToldAndMarked() {
        adopt("occupancy", "2"); // the network did not adopt comparing
        SafeFigure marked = ask(0, OCCUPANCY);
        assertThat(marked.withheld()).isNull();
        assertThat(marked.peers()).isEqualTo(HOUSES + 5);
        assertThat(marked.definition())
                .isEqualTo(new Followed(Standing.OTHER, List.of(new Followed.By("Scènes d’Ouest", 2)), false));
        assertThat(ask(HOUSES, OCCUPANCY).definition())
                .as("a house of no network hears of none")
                .isEqualTo(Followed.NONE);
        pooled.networks.leave(pooled.house(0), slug, LEA);
        assertThat(ask(0, OCCUPANCY).definition()).isEqualTo(Followed.NONE);
    }

    @Test
    void aTableOfTheObservatoryIsLeftOutWhenAnotherVersionWasAdopted() {
        signed("observatory", List.of("tables"));
        adopt("by-month", "2");
        adopt("by-day", "2");
        assertThat(tables(1)).isEmpty();
        assertThat(pooled.audit.left(pooled.house(0).id(), 9)).as("nobody gave").isEmpty();
        adopt("by-day", "1");
        assertThat(tables(1)).singleElement().satisfies(table -> {
            assertThat(table.id()).isEqualTo("by-day");
            assertThat(table.definition().standing()).isEqualTo(Standing.ADOPTED);
        });
    }

    @Test
    void aTableThatIsOutStaysOutAndSaysThatAnotherVersionWasAdoptedSince() {
        signed("observatory", List.of("tables"));
        assertThat(tables(1))
                .hasSize(2)
                .allSatisfy(table -> assertThat(table.definition()).isEqualTo(Followed.NONE));
        adopt("by-month", "2");
        assertThat(observatory.published(false, OVER))
                .filteredOn(table -> table.id().equals("by-month"))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.version()).isEqualTo(1);
                    assertThat(table.definition())
                            .as("without the name of the network, which not every reader may know")
                            .isEqualTo(new Followed(Standing.OTHER, List.of(new Followed.By("", 2)), false));
                });
    }
}

package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.foyer.hub.linking.BuyerCard;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.Verdict;
import org.junit.jupiter.api.Test;

/** A group of doubtful matches as sentence and graph. */
class MatchGroupsTest {

    private static BuyerCard card(int number) {
        return new BuyerCard("p" + number, "C" + number, "Ada", "Berg" + number, null, null, null, null, null, null);
    }

    private static Match.Edge edge(int one, int other, double weight) {
        return new Match.Edge("p" + one, "p" + other, weight, null);
    }

    private static MatchesView.Group group(Language language, int members, Match.Edge... edges) {
        List<BuyerCard> cards = IntStream.rangeClosed(1, members)
                .mapToObj(MatchGroupsTest::card)
                .toList();
        Match match =
                new Match(card(1), card(2), true, null, 1, -14, List.of(), new Match.Group(cards, List.of(edges)));
        MatchesView.Group group = new MatchGroups(language).of(match);
        assertThat(group).isNotNull();
        return group;
    }

    private static MatchesView.Group group(int members, Match.Edge... edges) {
        return group(Language.of(Locale.ENGLISH), members, edges);
    }

    /** Two triangles that one link joins: it is the bridge, and no other is. */
    private static final Match.Edge[] TWO_TRIANGLES = {
        edge(1, 3, 9), edge(1, 5, 8), edge(3, 5, 7), edge(2, 4, 9), edge(2, 6, 8), edge(4, 6, 7), edge(5, 4, 0.5)
    };

    @Test
    void theLinkThatAloneHoldsAGroupIsNamedWithBothSides() {
        MatchesView.Group group = group(6, TWO_TRIANGLES);
        assertThat(group.finding())
                .isEqualTo(
                        "Group of 6 records. Links that speak for one person: 7; against: 0."
                                + " One link alone, 4–5 (+0.5 bits), holds two sides together: 2, 4, 6 on one side, 1, 3, 5 on the other.");
        assertThat(group.graph()).isNotNull();
        assertThat(group.graph().nodes()).extracting(MatchesView.Node::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(group.graph().nodes())
                .filteredOn(MatchesView.Node::ofPair)
                .extracting(MatchesView.Node::number)
                .containsExactly(1, 2);
    }

    @Test
    void ofSeveralBridgesTheOneThatPartsMostIsNamed() {
        assertThat(group(5, edge(1, 2, 3), edge(2, 3, 3), edge(3, 4, 2), edge(4, 5, 3))
                        .finding())
                .contains("One link alone, 2–3 (+3 bits)", "3 more links are alone in holding their side too.");
    }

    @Test
    void aRingHasNoBridgeAndLinksAgainstHoldNothing() {
        assertThat(group(3, edge(1, 2, 3), edge(2, 3, 3), edge(1, 3, 1)).finding())
                .contains("No link alone holds the group");
        assertThat(group(3, edge(1, 2, 3), edge(2, 3, 3), edge(1, 3, -1)).finding())
                .contains("for one person: 2; against: 1.", "One more link is alone");
    }

    @Test
    void whatSomebodySaidCountsAboveTheWeightAndIsDrawnByDashesAndMark() {
        MatchesView.Group group = group(
                4,
                new Match.Edge("p1", "p2", -9, Verdict.SAME),
                new Match.Edge("p2", "p3", 9, Verdict.DIFFERENT),
                edge(3, 4, 2),
                edge(1, 4, -2));
        assertThat(group.finding()).contains("for one person: 2; against: 2.", "leave it in 2 parts.", "1–2 (−9 bits)");
        assertThat(group.graph()).isNotNull();
        assertThat(group.graph().lines())
                .extracting(MatchesView.Line::kind, MatchesView.Line::label)
                .containsExactly(
                        tuple("said-same", "✓ −9"),
                        tuple("said-different", "✕ +9"),
                        tuple("holds", "+2"),
                        tuple("against", "−2"));
        assertThat(group.edges().get(0)).endsWith("– Said to be one person");
    }

    @Test
    void moreThanThirtyAreToldButNotDrawn() {
        List<Match.Edge> chain = new ArrayList<>();
        IntStream.range(1, 31).forEach(at -> chain.add(edge(at, at + 1, 2)));
        MatchesView.Group large = group(31, chain.toArray(Match.Edge[]::new));
        assertThat(large.graph()).isNull();
        assertThat(large.finding()).contains("31 records", "ends at 30 records");
        assertThat(large.members()).hasSize(31);
        assertThat(group(30, chain.subList(0, 29).toArray(Match.Edge[]::new)).graph())
                .isNotNull();
    }

    /** Whatever the links: a chain would be a straight line of nodes on one another, a clique a circle. */
    @Test
    void noTwoNodesStandOnOneAnotherAndAllAreWithinTheDrawing() {
        List<Match.Edge> chain = new ArrayList<>();
        List<Match.Edge> clique = new ArrayList<>();
        List<Match.Edge> star = new ArrayList<>();
        for (int at = 1; at <= 30; at++) {
            if (at < 30) {
                chain.add(edge(at, at + 1, 2));
                star.add(edge(30, at, 2));
            }
            for (int other = 1; other < at; other++) {
                clique.add(edge(other, at, 2));
            }
        }
        for (List<Match.Edge> edges : List.of(chain, clique, star, List.<Match.Edge>of(), List.of(TWO_TRIANGLES))) {
            MatchesView.Graph graph =
                    group(30, edges.toArray(Match.Edge[]::new)).graph();
            assertThat(graph).isNotNull();
            for (MatchesView.Node node : graph.nodes()) {
                assertThat(Double.parseDouble(node.x())).isBetween(14.0, 386.0);
                assertThat(Double.parseDouble(node.y())).isBetween(14.0, graph.height() - 14.0);
                assertThat(graph.nodes())
                        .filteredOn(other -> other.number() != node.number())
                        .allSatisfy(other -> assertThat(apart(node, other)).isGreaterThan(28));
            }
        }
    }

    /** The bridge is the longest way on the page: the triangles stand together, and apart from each other. */
    @Test
    void whatIsLinkedStandsTogether() {
        MatchesView.Graph graph = group(6, TWO_TRIANGLES).graph();
        assertThat(graph).isNotNull();
        List<MatchesView.Node> nodes = graph.nodes();
        double within = apart(nodes.get(0), nodes.get(2));
        double across = apart(nodes.get(0), nodes.get(1));
        assertThat(across).isGreaterThan(1.5 * within);
    }

    private static double apart(MatchesView.Node one, MatchesView.Node other) {
        return Math.hypot(
                Double.parseDouble(one.x()) - Double.parseDouble(other.x()),
                Double.parseDouble(one.y()) - Double.parseDouble(other.y()));
    }

    @Test
    void theSentenceIsToldInFrench() {
        assertThat(group(Language.of(Locale.FRENCH), 6, TWO_TRIANGLES).finding())
                .contains("Groupe de 6 fiches.", "Un seul lien, 4–5 (+0,5 bits), tient ensemble deux côtés");
    }
}

package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foyer.hub.linking.BuyerCard;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.site.internal.pages.GroupLinks.Bridge;
import org.foyer.hub.site.internal.pages.GroupLinks.Link;
import org.jspecify.annotations.Nullable;

/** Tells who counts as the same person as either buyer of a pair: what holds them together, as a graph and as lists. */
final class MatchGroups {

    /** More cannot be told apart on a phone. */
    static final int NODES_MAX = 30;

    /** More labels than this would stand on one another. */
    private static final int LABELS_MAX = 15;

    private static final int FEW = 8;
    private static final int WIDTH = 400;
    private static final int HEIGHT_OF_FEW = 260;
    private static final double STROKE_LEAST = 1;
    private static final double STROKE_MOST = 5;
    private static final double BITS_OF_STROKE = 4;

    /** Where on their line labels stand, by turns, so that those of crossing lines stay apart. */
    private static final double[] LABELS_AT = {0.5, 0.36, 0.64};

    private final Language language;

    MatchGroups(Language language) {
        this.language = language;
    }

    /** Null when nobody else counts as the same person. */
    MatchesView.@Nullable Group of(Match match) {
        List<BuyerCard> members = match.group().members();
        if (members.size() <= 2) {
            return null;
        }
        List<Link> links = links(match.group());
        boolean drawn = members.size() <= NODES_MAX;
        String finding = finding(members.size(), links);
        return new MatchesView.Group(
                language.count("match_group", members.size()),
                drawn ? finding : finding + " " + language.say("match_graph_too_many", NODES_MAX),
                drawn ? graph(match, links) : null,
                members.stream().map(MatchGroups::line).toList(),
                links.stream().map(link -> line(link, members)).toList());
    }

    private static List<Link> links(Match.Group group) {
        Map<String, Integer> numbers = new HashMap<>();
        group.members().forEach(card -> numbers.put(card.person(), numbers.size()));
        return group.edges().stream()
                .map(edge -> link(numbers.getOrDefault(edge.one(), -1), numbers.getOrDefault(edge.other(), -1), edge))
                .filter(link -> link.a() >= 0)
                .toList();
    }

    private static Link link(int one, int other, Match.Edge edge) {
        return new Link(Math.min(one, other), Math.max(one, other), edge);
    }

    private static String line(BuyerCard card) {
        return Stream.of(called(card), card.email(), card.phone(), card.street(), card.postcode(), card.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String called(BuyerCard card) {
        return MatchCards.name(card) + " (" + card.buyerRef() + ")";
    }

    private String line(Link link, List<BuyerCard> members) {
        Verdict verdict = link.edge().verdict();
        String told = language.say(
                "match_edge", numbers(link), called(members.get(link.a())), called(members.get(link.b())), bits(link));
        return verdict == null ? told : told + " – " + language.say("match_said_" + verdict.key());
    }

    private static String numbers(Link link) {
        return (link.a() + 1) + "–" + (link.b() + 1);
    }

    private String bits(Link link) {
        return MatchCards.signed(language, link.edge().weight());
    }

    /** How many records and links, and which link alone holds them. */
    private String finding(int members, List<Link> links) {
        long holding = links.stream().filter(Link::holds).count();
        GroupLinks group = new GroupLinks(members, links);
        int parts = group.parts().size();
        List<Bridge> bridges = group.bridges();
        String finding = language.say("match_graph_says", members, holding, links.size() - holding);
        if (parts > 1) {
            finding += " " + language.say("match_graph_parts", parts);
        }
        if (bridges.isEmpty()) {
            return parts > 1 ? finding : finding + " " + language.say("match_graph_no_bridge");
        }
        Bridge first = bridges.get(0);
        finding += " "
                + language.say(
                        "match_graph_bridge",
                        numbers(first.link()),
                        bits(first.link()),
                        records(first.side()),
                        records(first.otherSide()));
        return bridges.size() == 1
                ? finding
                : finding + " " + language.count("match_graph_bridges_more", bridges.size() - 1L);
    }

    private static String records(List<Integer> side) {
        return side.stream().map(node -> Integer.toString(node + 1)).collect(Collectors.joining(", "));
    }

    private MatchesView.Graph graph(Match match, List<Link> links) {
        List<BuyerCard> members = match.group().members();
        int height = members.size() <= FEW ? HEIGHT_OF_FEW : WIDTH;
        List<int[]> ends =
                links.stream().map(link -> new int[] {link.a(), link.b()}).toList();
        double[][] places = GroupPlaces.of(members.size(), ends, WIDTH, height);
        List<MatchesView.Line> lines = new ArrayList<>();
        for (Link link : links) {
            lines.add(drawn(link, places, lines.size(), links.size() <= LABELS_MAX));
        }
        return new MatchesView.Graph(
                height,
                lines,
                IntStream.range(0, members.size())
                        .mapToObj(at -> node(match, members.get(at), places[at], at + 1))
                        .toList());
    }

    private static MatchesView.Node node(Match match, BuyerCard card, double[] place, int number) {
        boolean ofPair = card.person().equals(match.one().person())
                || card.person().equals(match.other().person());
        return new MatchesView.Node(at(place[0]), at(place[1]), number, ofPair, number + ". " + called(card));
    }

    private MatchesView.Line drawn(Link link, double[][] places, int number, boolean labelled) {
        double[] from = places[link.a()];
        double[] to = places[link.b()];
        double along = LABELS_AT[number % LABELS_AT.length];
        String mark = mark(link.edge().verdict());
        return new MatchesView.Line(
                kind(link),
                at(from[0]),
                at(from[1]),
                at(to[0]),
                at(to[1]),
                at(Math.min(STROKE_MOST, STROKE_LEAST + Math.abs(link.edge().weight()) / BITS_OF_STROKE)),
                at(from[0] + along * (to[0] - from[0])),
                at(from[1] + along * (to[1] - from[1])),
                labelled ? mark + bits(link) : mark.strip(),
                language.say("match_graph_line", numbers(link), bits(link)));
    }

    private static String mark(@Nullable Verdict verdict) {
        return verdict == Verdict.SAME ? "✓ " : verdict == Verdict.DIFFERENT ? "✕ " : "";
    }

    private static String kind(Link link) {
        Verdict verdict = link.edge().verdict();
        return verdict == Verdict.SAME
                ? "said-same"
                : verdict == Verdict.DIFFERENT ? "said-different" : link.holds() ? "holds" : "against";
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}

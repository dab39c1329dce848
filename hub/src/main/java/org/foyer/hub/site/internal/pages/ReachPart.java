package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.governance.ReachTold.Figure;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.ReachDesk.Standing;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Many houses at once, as the page of shared buyers shows them. */
final class ReachPart {

    private ReachPart() {}

    /** @param nodes that may be chosen, by what they are called; the name of this one is empty */
    static ReachView view(Language language, House house, Map<String, String> nodes, Standing standing) {
        ReachTold told = standing.told();
        return new ReachView(
                nodes.keySet().stream()
                        .map(node -> new ImportView.Option(node, called(language, nodes, node), false))
                        .toList(),
                counting(language, nodes, standing.network()),
                told == null ? null : finding(language, told),
                state(language, standing),
                told == null ? List.of() : people(language, told),
                told == null ? List.of() : pairs(language, house, nodes, told),
                standing.underway() == null);
    }

    private static String called(Language language, Map<String, String> nodes, String node) {
        String name = nodes.getOrDefault(node, node);
        return name.isEmpty() ? language.say("overlap_network_this") : name;
    }

    private static @Nullable String counting(
            Language language, Map<String, String> nodes, @Nullable ReachNetwork network) {
        return network == null
                ? null
                : language.say(
                        "overlap_network_nodes",
                        called(language, nodes, network.first()),
                        called(language, nodes, network.second()),
                        called(language, nodes, network.pool()));
    }

    private static @Nullable String state(Language language, Standing standing) {
        if (standing.underway() != null) {
            return language.say(
                    "overlap_network_step_" + standing.underway().step(),
                    language.formats().number(standing.underway().done()),
                    language.formats().number(standing.underway().of()));
        }
        if (standing.stopped() != null) {
            return Sentences.in(language.locale()).sentence(standing.stopped(), List.of());
        }
        return standing.network() != null && standing.told() == null ? language.say("overlap_network_not_yet") : null;
    }

    private static String finding(Language language, ReachTold told) {
        Figure reach = told.reach();
        String houses = language.formats().number(told.houses().size());
        Long about = reach.about();
        Long within = reach.within();
        return about == null || within == null
                ? language.say("overlap_network_reach_few", told.period(), houses)
                : language.say(
                        "overlap_network_reach",
                        told.period(),
                        houses,
                        language.formats().number(about),
                        language.formats().number(within));
    }

    private static List<ReachView.Row> people(Language language, ReachTold told) {
        return told.atLeast().stream()
                .map(one -> row(
                        language,
                        language.say(
                                "overlap_network_at_least", language.formats().number(one.houses())),
                        one.people()))
                .toList();
    }

    /** The house with each other one; none when it is not counted. */
    private static List<ReachView.Row> pairs(
            Language language, House house, Map<String, String> nodes, ReachTold told) {
        String self = nodes.entrySet().stream()
                .filter(node -> node.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        int own = told.houses().indexOf(self + "/" + house.slug());
        List<ReachView.Row> rows = new ArrayList<>();
        for (ReachTold.Cell cell : told.pairs()) {
            if (cell.one() == own || cell.other() == own) {
                String other = told.houses().get(cell.one() == own ? cell.other() : cell.one());
                int slash = other.lastIndexOf('/');
                String node = called(language, nodes, other.substring(0, slash));
                String name = other.substring(slash + 1) + " · " + node;
                rows.add(row(language, language.say("overlap_network_also", name), cell.shared()));
            }
        }
        return rows;
    }

    private static ReachView.Row row(Language language, String name, Figure figure) {
        Long about = figure.about();
        Long within = figure.within();
        return about == null || within == null
                ? new ReachView.Row(name, language.say("overlap_too_few"), "")
                : new ReachView.Row(
                        name,
                        language.formats().number(about),
                        "± " + language.formats().number(within));
    }
}

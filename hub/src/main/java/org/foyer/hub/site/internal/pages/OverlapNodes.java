package org.foyer.hub.site.internal.pages;

import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.OverlapDesk.Beside;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Houses of other nodes as the page of shared buyers shows them. */
final class OverlapNodes {

    private OverlapNodes() {}

    /** @param nodes that may be chosen, by what they are called */
    static OverlapNodesView view(Language language, House house, Map<String, String> nodes, List<Beside> beside) {
        return new OverlapNodesView(
                nodes.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(node -> new ImportView.Option(node.getKey(), node.getValue(), false))
                        .toList(),
                beside.stream().map(one -> row(language, house, one)).toList(),
                language.say("overlap_nodes_note", language.formats().number(OverlapAnswer.WITHIN)),
                beside.stream().anyMatch(one -> one.underway() != null));
    }

    private static OverlapNodesView.Row row(Language language, House house, Beside one) {
        return new OverlapNodesView.Row(
                one.node(),
                one.nodeName(),
                one.house(),
                shared(language, one),
                when(language, house, one),
                one.named(),
                one.named() && !one.present() && one.underway() == null);
    }

    private static String shared(Language language, Beside one) {
        Long about = one.about();
        if (about != null) {
            return language.formats().number(about);
        }
        if (NodeOverlapGate.WITHDRAWN.equals(one.withheld())) {
            return language.say("overlap_nodes_withdrawn");
        }
        return language.say(one.withheld() != null ? "overlap_too_few" : "overlap_nodes_not_asked");
    }

    private static @Nullable String when(Language language, House house, Beside one) {
        if (one.underway() != null) {
            return language.say(
                    "overlap_nodes_" + one.underway().step(),
                    language.formats().number(one.underway().done()),
                    language.formats().number(one.underway().of()));
        }
        if (one.stopped() != null) {
            return Sentences.in(language.locale()).sentence(one.stopped(), List.of());
        }
        return one.toldAt() == null
                ? null
                : one.period() + " · " + language.formats().moment(one.toldAt(), house.zone());
    }
}

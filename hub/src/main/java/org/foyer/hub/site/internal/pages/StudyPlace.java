package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.model.House;

/**
 * Where a free question is asked: over the houses of this node, over those of several, or by a funder or researcher.
 *
 * @param action address of the page, to which its form is sent
 * @param joining address that joins and leaves; empty where nobody does
 * @param currency of amounts
 * @param lead what can be asked here
 * @param barred why nothing can
 * @param hint what asking costs
 * @param see what others get of a house that takes part
 * @param takes that the house does, and the next: that it does not
 * @param join what joining is called
 * @param links to the other places of the same reader
 */
public record StudyPlace(
        String action,
        String joining,
        String currency,
        String title,
        String lead,
        String barred,
        String hint,
        List<String> see,
        String takes,
        String takesNot,
        String join,
        List<Link> links) {

    public record Link(String href, String text) {}

    static StudyPlace house(Language language, House house, boolean nodes) {
        String base = "/h/" + house.slug() + "/ask";
        return of(
                language,
                "",
                base,
                base + "/participation",
                house.currency().getCurrencyCode(),
                nodes ? List.of(new Link(base + "/nodes", language.say("ask_nodes_title"))) : List.of());
    }

    static StudyPlace nodes(Language language, House house) {
        String base = "/h/" + house.slug() + "/ask";
        return of(
                language,
                "nodes_",
                base + "/nodes",
                base + "/nodes/participation",
                house.currency().getCurrencyCode(),
                List.of(new Link(base, language.say("nav_ask"))));
    }

    static StudyPlace observer(Language language, String currency) {
        return of(
                language,
                "observer_",
                "/study",
                "",
                currency,
                List.of(new Link("/observatory", language.say("observatory_title"))));
    }

    private static StudyPlace of(
            Language language, String kind, String action, String joining, String currency, List<Link> links) {
        String ask = "ask_" + kind;
        return new StudyPlace(
                action,
                joining,
                currency,
                language.say(kind.isEmpty() ? "nav_ask" : ask + "title"),
                language.say(ask + "lead"),
                language.say(ask + "not_taking_part"),
                language.say(ask + "hint"),
                List.of(language.say(ask + "see_1"), language.say(ask + "see_2")),
                language.say(ask + "takes_part"),
                language.say(ask + "takes_no_part"),
                language.say(ask + "join"),
                links);
    }
}

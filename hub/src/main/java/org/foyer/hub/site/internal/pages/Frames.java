package org.foyer.hub.site.internal.pages;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pages.Frame.Choice;
import org.foyer.hub.site.internal.pages.Frame.Group;
import org.foyer.hub.site.internal.pages.Frame.Link;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.CurrentLanguage;
import org.jspecify.annotations.Nullable;

/** Makes the frame of a page for who asks: their language, their light, the links that their rights open. */
@RequestScoped
public class Frames {

    /** The cookie that keeps the reader's choice of light. */
    static final String THEME = "foyer_theme";

    private static final Set<String> THEMES = Set.of("light", "dark");

    private final CurrentActor current;
    private final RoutingContext asked;

    @Inject
    public Frames(CurrentActor current, RoutingContext asked) {
        this.current = current;
        this.asked = asked;
    }

    public Language language() {
        return Language.of(new CurrentLanguage(asked).get());
    }

    /** The frame of a page that anyone sees in a language they chose there, without a menu. */
    Frame plainFrame(Language spoken, String title, @Nullable House house) {
        return new Frame(
                spoken, theme(), title, house, List.of(), null, current.csrfToken(), "/", List.of(), List.of());
    }

    /** The frame of a page that is about no house. */
    public Frame frame(String title) {
        return frame(title, null);
    }

    public Frame frame(String title, @Nullable House house) {
        Language spoken = language();
        String here = asked.request().path();
        String query = asked.request().query();
        return new Frame(
                spoken,
                theme(),
                title,
                house,
                nav(spoken, house, here),
                current.find().map(Actor::login).orElse(null),
                current.csrfToken(),
                query == null ? here : here + "?" + query,
                Language.ALL.stream()
                        .map(one -> new Choice(one.code(), one.say("language_name"), one.code(), one == spoken))
                        .toList(),
                List.of(themeChoice(spoken, "auto"), themeChoice(spoken, "light"), themeChoice(spoken, "dark")));
    }

    private Choice themeChoice(Language spoken, String value) {
        return new Choice(value, spoken.say("theme_" + value), spoken.code(), value.equals(theme()));
    }

    private String theme() {
        Cookie chosen = asked.request().getCookie(THEME);
        return chosen != null && THEMES.contains(chosen.getValue()) ? chosen.getValue() : "auto";
    }

    private List<Group> nav(Language spoken, @Nullable House house, String here) {
        Actor actor = current.find().orElse(null);
        List<Group> groups = new ArrayList<>();
        boolean member = house != null && actor != null && actor.roles().containsKey(house.id());
        if (house != null) {
            String base = "/h/" + house.slug();
            groups.add(member ? readersGroup(spoken, base, here) : publicGroup(spoken, base, here));
            if (member && actor != null && actor.may(house.id(), Role.EDITOR)) {
                groups.add(new Group(
                        spoken.say("nav_data"),
                        List.of(
                                link(spoken, "nav_sheets", base + "/sheets", here),
                                link(spoken, "nav_contradictions", base + "/contradictions", here),
                                link(spoken, "nav_doubles", base + "/doubles", here),
                                link(spoken, "nav_import", base + "/import", here),
                                link(spoken, "nav_runs", base + "/runs", here),
                                link(spoken, "nav_sources", base + "/sources", here),
                                link(spoken, "nav_publication", base + "/publication", here),
                                link(spoken, "nav_words", base + "/words", here),
                                link(spoken, "nav_matches", base + "/matches", here))));
            }
        }
        if (actor != null) {
            groups.add(knowledgeGroup(spoken, house, actor, here));
        }
        return groups;
    }

    private static Group readersGroup(Language spoken, String base, String here) {
        return new Group(
                null,
                List.of(
                        new Link(spoken.say("nav_home"), base, here.equals(base)),
                        link(spoken, "nav_figures", base + "/figures", here),
                        link(spoken, "nav_performances", base + "/performances", here),
                        link(spoken, "nav_audience", base + "/audience", here),
                        link(spoken, "nav_segments", base + "/segments", here),
                        link(spoken, "nav_surveys", base + "/surveys", here),
                        link(spoken, "nav_compare", base + "/compare", here),
                        link(spoken, "nav_overlap", base + "/overlap", here),
                        link(spoken, "nav_grants", base + "/grants", here),
                        link(spoken, "nav_tour", base + "/tour", here),
                        link(spoken, "nav_ask", base + "/ask", here),
                        link(spoken, "nav_networks", base + "/networks", here),
                        link(spoken, "nav_agreements", base + "/agreements", here),
                        link(spoken, "nav_products", base + "/products", here),
                        link(spoken, "nav_programme", base + "/programme", here),
                        link(spoken, "nav_quality", base + "/quality", here)));
    }

    private static Group publicGroup(Language spoken, String base, String here) {
        return new Group(
                null,
                List.of(
                        link(spoken, "nav_programme", base + "/programme", here),
                        link(spoken, "search_title", "/search", here),
                        link(spoken, "vocabularies_title", "/vocabularies", here)));
    }

    private static Group knowledgeGroup(Language spoken, @Nullable House house, Actor actor, String here) {
        List<Link> links = new ArrayList<>();
        if (house != null && (actor.may(house.id(), Role.STEWARD) || actor.operator())) {
            links.add(link(spoken, "nav_members", "/h/" + house.slug() + "/members", here));
        }
        if (house != null && actor.may(house.id(), Role.STEWARD)) {
            links.add(link(spoken, "nav_people", "/h/" + house.slug() + "/people", here));
            links.add(link(spoken, "nav_leaving", "/h/" + house.slug() + "/leaving", here));
        }
        if (house != null && actor.may(house.id(), Role.EDITOR)) {
            links.add(link(spoken, "nav_protection", "/h/" + house.slug() + "/data-protection", here));
        }
        String dictionary = house == null ? "/dictionary" : "/h/" + house.slug() + "/dictionary";
        links.add(link(spoken, "nav_dictionary", dictionary, here));
        links.add(link(spoken, "nav_observatory", "/observatory", here));
        if (actor.isObserver()) {
            links.add(link(spoken, "nav_study", "/study", here));
        }
        if (house != null && actor.may(house.id(), Role.READER)) {
            links.add(link(spoken, "nav_observers", "/h/" + house.slug() + "/observers", here));
        }
        if (actor.operator() || actor.roles().size() > 1) {
            links.add(link(spoken, "nav_quality_houses", "/quality", here));
        }
        if (actor.operator()) {
            links.add(link(spoken, "nav_node", "/node", here));
        }
        return new Group(spoken.say("nav_house"), links);
    }

    private static Link link(Language spoken, String key, String href, String here) {
        return new Link(spoken.say(key), href, here.equals(href) || here.startsWith(href + "/"));
    }

    Locale locale() {
        return language().locale();
    }
}

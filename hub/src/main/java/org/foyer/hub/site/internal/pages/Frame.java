package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param title of this page
 * @param house the house it is about, null when it is about none
 * @param person login of who is signed in, null for anyone
 * @param csrf what every form sends back
 * @param here address of this page, to come back to
 * @param languages and
 * @param themes to choose from, in the foot of the page
 */
public record Frame(
        Language language,
        String theme,
        String title,
        @Nullable House house,
        List<Group> nav,
        @Nullable String person,
        String csrf,
        String here,
        List<Choice> languages,
        List<Choice> themes) {

    /** Links under one heading; the first group has none. */
    public record Group(@Nullable String heading, List<Link> links) {}

    /** A link; current when it leads to this page. */
    public record Link(String text, String href, boolean current) {}

    /** One of several settings. */
    public record Choice(String value, String text, String lang, boolean current) {}

    /** Whether the menu leads to a page of the house, as the rights of who asks allow. @param end of its address */
    public boolean leadsTo(String end) {
        return nav.stream()
                .flatMap(group -> group.links().stream())
                .anyMatch(link -> link.href().endsWith(end));
    }

    public boolean simulated() {
        return house != null && house.simulated();
    }

    /** Which scripts and styles this page was made for. */
    public String edition() {
        return Assets.EDITION;
    }

    /** Title of the window: the page, the house, Foyer. */
    public String windowTitle() {
        return house == null ? title + " – Foyer" : title + " – " + house.name() + " – Foyer";
    }
}

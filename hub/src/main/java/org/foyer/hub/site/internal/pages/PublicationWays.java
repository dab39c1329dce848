package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.catalogue.Licences.Licence;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pages.PublicationView.Link;
import org.foyer.hub.site.internal.pages.PublicationView.Way;
import org.jspecify.annotations.Nullable;

/** The ways in which anybody has the programme of a house, whatever agendas it goes to. */
final class PublicationWays {

    private final Language language;
    private final String base;

    PublicationWays(Language language, House house) {
        this.language = language;
        this.base = "/h/" + house.slug();
    }

    /**
     * @param performances how many the programme has; nothing goes anywhere without one
     * @param licence null when the house did not say one
     */
    List<Way> all(long performances, @Nullable Licence licence) {
        boolean empty = performances == 0;
        return List.of(
                way("pages", empty, link("nav_programme", base + "/programme"), link("search_title", "/search")),
                way(
                        "feeds",
                        empty,
                        link("calendar_feed", base + "/programme.ics"),
                        link("news", base + "/news.rss?lang=" + language.code())),
                way("widget", empty, link("publication_widget_line", base + "/programme#widget")),
                way(
                        "tables",
                        empty,
                        new Link("CSV", base + "/programme.csv"),
                        new Link("XLSX", base + "/programme.xlsx")),
                open(empty, licence));
    }

    private Link link(String key, String href) {
        return new Link(language.say(key), href);
    }

    private Way way(String name, boolean empty, Link... links) {
        return new Way(
                language.say("publication_way_" + name),
                language.say("publication_way_" + name + "_says"),
                language.say(empty ? "publication_empty" : "publication_open"),
                empty ? "warn" : "good",
                List.of(links));
    }

    /** Data without a licence can be read, but nobody knows whether they may be used. */
    private Way open(boolean empty, @Nullable Licence licence) {
        Way way = way(
                "open",
                empty,
                link("open_data", base + "/programme.jsonld"),
                link("publication_catalogue", "/api/catalog"),
                link("publication_changes", "/api/programme-changes"),
                new Link(licence == null ? language.say("licence_say") : licence.name(), base + "/programme#open"));
        return licence != null
                ? way
                : new Way(way.name(), way.says(), language.say("publication_no_licence"), "warn", way.links());
    }
}

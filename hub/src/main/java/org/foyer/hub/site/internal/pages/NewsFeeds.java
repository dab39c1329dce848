package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.News;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Venue;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/** News of the programmes as RSS 2.0: anyone may read them. {@code lang} is {@code fr} or {@code en}. */
@Path("/")
@Produces(RssFeed.TYPE)
public class NewsFeeds {

    private final News news;
    private final ListingPage pages;
    private final FestivalPage festivals;
    private final HallPage halls;
    private final Access access;
    private final PublicAddress address;
    private final Frames frames;

    @Inject
    public NewsFeeds(
            News news,
            ListingPage pages,
            FestivalPage festivals,
            HallPage halls,
            Access access,
            PublicAddress address,
            Frames frames) {
        this.news = news;
        this.pages = pages;
        this.festivals = festivals;
        this.halls = halls;
        this.access = access;
        this.address = address;
        this.frames = frames;
    }

    /** Of all houses. */
    @GET
    @Path("news.rss")
    public Response all(@QueryParam("lang") @Nullable String lang) {
        Language language = RssFeed.language(lang, frames);
        return answer(language, language.say("news_of_all"), "/search", "/news.rss", news.ofAll());
    }

    /** Of a house. */
    @GET
    @Path("h/{house}/news.rss")
    public Response house(@PathParam("house") String slug, @QueryParam("lang") @Nullable String lang) {
        House house = access.publicHouse(slug);
        Language language = RssFeed.language(lang, frames);
        String home = "/h/" + house.slug();
        return answer(
                language, title(language, house.name()), home + "/programme", home + "/news.rss", news.ofHouse(house));
    }

    /** Of a venue. */
    @GET
    @Path("h/{house}/places/{place}/news.rss")
    public Response place(
            @PathParam("house") String slug, @PathParam("place") String id, @QueryParam("lang") @Nullable String lang) {
        House house = access.publicHouse(slug);
        Venue venue = pages.venue(house, id);
        Language language = RssFeed.language(lang, frames);
        String page = ListingPage.path(house, venue.id());
        return answer(
                language, title(language, venue.name()), page, page + "/news.rss", news.ofPlace(house, venue.id()));
    }

    /** Of a hall. */
    @GET
    @Path("h/{house}/hall/{id}/news.rss")
    public Response hall(
            @PathParam("house") String slug, @PathParam("id") String id, @QueryParam("lang") @Nullable String lang) {
        House house = access.publicHouse(slug);
        Hall hall = halls.of(house, id);
        Language language = RssFeed.language(lang, frames);
        String page = Hall.pathOf(house, hall.id());
        return answer(language, title(language, hall.name()), page, page + "/news.rss", news.ofHall(hall));
    }

    /** Of a festival or series. */
    @GET
    @Path("h/{house}/{kind:festival|series}/{id}/news.rss")
    public Response festival(
            @PathParam("house") String slug,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @QueryParam("lang") @Nullable String lang) {
        House house = access.publicHouse(slug);
        Festival festival = festivals.subscribed(house, kind, id);
        Language language = RssFeed.language(lang, frames);
        String page = Festival.pathOf(house, kind, id);
        return answer(language, title(language, festival.name()), page, page + "/news.rss", news.ofFestival(festival));
    }

    /** Of what credits a name. */
    @GET
    @Path("credits/{name}/news.rss")
    public Response name(@PathParam("name") String name, @QueryParam("lang") @Nullable String lang) {
        pages.credits(name);
        Language language = RssFeed.language(lang, frames);
        String page = ListingPage.path(name);
        return answer(language, title(language, name), page, page + "/news.rss", news.ofName(name));
    }

    private static String title(Language language, String of) {
        return language.say("news_of", of, language.say("news"));
    }

    private Response answer(Language language, String title, String page, String self, List<News.Item> items) {
        String base = address.get();
        RssFeed.Channel channel = new RssFeed.Channel(title, base + page, base + self + "?lang=" + language.code());
        return RssFeed.answer(language, channel, items, base);
    }
}

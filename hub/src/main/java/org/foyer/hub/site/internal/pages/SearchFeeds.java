package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.Listings.Listing;
import org.foyer.hub.catalogue.News;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.site.internal.api.SearchAsked;
import org.foyer.hub.site.internal.api.SearchedShows;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/** What a search finds, to subscribe to: the same question as on the page. Open to anyone. */
@Path("/")
public class SearchFeeds {

    private final Search search;
    private final Listings listings;
    private final News news;
    private final PublicAddress address;
    private final Frames frames;

    @Inject
    public SearchFeeds(Search search, Listings listings, News news, PublicAddress address, Frames frames) {
        this.search = search;
        this.listings = listings;
        this.news = news;
        this.address = address;
        this.frames = frames;
    }

    /** The dates found, for a calendar. */
    @GET
    @Path("search.ics")
    @Produces("text/calendar;charset=UTF-8")
    public Response calendar(@BeanParam SearchAsked asked, @QueryParam("lang") @Nullable String lang) {
        Language language = RssFeed.language(lang, frames);
        SearchQuestion question = asked.question(Search.LIMIT_MAX, search.places());
        String base = address.get();
        SearchedShows found = SearchedShows.of(search, question, base);
        Listing dates = listings.ofShows(found.wishes());
        Listing all = new Listing(dates.dates(), dates.today(), dates.cut() || found.cut());
        StreamingOutput out = stream -> listings.writeICalendar(title(language, question), all, base, stream);
        return Response.ok(out).header("Access-Control-Allow-Origin", "*").build();
    }

    /** News of the shows found. */
    @GET
    @Path("search.rss")
    @Produces(RssFeed.TYPE)
    public Response news(@BeanParam SearchAsked asked, @QueryParam("lang") @Nullable String lang) {
        Language language = RssFeed.language(lang, frames);
        SearchQuestion question = asked.question(Search.LIMIT_MAX, search.places());
        String base = address.get();
        SearchedShows found = SearchedShows.of(search, question, base);
        SearchLinks links = new SearchLinks(language, question);
        return RssFeed.answer(
                language,
                new RssFeed.Channel(title(language, question), base + links.with(), base + links.feed(".rss")),
                found.keys().isEmpty() ? List.of() : news.ofShows(found.keys()),
                base);
    }

    private static String title(Language language, SearchQuestion question) {
        return question.words().isBlank()
                ? "Foyer"
                : language.say("news_of", "Foyer", question.words().strip());
    }
}

package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/** Shows of all houses, found by words, dates, places and kinds: anyone may ask. */
@Path("/api/search")
public class SearchResource {

    private final Search search;
    private final PublicAddress address;

    @Inject
    public SearchResource(Search search, PublicAddress address) {
        this.search = search;
        this.address = address;
    }

    /**
     * What was found.
     *
     * @param words {@code AS_WRITTEN}, {@code NEAR_SPELLINGS} or {@code MOST}
     * @param silent shows that are not found because they do not say what is asked
     * @param near the town as it was understood, or the rounded point
     * @param partial whether time ran out
     * @param complete false while the index is being made
     */
    public record Found(
            int total,
            long dates,
            int houses,
            int earlier,
            SearchAnswer.Silent silent,
            @Nullable String near,
            SearchAnswer.Words words,
            boolean wordsCut,
            boolean partial,
            boolean complete,
            List<FoundShow> shows,
            SearchAnswer.Facets facets) {

        public static Found of(SearchAnswer answer, SearchQuestion question, String base) {
            String near = question.conditions().nearName();
            return new Found(
                    answer.total(),
                    answer.dates(),
                    answer.houses(),
                    answer.earlier(),
                    answer.silent(),
                    near.isEmpty() ? null : near,
                    answer.words(),
                    answer.wordsCut(),
                    answer.partial(),
                    answer.complete(),
                    answer.hits().stream().map(hit -> FoundShow.of(hit, base)).toList(),
                    answer.facets());
        }
    }

    /**
     * A show.
     *
     * @param id identifier of the run
     * @param page address of the programme of the house, from its next date on
     * @param currency of its prices
     * @param simulated whether the house and its shows do not exist
     */
    public record FoundShow(
            String id,
            String title,
            String house,
            String houseName,
            boolean simulated,
            String page,
            @Nullable String genre,
            @Nullable String eventType,
            @Nullable String venue,
            @Nullable String hall,
            @Nullable String town,
            List<SearchAnswer.Work> works,
            List<SearchAnswer.Person> people,
            SearchAnswer.Offer offer,
            String currency,
            List<SearchAnswer.Date> dates,
            int dateCount,
            LocalDate last) {

        static FoundShow of(SearchAnswer.Hit hit, String base) {
            return new FoundShow(
                    hit.iri(),
                    hit.title(),
                    hit.house().slug(),
                    hit.house().name(),
                    hit.house().simulated(),
                    base + SearchResource.page(hit),
                    hit.genre(),
                    hit.eventType(),
                    hit.venue(),
                    hit.hall(),
                    hit.town(),
                    hit.works(),
                    hit.people(),
                    hit.offer(),
                    hit.house().currency().getCurrencyCode(),
                    hit.dates(),
                    hit.dateCount(),
                    hit.last());
        }
    }

    /** The public page of a show. */
    public static String page(SearchAnswer.Hit hit) {
        return "/h/" + hit.house().slug() + "/shows/"
                + hit.iri().substring(hit.iri().lastIndexOf('/') + 1);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response search(@BeanParam SearchAsked asked, @QueryParam("limit") @DefaultValue("20") int limit) {
        String base = address.get();
        SearchQuestion question = asked.question(limit, search.places());
        return Response.ok(Found.of(SearchAsked.ask(search, question, base), question, base))
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}

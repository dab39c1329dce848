package org.foyer.hub.site.internal.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Listings.Wish;
import org.foyer.hub.catalogue.News.ShowKey;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.jspecify.annotations.Nullable;

/**
 * The shows that a feed of a search holds: those that come soonest, at most {@link #SHOWS_MAX}. A question that no show answers with
 * all its words has an empty feed, since whoever subscribes does not see that other shows are meant for help.
 *
 * @param cut whether there are more
 */
public record SearchedShows(List<SearchAnswer.Hit> hits, boolean cut) {

    /** Shows of a feed, at most. */
    public static final int SHOWS_MAX = 200;

    /** Asks as often as the longest answer needs. */
    public static SearchedShows of(Search search, SearchQuestion question, String base) {
        List<SearchAnswer.Hit> hits = new ArrayList<>();
        while (true) {
            SearchAnswer answer = SearchAsked.ask(
                    search, question.piece(SearchQuestion.Order.DATE, hits.size(), Search.LIMIT_MAX), base);
            if (answer.words() == SearchAnswer.Words.MOST) {
                return new SearchedShows(List.of(), false);
            }
            hits.addAll(answer.hits());
            if (hits.size() >= SHOWS_MAX || answer.hits().size() < Search.LIMIT_MAX) {
                return new SearchedShows(hits.subList(0, Math.min(hits.size(), SHOWS_MAX)), answer.total() > SHOWS_MAX);
            }
        }
    }

    /** The dates of these shows that the question asks for. */
    public List<Wish> wishes() {
        return hits.stream()
                .filter(hit -> !hit.dates().isEmpty())
                .map(SearchedShows::wish)
                .toList();
    }

    public List<ShowKey> keys() {
        return hits.stream().map(hit -> new ShowKey(hit.house().id(), run(hit))).toList();
    }

    /** A hit tells a few dates; when it has more, all dates between the first told and the last are taken. */
    private static Wish wish(SearchAnswer.Hit hit) {
        LocalDate first = hit.dates().get(0).day();
        LocalDate told = hit.dates().get(hit.dates().size() - 1).day();
        LocalDate last = hit.last().isBefore(told) ? told : hit.last();
        boolean whole = hit.dateCount() <= hit.dates().size();
        return new Wish(hit.house().id(), run(hit), first, last, whole ? starts(hit) : null);
    }

    private static @Nullable Set<LocalDateTime> starts(SearchAnswer.Hit hit) {
        return hit.dates().stream()
                .map(date -> date.startsLocal() == null ? date.day().atStartOfDay() : date.startsLocal())
                .collect(Collectors.toSet());
    }

    private static String run(SearchAnswer.Hit hit) {
        return hit.iri().substring(hit.iri().lastIndexOf('/') + 1);
    }
}

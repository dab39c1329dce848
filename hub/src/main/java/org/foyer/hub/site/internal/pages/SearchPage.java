package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.Search;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.site.internal.api.SearchAsked;
import org.foyer.hub.site.internal.api.SearchResource;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Finds shows of all houses, for everyone. */
@Path("/")
public class SearchPage {

    private static final int SHOWN = 20;

    /** Towns that may be meant, at most. */
    private static final int MEANT = 8;

    private static final List<When> CHOICES = List.of(
            When.COMING, When.TODAY, When.TONIGHT, When.TOMORROW, When.WEEKEND, When.WEEK, When.MONTH, When.ALL);

    private final Search search;
    private final RunningNode node;
    private final PublicAddress address;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public SearchPage(Search search, RunningNode node, PublicAddress address, Frames frames, Screen screen) {
        this.search = search;
        this.node = node;
        this.address = address;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("search")
    @Produces(MediaType.TEXT_HTML)
    public Response page(@BeanParam SearchAsked asked) {
        Language language = frames.language();
        String unknown = asked.asksForUnknownTown(search.places()) ? asked.near.strip() : "";
        if (!unknown.isEmpty()) {
            asked.near = "";
        }
        SearchQuestion question = asked.question(SHOWN, search.places());
        SearchAnswer answer = SearchAsked.ask(search, question, address.get());
        ZoneId zone = answer.hits().isEmpty()
                ? ZoneId.systemDefault()
                : answer.hits().get(0).house().zone();
        LocalDate today = LocalDate.now(node.get().settings().clock().withZone(zone));
        return screen.show(
                "search",
                frames.frame(language.say("search_title")),
                view(language, question, answer, today, search.places(), unknown));
    }

    /** Lets a browser ask from its address line (OpenSearch 1.1). */
    @GET
    @Path("opensearch.xml")
    @Produces("application/opensearchdescription+xml")
    public String openSearch() {
        String base = address.get().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>Foyer</ShortName>
                  <Description>%s</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <Url type="text/html" method="get" template="%s/search?q={searchTerms}"/>
                  <Url type="application/json" method="get" template="%s/api/search?q={searchTerms}"/>
                </OpenSearchDescription>
                """.formatted(frames.language().say("search_title"), base, base);
    }

    /** @param unknown the name of a town that does not exist; empty when none was asked for */
    static SearchView view(
            Language language,
            SearchQuestion question,
            SearchAnswer answer,
            LocalDate today,
            Places places,
            String unknown) {
        SearchLinks links = new SearchLinks(language, question);
        return new SearchView(
                question.words(),
                question.place(),
                question.from() == null ? "" : question.from().toString(),
                question.to() == null ? "" : question.to().toString(),
                CHOICES.stream()
                        .map(when -> new Frame.Choice(
                                when == When.COMING ? "" : code(when),
                                language.say("search_when_" + code(when)),
                                language.code(),
                                when == question.when()))
                        .toList(),
                links.kept(),
                ConditionsForm.of(language, question, answer, places, unknown),
                says(language, question, answer, today),
                notes(language, question, answer, unknown),
                links.map(),
                links.feed(".ics"),
                links.feed(".rss"),
                places.beginning(unknown).stream()
                        .limit(MEANT)
                        .map(town -> new SearchView.Value(town.label(), "", links.with("near", town.label()), false))
                        .toList(),
                answer.silent().shows() > 0 ? links.with("unsaid", "true") : null,
                answer.earlier() > 0 ? links.with("when", "all", "from", "", "to", "") : null,
                answer.hits().isEmpty(),
                SearchLinks.PATH,
                answer.hits().stream().map(hit -> hit(language, hit)).toList(),
                links.facets(answer.facets()),
                Pager.of(
                        language,
                        question.offset(),
                        answer.hits().size(),
                        answer.total(),
                        Search.OFFSET_MAX + SHOWN,
                        SHOWN,
                        links.pages()));
    }

    private static String code(When when) {
        return when.name().toLowerCase(Locale.ROOT);
    }

    private static String says(Language language, SearchQuestion question, SearchAnswer answer, LocalDate today) {
        if (answer.total() == 0) {
            return language.say("search_none");
        }
        String when = question.when() == When.COMING
                ? language.say("search_says_coming", language.formats().longDay(today))
                : question.when() == When.SPAN
                        ? span(language, question)
                        : language.say("search_says_" + code(question.when()));
        String said = language.say(
                "search_says",
                language.count("search_shows", answer.total()),
                language.count("search_houses", answer.houses()),
                when);
        boolean weekend = answer.weekendDates() > 0 && question.when() != When.WEEKEND;
        return weekend ? said + language.count("search_says_weekend_too", answer.weekendDates()) + "." : said + ".";
    }

    private static String span(Language language, SearchQuestion question) {
        Formats formats = language.formats();
        LocalDate from = question.from();
        LocalDate to = question.to();
        if (from == null) {
            return to == null ? "" : language.say("search_says_until", formats.longDay(to));
        }
        return to == null
                ? language.say("search_says_coming", formats.longDay(from))
                : language.say("search_says_span", formats.longDay(from), formats.longDay(to));
    }

    private static List<String> notes(Language language, SearchQuestion question, SearchAnswer answer, String unknown) {
        List<String> notes = new ArrayList<>();
        if (!unknown.isEmpty()) {
            notes.add(language.say("search_town_unknown", unknown));
        }
        if (question.conditions().near() != null) {
            notes.add(language.say(
                    "search_near_note",
                    question.conditions().nearName(),
                    question.conditions().kilometres()));
        }
        notes.addAll(SearchOffer.silent(language, answer.silent()));
        if (answer.earlier() > 0) {
            notes.add(language.count("search_earlier", answer.earlier()));
        }
        if (answer.words() != SearchAnswer.Words.AS_WRITTEN) {
            notes.add(language.say("search_words_" + answer.words().name().toLowerCase(Locale.ROOT)));
        }
        if (answer.wordsCut()) {
            notes.add(language.say("search_words_cut", Search.WORDS_MAX));
        }
        if (answer.partial()) {
            notes.add(language.say("search_partial"));
        }
        if (!answer.complete()) {
            notes.add(language.say("search_incomplete"));
        }
        return notes;
    }

    private static SearchView.Hit hit(Language language, SearchAnswer.Hit hit) {
        Formats formats = language.formats();
        SearchAnswer.Date next = hit.dates().isEmpty()
                ? new SearchAnswer.Date(hit.last(), null, PerformanceState.SCHEDULED, false)
                : hit.dates().get(0);
        String weekday = formats.weekday(next.day().getDayOfWeek());
        return new SearchView.Hit(
                SearchResource.page(hit),
                Integer.toString(next.day().getDayOfMonth()),
                formats.month(next.day()),
                next.startsLocal() == null ? weekday : weekday + ", " + formats.time(next.startsLocal()),
                next.startsLocal() == null
                        ? next.day().toString()
                        : next.startsLocal().toString(),
                hit.title().isBlank() ? language.say("untitled") : hit.title(),
                next.state() == PerformanceState.SCHEDULED
                        ? null
                        : Show.state(language, next.state().stored()),
                hit.house().simulated(),
                place(language, hit),
                dates(language, hit),
                SearchOffer.says(language, hit),
                hit.works().stream()
                        .map(work -> new SearchView.Work(
                                work.title(), work.writers().isEmpty() ? null : String.join(", ", work.writers())))
                        .toList(),
                people(language, hit.people()));
    }

    private static String place(Language language, SearchAnswer.Hit hit) {
        List<String> parts = new ArrayList<>();
        for (String part :
                new String[] {hit.hall(), hit.venue(), hit.town(), hit.house().name()}) {
            if (part != null && !part.isBlank() && !parts.contains(part)) {
                parts.add(part);
            }
        }
        String kind = hit.genre() == null ? Labels.eventType(language, hit.eventType()) : hit.genre();
        return kind == null ? String.join(", ", parts) : kind + ". " + String.join(", ", parts);
    }

    /** The dates after the first, which stands beside the title. */
    private static String dates(Language language, SearchAnswer.Hit hit) {
        List<String> told = hit.dates().stream()
                .skip(1)
                .map(date -> language.formats().shortDay(date.day()))
                .distinct()
                .toList();
        if (told.isEmpty()) {
            return "";
        }
        String list = language.say("search_also", String.join(", ", told));
        int more = hit.dateCount() - hit.dates().size();
        return more <= 0
                ? list
                : list
                        + language.count(
                                "search_more_dates", more, language.formats().day(hit.last()));
    }

    private static @Nullable String people(Language language, List<SearchAnswer.Person> people) {
        List<String> told = people.stream()
                .map(person -> person.role().isBlank()
                        ? person.name()
                        : person.name() + " ("
                                + language.sayOr(
                                        person.role(),
                                        "role_"
                                                + person.role()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replaceAll("[^a-z]+", "_"))
                                + ")")
                .toList();
        return told.isEmpty() ? null : String.join(", ", told);
    }
}

package org.foyer.hub.site.internal.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.SearchAsked;
import org.foyer.hub.site.internal.api.SearchResource;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds shows of all houses. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Finds shows among the programmes of all houses, from today on unless asked otherwise.")
final class SearchCommand implements Callable<Integer> {

    /** The whole index may have to be made first. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "Of title, person, work, place or genre.")
    List<String> words = List.of();

    @Option(names = "--when", paramLabel = "W", description = "today, tonight, tomorrow, weekend, week, month or all.")
    @Nullable
    String when;

    @Option(names = "--from", paramLabel = "DATE", description = "First day.")
    @Nullable
    String from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day, included.")
    @Nullable
    String to;

    @Option(names = "--house", paramLabel = "NAME", description = "Short name of a house; may be repeated.")
    List<String> house = List.of();

    @Option(names = "--genre", paramLabel = "GENRE", description = "A genre, in the word of a house.")
    String genre = "";

    @Option(names = "--festival", paramLabel = "NAME", description = "A festival or a series, by name.")
    String festival = "";

    @Option(names = "--age", paramLabel = "YEARS", description = "For a child of that age.")
    @Nullable
    String age;

    @Option(names = "--price", paramLabel = "AMOUNT", description = "Cheapest ticket at most; 0 for what is free.")
    @Nullable
    String price;

    @Option(names = "--currency", paramLabel = "CODE", description = "Of the price (default: of most houses).")
    String currency = "";

    @Option(
            names = "--accessibility",
            paramLabel = "CODE",
            description = "A need that is met: hi, vi, pi, mi or ii; may be repeated.")
    List<String> accessibility = List.of();

    @Option(
            names = "--audience",
            paramLabel = "CODE",
            description = "Whom it is meant for: a code of the vocabulary of audiences, for instance young-audience.")
    String audience = "";

    @Option(names = "--language", paramLabel = "CODE", description = "Language of the stage, for instance fr.")
    String language = "";

    @Option(names = "--surtitles", paramLabel = "CODE", description = "Language of the surtitles.")
    String surtitles = "";

    @Option(names = "--seats", description = "Only dates that nobody says are sold out or cancelled.")
    boolean seats;

    @Option(names = "--attendance", paramLabel = "WHERE", description = "on-site or online.")
    String attendance = "";

    @Option(
            names = "--near",
            paramLabel = "PLACE",
            description = "A commune of France, its postcode, or latitude,longitude.")
    String near = "";

    @Option(names = "--within", paramLabel = "KM", description = "Kilometres around it, 1 to 500 (default: 20).")
    @Nullable
    String within;

    @Option(names = "--unsaid", description = "Also shows that do not say what is asked.")
    boolean unsaid;

    @Option(names = "--order", paramLabel = "O", description = "fitness, date or distance.")
    @Nullable
    String order;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Shows, at most 50 (default: 20); 0: places and how many play there.")
    int limit;

    @Option(
            names = "--address",
            defaultValue = "${env:FOYER_ADDRESS:-http://127.0.0.1:8080}",
            description = "Public address of the node, from which identifiers are made (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--json", description = "The whole answer as JSON.")
    boolean json;

    SearchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SearchAsked asked = new SearchAsked();
        asked.q = String.join(" ", words);
        asked.when = when;
        asked.from = from;
        asked.to = to;
        asked.house = house;
        asked.genre = genre;
        asked.festival = festival;
        conditions(asked);
        try (Node node = data.open()) {
            node.search().settle(PATIENCE);
            SearchQuestion question = asked.question(limit, node.search().places());
            SearchAnswer answer = SearchAsked.ask(node.search(), question, address);
            console.data(json ? JsonFormat.pretty(SearchResource.Found.of(answer, question, address)) : text(answer));
            return ExitCode.OK;
        }
    }

    private void conditions(SearchAsked asked) {
        asked.age = age;
        asked.price = price;
        asked.currency = currency;
        asked.accessibility = accessibility;
        asked.audience = audience;
        asked.language = language;
        asked.surtitles = surtitles;
        asked.seats = Boolean.toString(seats);
        asked.attendance = attendance;
        asked.near = near;
        asked.within = within;
        asked.unsaid = Boolean.toString(unsaid);
        asked.order = order;
    }

    /** A line for each show: its next date, its title, where. */
    private static String text(SearchAnswer answer) {
        StringBuilder text = new StringBuilder();
        for (SearchAnswer.Hit hit : answer.hits()) {
            SearchAnswer.Date next = hit.dates().isEmpty() ? null : hit.dates().get(0);
            text.append(next == null ? hit.last() : next.startsLocal() == null ? next.day() : next.startsLocal())
                    .append('\t')
                    .append(hit.title())
                    .append('\t')
                    .append(hit.venue() == null ? "" : hit.venue())
                    .append('\t')
                    .append(hit.house().slug())
                    .append(hit.house().simulated() ? "\t(simulated)\n" : "\n");
        }
        for (SearchAnswer.At at : answer.facets().places()) {
            text.append(GeoPoint.degrees(at.point().latitude()))
                    .append(',')
                    .append(GeoPoint.degrees(at.point().longitude()))
                    .append('\t')
                    .append(at.name())
                    .append('\t')
                    .append(at.shows())
                    .append('\n');
        }
        text.append(answer.total());
        if (answer.silent().shows() > 0) {
            text.append('\t').append(answer.silent().shows()).append(" more do not say what is asked");
        }
        return text.append('\n').toString();
    }
}

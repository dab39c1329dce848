package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.catalogue.SearchAnswer;
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

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "Shows, at most 50 (default: 20).")
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
    public Integer call() throws JsonProcessingException {
        SearchAsked asked = new SearchAsked();
        asked.q = String.join(" ", words);
        asked.when = when;
        asked.from = from;
        asked.to = to;
        asked.house = house;
        asked.genre = genre;
        try (Node node = data.open()) {
            node.search().settle(PATIENCE);
            SearchAnswer answer = SearchAsked.ask(node.search(), asked.question(limit), address);
            console.data(
                    json
                            ? JsonFormat.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(SearchResource.Found.of(answer, address))
                            : text(answer));
            return ExitCode.OK;
        }
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
        return text.append(answer.total()).append('\n').toString();
    }
}

package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.StudyResource;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.hub.site.internal.server.StudyDesk;
import org.foyer.hub.site.internal.server.TourDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a free question over the people of all houses that take part, through the same gate and from the same budget as the page. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Asks a question over the people of all houses that take part, answered with random noise.")
final class AskCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house that asks.")
    String house = "";

    @Option(
            names = "--measure",
            defaultValue = "buyers",
            paramLabel = "M",
            description = "buyers, visits, tickets or revenue (default: buyers).")
    String measure = "buyers";

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "D",
            description = "At most two of genre, weekday, month, tariff, channel, distance.")
    List<String> by = List.of();

    @Option(
            names = "--where",
            paramLabel = "D=CODE",
            description = "Counts one code of a dimension alone, for instance channel=web; at most two.")
    Map<String, String> where = new LinkedHashMap<>();

    @Option(names = "--season", paramLabel = "S", description = "For instance 2024-25 (default: the present one).")
    @Nullable
    String season;

    @Option(
            names = "--price",
            defaultValue = "1/2",
            paramLabel = "E",
            description =
                    "What the answer may cost: 1/4, 1/2 or 1; a dearer one is nearer to the truth (default: 1/2).")
    String price = "1/2";

    @Option(names = "--nodes", description = "Asks over the houses of all nodes of the data space that take part.")
    boolean nodes;

    @Option(
            names = "--address",
            defaultValue = "${env:FOYER_ADDRESS:-}",
            paramLabel = "URL",
            description = "Where this node is known to others, for --nodes (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--format", defaultValue = "json", description = "${COMPLETION-CANDIDATES} (default: json).")
    OutputFormat format = OutputFormat.json;

    AskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House found = DataOption.house(node, house);
            FreeQuestions questions = node.freeQuestions();
            String asked = Parameters.season(
                            season, found, node.figures(), node.settings().clock())
                    .label();
            Actor editor = new Actor(Actor.commandLine().login(), true, Map.of(found.id(), Role.EDITOR), false);
            FreeQuestion question = StudyResource.read(questions, new Wish(measure, by, where, asked, price));
            NodeStudies.Answer over = nodes ? overNodes(node, editor, found, question) : null;
            FreeAnswer answer = over == null ? questions.ask(editor, found.id(), question) : over.answer();
            Object told = over == null ? answer : over;
            console.data(
                    format == OutputFormat.csv
                            ? table(answer)
                            : JsonFormat.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(told));
            return ExitCode.OK;
        }
    }

    private NodeStudies.Answer overNodes(Node node, Actor editor, House found, FreeQuestion question) {
        if (address.isBlank()) {
            throw new Refused(404, "data-space-closed");
        }
        try (DataSpaceNode space = DataSpaceDesk.over(node, address);
                Post post = TourDesk.post(node)) {
            return StudyDesk.over(node, space, post).ask(editor, found, question);
        }
    }

    private static String table(FreeAnswer answer) {
        CsvTable table = new CsvTable("question", "period", "as_of", "houses", "codes", "about", "within", "withheld");
        answer.lines()
                .forEach(line -> table.row(
                        answer.question(),
                        answer.period(),
                        answer.asOf(),
                        answer.houses(),
                        line.codes(),
                        line.about(),
                        line.within(),
                        line.withheld()));
        return table.toString();
    }
}

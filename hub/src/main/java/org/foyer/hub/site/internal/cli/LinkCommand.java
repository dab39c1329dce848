package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.linking.LinkFiles;
import org.foyer.hub.linking.LinkProblem;
import org.foyer.hub.linking.LinkReport;
import org.foyer.hub.linking.Linking;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the records of each person in any table; needs no data folder. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = "Finds the records of the same person in a table of people.",
        footer = {
            "",
            "The configuration names the column with the record's id and says what the others hold:",
            "  id: record",
            "  columns:",
            "    prenom: first-name",
            "    nom: last-name",
            "    naissance: date",
            "Kinds: first-name, last-name, full-name, date, place, postcode, address, email, phone, text, exact, ignore."
        })
final class LinkCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--config", required = true, paramLabel = "FILE.yaml", description = "What the columns hold.")
    Path config = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Record ids and cluster ids.")
    Path out = Path.of("");

    @Option(names = "--pairs", paramLabel = "PAIRS.csv", description = "Pairs with their weights and probabilities.")
    @Nullable
    Path pairs;

    @Parameters(paramLabel = "FILE.csv", description = "The table, with a header.")
    Path file = Path.of("");

    LinkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (Path read : List.of(config, file)) {
            if (!Files.isReadable(read) || Files.isDirectory(read)) {
                throw new Refused(404, "file-not-here", read.toString());
            }
        }
        LinkReport report = Linking.link(new LinkFiles(config, file, out, pairs));
        report.problems().forEach(this::tell);
        if (report.stopped()) {
            return ExitCode.REFUSED;
        }
        console.tell(
                "linked", List.of(Long.toString(report.records()), Long.toString(report.persons()), out.toString()));
        return ExitCode.OK;
    }

    private void tell(LinkProblem problem) {
        Sentences sentences = Sentences.in(console.language());
        String place = problem.file()
                + (problem.line() > 0 ? ":" + problem.line() : "")
                + (problem.column() > 0 ? ":" + problem.column() : "");
        String mend = sentences.mend(problem.code(), problem.arguments());
        console.say(place + "  " + sentences.sentence(problem.code(), problem.arguments())
                + (mend.isEmpty() ? "" : " – " + mend));
    }
}

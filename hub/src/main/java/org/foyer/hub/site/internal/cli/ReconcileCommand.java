package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Reconciliation.Candidate;
import org.foyer.hub.catalogue.Reconciliation.Question;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which thing of the programmes each name of a list means; what the reconciliation service says over HTTP. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "Says which house, place, work, show or person of the programmes each line of a list means.")
final class ReconcileCommand implements Callable<Integer> {

    /** The whole index may have to be made first. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String STANDARD_INPUT = "-";

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "One name a line, in UTF-8; - for the standard input.")
    String file = STANDARD_INPUT;

    @Option(names = "--type", paramLabel = "TYPE", description = "house, place, work, show or person; may be repeated.")
    List<String> types = List.of();

    @Option(
            names = "--house",
            paramLabel = "NAME",
            description = "Name or short name of a house that is meant with each.")
    String house = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1",
            description = "Candidates of each name, at most 25 (default: 1).")
    int limit;

    ReconcileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Set<EntityKind> kinds = EnumSet.noneOf(EntityKind.class);
        types.forEach(type -> kinds.add(kind(type)));
        if (limit < 1 || limit > Reconciliation.CANDIDATES_MAX) {
            throw new Refused(400, "parameter-unreadable", "limit", Integer.toString(limit));
        }
        Map<String, List<String>> properties =
                house.isBlank() ? Map.of() : Map.of("house", List.of(house, "house-" + house));
        if (!STANDARD_INPUT.equals(file) && (!Files.isReadable(Path.of(file)) || Files.isDirectory(Path.of(file)))) {
            throw new Refused(400, "file-not-here", file);
        }
        try (Node node = data.open();
                Reader names = names()) {
            node.search().settle(PATIENCE);
            Reconciliation reconciliation = node.search().reconciliation();
            for (String name = line(names); name != null; name = line(names)) {
                if (!name.isBlank()) {
                    tell(name.strip(), reconciliation.candidates(new Question(name, kinds, true, limit, properties)));
                }
            }
            return ExitCode.OK;
        }
    }

    /** Of a name only so much is kept as counts. */
    private static @Nullable String line(Reader names) throws IOException {
        return Console.line(names, Reconciliation.TEXT_MAX);
    }

    private Reader names() throws IOException {
        return STANDARD_INPUT.equals(file) ? console.input() : Files.newBufferedReader(Path.of(file));
    }

    private static EntityKind kind(String type) {
        return Arrays.stream(EntityKind.values())
                .filter(kind -> kind.word().equals(type.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refused(400, "parameter-unreadable", "type", type));
    }

    /** A line for each candidate: the name, the score, whether it is certain, identifier, name and features; without one the name alone. */
    private void tell(String name, List<Candidate> candidates) {
        String asked = name.replace('\t', ' ');
        if (candidates.isEmpty()) {
            console.data(asked + "\n");
        }
        for (Candidate candidate : candidates) {
            String features = candidate.features().entrySet().stream()
                    .map(feature -> String.format(Locale.ROOT, "%s=%.2f", feature.getKey(), feature.getValue()))
                    .collect(Collectors.joining(" "));
            console.data(String.join(
                            "\t",
                            asked,
                            Double.toString(candidate.score()),
                            candidate.match() ? "certain" : "",
                            candidate.entity().id(),
                            candidate.entity().name(),
                            features)
                    + "\n");
        }
    }
}

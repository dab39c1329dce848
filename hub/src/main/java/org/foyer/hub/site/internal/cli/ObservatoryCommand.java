package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ObservatoryResource;
import org.foyer.hub.site.internal.api.ObservatoryResource.Told;
import org.foyer.hub.site.internal.pages.ObservatoryPage;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the tables of the observatory, through the same gate as the page. */
@Command(
        name = "observatory",
        mixinStandardHelpOptions = true,
        description = "Prints the agreed tables of a season that is over, with hidden numbers left out.")
final class ObservatoryCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--season", paramLabel = "S", description = "For instance 2024-25 (default: the newest published).")
    @Nullable
    String season;

    @Option(names = "--format", defaultValue = "json", description = "${COMPLETION-CANDIDATES} (default: json).")
    OutputFormat format = OutputFormat.json;

    ObservatoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            Actor reader = new Actor(
                    Actor.commandLine().login(),
                    true,
                    node.houses().all().stream().collect(Collectors.toMap(house -> house.id(), house -> Role.READER)),
                    true);
            Told told = ObservatoryResource.told(node, Optional.of(reader), season, null);
            console.data(
                    format == OutputFormat.csv
                            ? told.agreed().stream()
                                    .flatMap(agreed -> told.tables().stream()
                                            .filter(table -> table.id().equals(agreed.id()))
                                            .map(table -> ObservatoryPage.csv(table, agreed.measure())))
                                    .collect(Collectors.joining("\r\n"))
                            : JsonFormat.mapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(told));
            return ExitCode.OK;
        }
    }
}

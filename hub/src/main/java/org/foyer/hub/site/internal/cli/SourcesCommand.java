package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.PulledSource;
import org.foyer.hub.intake.PulledSources;
import org.foyer.hub.intake.SourceWish;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tools of a house whose data is pulled over the network. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "Lists, adds, pulls and removes the addresses from which a house's data is pulled.",
        subcommands = {
            SourcesCommand.All.class,
            SourcesCommand.Add.class,
            SourcesCommand.Pull.class,
            SourcesCommand.Take.class,
            SourcesCommand.Remove.class
        })
final class SourcesCommand {

    /** Longer than the longest visit. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private SourcesCommand() {}

    private static Refused unknown(String source) {
        return new Refused(404, "source-unknown", source);
    }

    /** Prints how a pull went, and says by the exit code whether somebody must look. */
    private static Integer told(Console console, PulledSource source) {
        console.data(JsonFormat.pretty(source));
        Problem problem = source.problem();
        if (problem != null) {
            console.tell(problem.code(), problem.arguments());
        }
        return switch (source.state()) {
            case FAILED -> ExitCode.REFUSED;
            case HELD -> ExitCode.LOOK;
            default -> ExitCode.OK;
        };
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Prints all of them as JSON, without secrets.")
    static final class All implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        All(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House house = of.house(node);
                console.data(JsonFormat.pretty(node.sources().all(house.id())));
                return ExitCode.OK;
            }
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Adds an address. A secret is read from the first line of the standard input with --secret, so that it stands in no "
                            + "list of processes.")
    static final class Add implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Option(names = "--name", required = true, paramLabel = "N", description = "Name, the house's own.")
        String name = "";

        @Option(
                names = "--kind",
                required = true,
                paramLabel = "K",
                description = "calendar, linked-data, foyer, spektrix, pretix, json.")
        String kind = "";

        @Parameters(paramLabel = "ADDRESS", description = "Where it is.")
        String address = "";

        @Option(names = "--host", paramLabel = "H", description = "A further host that may be asked; may be repeated.")
        List<String> hosts = List.of();

        @Option(
                names = "--recipe",
                paramLabel = "FILE.yaml",
                description = "For kind json: how its lists are asked for.")
        @Nullable
        Path recipe;

        @Option(
                names = "--pages",
                paramLabel = "PART",
                description = "For kind linked-data: only pages with this in their address.")
        @Nullable
        String pages;

        @Option(names = "--secret", description = "Reads a secret from the standard input.")
        boolean secret;

        @Option(names = "--every", paramLabel = "MINUTES", defaultValue = "1440", description = "Default: 1440, a day.")
        int every;

        Add(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            if (recipe != null && !Files.isReadable(recipe)) {
                throw new Refused(404, "file-not-here", recipe.toString());
            }
            String said = secret ? Objects.requireNonNullElse(console.line(), "") : null;
            SourceWish wish = new SourceWish(name, kind, address, hosts, settings(), said, every);
            try (Node node = of.open()) {
                House house = of.house(node);
                PulledSources.Outcome outcome =
                        node.sources().add(house.id(), wish, Actor.commandLine().login());
                PulledSource kept = outcome.kept();
                if (kept == null) {
                    outcome.problems().forEach(problem -> console.tell(problem.code(), problem.arguments()));
                    return ExitCode.REFUSED;
                }
                node.audit()
                        .write(
                                Actor.commandLine(),
                                house.id(),
                                "source-added",
                                null,
                                "source " + kept.slug() + " " + kept.kind());
                console.data(JsonFormat.pretty(kept));
                return ExitCode.OK;
            }
        }

        private Map<String, String> settings() throws IOException {
            Map<String, String> settings = new HashMap<>();
            if (recipe != null) {
                settings.put("recipe", Files.readString(recipe));
            }
            if (pages != null) {
                settings.put("pages", pages);
            }
            return settings;
        }
    }

    @Command(name = "pull", mixinStandardHelpOptions = true, description = "Pulls one now, or all that are due.")
    static final class Pull implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Parameters(paramLabel = "SOURCE", description = "Its short name.")
        String source = "";

        Pull(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House house = of.house(node);
                return told(
                        console,
                        node.sources()
                                .pull(house.id(), source, Actor.commandLine().login(), PATIENCE)
                                .orElseThrow(() -> unknown(source)));
            }
        }
    }

    @Command(
            name = "take",
            mixinStandardHelpOptions = true,
            description = "Takes the answer that is held because there was so little in it.")
    static final class Take implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Parameters(paramLabel = "SOURCE", description = "Its short name.")
        String source = "";

        Take(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House house = of.house(node);
                if (node.sources().find(house.id(), source).isEmpty()) {
                    throw unknown(source);
                }
                PulledSource taken = node.sources()
                        .takeHeld(house.id(), source, Actor.commandLine().login(), PATIENCE)
                        .orElseThrow(() -> new Refused(409, "source-holds-nothing"));
                node.audit().write(Actor.commandLine(), house.id(), "source-taken", null, "source " + source);
                return told(console, taken);
            }
        }
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "Forgets one, its secret too. What was pulled stays.")
    static final class Remove implements Callable<Integer> {

        @Mixin
        HouseOption of = new HouseOption();

        @Parameters(paramLabel = "SOURCE", description = "Its short name.")
        String source = "";

        Remove(Console console) {}

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House house = of.house(node);
                if (!node.sources().remove(house.id(), source)) {
                    throw unknown(source);
                }
                node.audit().write(Actor.commandLine(), house.id(), "source-removed", null, "source " + source);
                return ExitCode.OK;
            }
        }
    }
}

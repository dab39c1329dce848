package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.foyer.hub.catalogue.AgendaWish;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.hub.governance.Actor;
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

/** Agendas of others to which a house's programme goes out. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Sends the programme of a house to agendas such as OpenAgenda and UiTdatabank.",
        subcommands = {
            PublishCommand.All.class,
            PublishCommand.Connect.class,
            PublishCommand.Rehearse.class,
            PublishCommand.Now.class,
            PublishCommand.Withdraw.class,
            PublishCommand.Forget.class
        })
final class PublishCommand {

    /** Longer than the longest visit. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    private PublishCommand() {}

    private static Refused unknown(String agenda) {
        return new Refused(404, "agenda-not-here", agenda);
    }

    private static void note(Node node, House house, String action, String agenda) {
        node.audit().write(Actor.commandLine(), house.id(), action, null, "agenda " + agenda);
    }

    /** Prints how a run went, and says by the exit code whether somebody must look. */
    private static Integer told(Console console, PublishedAgenda agenda) {
        console.data(JsonFormat.pretty(agenda));
        Problem problem = agenda.problem();
        if (problem != null) {
            console.tell(problem.code(), problem.arguments());
        }
        return switch (agenda.state()) {
            case FAILED -> ExitCode.REFUSED;
            case HELD, PARTLY -> ExitCode.LOOK;
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
                console.data(JsonFormat.pretty(node.catalogue().agendas().all(house.id())));
                return ExitCode.OK;
            }
        }
    }

    @Command(
            name = "connect",
            mixinStandardHelpOptions = true,
            description =
                    "Connects an agenda; nothing is sent yet. Its secret is read from the first line of the standard input, so that it "
                            + "stands in no list of processes.")
    static final class Connect implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Option(names = "--name", required = true, paramLabel = "N", description = "Name, the house's own.")
        String name = "";

        @Option(names = "--kind", required = true, paramLabel = "K", description = "openagenda or uitdatabank.")
        String kind = "";

        @Option(names = "--address", paramLabel = "URL", description = "Its interface, if not the usual one.")
        String address = "";

        @Option(
                names = "--set",
                paramLabel = "NAME=VALUE",
                description =
                        "language=fr, en, de or nl: that of the house's own words. openagenda: agenda=NUMBER. uitdatabank: client=ID, "
                                + "and if wished places, token and search. May be repeated.")
        Map<String, String> settings = Map.of();

        @Option(names = "--every", paramLabel = "MINUTES", description = "Default: only when somebody says so.")
        @Nullable
        Integer every;

        Connect(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            String secret = console.line();
            AgendaWish wish = new AgendaWish(name, kind, address, settings, secret, every);
            try (Node node = of.open()) {
                House house = of.house(node);
                Agendas.Outcome outcome = node.catalogue()
                        .agendas()
                        .add(house, wish, Actor.commandLine().login());
                PublishedAgenda kept = outcome.kept();
                if (kept == null) {
                    outcome.problems().forEach(problem -> console.tell(problem.code(), problem.arguments()));
                    return ExitCode.REFUSED;
                }
                note(node, house, "agenda-connected", kept.slug() + " " + kept.kind());
                console.data(JsonFormat.pretty(kept));
                return ExitCode.OK;
            }
        }
    }

    @Command(
            name = "rehearse",
            mixinStandardHelpOptions = true,
            description = "Prints what would be sent now and what is lacking. Nothing is sent.")
    static final class Rehearse implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Parameters(paramLabel = "AGENDA", description = "Its short name.")
        String agenda = "";

        Rehearse(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House house = of.house(node);
                Rehearsal shown =
                        node.catalogue().agendas().rehearse(house, agenda).orElseThrow(() -> unknown(agenda));
                console.data(JsonFormat.pretty(shown));
                return shown.count(Rehearsal.Change.LACKING) + shown.count(Rehearsal.Change.REFUSED) > 0
                        ? ExitCode.LOOK
                        : ExitCode.OK;
            }
        }
    }

    @Command(name = "now", mixinStandardHelpOptions = true, description = "Sends what differs from what is there.")
    static final class Now implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Parameters(paramLabel = "AGENDA", description = "Its short name.")
        String agenda = "";

        Now(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House house = of.house(node);
                PublishedAgenda published = node.catalogue()
                        .agendas()
                        .publish(house, agenda, PATIENCE)
                        .orElseThrow(() -> unknown(agenda));
                note(node, house, "agenda-published", agenda);
                return told(console, published);
            }
        }
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Takes everything of the house away there; nothing goes out again before somebody publishes.")
    static final class Withdraw implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Parameters(paramLabel = "AGENDA", description = "Its short name.")
        String agenda = "";

        Withdraw(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House house = of.house(node);
                PublishedAgenda withdrawn = node.catalogue()
                        .agendas()
                        .withdraw(house, agenda, PATIENCE)
                        .orElseThrow(() -> unknown(agenda));
                note(node, house, "agenda-withdrawn", agenda);
                return told(console, withdrawn);
            }
        }
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Forgets one, its secret too. What stands there stays there.")
    static final class Forget implements Callable<Integer> {

        @Mixin
        HouseOption of = new HouseOption();

        @Parameters(paramLabel = "AGENDA", description = "Its short name.")
        String agenda = "";

        Forget(Console console) {}

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                House house = of.house(node);
                if (!node.catalogue().agendas().remove(house.id(), agenda)) {
                    throw unknown(agenda);
                }
                note(node, house, "agenda-forgotten", agenda);
                return ExitCode.OK;
            }
        }
    }
}

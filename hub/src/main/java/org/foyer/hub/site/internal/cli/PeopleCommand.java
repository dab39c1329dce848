package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.ConsentDesk;
import org.foyer.hub.site.internal.api.PeopleDesk;
import org.foyer.hub.site.internal.document.DocumentPdf;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.pages.PersonDocument;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people ask of a house. Each use leaves a line in the audit. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description =
                "Finds a buyer, prints all that is held of them, puts it right, keeps what they said of being contacted or "
                        + "counted, or forgets them for good.",
        subcommands = {
            PeopleCommand.Find.class,
            PeopleCommand.Show.class,
            CorrectCommand.class,
            ObjectCommand.class,
            ConsentCommand.class,
            ConsentListCommand.class,
            PeopleCommand.Forget.class
        })
final class PeopleCommand {

    static PeopleDesk desk(Node node, HouseOption of) {
        return new PeopleDesk(
                node.intake().rights(),
                node.consents(),
                node.purposes(),
                node.audit(),
                Actor.commandLine(),
                of.house(node));
    }

    static ConsentDesk consentDesk(Node node, HouseOption of) {
        return new ConsentDesk(
                node.consents(), node.intake().rights(), node.audit(), Actor.commandLine(), of.house(node));
    }

    /** Prints all that is held of a buyer after a change, or why there was none. */
    static int told(Console console, PeopleDesk desk, long person, List<Problem> refused) {
        if (!refused.isEmpty()) {
            refused.forEach(problem -> console.tell(problem.code(), problem.arguments()));
            return ExitCode.REFUSED;
        }
        console.data(JsonFormat.pretty(desk.everything(person)));
        return ExitCode.OK;
    }

    /** Looks for a buyer. */
    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = "Finds a buyer by number, by e-mail, or by whole name and postcode.")
    static final class Find implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Option(names = "--number", paramLabel = "N", description = "Customer number in the house's tool.")
        @Nullable
        String reference;

        @Option(names = "--email", paramLabel = "E", description = "The whole e-mail.")
        @Nullable
        String email;

        @Option(names = "--last-name", paramLabel = "L")
        @Nullable
        String last;

        @Option(names = "--first-name", paramLabel = "F")
        @Nullable
        String first;

        @Option(names = "--postcode", paramLabel = "P")
        @Nullable
        String postcode;

        Find(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                console.data(JsonFormat.pretty(
                        desk(node, of).find(new PersonRights.Asked(reference, email, last, first, postcode))));
                return ExitCode.OK;
            }
        }
    }

    /** Prints everything. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints all that is held of a buyer, as JSON, to be handed to them.")
    static final class Show implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @Parameters(paramLabel = "PERSON", description = "Key of the person, as find prints it.")
        long person;

        @Option(names = "--pdf", paramLabel = "FILE", description = "Writes it as a PDF instead, in words.")
        @Nullable
        Path pdf;

        Show(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            try (Node node = of.open()) {
                PeopleDesk.Everything everything = desk(node, of).everything(person);
                if (pdf == null) {
                    console.data(JsonFormat.pretty(everything));
                } else {
                    Files.write(
                            pdf,
                            DocumentPdf.of(PersonDocument.of(
                                    Language.of(console.language()),
                                    of.house(node),
                                    node.consents().choices(),
                                    everything)));
                }
                return ExitCode.OK;
            }
        }
    }

    /** Forgets. */
    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Forgets people for good and prints the proof. Their tickets stay, without them.")
    static final class Forget implements Callable<Integer> {

        private final Console console;

        @Mixin
        HouseOption of = new HouseOption();

        @ArgGroup(multiplicity = "1")
        Whom whom = new Whom();

        /** One of both. */
        static final class Whom {

            @Parameters(
                    paramLabel = "PERSON",
                    arity = "1..20",
                    description = "Keys of the people, as find prints them.")
            List<Long> persons = List.of();

            @Option(
                    names = "--due",
                    description = "All contacts and rows never taken that have been kept as long as the terms say.")
            boolean due;
        }

        Forget(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = of.open()) {
                PeopleDesk desk = desk(node, of);
                console.data(JsonFormat.pretty(whom.due ? desk.forgetDue() : desk.forget(whom.persons)));
                return ExitCode.OK;
            }
        }
    }
}

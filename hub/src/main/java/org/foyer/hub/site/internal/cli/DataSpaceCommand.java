package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.foyer.hub.exchange.Conditions;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.Message;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.exchange.Step;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.DataSpaceResource;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Node to node. What is said here is stored, and sent by the node when it serves. */
@Command(
        name = "dataspace",
        mixinStandardHelpOptions = true,
        description =
                "Who may ask this node for programmes by the Dataspace Protocol, and what is agreed (docs/dataspace.md).",
        subcommands = {
            DataSpaceCommand.Show.class,
            DataSpaceParticipants.Name.class,
            DataSpaceParticipants.Key.class,
            DataSpaceParticipants.Revoke.class,
            DataSpaceCommand.Share.class,
            DataSpaceParticipants.Catalogue.class,
            DataSpaceParticipants.Harvest.class,
            DataSpaceCommand.Negotiate.class,
            DataSpaceCommand.Transfer.class,
            DataSpaceCommand.Fetch.class,
            DataSpaceCommand.Say.class,
            DataSpaceCommand.End.class
        })
final class DataSpaceCommand {

    /** What every one of them needs. */
    static final class Where {

        @Spec(Spec.Target.MIXEE)
        @SuppressWarnings("NullAway.Init") // set by picocli before it runs
        CommandSpec command;

        @Mixin
        DataOption data = new DataOption();

        @Option(
                names = "--address",
                paramLabel = "URL",
                defaultValue = "${env:FOYER_ADDRESS:-}",
                description = "Address of this node (default: FOYER_ADDRESS).")
        String address = "";

        /** Opens the node and does something without its data space. */
        void closed(Consumer<Node> work) {
            try (Node node = data.open(command)) {
                work.accept(node);
            }
        }

        /** Opens the node and does something in its data space. */
        int with(Work work) throws JsonProcessingException {
            if (address.isBlank()) {
                throw new Refused(404, "data-space-closed");
            }
            try (Node node = data.open(command);
                    DataSpaceNode space = DataSpaceDesk.over(node, address)) {
                work.in(node, space);
                return ExitCode.OK;
            }
        }
    }

    /** Something that is done in an open data space. */
    interface Work {
        void in(Node node, DataSpaceNode space) throws JsonProcessingException;
    }

    static void possible(List<String> objections) {
        if (!objections.isEmpty()) {
            throw new Refused(400, "data-space-not-possible", String.join("; ", objections));
        }
    }

    /** How things stand. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints this node's name and key, the participants, and what is negotiated, as JSON.")
    static final class Show implements Callable<Integer> {
        private final Console console;

        @Mixin
        Where where = new Where();

        Show(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) -> console.data(JsonFormat.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(DataSpaceResource.of(space))));
        }
    }

    static void known(boolean is, String name) {
        if (!is) {
            throw new Refused(404, "data-space-unknown", name);
        }
    }

    /** Offers the programme of a house, or no longer. */
    @Command(
            name = "share",
            mixinStandardHelpOptions = true,
            description = "Offers the programme of a house to the participants, or no longer.")
    static final class Share implements Callable<Integer> {

        @Mixin
        Where where = new Where();

        @Option(names = "--house", required = true, paramLabel = "S", description = "Its short name.")
        String house = "";

        @Option(names = "--automatic", description = "Agree with whoever takes the terms as they are.")
        boolean automatic;

        @Option(names = "--stop", description = "No longer.")
        boolean stop;

        @Option(names = "--purpose", paramLabel = "TEXT", description = "What it may be used for, if not for anything.")
        @Nullable
        String purpose;

        @Option(names = "--from", paramLabel = "DAY", description = "First day on which it is handed out.")
        @Nullable
        LocalDate from;

        @Option(names = "--until", paramLabel = "DAY", description = "Last day.")
        @Nullable
        LocalDate until;

        @Option(names = "--uses", paramLabel = "N", description = "How often, under one agreement.")
        @Nullable
        Integer uses;

        @Option(names = "--recipient", paramLabel = "ID", description = "Who may have it, if not everybody; several.")
        List<String> recipients = List.of();

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) -> {
                House found = DataOption.house(node, house);
                if (stop) {
                    space.shares().stop(found, Actor.commandLine());
                } else {
                    possible(space.shares()
                            .share(
                                    found,
                                    automatic,
                                    new Conditions(purpose, from, until, uses, recipients),
                                    Actor.commandLine()));
                }
            });
        }
    }

    /** Asks for an agreement. */
    @Command(
            name = "negotiate",
            mixinStandardHelpOptions = true,
            description =
                    "Asks a participant for an agreement; it is sent when the node serves. Prints its name on this"
                            + " side.")
    static final class Negotiate implements Callable<Integer> {
        private final Console console;

        @Mixin
        Where where = new Where();

        @Parameters(index = "0", paramLabel = "ID", description = "How the participant is called.")
        String id = "";

        @Parameters(index = "1", paramLabel = "DATASET", description = "Its name in the participant's catalogue.")
        String dataset = "";

        @Parameters(
                index = "2",
                paramLabel = "OFFER",
                description = "File with the offer as the catalogue has it, JSON.")
        Path offer = Path.of("");

        Negotiate(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) -> {
                Conversations.Outcome outcome =
                        space.space().conversations().negotiate(id, address(space, id), dataset, text(offer));
                possible(outcome.objections());
                console.data(outcome.conversation().orElseThrow().pid());
            });
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new Refused(404, "file-not-here", file.toString());
            }
        }
    }

    private static String address(DataSpaceNode space, String participant) {
        return space.participants()
                .find(participant)
                .map(entry -> entry.participant().address().toString())
                .orElseThrow(() -> new Refused(404, "data-space-unknown", participant));
    }

    /** Asks for the data of an agreement. */
    @Command(
            name = "transfer",
            mixinStandardHelpOptions = true,
            description =
                    "Asks for the data of an agreement; it is sent when the node serves. Prints its name on this side.")
    static final class Transfer implements Callable<Integer> {
        private final Console console;

        @Mixin
        Where where = new Where();

        @Parameters(index = "0", paramLabel = "ID", description = "How the participant is called.")
        String id = "";

        @Parameters(index = "1", paramLabel = "AGREEMENT", description = "Its name.")
        String agreement = "";

        @Option(names = "--push", description = "The other side brings it here while the node serves.")
        boolean push;

        Transfer(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) -> {
                Conversations.Outcome outcome = space.space()
                        .conversations()
                        .transfer(id, address(space, id), agreement, push ? SharedDataset.PUSH : SharedDataset.PULL);
                possible(outcome.objections());
                console.data(outcome.conversation().orElseThrow().pid());
            });
        }
    }

    /** Brings the data here. */
    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Brings the data of a running transfer into a file; that it is complete is said when the node"
                    + " serves.")
    static final class Fetch implements Callable<Integer> {

        @Mixin
        Where where = new Where();

        @Parameters(index = "0", paramLabel = "PID", description = "Name of the transfer on this side.")
        String pid = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "Written anew.")
        Path file = Path.of("");

        @Option(
                names = "--purpose",
                paramLabel = "TEXT",
                description = "What for; needed where the agreement names a purpose.")
        @Nullable
        String purpose;

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) -> possible(
                    space.space().conversations().fetch(pid, file, purpose).objections()));
        }
    }

    /** What a person says in a conversation. */
    @Command(
            name = "say",
            mixinStandardHelpOptions = true,
            description = "Says something in a negotiation or transfer; it is sent when the node serves.")
    static final class Say implements Callable<Integer> {

        @Mixin
        Where where = new Where();

        @Parameters(index = "0", paramLabel = "PID", description = "Its name on this side.")
        String pid = "";

        @Parameters(index = "1", paramLabel = "MESSAGE", description = "${COMPLETION-CANDIDATES}")
        Message message = Message.OFFER;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for ends and suspensions.")
        @Nullable
        String reason;

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) -> {
                Conversations all = space.space().conversations();
                known(all.find(message.kind(), pid).isPresent(), pid);
                possible(all.say(message.kind(), pid, new Step(message, null, reason))
                        .objections());
            });
        }
    }

    /** Ends an agreement. */
    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = "Ends an agreement now: nothing is handed out under it any more.")
    static final class End implements Callable<Integer> {

        @Mixin
        Where where = new Where();

        @Parameters(paramLabel = "AGREEMENT", description = "Its name.")
        String agreement = "";

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with(
                    (node, space) -> known(space.space().conversations().revoke(agreement, "revoked"), agreement));
        }
    }
}

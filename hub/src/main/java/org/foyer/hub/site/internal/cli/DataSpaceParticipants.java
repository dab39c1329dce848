package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.Callable;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.governance.Actor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who takes part in the data space, with which keys, and what they offer. */
final class DataSpaceParticipants {

    private DataSpaceParticipants() {}

    /** Names a participant. */
    @Command(name = "name", mixinStandardHelpOptions = true, description = "Names a participant, with its key.")
    static final class Name implements Callable<Integer> {

        @Mixin
        DataSpaceCommand.Where where = new DataSpaceCommand.Where();

        @Parameters(paramLabel = "ID", description = "How it is called in tokens and agreements.")
        String id = "";

        @Option(names = "--name", required = true, paramLabel = "TEXT", description = "Its name, for people.")
        String name = "";

        @Option(names = "--at", required = true, paramLabel = "URL", description = "Where all its endpoints lie.")
        String address = "";

        @Option(names = "--key", required = true, paramLabel = "BASE64", description = "Its Ed25519 key, X.509.")
        String key = "";

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) ->
                    DataSpaceCommand.possible(space.participants().add(id, name, address, key, Actor.commandLine())));
        }
    }

    /** Speaks with a participant no longer. */
    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Speaks with a participant no longer.")
    static final class Revoke implements Callable<Integer> {

        @Mixin
        DataSpaceCommand.Where where = new DataSpaceCommand.Where();

        @Parameters(paramLabel = "ID", description = "How it is called.")
        String id = "";

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with(
                    (node, space) -> DataSpaceCommand.known(space.participants().revoke(id, Actor.commandLine()), id));
        }
    }

    /** What a participant offers. */
    @Command(
            name = "catalogue",
            mixinStandardHelpOptions = true,
            description = "Asks a participant what it offers and prints it as it came.")
    static final class Catalogue implements Callable<Integer> {
        private final Console console;

        @Mixin
        DataSpaceCommand.Where where = new DataSpaceCommand.Where();

        @Parameters(paramLabel = "ID", description = "How the participant is called.")
        String id = "";

        Catalogue(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) -> {
                Conversations.Told told = space.space().conversations().catalogue(id);
                DataSpaceCommand.possible(told.objections());
                console.data(told.json());
            });
        }
    }

    /** What all participants offer. */
    @Command(
            name = "harvest",
            mixinStandardHelpOptions = true,
            description = "Asks all participants at one time what they offer; prints a line for each.")
    static final class Harvest implements Callable<Integer> {
        private final Console console;

        @Mixin
        DataSpaceCommand.Where where = new DataSpaceCommand.Where();

        Harvest(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            return where.with((node, space) -> space.space().conversations().harvest(space.known()).stream()
                    .map(one -> one.participant().id() + "\t" + one.took().toMillis() + " ms\t"
                            + (one.problem().isEmpty() ? String.join(" ", one.datasets()) : one.problem()))
                    .forEach(console::data));
        }
    }

    /** Replaces keys. */
    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description = "Replaces a key: of a participant, or of this node when none is named. Without options it"
                    + " prints the next key of this node, made at the first call; it is given to the others first.")
    static final class Key implements Callable<Integer> {
        private final Console console;

        @Mixin
        DataSpaceCommand.Where where = new DataSpaceCommand.Where();

        @Option(names = "--of", paramLabel = "ID", description = "How the participant is called.")
        @Nullable
        String of;

        @Option(names = "--next", paramLabel = "BASE64", description = "Its next key, which counts beside the old one.")
        @Nullable
        String next;

        @Option(
                names = "--turn",
                description = "From now on the next key is the only one; for this node from its next start.")
        boolean turn;

        @Option(
                names = "--anew",
                description =
                        "After the key of this node was lost for good: a new key and with it a new name, which are"
                                + " printed. Everybody must name this node again.")
        boolean anew;

        Key(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            if (anew) {
                where.closed(node -> DataSpaceNode.anew(node.folder().keys(), node.register()));
            }
            return where.with((node, space) -> {
                if (anew) {
                    console.data(space.self() + "\n" + space.publicKey());
                } else if (of != null && next != null) {
                    DataSpaceCommand.possible(space.participants().addKey(of, next, Actor.commandLine()));
                } else if (of != null) {
                    DataSpaceCommand.known(turn && space.participants().dropOldKey(of, Actor.commandLine()), of);
                } else if (turn) {
                    DataSpaceCommand.known(DataSpaceNode.turnKey(node.folder().keys()), "next key");
                } else {
                    console.data(DataSpaceNode.nextKey(node.folder().keys()));
                }
            });
        }
    }
}

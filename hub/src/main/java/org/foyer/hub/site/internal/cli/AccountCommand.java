package org.foyer.hub.site.internal.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The accounts of the node. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Adds accounts, gives roles and makes one-time links.",
        subcommands = {AccountCommand.Add.class, AccountCommand.Link.class, AccountCommand.GiveRole.class})
final class AccountCommand {

    private static final Duration LINK_VALID = Duration.ofDays(3);
    private static final String ADDRESS =
            "Address of the node, from which the link is made (default: FOYER_ADDRESS or http://127.0.0.1:8080).";

    static String link(Accounts accounts, long account, String address) {
        return address + "/link?key=" + accounts.oneTimeLink(account, LINK_VALID);
    }

    private static Accounts.Account account(Node node, String login) {
        return node.accounts().byLogin(login).orElseThrow(() -> new Refused(404, "account-unknown"));
    }

    /** Adds an account. */
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds an account and prints a one-time link.")
    static final class Add implements Callable<Integer> {

        private final Console console;

        @Mixin
        DataOption data = new DataOption();

        @Parameters(paramLabel = "LOGIN", description = "Name to sign in with.")
        String login = "";

        @Option(names = "--name", required = true, description = "Name as pages show it.")
        String name = "";

        @Option(names = "--operator", description = "Lets them manage houses and accounts of the node.")
        boolean operator;

        @Option(
                names = "--observer",
                paramLabel = "BODY",
                description =
                        "Makes it the account of a funder or researcher, who looks for this body and sees no house.")
        @Nullable
        String body;

        @Option(
                names = "--address",
                defaultValue = "${env:FOYER_ADDRESS:-http://127.0.0.1:8080}",
                description = ADDRESS)
        String address = "";

        Add(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = data.open()) {
                if (node.accounts().byLogin(login).isPresent()) {
                    throw new Refused(409, "account-exists");
                }
                if (body != null && (operator || body.isBlank())) {
                    throw new Refused(400, "parameter-unreadable", "observer", body);
                }
                Accounts.Account added = body == null
                        ? node.accounts().add(login, name, operator)
                        : node.accounts().addObserver(login, name, body);
                node.audit()
                        .write(
                                Actor.commandLine(),
                                null,
                                body == null ? "account-added" : "observer-added",
                                null,
                                "account " + added.id() + (body == null ? "" : ": " + body));
                console.data(link(node.accounts(), added.id(), address));
                return ExitCode.OK;
            }
        }
    }

    /** Makes a one-time link. */
    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "Prints a link that signs in once and lets the person choose a password.")
    static final class Link implements Callable<Integer> {

        private final Console console;

        @Mixin
        DataOption data = new DataOption();

        @Parameters(paramLabel = "LOGIN", description = "Whose link.")
        String login = "";

        @Option(
                names = "--address",
                defaultValue = "${env:FOYER_ADDRESS:-http://127.0.0.1:8080}",
                description = ADDRESS)
        String address = "";

        Link(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = data.open()) {
                Accounts.Account found = account(node, login);
                node.audit().write(Actor.commandLine(), null, "link-made", null, "account " + found.id());
                console.data(link(node.accounts(), found.id(), address));
                return ExitCode.OK;
            }
        }
    }

    /** Gives a role. */
    @Command(name = "role", mixinStandardHelpOptions = true, description = "Gives an account a role in a house.")
    static final class GiveRole implements Callable<Integer> {

        private final Console console;

        @Mixin
        DataOption data = new DataOption();

        @Parameters(paramLabel = "LOGIN", description = "Who.")
        String login = "";

        @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house.")
        String house = "";

        @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
        Role role = Role.READER;

        GiveRole(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Node node = data.open()) {
                Accounts.Account found = account(node, login);
                House where = DataOption.house(node, house);
                node.accounts().setRole(found.id(), where.id(), role);
                String told = role.name().toLowerCase(Locale.ROOT);
                node.audit()
                        .write(
                                Actor.commandLine(),
                                where.id(),
                                "role-set",
                                null,
                                "account " + found.id() + ": " + told);
                console.say(login + ": " + told + ", " + where.slug());
                return ExitCode.OK;
            }
        }
    }
}

package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.Networks.Founding;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.document.PlainText;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.pooling.MinutesText;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What houses decide together. */
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        subcommands = {AgreementCommand.class, AbroadCommand.class},
        description = {
            "Prints the networks of a house, or the proposals of one; founds, invites, joins, leaves, proposes and votes for the house.",
            "Documents are those of the API (docs/networks.md)."
        })
final class NetworkCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", paramLabel = "NAME", description = "Short name of the house that acts.")
    String house = "";

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "Short name of a network: its proposals are printed.")
    @Nullable
    String network;

    @Option(
            names = "--found",
            paramLabel = "JSON",
            description = "Founds one: {\"name\", \"aim\", \"form\", \"college\"}.")
    @Nullable
    String found;

    @Option(names = "--invite", paramLabel = "HOUSE", description = "Invites a house.")
    @Nullable
    String invite;

    @Option(
            names = "--node",
            paramLabel = "ID",
            description = "With --invite: the node of the house, where it is another one.")
    @Nullable
    String nodeOf;

    @Option(
            names = "--address",
            defaultValue = "${env:FOYER_ADDRESS:-}",
            paramLabel = "URL",
            description = "Where this node is known to others, with --node (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--college", paramLabel = "ID", description = "With --invite, where the form has colleges.")
    @Nullable
    String college;

    @Option(names = "--join", description = "Says yes to an invitation.")
    boolean join;

    @Option(names = "--leave", description = "Leaves at once.")
    boolean leave;

    @Option(
            names = "--propose",
            paramLabel = "JSON",
            description = "Opens a proposal: {\"kind\", \"title\", \"reason\", \"matter\", \"days\"}.")
    @Nullable
    String propose;

    @Option(names = "--proposal", paramLabel = "N", description = "Number of a proposal: its minutes are printed.")
    @Nullable
    Long proposal;

    @Option(names = "--vote", paramLabel = "WORD", description = "yes, no or abstain, on --proposal.")
    @Nullable
    String vote;

    @Option(names = "--conflict", paramLabel = "WHY", description = "Declares a conflict of interest on --proposal.")
    @Nullable
    String conflict;

    @Option(names = "--withdraw", description = "Takes --proposal back.")
    boolean withdraw;

    @Option(names = "--close", description = "Ends --proposal, when all have voted.")
    boolean close;

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    NetworkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House acting = DataOption.house(node, house);
            Networks networks = node.pooling().networks();
            Optional<Done> done = act(node, networks, acting);
            if (done.isPresent()) {
                done.get().faults().forEach(fault -> console.tell(fault.code(), fault.arguments()));
                if (!done.get().faults().isEmpty()) {
                    return ExitCode.REFUSED;
                }
                console.data(json(done.get()));
                return ExitCode.OK;
            }
            console.data(told(networks, acting));
            return ExitCode.OK;
        }
    }

    private Optional<Done> act(Node node, Networks networks, House acting) {
        Actor actor = Actor.commandLine();
        String name = String.valueOf(network);
        if (found != null) {
            return Optional.of(networks.found(acting, read("found", found, Founding.class), actor));
        }
        if (invite != null) {
            return Optional.of(
                    nodeOf == null
                            ? networks.invite(acting, name, invite, college, actor)
                            : AbroadCommand.among(node, address, between -> {
                                Done done = between.invite(acting, name, nodeOf, invite, college, actor);
                                between.carry();
                                return done;
                            }));
        }
        if (join) {
            return Optional.of(networks.join(acting, name, actor));
        }
        if (leave) {
            return Optional.of(networks.leave(acting, name, actor));
        }
        if (propose != null) {
            Wish wish = read("propose", propose, Wish.class);
            Optional<Fault> unknown =
                    PoolingFaults.unknownDefinition(node.figures().dictionary(), wish);
            return Optional.of(unknown.map(fault -> Done.refused(java.util.List.of(fault)))
                    .orElseGet(() -> networks.propose(acting, name, wish, actor)));
        }
        return onProposal(networks, acting, name, actor);
    }

    private Optional<Done> onProposal(Networks networks, House acting, String name, Actor actor) {
        Long number = proposal;
        if (number == null) {
            return Optional.empty();
        }
        if (vote != null) {
            return Optional.of(
                    networks.vote(acting, name, number, Choice.of(vote).orElse(null), actor));
        }
        if (conflict != null) {
            return Optional.of(networks.declareConflict(acting, name, number, conflict, actor));
        }
        if (withdraw) {
            return Optional.of(networks.withdraw(acting, name, number, actor));
        }
        return close ? Optional.of(networks.close(acting, name, number, actor)) : Optional.empty();
    }

    private String told(Networks networks, House acting) throws JsonProcessingException {
        String name = network;
        if (name == null) {
            return format == OutputFormat.json ? json(networks.of(acting.id())) : networks(networks, acting);
        }
        Network one = networks.network(acting.id(), name).orElseThrow(() -> new Refused(404, "network-unknown", name));
        Long number = proposal;
        if (number == null) {
            return format == OutputFormat.json
                    ? json(networks.proposals(acting.id(), name))
                    : proposals(networks, acting, name);
        }
        Proposal asked = networks.proposal(acting.id(), name, number)
                .orElseThrow(() -> new Refused(404, "proposal-unknown", Long.toString(number)));
        return format == OutputFormat.json
                ? json(asked)
                : PlainText.of(MinutesText.of(one, asked, Language.of(console.language()), acting.zone()));
    }

    private static String networks(Networks networks, House acting) {
        CsvTable table = new CsvTable("network", "name", "form", "members", "member");
        for (Network one : networks.of(acting.id())) {
            table.row(one.slug(), one.name(), one.form().id(), one.members().size(), one.has(acting.id()));
        }
        return table.toString();
    }

    private static String proposals(Networks networks, House acting, String name) {
        CsvTable table = new CsvTable(
                "proposal", "kind", "title", "closes_at", "outcome", "seats", "voted", "yes", "no", "abstain");
        for (Proposal one : networks.proposals(acting.id(), name)) {
            table.row(
                    one.id(),
                    one.kind().key(),
                    one.title(),
                    one.closesAt(),
                    one.outcome() == null ? null : one.outcome().key(),
                    one.tally().seats(),
                    one.tally().voted(),
                    one.tally().yes(),
                    one.tally().no(),
                    one.tally().abstain());
        }
        return table.toString();
    }

    /** @throws Refused 400 when it is no such document */
    static <T> T read(String option, String text, Class<T> type) {
        try {
            return JsonFormat.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new Refused(
                    400, "parameter-unreadable", "--" + option, text.substring(0, Math.min(80, text.length())));
        }
    }

    static String json(Object told) throws JsonProcessingException {
        return JsonFormat.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(told);
    }
}

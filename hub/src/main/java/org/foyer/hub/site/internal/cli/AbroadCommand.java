package org.foyer.hub.site.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.document.PlainText;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.pooling.AgreementDocument;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.foyer.hub.site.internal.server.TourDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Networks of other nodes that invited a house of this one, and their agreements. */
@Command(
        name = "abroad",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the networks of other nodes that invited a house, the agreements or votes of one, or a text;",
            "says yes or no to an invitation, leaves, proposes, votes, signs and withdraws for the house.",
            "Tells other nodes, and asks them, at once."
        })
final class AbroadCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--house", required = true, paramLabel = "NAME", description = "Short name of the house that acts.")
    String house = "";

    @Option(
            names = "--network",
            paramLabel = "ID",
            description = "Identifier of a network: its agreements are printed.")
    @Nullable
    String network;

    @Option(names = "--accept", description = "Says yes to the invitation.")
    boolean accept;

    @Option(names = "--decline", description = "Says no to the invitation.")
    boolean decline;

    @Option(names = "--leave", description = "Leaves at once, whether the other node answers or not.")
    boolean leave;

    @Option(names = "--votes", description = "Prints the votes in which the house sits instead of the agreements.")
    boolean votes;

    @Option(names = "--proposal", paramLabel = "N", description = "Number of the vote that is meant.")
    @Nullable
    Long proposal;

    @Option(names = "--vote", paramLabel = "WORD", description = "yes, no or abstain, on --proposal.")
    @Nullable
    String vote;

    @Option(names = "--conflict", paramLabel = "WHY", description = "Declares a conflict of interest on --proposal.")
    @Nullable
    String conflict;

    @Option(
            names = "--propose",
            paramLabel = "JSON",
            description = "Proposes something: {\"kind\", \"title\", \"reason\", \"matter\", \"days\"}.")
    @Nullable
    String propose;

    @Option(names = "--take-back", description = "Takes --proposal back, which the house opened.")
    boolean takeBack;

    @Option(
            names = "--agreement",
            paramLabel = "ID",
            description = "Identifier of a version of an agreement: its text is printed.")
    @Nullable
    String agreement;

    @Option(names = "--sign", paramLabel = "HASH", description = "Signs; the digest is that of what was read.")
    @Nullable
    String sign;

    @Option(names = "--withdraw", description = "Withdraws the house from --agreement, with effect at once.")
    boolean withdraw;

    @Option(names = "--policy", description = "Prints the policy (ODRL 2.2) instead of the text.")
    boolean policy;

    @Option(
            names = "--address",
            defaultValue = "${env:FOYER_ADDRESS:-}",
            paramLabel = "URL",
            description = "Where this node is known to others (default: FOYER_ADDRESS).")
    String address = "";

    @Option(names = "--format", defaultValue = "csv", description = "${COMPLETION-CANDIDATES} (default: csv).")
    OutputFormat format = OutputFormat.csv;

    AbroadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        try (Node node = data.open()) {
            House acting = DataOption.house(node, house);
            if (act(node, acting)) {
                return ExitCode.REFUSED;
            }
            console.data(told(node.pooling().abroad(), acting));
            return ExitCode.OK;
        }
    }

    /** Does what was asked, and has it carried, by a node with an address. Answers whether it was refused. */
    private boolean act(Node node, House acting) {
        Optional<Function<NetworksBetweenNodes, List<Fault>>> wanted =
                onVotes(node, acting).or(() -> wanted(acting));
        if (wanted.isEmpty() && address.isBlank()) {
            return false;
        }
        List<Fault> faults = among(node, address, networks -> {
            List<Fault> found = wanted.map(one -> one.apply(networks)).orElse(List.of());
            networks.carry();
            return found;
        });
        faults.forEach(fault -> console.tell(fault.code(), fault.arguments()));
        return !faults.isEmpty();
    }

    /** @throws Refused 409 {@code data-space-closed} without an address */
    static <T> T among(Node node, String address, Function<NetworksBetweenNodes, T> act) {
        String base = address.replaceFirst("/$", "");
        if (base.isBlank()) {
            throw new Refused(409, "data-space-closed");
        }
        try (DataSpaceNode space = DataSpaceDesk.over(node, base);
                Post post = TourDesk.post(node);
                NetworksBetweenNodes networks = NetworksDesk.over(node, space, post, base)) {
            return act.apply(networks);
        }
    }

    private Optional<Function<NetworksBetweenNodes, List<Fault>>> onVotes(Node node, House acting) {
        Actor actor = Actor.commandLine();
        String uid = String.valueOf(network);
        long number = proposal == null ? 0 : proposal;
        if (vote != null) {
            Choice choice = Choice.of(vote).orElse(null);
            return Optional.of(networks -> networks.vote(acting, uid, number, choice, actor));
        }
        if (conflict != null) {
            return Optional.of(networks -> networks.declareConflict(acting, uid, number, conflict, actor));
        }
        if (propose != null) {
            Networks.Wish wish = NetworkCommand.read("propose", propose, Networks.Wish.class);
            return Optional.of(
                    networks -> PoolingFaults.unknownDefinition(node.figures().dictionary(), wish)
                            .map(List::of)
                            .orElseGet(() -> networks.propose(acting, uid, wish, actor)));
        }
        return takeBack ? Optional.of(networks -> networks.takeBack(acting, uid, number, actor)) : Optional.empty();
    }

    private boolean onVotes() {
        return votes || vote != null || conflict != null || propose != null || takeBack;
    }

    private Optional<Function<NetworksBetweenNodes, List<Fault>>> wanted(House acting) {
        Actor actor = Actor.commandLine();
        String uid = String.valueOf(network);
        String version = String.valueOf(agreement);
        String hash = sign;
        if (accept || decline) {
            return Optional.of(networks -> networks.answer(acting, uid, accept, actor));
        }
        if (leave) {
            return Optional.of(networks -> networks.leave(acting, uid, actor));
        }
        if (hash != null) {
            return Optional.of(networks -> networks.sign(acting, uid, version, hash, actor));
        }
        return withdraw ? Optional.of(networks -> networks.withdraw(acting, uid, version, actor)) : Optional.empty();
    }

    private String told(NetworksAbroad abroad, House acting) throws JsonProcessingException {
        String uid = network;
        if (uid == null) {
            List<NetworkAbroad> all = abroad.of(acting.id());
            return format == OutputFormat.json ? NetworkCommand.json(all) : networks(all);
        }
        NetworkAbroad found = abroad.find(acting.id(), uid).orElseThrow(() -> new Refused(404, "network-unknown", uid));
        String version = agreement;
        if (version == null && onVotes()) {
            return format == OutputFormat.json ? NetworkCommand.json(found.votes()) : votes(found);
        }
        if (version == null) {
            return format == OutputFormat.json ? NetworkCommand.json(found) : agreements(found, acting);
        }
        Agreement one = found.agreement(version).orElseThrow(() -> new Refused(404, "agreement-unknown", version));
        Agreement.Version shown = one.versions().get(0);
        if (policy) {
            return shown.policy();
        }
        return format == OutputFormat.json
                ? NetworkCommand.json(one)
                : PlainText.of(AgreementDocument.of(one, shown, Language.of(console.language()), acting.zone()));
    }

    private static String networks(List<NetworkAbroad> all) {
        CsvTable table = new CsvTable("network", "node", "name", "form", "state", "members", "waiting");
        for (NetworkAbroad one : all) {
            table.row(
                    one.uid(),
                    one.node(),
                    one.name(),
                    one.form(),
                    one.state().key(),
                    one.members().size(),
                    one.waiting());
        }
        return table.toString();
    }

    private static String votes(NetworkAbroad network) {
        CsvTable table = new CsvTable("proposal", "kind", "title", "closes_at", "outcome", "own", "seated", "refused");
        for (NetworkAbroad.Vote one : network.votes()) {
            table.row(
                    one.number(),
                    one.kind().key(),
                    one.title(),
                    one.closesAt(),
                    one.outcome() == null ? null : one.outcome().key(),
                    one.conflict() != null
                            ? NetworkGuests.CONFLICT
                            : one.choice() == null ? null : one.choice().key(),
                    one.seated(),
                    null);
        }
        for (NetworkAbroad.Sent one : network.sent()) {
            table.row(
                    null,
                    one.wish().kind() == null ? null : one.wish().kind().key(),
                    one.wish().title(),
                    null,
                    null,
                    null,
                    null,
                    one.faults().isEmpty()
                            ? null
                            : String.join(
                                    " ", one.faults().stream().map(Fault::code).toList()));
        }
        return table.toString();
    }

    private static String agreements(NetworkAbroad network, House acting) {
        CsvTable table = new CsvTable("agreement", "title", "template", "version", "state", "own", "until", "hash");
        for (Agreement one : network.agreements()) {
            Agreement.Version version = one.versions().get(0);
            table.row(
                    version.uid(),
                    one.title(),
                    one.template(),
                    version.version(),
                    version.state().key(),
                    version.party(acting.id())
                            .map(party -> party.standing().key())
                            .orElse(null),
                    version.terms().until(),
                    version.hash());
        }
        return table.toString();
    }
}

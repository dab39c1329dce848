package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Ballot;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Tally;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pages.NetworksView.Choice;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.foyer.hub.site.internal.pooling.MinutesText;
import org.foyer.hub.site.internal.pooling.PoolingWords;
import org.jspecify.annotations.Nullable;

/** Makes what the pages of networks show. */
record NetworkViews(Language language, House house) {

    private PoolingWords words() {
        return new PoolingWords(language);
    }

    NetworksView list(
            List<Network> networks,
            List<NetworksView.Row> abroad,
            List<NetworkForm> forms,
            boolean steward,
            @Nullable String done,
            List<PoolingFault> faults) {
        String base = "/h/" + house.slug() + "/networks";
        List<NetworksView.Row> rows = networks.stream()
                .map(one -> new NetworksView.Row(
                        base + "/" + one.slug(),
                        one.name(),
                        one.form().name().in(language.code()),
                        language.count("net_members", one.size()),
                        !one.has(house.id())))
                .toList();
        return new NetworksView(
                base,
                networks.isEmpty() && abroad.isEmpty()
                        ? language.say("net_none")
                        : language.count("net_some", networks.size() + abroad.size()),
                done,
                faults,
                rows,
                abroad,
                forms.stream().map(this::form).toList(),
                steward);
    }

    private NetworksView.Form form(NetworkForm form) {
        List<String> organs = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SEAT || form.organs().stream().anyMatch(NetworkForm.Organ::elected)) {
                organs.add(words().kind(kind) + language.say("dp_colon") + words().rule(form, form.rule(kind)));
            }
        }
        return new NetworksView.Form(
                form.id(),
                form.name().in(language.code()),
                form.what().in(language.code()),
                form.seen(),
                organs,
                colleges(form));
    }

    private List<Choice> colleges(NetworkForm form) {
        return form.colleges().stream()
                .map(one -> new Choice(one.id(), one.name().in(language.code())))
                .toList();
    }

    /**
     * @param others houses that may be invited
     * @param drafts agreements that wait for a vote
     * @param nodes others that this one knows
     */
    NetworkView one(
            Network network,
            List<Proposal> proposals,
            boolean steward,
            List<House> others,
            List<Indicator> dictionary,
            List<AgreementTemplate> templates,
            List<Agreement> drafts,
            List<Choice> nodes,
            @Nullable String done,
            List<PoolingFault> faults) {
        String here = "/h/" + house.slug() + "/networks/" + network.slug();
        List<Proposal> open =
                proposals.stream().filter(one -> one.outcome() == null).toList();
        boolean member = network.has(house.id());
        return new NetworkView(
                "/h/" + house.slug(),
                here,
                network.name(),
                network.aim(),
                language.count("net_members", network.size()) + " "
                        + (open.isEmpty()
                                ? language.say("net_no_vote")
                                : language.count("net_open_votes", open.size())),
                network.form().name().in(language.code())
                        + language.say("dp_colon")
                        + network.form().what().in(language.code()),
                done,
                faults,
                member ? null : invitation(network),
                open.stream().map(one -> vote(network, here, one)).toList(),
                proposals.stream()
                        .filter(one -> one.outcome() != null)
                        .map(one -> ended(here, one))
                        .toList(),
                Stream.concat(
                                network.members().stream().map(one -> member(network, one)),
                                network.guests().stream()
                                        .filter(one -> one.state() == NetworkAbroad.State.MEMBER)
                                        .map(one -> guest(network, one, nodes)))
                        .toList(),
                Stream.concat(
                                network.invited().stream().map(Network.Invited::name),
                                network.guests().stream()
                                        .filter(one -> one.state() != NetworkAbroad.State.MEMBER)
                                        .map(one -> one.name() + " (" + name(nodes, one.node()) + ")"))
                        .toList(),
                network.decisions().stream()
                        .map(one -> DecidedViews.of(language, house.zone(), one, dictionary, templates, here))
                        .toList(),
                rules(network.form()),
                member && steward ? act(network, others, dictionary, templates, drafts, nodes) : null);
    }

    private NetworkView.@Nullable Invitation invitation(Network network) {
        return network.invited().stream()
                .filter(one -> one.house().equals(house.id()))
                .findFirst()
                .map(one -> new NetworkView.Invitation(
                        language.say(one.proposal() == null ? "net_invited" : "net_voted_on"), one.proposal() == null))
                .orElse(null);
    }

    private NetworkView.Vote vote(Network network, String here, Proposal proposal) {
        return new NetworkView.Vote(
                here + "/proposals/" + proposal.id(),
                proposal.title(),
                words().kind(proposal.kind()) + language.say("dp_colon") + words().matter(network, proposal),
                language.say("net_until", words().moment(proposal.closesAt(), house.zone())) + " "
                        + words().tally(proposal),
                bar(proposal));
    }

    NetworkView.Bar bar(Proposal proposal) {
        Tally tally = proposal.tally();
        double yes = tally.percent(tally.yes());
        double no = tally.percent(tally.no());
        NetworkForm.Share quorum = proposal.ballot().rule().quorum();
        return new NetworkView.Bar(
                width(yes),
                width(no),
                width(tally.percent(tally.abstain())),
                width(yes),
                width(yes + no),
                width(100.0 * quorum.part() / quorum.whole()),
                words().tally(proposal));
    }

    private static String width(double percent) {
        return String.format(Locale.ROOT, "%.2f", percent);
    }

    private NetworkView.Ended ended(String here, Proposal proposal) {
        Proposal.Outcome outcome = proposal.outcome();
        return new NetworkView.Ended(
                here + "/proposals/" + proposal.id(),
                proposal.title(),
                words().kind(proposal.kind()),
                outcome == null ? "" : words().outcome(outcome),
                PoolingForms.tone(outcome),
                proposal.closedAt() == null ? "" : words().moment(proposal.closedAt(), house.zone()));
    }

    private NetworkView.Member guest(Network network, Network.Guest guest, List<Choice> nodes) {
        return new NetworkView.Member(
                guest.name() + " (" + name(nodes, guest.node()) + ")",
                words().college(network.form(), guest.college()),
                words().organs(network.form(), guest.seats()),
                language.formats().longDay(guest.at().atZone(house.zone()).toLocalDate()));
    }

    private static String name(List<Choice> nodes, String node) {
        return nodes.stream()
                .filter(one -> one.value().equals(node))
                .map(Choice::text)
                .findFirst()
                .orElse(node);
    }

    private NetworkView.Member member(Network network, Network.Member member) {
        return new NetworkView.Member(
                member.name(),
                words().college(network.form(), member.college()),
                words().organs(network.form(), member.seats()),
                language.formats().longDay(member.since().atZone(house.zone()).toLocalDate()));
    }

    private List<NetworkView.Rule> rules(NetworkForm form) {
        List<NetworkView.Rule> rules = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            NetworkForm.Rule rule = form.rule(kind);
            if (kind != Kind.SEAT || form.organs().stream().anyMatch(NetworkForm.Organ::elected)) {
                rules.add(new NetworkView.Rule(
                        words().kind(kind),
                        words().organ(form, rule.organ()),
                        words().share(rule.quorum()),
                        words().majority(rule)));
            }
        }
        return List.copyOf(rules);
    }

    private NetworkView.Act act(
            Network network,
            List<House> others,
            List<Indicator> dictionary,
            List<AgreementTemplate> templates,
            List<Agreement> drafts,
            List<Choice> nodes) {
        return new NetworkView.Act(
                others.stream()
                        .filter(one -> one.simulated() == network.simulated() && !network.has(one.id()))
                        .filter(one -> network.invited().stream()
                                .noneMatch(in -> in.house().equals(one.id())))
                        .map(one -> new Choice(one.slug(), one.name()))
                        .toList(),
                colleges(network.form()),
                nodes,
                ProposingView.of(
                        language,
                        network.form(),
                        Stream.concat(
                                        network.members().stream().map(one -> new Choice(one.slug(), one.name())),
                                        network.guests().stream()
                                                .filter(one -> one.state() == NetworkAbroad.State.MEMBER)
                                                .map(one -> new Choice(
                                                        one.key(), one.name() + " (" + name(nodes, one.node()) + ")")))
                                .toList(),
                        dictionary,
                        templates,
                        drafts.stream()
                                .filter(one -> network.slug().equals(one.network()))
                                .filter(one -> one.versions().get(0).state() == Agreement.State.DRAFT)
                                .map(this::draft)
                                .toList()));
    }

    private Choice draft(Agreement draft) {
        int version = draft.versions().get(0).version();
        return new Choice(draft.id() + ":" + version, draft.title() + ", " + ProposingView.edition(language, version));
    }

    ProposalView proposal(
            Network network, Proposal proposal, boolean steward, @Nullable String done, List<PoolingFault> faults) {
        String networkHref = "/h/" + house.slug() + "/networks/" + network.slug();
        Proposal.Outcome outcome = proposal.outcome();
        Proposal.Minutes minutes = proposal.minutes();
        return new ProposalView(
                networkHref,
                network.name(),
                networkHref + "/proposals/" + proposal.id(),
                proposal.title(),
                words().kind(proposal.kind()) + language.say("dp_colon") + words().matter(network, proposal),
                proposal.reason(),
                (outcome == null
                                ? language.say("net_until", words().moment(proposal.closesAt(), house.zone()))
                                : words().outcome(outcome) + ".")
                        + " " + words().tally(proposal),
                words().rule(network.form(), proposal.ballot().rule()),
                words().opened(network, proposal, house.zone()),
                PoolingForms.tone(outcome),
                done,
                faults,
                bar(proposal),
                proposal.ballot().seats().stream()
                        .map(seat -> seat(network, proposal, seat))
                        .toList(),
                outcome == null && steward ? mine(proposal) : null,
                minutes == null
                        ? null
                        : new ProposalView.Minutes(
                                MinutesText.of(network, proposal, language, house.zone()),
                                minutes.agrees(),
                                language.say(minutes.agrees() ? "net_proof_holds" : "net_proof_broken")));
    }

    private ProposalView.Seat seat(Network network, Proposal proposal, Ballot.Seat seat) {
        String said =
                proposal.ballot().choiceOf(seat.house()).map(Ballot.Choice::key).orElse("none");
        boolean counted = seat.struck() == null;
        String name = network.members().stream()
                .filter(one -> one.slug().equals(seat.house()))
                .map(Network.Member::name)
                .findFirst()
                .orElseGet(() -> words().seat(network, seat.house()));
        return new ProposalView.Seat(
                name,
                words().college(network.form(), seat.college()),
                language.say(counted ? "net_choice_" + said : "net_struck_" + seat.struck()),
                !counted ? "warn" : said.equals("yes") ? "good" : said.equals("no") ? "bad" : "",
                seat.why() == null ? "" : seat.why());
    }

    private ProposalView.@Nullable Mine mine(Proposal proposal) {
        boolean seated =
                proposal.counted().stream().anyMatch(seat -> seat.house().equals(house.slug()));
        boolean opened = proposal.house().equals(house.slug());
        Tally tally = proposal.tally();
        return !seated && !opened
                ? null
                : new ProposalView.Mine(
                        seated,
                        proposal.ballot()
                                .choiceOf(house.slug())
                                .map(Ballot.Choice::key)
                                .orElse(""),
                        opened,
                        seated && tally.voted() == tally.seats());
    }
}

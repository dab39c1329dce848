package org.foyer.hub.site.internal.pages;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.insight.Indicator;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.foyer.hub.site.internal.pooling.AgreementDocument;
import org.foyer.hub.site.internal.pooling.PoolingWords;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the pages of networks of other nodes show.
 *
 * @param nodes names of nodes by what they are called among themselves
 * @param known what this node knows of what networks decide on
 */
record NetworkAbroadViews(Language language, House house, UnaryOperator<String> nodes, Known known) {

    /** @param forms of networks @param dictionary of indicators @param templates of agreements, for their purposes */
    record Known(List<NetworkForm> forms, List<Indicator> dictionary, List<AgreementTemplate> templates) {}

    static String base(House house) {
        return "/h/" + house.slug() + "/networks-abroad/";
    }

    /** One line in the list of networks of a house. */
    NetworksView.Row row(NetworkAbroad network) {
        return new NetworksView.Row(
                base(house) + network.uid(),
                network.name(),
                language.say("net_home", nodes.apply(network.node())),
                state(network),
                network.state() == State.INVITED);
    }

    private List<NetworkAbroadView.Vote> votes(NetworkAbroad network, boolean open, boolean may) {
        return network.votes().stream()
                .filter(one -> open == (one.outcome() == null))
                .map(one -> vote(network, one, may))
                .toList();
    }

    private NetworkAbroadView.Vote vote(NetworkAbroad network, NetworkAbroad.Vote vote, boolean may) {
        PoolingWords words = words();
        Proposal.Outcome outcome = vote.outcome();
        String choice = vote.choice() == null ? "" : vote.choice().key();
        String said = !vote.seated()
                ? "net_abroad_no_seat"
                : vote.conflict() != null
                        ? "net_struck_conflict"
                        : "net_choice_" + (choice.isEmpty() ? "none" : choice);
        return new NetworkAbroadView.Vote(
                vote.number(),
                vote.title(),
                words.kind(vote.kind()),
                words.matter(form(network), network, vote),
                outcome == null
                        ? language.say("net_until", words.moment(vote.closesAt(), house.zone()))
                        : words.outcome(outcome) + ".",
                vote.reason(),
                choice,
                language.say(said),
                vote.conflict() == null ? "" : vote.conflict(),
                may && vote.counts(),
                may && vote.key() != null);
    }

    private PoolingWords words() {
        return new PoolingWords(language);
    }

    private @Nullable NetworkForm form(NetworkAbroad network) {
        return known.forms().stream()
                .filter(one -> one.id().equals(network.form()))
                .findFirst()
                .orElse(null);
    }

    private NetworkAbroadView.Sent sent(NetworkAbroad.Sent sent) {
        Proposal.Kind kind = sent.wish().kind();
        return new NetworkAbroadView.Sent(
                String.valueOf(sent.wish().title()),
                kind == null ? "" : words().kind(kind),
                language.say(
                        sent.faults().isEmpty() ? "net_sent_waits" : "net_sent_refused",
                        words().moment(sent.at(), house.zone())),
                PoolingForms.faults(language, sent.faults()));
    }

    private @Nullable ProposingView proposing(NetworkAbroad network) {
        NetworkForm form = form(network);
        return form == null
                ? null
                : ProposingView.of(
                        language,
                        form,
                        network.members().stream()
                                .map(one -> new NetworksView.Choice(
                                        one.key(), one.name() + " (" + node(network, one) + ")"))
                                .toList(),
                        known.dictionary(),
                        known.templates(),
                        List.of());
    }

    private String node(NetworkAbroad network, NetworkAbroad.Member member) {
        return nodes.apply(member.node().isEmpty() ? network.node() : member.node());
    }

    private String state(NetworkAbroad network) {
        return language.say("net_abroad_" + network.state().key());
    }

    NetworkAbroadView one(NetworkAbroad network, boolean steward, @Nullable String done, List<PoolingFault> faults) {
        Instant told = network.told();
        State state = network.state();
        return new NetworkAbroadView(
                "/h/" + house.slug(),
                base(house) + network.uid(),
                network.name(),
                network.aim(),
                state(network)
                        + (told == null
                                ? ""
                                : " "
                                        + language.say(
                                                "net_told_at",
                                                language.formats().moment(told, house.zone()))),
                nodes.apply(network.node()),
                network.waiting(),
                done,
                faults,
                network.members().stream()
                        .map(one -> new NetworkAbroadView.Member(
                                one.name(), node(network, one), words().organs(form(network), one.seats())))
                        .toList(),
                network.agreements().stream()
                        .map(one -> agreement(network, one))
                        .toList(),
                votes(network, true, steward && state == State.MEMBER),
                votes(network, false, false),
                network.sent().stream().map(this::sent).toList(),
                network.decisions().stream()
                        .map(one ->
                                DecidedViews.of(language, house.zone(), one, known.dictionary(), known.templates(), ""))
                        .toList(),
                steward && state == State.MEMBER ? proposing(network) : null,
                steward && state == State.INVITED,
                steward && (state == State.ACCEPTED || state == State.MEMBER));
    }

    private NetworkAbroadView.Row agreement(NetworkAbroad network, Agreement agreement) {
        Agreement.Version version = agreement.versions().get(0);
        AgreementViews views = new AgreementViews(language, house);
        return new NetworkAbroadView.Row(
                base(house) + network.uid() + "/agreements/" + version.uid(),
                agreement.title() + ", " + language.say("net_edition", Integer.toString(version.version())),
                views.state(version.state()),
                AgreementViews.tone(version.state()),
                version.party(house.id())
                        .map(one -> AgreementDocument.standing(one, language, house.zone()))
                        .orElse("–"));
    }
}

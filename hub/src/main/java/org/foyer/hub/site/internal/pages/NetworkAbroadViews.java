package org.foyer.hub.site.internal.pages;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pages.NetworksView.PoolingFault;
import org.foyer.hub.site.internal.pooling.AgreementDocument;
import org.jspecify.annotations.Nullable;

/** Makes what the pages of networks of other nodes show. @param nodes names of nodes by what they are called among themselves */
record NetworkAbroadViews(Language language, House house, UnaryOperator<String> nodes) {

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
                                one.name(), nodes.apply(one.node().isEmpty() ? network.node() : one.node())))
                        .toList(),
                network.agreements().stream()
                        .map(one -> agreement(network, one))
                        .toList(),
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

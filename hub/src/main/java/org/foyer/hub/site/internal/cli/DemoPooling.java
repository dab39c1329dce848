package org.foyer.hub.site.internal.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Wish;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.jspecify.annotations.Nullable;

/**
 * Two networks of simulated houses: a co-operative of all that adopted a purpose, compares by an agreement in force, has a new version of
 * it which one house has still to sign, and a vote open; and a neutral processor. Some houses are in both.
 */
final class DemoPooling {

    private static final List<Integer> COOPERATIVE = List.of(0, 1, 3, 6, 8, 2, 4, 5, 7, 9, 11, 10);
    private static final List<Integer> PROCESSOR = List.of(4, 5, 2, 1);
    private static final String COMPARISON = "comparison";

    private final Node node;
    private final Networks networks;
    private final String address;

    /** @param address of the node, without a final slash, from which identifiers of agreements are made */
    DemoPooling(Node node, String address) {
        this.node = node;
        this.networks = node.pooling().networks();
        this.address = address;
    }

    /** Nothing when its first house is in a network already, or when there are too few houses. */
    void fill(List<House> houses) {
        if (houses.size() < 12 || !networks.of(houses.get(0).id()).isEmpty()) {
            return;
        }
        List<House> west = COOPERATIVE.stream().map(houses::get).toList();
        String cooperative = founded(
                west,
                new Networks.Founding(
                        "Scènes de l’Ouest (simulé)",
                        "Se comparer sans se dévoiler, et décider à une maison, une voix, de ce que l’on fait des données.",
                        "co-operative",
                        null));
        decided(
                west,
                cooperative,
                new Wish(
                        Kind.PURPOSE,
                        "Comparer nos chiffres",
                        "Remplissage, prix et délais d’achat, à côté de ceux des autres maisons du réseau.",
                        Matter.decision(COMPARISON, "Comparer nos chiffres"),
                        null));
        agreed(west, cooperative);
        proposed(
                west,
                cooperative,
                new Wish(
                        Kind.THRESHOLD,
                        "Ne rien montrer à moins de neuf maisons",
                        "Six maisons suffisent à Foyer ; neuf protègent mieux les plus grandes d’entre nous.",
                        Matter.decision("houses", "9"),
                        14));
        List<House> neutral = PROCESSOR.stream().map(houses::get).toList();
        String processor = founded(
                neutral,
                new Networks.Founding(
                        "Observatoire commun (simulé)",
                        "Un organisme neutre calcule pour les maisons, qui décident de tout.",
                        "processor",
                        null));
        decided(
                neutral,
                processor,
                new Wish(
                        Kind.PURPOSE,
                        "Étudier les publics partagés",
                        "Savoir combien de spectateurs nos maisons partagent, sans savoir lesquels.",
                        Matter.decision("study", "Étudier les publics partagés"),
                        null));
    }

    /** The first founds it and invites the others; those who are in vote for each that comes. */
    private String founded(List<House> houses, Networks.Founding wish) {
        House founder = houses.get(0);
        String slug = wanted(networks.found(founder, wish, actor(founder))).network();
        if (slug == null) {
            throw new IllegalStateException("a network of the demonstration has no name");
        }
        List<House> members = new ArrayList<>(List.of(founder));
        for (House house : houses.subList(1, houses.size())) {
            wanted(networks.invite(founder, slug, house.slug(), null, actor(founder)));
            counted(members, slug, wanted(networks.join(house, slug, actor(house))));
            members.add(house);
        }
        return slug;
    }

    private void decided(List<House> members, String network, Wish wish) {
        House first = members.get(0);
        counted(members, network, wanted(networks.propose(first, network, wish, actor(first))));
    }

    private void counted(List<House> members, String network, Done opened) {
        long proposal = number(opened);
        members.forEach(house -> wanted(networks.vote(house, network, proposal, Choice.YES, actor(house))));
        House first = members.get(0);
        wanted(networks.close(first, network, proposal, actor(first)));
    }

    /** A vote that goes on: two said yes, one no, the others nothing yet. */
    private void proposed(List<House> members, String network, Wish wish) {
        House by = members.get(2);
        long proposal = number(wanted(networks.propose(by, network, wish, actor(by))));
        List<Choice> choices = List.of(Choice.NO, Choice.YES, Choice.YES);
        for (int i = 0; i < choices.size(); i++) {
            House house = members.get(i);
            wanted(networks.vote(house, network, proposal, choices.get(i), actor(house)));
        }
    }

    /** An agreement of this season that all have signed, and its version for the next years that all but the last have signed. */
    private void agreed(List<House> members, String network) {
        long number = number(drawn(members, network, 1, null));
        signed(members, network, number, 1);
        drawn(members, network, 2, number);
        signed(members.subList(0, members.size() - 1), network, number, 2);
    }

    /** @param of number of the agreement of which it is a new version; null for the first */
    private Agreements.Done drawn(List<House> members, String network, int years, @Nullable Long of) {
        Agreements agreements = node.pooling().agreements();
        House first = members.get(0);
        LocalDate today = Parameters.today(first, node.settings().clock());
        List<AgreementTemplate.Data> indicators =
                PoolingFaults.indicators(node.figures().dictionary());
        Agreements.Wish wish = new Agreements.Wish(
                COMPARISON,
                "Comparaison de la saison (simulé)",
                network,
                members.stream().map(House::slug).toList(),
                null,
                Stream.concat(Stream.of("surveys"), indicators.stream().map(AgreementTemplate.Data::id))
                        .toList(),
                null,
                today.plusYears(years),
                null,
                null,
                null);
        Agreements.Done drawn = of == null
                ? agreements.draw(first, wish, indicators, address, actor(first))
                : agreements.redraw(first, of, wish, indicators, address, actor(first));
        if (!drawn.faults().isEmpty()) {
            throw new IllegalStateException("the agreement of the demonstration was refused: " + drawn.faults());
        }
        return drawn;
    }

    private static long number(Agreements.Done drawn) {
        Long number = drawn.agreement();
        if (number == null) {
            throw new IllegalStateException("the agreement of the demonstration has no number");
        }
        return number;
    }

    /** Opened by a vote of all, which the first proposes. */
    private void signed(List<House> signing, String network, long number, int version) {
        List<House> voting = networks.network(signing.get(0).id(), network).orElseThrow().members().stream()
                .map(member -> node.houses().byId(member.house()).orElseThrow())
                .toList();
        decided(
                voting,
                network,
                new Wish(
                        Kind.AGREEMENT,
                        version == 1 ? "Signer la comparaison de la saison" : "Prolonger la comparaison d’un an",
                        "Le texte et les règles que les machines appliquent viennent d’une même source.",
                        Matter.agreement(number, version),
                        null));
        DemoSharing sharing = new DemoSharing(node, address);
        signing.forEach(house -> sharing.sign(house, number, version));
    }

    private static Actor actor(House house) {
        return DemoHouses.stewardOf(house);
    }

    private static long number(Done done) {
        Long proposal = done.proposal();
        if (proposal == null) {
            throw new IllegalStateException("no proposal was opened in the demonstration");
        }
        return proposal;
    }

    private static Done wanted(Done done) {
        if (!done.faults().isEmpty()) {
            throw new IllegalStateException("refused in the demonstration: " + done.faults());
        }
        return done;
    }
}

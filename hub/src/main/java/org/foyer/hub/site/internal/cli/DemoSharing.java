package org.foyer.hub.site.internal.cli;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.AgreementTemplate.Data;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.pooling.PoolingFaults;
import org.jspecify.annotations.Nullable;

/** Agreements of simulated houses about what they share: buyers, answers and tables with all of their node, outside any network. */
final class DemoSharing {

    private static final List<String> TEMPLATES = List.of("overlap", "study", "observatory");

    private final Node node;
    private final Agreements agreements;
    private final String address;

    /** @param address of the node, without a final slash, from which identifiers of agreements are made */
    DemoSharing(Node node, String address) {
        this.node = node;
        this.agreements = node.pooling().agreements();
        this.address = address;
    }

    /** Nothing where they agreed already. */
    void fill(List<House> houses) {
        if (houses.size() < 2) {
            return;
        }
        List<String> known = agreements.of(houses.get(0).id()).stream()
                .map(Agreement::template)
                .toList();
        for (String template : TEMPLATES) {
            if (!known.contains(template)) {
                long number = drawn(
                        houses.get(0),
                        template,
                        null,
                        houses.stream().map(House::slug).toList());
                houses.forEach(house -> sign(house, number, 1));
            }
        }
    }

    /**
     * Draws one up, of everything that its template names, for a year.
     *
     * @param network within which it is made; null between houses alone
     * @param parties as they are chosen
     */
    long drawn(House first, String template, @Nullable String network, List<String> parties) {
        AgreementTemplate chosen = agreements.templates().stream()
                .filter(one -> one.id().equals(template))
                .findFirst()
                .orElseThrow();
        List<Data> indicators = PoolingFaults.indicators(node.figures().dictionary());
        List<String> data = new ArrayList<>(chosen.data().stream().map(Data::id).toList());
        if (chosen.indicators()) {
            indicators.forEach(one -> data.add(one.id()));
        }
        Agreements.Wish wish = new Agreements.Wish(
                template,
                chosen.title().fr() + " (simulé)",
                network,
                parties,
                null,
                data,
                null,
                Parameters.today(first, node.settings().clock()).plusYears(1),
                null,
                null,
                null);
        Agreements.Done drawn = agreements.draw(first, wish, indicators, address, DemoHouses.stewardOf(first));
        Long number = drawn.agreement();
        if (number == null) {
            throw new IllegalStateException("an agreement of the demonstration was refused: " + drawn.faults());
        }
        return number;
    }

    void sign(House house, long number, int version) {
        String hash = agreements
                .agreement(house.id(), number)
                .flatMap(one -> one.version(version))
                .orElseThrow()
                .hash();
        Agreements.Done signed = agreements.sign(house, number, version, hash, DemoHouses.stewardOf(house));
        if (!signed.faults().isEmpty()) {
            throw new IllegalStateException("refused in the demonstration: " + signed.faults());
        }
    }
}

package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreementTemplate;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.model.House;

/** Agreements that houses of one node signed, for tests of what they share by them. */
final class SignedHere {

    private SignedHere() {}

    /** All that a template names, for a year. Answers the number of the agreement. */
    static long signed(Node node, String template, List<House> houses) {
        Agreements agreements = node.pooling().agreements();
        House first = houses.get(0);
        AgreementTemplate chosen = agreements.templates().stream()
                .filter(one -> one.id().equals(template))
                .findFirst()
                .orElseThrow();
        Agreements.Done drawn = agreements.draw(
                first,
                new Agreements.Wish(
                        template,
                        "Test",
                        null,
                        houses.stream().map(House::slug).toList(),
                        null,
                        chosen.data().stream().map(AgreementTemplate.Data::id).toList(),
                        null,
                        LocalDate.now(ZoneOffset.UTC).plusYears(1),
                        null,
                        null,
                        null),
                List.of(),
                "https://foyer.example",
                Actor.commandLine());
        assertThat(drawn.faults()).isEmpty();
        Long number = drawn.agreement();
        assertThat(number).isNotNull();
        String hash = agreements
                .agreement(first.id(), number)
                .orElseThrow()
                .versions()
                .get(0)
                .hash();
        houses.forEach(house -> assertThat(agreements
                        .sign(house, number, 1, hash, Actor.commandLine())
                        .faults())
                .isEmpty());
        return number;
    }
}

package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.intake.PersonRights.Buyer;
import org.foyer.hub.intake.PersonRights.Movement;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.PeopleDesk;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is held of one buyer.
 *
 * @param told a sentence on how much it is
 * @param right what can be put right
 */
public record PersonView(
        String base,
        String person,
        String name,
        String told,
        List<Fact> contacts,
        ContactsView right,
        List<Ticket> tickets,
        List<Fact> files,
        ConsentsView consents,
        List<OnList> lists,
        List<Seen> seen) {

    /** A word and what stands for it. */
    public record Fact(String word, String value) {}

    /** A ticket bought or given back. */
    public record Ticket(String sold, String what, String title, String paid, String how, String number) {}

    /** A list of contacts on which the buyer was. */
    public record OnList(String when, String who, String purpose, String channel) {}

    /** When somebody saw it. */
    public record Seen(String when, String who, String what) {}

    static PersonView of(
            Language language,
            House house,
            ConsentChoices choices,
            PeopleDesk.Everything everything,
            ConsentsView consents,
            ContactsView.Typed typed) {
        Buyer buyer = everything.held().buyer();
        List<Movement> movements = everything.held().movements();
        return new PersonView(
                "/h/" + house.slug() + "/people",
                Long.toString(buyer.person()),
                PeopleView.name(buyer),
                language.count("person_told", movements.size()),
                contacts(language, buyer),
                ContactsView.of(language, house, choices, everything.held(), typed),
                movements.stream()
                        .map(movement -> ticket(language, everything.held().currency(), movement))
                        .toList(),
                everything.held().fileNames().stream()
                        .map(said -> new Fact(
                                String.join(", ", said.files()),
                                language.formats().moment(said.at(), house.zone())))
                        .toList(),
                consents,
                everything.lists().stream()
                        .map(use -> new OnList(
                                language.formats().moment(use.at(), house.zone()),
                                use.actor(),
                                ConsentChoices.title(choices.purposes(), use.purpose(), language.code()),
                                ConsentChoices.title(choices.channels(), use.channel(), language.code())))
                        .toList(),
                everything.seen().stream()
                        .map(line -> seen(language, house, line))
                        .toList());
    }

    private static List<Fact> contacts(Language language, Buyer buyer) {
        List<Fact> facts = new ArrayList<>();
        add(facts, language.say("person_reference"), buyer.reference());
        add(facts, language.say("person_last"), buyer.lastName());
        add(facts, language.say("person_first"), buyer.firstName());
        add(facts, language.say("person_email"), buyer.email());
        add(facts, language.say("person_phone"), buyer.phone());
        add(
                facts,
                language.say("person_address"),
                PeopleView.together(" ", buyer.street(), buyer.postcode(), buyer.city(), buyer.country()));
        add(
                facts,
                language.say("person_birth"),
                buyer.birthYear() == null ? null : buyer.birthYear().toString());
        return facts;
    }

    private static void add(List<Fact> facts, String word, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(word, value));
        }
    }

    private static Ticket ticket(Language language, String currency, Movement movement) {
        return new Ticket(
                language.formats().moment(java.time.LocalDateTime.parse(movement.sold())),
                language.say("movement_" + movement.operation()),
                movement.title(),
                language.formats().money(movement.amount(), currency),
                PeopleView.together(", ", movement.tariff(), movement.zone(), movement.channel()),
                movement.ticket());
    }

    private static Seen seen(Language language, House house, Audit.Line line) {
        return new Seen(
                language.formats().moment(line.at(), house.zone()),
                language.who(line.actor()),
                language.did(line.action()));
    }
}

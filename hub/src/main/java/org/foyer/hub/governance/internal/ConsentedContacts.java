package org.foyer.hub.governance.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Fault;
import org.foyer.hub.governance.ContactGate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.internal.ConsentLog.Spoken;
import org.foyer.hub.model.House;
import org.foyer.hub.store.BuyerContacts;
import org.foyer.hub.store.BuyerContacts.Choice;
import org.foyer.hub.store.BuyerContacts.Contact;
import org.foyer.hub.store.BuyerContacts.Field;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.jdbi.v3.core.Handle;

/**
 * Lets contacts out for what people agreed to. Consent is asked twice: before anything is opened, so that nobody is opened in vain, and
 * within the transaction that writes the line of the audit, so that who objected meanwhile is not on the list.
 */
public final class ConsentedContacts implements ContactGate {

    /**
     * What a channel needs.
     *
     * @param columns what mailing tools call the fields
     * @param needed without these nobody can be reached
     */
    private record Form(List<String> columns, List<Field> fields, List<Field> needed) {}

    /** The names are those under which Brevo and Mailchimp know them. */
    private static final Map<String, Form> FORMS = Map.of(
            "email", named("EMAIL", Field.EMAIL),
            "sms", named("SMS", Field.PHONE),
            "telephone", named("PHONE", Field.PHONE),
            "post",
                    new Form(
                            List.of("STREET", "POSTCODE", "CITY", "COUNTRY", "FIRSTNAME", "LASTNAME"),
                            List.of(
                                    Field.STREET,
                                    Field.POSTCODE,
                                    Field.CITY,
                                    Field.COUNTRY,
                                    Field.FIRST_NAME,
                                    Field.LAST_NAME),
                            List.of(Field.STREET, Field.POSTCODE)));

    private final Register register;
    private final Warehouse warehouse;
    private final Clock clock;
    private final Consents consents;
    private final RegisterAudit audit;

    public ConsentedContacts(
            Register register, Warehouse warehouse, Clock clock, Consents consents, RegisterAudit audit) {
        this.register = register;
        this.warehouse = warehouse;
        this.clock = clock;
        this.consents = consents;
        this.audit = audit;
    }

    private static Form named(String column, Field field) {
        return new Form(
                List.of(column, "FIRSTNAME", "LASTNAME"),
                List.of(field, Field.FIRST_NAME, Field.LAST_NAME),
                List.of(field));
    }

    @Override
    public Answer contacts(Actor actor, House house, Wish wish, People people) {
        if (!actor.may(house.id(), Role.STEWARD) && !actor.equals(Actor.commandLine())) {
            throw new SecurityException("contacts leave a house by its stewards alone");
        }
        List<Fault> faults = faults(wish);
        if (!faults.isEmpty()) {
            return new Answer(faults, null);
        }
        List<List<Long>> asked = people.now();
        if (asked.stream().mapToInt(List::size).sum() > Consents.ASKED_MAX) {
            return tooMany();
        }
        Spoken spoken = register.read(handle -> spoken(handle, house, wish));
        List<Choice> choices = choices(asked, spoken);
        if (choices.stream().map(Choice::one).distinct().count() > CONTACTS_MAX) {
            return tooMany();
        }
        Form form = form(wish);
        List<Contact> opened = choices.isEmpty()
                ? List.of()
                : warehouse.read(connection -> BuyerContacts.of(
                        connection, house.id(), choices, form.needed(), form.fields(), spoken.refused()));
        return register.write(handle -> released(handle, actor, house, wish, asked, opened));
    }

    private static Answer tooMany() {
        return new Answer(
                List.of(new Fault("segment", "contacts-too-many", List.of(Integer.toString(CONTACTS_MAX)))), null);
    }

    private List<Fault> faults(Wish wish) {
        List<Fault> faults = new ArrayList<>();
        among(faults, "purpose", wish.purpose(), consents.choices().purposes());
        among(faults, "channel", wish.channel(), consents.choices().channels());
        return faults;
    }

    private static void among(List<Fault> faults, String field, String chosen, List<ConsentChoices.Choice> choices) {
        if (ConsentChoices.find(choices, chosen).isEmpty()) {
            faults.add(new Fault(field, "consent-choice", List.of(String.join(", ", ConsentChoices.ids(choices)))));
        }
    }

    private static Form form(Wish wish) {
        Form form = FORMS.get(wish.channel());
        if (form == null) {
            throw new IllegalStateException("no contact is known for the channel " + wish.channel());
        }
        return form;
    }

    private Spoken spoken(Handle handle, House house, Wish wish) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), house.zone());
        return new ConsentLog(handle, house.id()).spoken(wish.purpose(), wish.channel(), today);
    }

    /** For each person who may be contacted the buyers who agreed; the first key stands for the person. */
    private static List<Choice> choices(List<List<Long>> people, Spoken spoken) {
        List<Choice> choices = new ArrayList<>();
        for (List<Long> keys : people) {
            if (keys.stream().noneMatch(spoken.refused()::contains)) {
                keys.stream()
                        .filter(spoken.given()::contains)
                        .forEach(key -> choices.add(new Choice(keys.get(0), key)));
            }
        }
        return choices;
    }

    /** Nothing that was said before this transaction is missed, and nobody gets the list before its line is written. */
    private Answer released(
            Handle handle, Actor actor, House house, Wish wish, List<List<Long>> asked, List<Contact> opened) {
        List<Choice> standing = choices(asked, spoken(handle, house, wish));
        Set<Choice> still = Set.copyOf(standing);
        List<Contact> told =
                opened.stream().filter(contact -> still.contains(contact.of())).toList();
        List<List<String>> rows = told.stream().map(Contact::cells).toList();
        new ContactListRegister(handle, house.id())
                .keep(
                        actor,
                        wish,
                        told.stream().map(contact -> contact.of().buyer()).toList(),
                        clock.instant());
        long agreed = standing.stream().map(Choice::one).distinct().count();
        audit.append(
                handle,
                actor,
                house.id(),
                "contacts-exported",
                wish.purpose(),
                "%d people by %s, segment %s".formatted(rows.size(), wish.channel(), wish.segment()));
        return new Answer(
                List.of(),
                new ContactList(
                        wish.purpose(), wish.channel(), form(wish).columns(), rows, (int) agreed - rows.size()));
    }
}

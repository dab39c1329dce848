package org.foyer.hub.site.internal.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.intake.ContactField;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the page, the API and the command do when a person asks; each answer leaves a line in the audit, with keys and no
 * names.
 */
public final class PeopleDesk {

    /** The purpose under which the audit keeps it. */
    static final String PURPOSE = "rights-of-people";

    /** Erasures one after the other at most; more than two million buyers, which no house has. */
    private static final int ERASURES_MAX = 200;

    private final PersonRights rights;
    private final Purposes purposes;
    private final Consents consents;
    private final Audit audit;
    private final Actor actor;
    private final House house;

    /** @param actor who may do this in the house; whoever makes the desk has checked it */
    public PeopleDesk(
            PersonRights rights, Consents consents, Purposes purposes, Audit audit, Actor actor, House house) {
        this.purposes = purposes;
        this.rights = rights;
        this.consents = consents;
        this.audit = audit;
        this.actor = actor;
        this.house = house;
    }

    /**
     * What is held of a person.
     *
     * @param consents what the person said of being contacted
     * @param lists lists of contacts on which the buyer was
     * @param seen when somebody saw or did something with it before, as the audit tells
     */
    public record Everything(
            PersonRights.Held held, Consents.OfPerson consents, List<Consents.Use> lists, List<Audit.Line> seen) {}

    /** @throws Refused 422 {@code person-not-told} */
    public PersonRights.Found find(PersonRights.Asked asked) {
        if (!asked.tells()) {
            throw new Refused(422, "person-not-told");
        }
        PersonRights.Found found = rights.find(house.id(), asked);
        note(
                "people-searched",
                found.buyers().stream().map(PersonRights.Buyer::person).toList());
        return found;
    }

    /** @throws Refused 404 {@code person-unknown} */
    public Everything everything(long person) {
        PersonRights.Held held = held(person);
        List<Audit.Line> seen = audit.about(house.id(), person);
        note("person-shown", List.of(person));
        return new Everything(held, consents.of(house, person), consents.uses(house, person), seen);
    }

    /**
     * Puts contacts of a person right.
     *
     * @param typed what counts from now on by the key of the contact, for instance {@code lastName}; empty for nothing
     * @return what is wrong with it, all at once; empty when it is kept
     * @throws Refused 404 {@code person-unknown}
     */
    public List<Problem> correct(long person, Map<String, String> typed) {
        held(person);
        Map<ContactField, String> contacts = new EnumMap<>(ContactField.class);
        List<Problem> problems = new ArrayList<>();
        typed.forEach((key, value) -> ContactField.of(key)
                .ifPresentOrElse(
                        field -> contacts.put(field, value == null ? "" : value),
                        () -> problems.add(Problem.stops(
                                "contact-field",
                                Place.of(""),
                                Stream.of(ContactField.values())
                                        .map(ContactField::key)
                                        .collect(Collectors.joining(", "))))));
        if (typed.isEmpty()) {
            problems.add(Problem.stops("contact-nothing", Place.of("")));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        List<Problem> refused = rights.correct(house.id(), person, contacts, actor.login());
        if (refused.isEmpty()) {
            String fields = contacts.keySet().stream().map(ContactField::key).collect(Collectors.joining(" "));
            audit.write(actor, house.id(), "person-corrected", PURPOSE, fields + ", " + Audit.people(List.of(person)));
        }
        return refused;
    }

    /**
     * Writes down that a person objects to being counted in figures of people, or no longer does.
     *
     * @param way how it was said, an id of the choices
     * @return what is wrong with it; empty when it is kept
     * @throws Refused 404 {@code person-unknown}
     */
    public List<Problem> object(long person, boolean objects, @Nullable String way) {
        held(person);
        List<ConsentChoices.Choice> ways = consents.choices().ways().stream()
                .filter(choice -> !choice.id().equals(Consents.FILE))
                .toList();
        if (way == null || ConsentChoices.find(ways, way).isEmpty()) {
            return List.of(Problem.stops(
                    "consent-choice", new Place("", 0, "way", null), String.join(", ", ConsentChoices.ids(ways))));
        }
        if (rights.object(house.id(), person, objects, way, actor.login())) {
            String action = objects ? "counting-objected" : "counting-allowed";
            audit.write(actor, house.id(), action, PURPOSE, "said " + way + ", " + Audit.people(List.of(person)));
        }
        return List.of();
    }

    /** @throws Refused 422 {@code people-count} or 404 {@code person-unknown}; nobody is forgotten then */
    public PersonRights.Proof forget(List<Long> asked) {
        List<Long> persons = asked.stream().distinct().toList();
        if (persons.isEmpty() || persons.size() > PersonRights.PEOPLE_MAX) {
            throw new Refused(422, "people-count", Integer.toString(PersonRights.PEOPLE_MAX));
        }
        persons.forEach(this::held);
        PersonRights.Proof proof = rights.forget(house.id(), persons, actor.login());
        note("people-forgotten", persons);
        return proof;
    }

    /**
     * Forgets those whose contacts have been kept as long as the house's terms say, all of them, and rows of imports that waited so
     * long.
     *
     * @return the proofs; none when no time is over
     */
    public List<PersonRights.Proof> forgetDue() {
        int months = purposes.terms(house.id()).contactsMonths();
        List<PersonRights.Proof> proofs = new ArrayList<>();
        Optional<PersonRights.Proof> proof = rights.forgetDue(house.id(), months, actor.login());
        while (proof.isPresent() && proofs.size() < ERASURES_MAX) {
            proofs.add(proof.get());
            audit.write(
                    actor,
                    house.id(),
                    "due-forgotten",
                    PURPOSE,
                    "erasure %d, buyers %d"
                            .formatted(proof.get().erasure(), proof.get().people()));
            proof = rights.forgetDue(house.id(), months, actor.login());
        }
        forgetWaitingDue().ifPresent(proofs::add);
        return proofs;
    }

    private Optional<PersonRights.Proof> forgetWaitingDue() {
        int months = purposes.terms(house.id()).quarantineMonths();
        Optional<PersonRights.Proof> proof = rights.forgetWaitingDue(house.id(), months, actor.login());
        proof.ifPresent(done -> audit.write(
                actor,
                house.id(),
                "waiting-forgotten",
                PURPOSE,
                "erasure %d, rows %d".formatted(done.erasure(), done.quarantine())));
        return proof;
    }

    private PersonRights.Held held(long person) {
        return rights.held(house.id(), person).orElseThrow(() -> new Refused(404, "person-unknown"));
    }

    private void note(String action, List<Long> persons) {
        audit.write(actor, house.id(), action, PURPOSE, Audit.people(persons));
    }
}

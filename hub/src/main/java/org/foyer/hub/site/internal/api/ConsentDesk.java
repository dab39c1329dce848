package org.foyer.hub.site.internal.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Fault;
import org.foyer.hub.governance.Consents.OfPerson;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Wish;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Named;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of being contacted, for the page, the API and the command alike. Each look, each receipt and each thing said leaves a
 * line in the audit, with the key of the person and no name.
 */
public final class ConsentDesk {

    private final Consents consents;
    private final PersonRights rights;
    private final Audit audit;
    private final Actor actor;
    private final House house;

    /** @param actor who may do this in the house; whoever makes the desk has checked it */
    public ConsentDesk(Consents consents, PersonRights rights, Audit audit, Actor actor, House house) {
        this.consents = consents;
        this.rights = rights;
        this.audit = audit;
        this.actor = actor;
        this.house = house;
    }

    /**
     * What is to be written down, as it was sent.
     *
     * @param said {@code given}, {@code withdrawn} or {@code objected}
     * @param purposes ids, as what stands tells them
     * @param channels ids, as what stands tells them
     * @param way {@code box-office}, {@code form}, {@code paper}, {@code telephone}, {@code email} or {@code file}
     * @param wording word for word; needed for a consent
     * @param language two letters, of the wording; French when left out
     * @param until last day on which a consent counts, ISO 8601; left out when it has no end
     */
    public record Saying(
            @Nullable String said,
            @Nullable List<String> purposes,
            @Nullable List<String> channels,
            @Nullable String way,
            @Nullable String wording,
            @Nullable String language,
            @Nullable String until) {}

    /** @throws Refused 404 {@code person-unknown} */
    public OfPerson of(long person) {
        known(person);
        note("person-shown", person);
        return consents.of(house, person);
    }

    /**
     * Writes down what the person said; it counts from this moment.
     *
     * @return what is wrong with it, all at once; empty when it is kept
     * @throws Refused 404 {@code person-unknown}
     */
    public List<Fault> say(long person, Saying saying) {
        known(person);
        List<Fault> faults = new ArrayList<>();
        Optional<Wish> wish = wish(saying, faults);
        if (wish.isEmpty()) {
            return faults;
        }
        List<Fault> kept = consents.say(house, person, wish.get(), actor, () -> rights.knows(house.id(), person));
        if (kept.stream().anyMatch(fault -> fault.code().equals("person-unknown"))) {
            throw new Refused(404, "person-unknown");
        }
        return kept;
    }

    /**
     * What came of a list.
     *
     * @param listed how many names it has
     * @param unknown of these, how many the house does not know, or has forgotten
     * @param unknownLines the first of their lines, from 1
     */
    public record OfList(Consents.OfMany people, int listed, int unknown, List<Integer> unknownLines) {}

    /**
     * Writes down that all people of a list said the same, all or nothing.
     *
     * @return with what is wrong with it, all at once; nothing is written then
     */
    public OfList sayAll(ListedPeople listed, Saying saying) {
        List<Fault> faults = new ArrayList<>();
        Optional<Wish> wish = wish(saying, faults);
        if (wish.isEmpty()) {
            return new OfList(
                    new Consents.OfMany(faults, 0, 0, 0, 0), listed.names().size(), 0, List.of());
        }
        List<Named> found = new ArrayList<>();
        Consents.OfMany done = consents.sayAll(
                house,
                () -> {
                    Named named = rights.named(house.id(), listed.names());
                    found.add(named);
                    return named.persons();
                },
                wish.get(),
                actor);
        int unknown = found.stream().mapToInt(Named::unknown).sum();
        List<Integer> lines = found.stream()
                .flatMap(named -> named.firstUnknown().stream())
                .map(listed.lines()::get)
                .toList();
        return new OfList(done, listed.names().size(), unknown, lines);
    }

    private static Optional<Wish> wish(Saying saying, List<Fault> faults) {
        Optional<Said> said = Said.of(text(saying.said()));
        if (said.isEmpty()) {
            String choices = String.join(
                    ", ", Arrays.stream(Said.values()).map(Said::key).toList());
            faults.add(new Fault("said", "consent-choice", List.of(choices)));
        }
        LocalDate until = day(faults, saying.until());
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wish(
                said.orElseThrow(),
                list(saying.purposes()),
                list(saying.channels()),
                text(saying.way()),
                saying.wording(),
                text(saying.language()).isEmpty() ? null : saying.language(),
                until));
    }

    private static @Nullable LocalDate day(List<Fault> faults, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            faults.add(new Fault("until", "consent-day", List.of(text.strip())));
            return null;
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> list(@Nullable List<String> list) {
        return list == null ? List.of() : list.stream().map(ConsentDesk::text).toList();
    }

    /** The same faults, told by the API. */
    static Refused refused(List<Fault> faults) {
        return new Refused(
                422,
                "consent-refused",
                faults.stream()
                        .map(fault -> new Problem(
                                fault.code(),
                                Problem.Severity.STOPS_RUN,
                                new Place("", 0, fault.field(), null),
                                fault.arguments()))
                        .toList());
    }

    /**
     * A receipt to be handed to the person.
     *
     * @param language two letters
     * @throws Refused 404 {@code person-unknown} or {@code consent-nothing-said}
     */
    public Map<String, Object> receipt(long person, String language) {
        known(person);
        Map<String, Object> receipt =
                consents.receipt(house, person, language).orElseThrow(() -> new Refused(404, "consent-nothing-said"));
        note("consent-receipt", person);
        return receipt;
    }

    private void known(long person) {
        if (!rights.knows(house.id(), person)) {
            throw new Refused(404, "person-unknown");
        }
    }

    private void note(String action, long person) {
        audit.write(actor, house.id(), action, PeopleDesk.PURPOSE, Audit.people(List.of(person)));
    }
}

package org.foyer.hub.governance.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.ConsentChoices.Choice;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Purposes;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Consents kept in the register; what can be agreed to comes from the jar. */
public final class RegisterConsents implements Consents {

    /** The purpose under which the audit keeps it. */
    private static final String PURPOSE = "rights-of-people";

    private static final Fault WORDINGS_FULL = new Fault("wording", "consent-wordings-too-many", List.of());

    /** Read at the first question: the start of a node needs none of it. */
    private static final class Shipped {
        static final ConsentChoices CHOICES = ConsentFile.shipped();
    }

    private final Register register;
    private final Clock clock;
    private final Purposes purposes;
    private final RegisterAudit audit;

    /** @param purposes where the house said who answers for its data, which a receipt tells */
    public RegisterConsents(Register register, Clock clock, Purposes purposes, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.purposes = purposes;
        this.audit = audit;
    }

    @Override
    public ConsentChoices choices() {
        return Shipped.CHOICES;
    }

    private LocalDate today(House house) {
        return LocalDate.ofInstant(clock.instant(), house.zone());
    }

    @Override
    public List<Fault> say(House house, long person, Wish wish, Actor actor, BooleanSupplier known) {
        Wish written = ConsentFaults.written(wish);
        List<Fault> faults = ConsentFaults.of(written, choices(), today(house));
        if (!faults.isEmpty()) {
            return faults;
        }
        return register.write(handle -> {
            if (!known.getAsBoolean()) {
                return List.of(new Fault("person", "person-unknown", List.of()));
            }
            OfPerson before = of(handle, house, person);
            ConsentWordings wordings = new ConsentWordings(handle, house.id());
            Optional<Fault> refused =
                    written.said() == Said.GIVEN ? refused(before, written, wordings) : Optional.empty();
            if (refused.isPresent()) {
                return List.of(refused.get());
            }
            List<Stand> changed = before.stands().stream()
                    .filter(stand -> isMeant(stand, written) && changes(stand.standing(), written.said()))
                    .toList();
            if (!changed.isEmpty()) {
                keep(handle, house, person, written, changed, wordings, actor);
            }
            return List.of();
        });
    }

    @Override
    public OfMany sayAll(House house, Supplier<? extends Collection<Long>> persons, Wish wish, Actor actor) {
        Wish written = ConsentFaults.written(wish);
        List<Fault> faults = ConsentFaults.of(written, choices(), today(house));
        if (!faults.isEmpty()) {
            return new OfMany(faults, 0, 0, 0, 0);
        }
        return register.write(handle -> {
            Set<Long> people = new HashSet<>(persons.get());
            ConsentWordings wordings = new ConsentWordings(handle, house.id());
            if (wordings.full() && isNewWording(written, wordings)) {
                return new OfMany(List.of(WORDINGS_FULL), 0, 0, 0, 0);
            }
            long now = clock.millis();
            Map<String, Long> shown = wordings(wordings, written, actor, now);
            OfMany done = new ConsentsOfMany(handle, house.id(), written, shown, actor, now).write(people);
            if (done.written() > 0) {
                audit.append(
                        handle,
                        actor,
                        house.id(),
                        "consent-" + written.said().key(),
                        PURPOSE,
                        told(written, done.written() + " people"));
            }
            return done;
        });
    }

    @Override
    public OfFile sayOfFile(House house, int run, List<FileCell> cells, Actor actor) {
        for (FileCell cell : cells) {
            known(cell.purpose(), cell.channel());
        }
        return register.write(handle -> {
            long now = clock.millis();
            Map<String, Long> newest = new ConsentWordings(handle, house.id()).newestNumbers();
            OfFile done = new ConsentsOfFile(handle, house.id(), house.zone(), run, newest, actor, now).write(cells);
            if (done.written() > 0) {
                audit.append(
                        handle,
                        actor,
                        house.id(),
                        "consent-file",
                        PURPOSE,
                        "run " + run + ": " + done.written() + " said");
            }
            return done;
        });
    }

    @Override
    public long takeBack(House house, int run, Actor actor) {
        return register.write(handle -> {
            long gone = new ConsentLog(handle, house.id()).takeBack(run);
            if (gone > 0) {
                audit.append(
                        handle,
                        actor,
                        house.id(),
                        "consent-file-undone",
                        PURPOSE,
                        "run " + run + ": " + gone + " said");
            }
            return gone;
        });
    }

    private void known(String purpose, String channel) {
        if (ConsentChoices.find(choices().purposes(), purpose).isEmpty()
                || ConsentChoices.find(choices().channels(), channel).isEmpty()) {
            throw new IllegalArgumentException("no such purpose or channel: " + purpose + ", " + channel);
        }
    }

    private static boolean isMeant(Stand stand, Wish wish) {
        return wish.purposes().contains(stand.purpose()) && wish.channels().contains(stand.channel());
    }

    /** A consent is renewed; an objection is not made weaker by withdrawing as well. */
    private static boolean changes(Standing now, Said said) {
        return switch (said) {
            case GIVEN -> true;
            case WITHDRAWN -> now != Standing.WITHDRAWN && now != Standing.OBJECTED;
            case OBJECTED -> now != Standing.OBJECTED;
        };
    }

    /** What only the register can tell of a consent. */
    private static Optional<Fault> refused(OfPerson before, Wish wish, ConsentWordings wordings) {
        boolean fromFile = wish.way().equals(FILE);
        if (fromFile && before.stands().stream().anyMatch(stand -> isMeant(stand, wish) && isSaidHere(stand))) {
            return Optional.of(new Fault("way", "consent-file-late", List.of()));
        }
        long given = before.events().stream()
                .filter(event -> event.said() == Said.GIVEN)
                .count();
        if (given + (long) wish.purposes().size() * wish.channels().size() > CONSENTS_MAX) {
            return Optional.of(new Fault("said", "consents-too-many", List.of(Integer.toString(CONSENTS_MAX))));
        }
        return isNewWording(wish, wordings) && wordings.full() ? Optional.of(WORDINGS_FULL) : Optional.empty();
    }

    private static boolean isNewWording(Wish wish, ConsentWordings wordings) {
        return wish.said() == Said.GIVEN
                && wish.purposes().stream()
                        .anyMatch(purpose -> wordings.known(purpose, text(wish.language()), text(wish.wording()))
                                .isEmpty());
    }

    /** Whether something else than a consent from a file was said of it. */
    private static boolean isSaidHere(Stand stand) {
        Event by = stand.by();
        return by != null && (by.said() != Said.GIVEN || !by.way().equals(FILE));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void keep(
            Handle handle,
            House house,
            long person,
            Wish wish,
            List<Stand> changed,
            ConsentWordings wordings,
            Actor actor) {
        long now = clock.millis();
        Map<String, Long> shown = wordings(wordings, wish, actor, now);
        ConsentLog log = new ConsentLog(handle, house.id());
        changed.forEach(stand ->
                log.add(person, stand.purpose(), stand.channel(), wish, shown.get(stand.purpose()), actor, now));
        audit.append(
                handle,
                actor,
                house.id(),
                "consent-" + wish.said().key(),
                PURPOSE,
                told(wish, Audit.people(List.of(person))));
    }

    /** The numbers of the wording, kept where it is new, by purpose; empty for what is no consent. */
    private static Map<String, Long> wordings(ConsentWordings wordings, Wish wish, Actor actor, long now) {
        Map<String, Long> shown = new HashMap<>();
        String text = wish.wording();
        if (text != null) {
            for (String purpose : wish.purposes()) {
                OptionalLong known = wordings.known(purpose, text(wish.language()), text);
                shown.put(
                        purpose,
                        known.isPresent()
                                ? known.getAsLong()
                                : wordings.add(purpose, text(wish.language()), text, actor.login(), now));
            }
        }
        return shown;
    }

    private static String told(Wish wish, String who) {
        return "%s by %s, said %s, %s"
                .formatted(String.join(" ", wish.purposes()), String.join(" ", wish.channels()), wish.way(), who);
    }

    @Override
    public OfPerson of(House house, long person) {
        return register.read(handle -> of(handle, house, person));
    }

    private OfPerson of(Handle handle, House house, long person) {
        ConsentLog log = new ConsentLog(handle, house.id());
        List<Event> events = log.events(person);
        Set<Long> counting = events.isEmpty() ? Set.of() : log.counting(person);
        Map<String, Event> by = new HashMap<>();
        events.stream()
                .filter(event -> counting.contains(event.number()))
                .forEach(event -> by.put(event.purpose() + " " + event.channel(), event));
        List<Stand> stands = new ArrayList<>();
        for (Choice purpose : choices().purposes()) {
            for (Choice channel : choices().channels()) {
                Event event = by.get(purpose.id() + " " + channel.id());
                stands.add(new Stand(purpose.id(), channel.id(), standing(event, today(house)), event));
            }
        }
        return new OfPerson(List.copyOf(stands), events);
    }

    private static Standing standing(@Nullable Event event, LocalDate today) {
        if (event == null) {
            return Standing.NOTHING;
        }
        return switch (event.said()) {
            case WITHDRAWN -> Standing.WITHDRAWN;
            case OBJECTED -> Standing.OBJECTED;
            case GIVEN -> event.until() != null && event.until().isBefore(today) ? Standing.EXPIRED : Standing.GIVEN;
        };
    }

    @Override
    public Optional<Map<String, Object>> receipt(House house, long person, String language) {
        OfPerson of = of(house, person);
        if (of.events().isEmpty()) {
            return Optional.empty();
        }
        Terms terms = purposes.terms(house.id());
        return Optional.of(new ConsentReceipt(house, terms, choices(), language, clock.instant()).of(person, of));
    }

    @Override
    public List<Use> uses(House house, long person) {
        return register.read(handle -> new ContactListRegister(handle, house.id()).of(person));
    }

    @Override
    public List<Count> counts(House house) {
        Map<String, ConsentLog.Total> totals = new LinkedHashMap<>();
        register.read(handle -> new ConsentLog(handle, house.id()).totals(today(house)))
                .forEach(total -> totals.put(total.purpose() + " " + total.channel(), total));
        List<Count> counts = new ArrayList<>();
        for (Choice purpose : choices().purposes()) {
            for (Choice channel : choices().channels()) {
                ConsentLog.Total total = totals.getOrDefault(
                        purpose.id() + " " + channel.id(), new ConsentLog.Total(purpose.id(), channel.id(), 0, 0));
                counts.add(new Count(purpose.id(), channel.id(), told(total.given()), told(total.objected())));
            }
        }
        return List.copyOf(counts);
    }

    private static @Nullable Long told(long people) {
        return SmallGroups.mayBeTold(people) ? people : null;
    }

    @Override
    public List<Wording> wordings(HouseId house) {
        List<Wording> newest = register.read(handle -> new ConsentWordings(handle, house).newest());
        return choices().purposes().stream()
                .flatMap(purpose ->
                        newest.stream().filter(wording -> wording.purpose().equals(purpose.id())))
                .toList();
    }

    @Override
    public List<Long> mayBeContacted(
            House house, Collection<Long> persons, String purpose, String channel, Instant at) {
        if (persons.size() > ASKED_MAX) {
            throw new IllegalArgumentException("a question about more than " + ASKED_MAX + " people");
        }
        known(purpose, channel);
        // for now everything counts that is written, also when the clock of the machine was set back meanwhile
        long before = at.isBefore(clock.instant()) ? at.toEpochMilli() + 1 : Long.MAX_VALUE;
        LocalDate day = LocalDate.ofInstant(at, house.zone());
        Set<Long> asked = new HashSet<>(persons);
        return register.read(handle -> new ConsentLog(handle, house.id()).given(asked, purpose, channel, before, day));
    }
}

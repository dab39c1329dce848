package org.foyer.hub.catalogue.internal.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.foyer.hub.catalogue.Agendas;
import org.foyer.hub.catalogue.Rehearsal;
import org.foyer.hub.catalogue.Rehearsal.Change;
import org.foyer.hub.model.Venue;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What differs between a programme and an agenda, and what follows. The same two, the same plan. */
final class Plan {

    /** In the order in which it is sent: what is there and no longer true comes first. */
    private static final List<Change> SENT = List.of(Change.UPDATE, Change.WITHDRAW, Change.CREATE);

    /**
     * One event.
     *
     * @param prepared null when it is no longer here
     * @param known null when nothing of it was ever sent
     */
    record Item(
            String thing,
            Change change,
            @Nullable Prepared prepared,
            @Nullable Thing known) {

        String title() {
            return prepared != null
                    ? prepared.show().title()
                    : Objects.requireNonNull(known).title();
        }
    }

    private final List<Item> items = new ArrayList<>();

    private Plan() {}

    /**
     * @param shows what is here, prepared for the agenda
     * @param whole whether these are all; else nothing is taken for gone
     * @param known what is known to be there, by name
     * @param again whether what was refused is to be tried once more
     */
    static Plan of(List<Prepared> shows, boolean whole, Map<String, Thing> known, LocalDate today, boolean again) {
        Plan plan = new Plan();
        Set<String> here = new HashSet<>();
        for (Prepared prepared : shows) {
            String thing = prepared.show().thing();
            here.add(thing);
            Thing there = known.get(thing);
            boolean isOver = prepared.show().last().isBefore(today)
                    && (there == null || there.last() == null || there.last().isBefore(today));
            if (!isOver) {
                plan.items.add(new Item(thing, change(prepared, there, again), prepared, there));
            }
        }
        if (whole) {
            known.values().stream()
                    .filter(thing -> !here.contains(thing.thing()) && (thing.isThere() || thing.isUncertain()))
                    .filter(thing -> thing.last() == null || !thing.last().isBefore(today))
                    .sorted(Comparator.comparing(Thing::thing))
                    .forEach(thing -> plan.items.add(new Item(thing.thing(), Change.WITHDRAW, null, thing)));
        }
        return plan;
    }

    /** Everything that stands there is to go, whether over or not. */
    static Plan nothing(Map<String, Thing> known) {
        Plan plan = new Plan();
        known.values().stream()
                .filter(thing -> thing.isThere() || thing.isUncertain())
                .sorted(Comparator.comparing(Thing::thing))
                .forEach(thing -> plan.items.add(new Item(thing.thing(), Change.WITHDRAW, null, thing)));
        return plan;
    }

    private static Change change(Prepared prepared, @Nullable Thing there, boolean again) {
        if (!prepared.lacks().isEmpty()) {
            return Change.LACKING;
        }
        String digest = prepared.digest();
        if (there == null) {
            return Change.CREATE;
        }
        if (there.isThere() && there.pending() == null && digest.equals(there.digest())) {
            return Change.NONE;
        }
        if (!again && digest.equals(there.refused())) {
            return Change.REFUSED;
        }
        return there.isThere() ? Change.UPDATE : Change.CREATE;
    }

    /** What is to be sent, in order. */
    List<Item> toSend() {
        return items.stream()
                .filter(item -> SENT.contains(item.change()))
                .sorted(Comparator.comparingInt(item -> SENT.indexOf(item.change())))
                .toList();
    }

    long count(Change change) {
        return items.stream().filter(item -> item.change() == change).count();
    }

    Rehearsal rehearsal() {
        return new Rehearsal(
                items.stream().map(Plan::event).toList(), Math.max(0, toSend().size() - Agendas.CHANGES_MAX));
    }

    private static Rehearsal.Event event(Item item) {
        Prepared prepared = item.prepared();
        Thing known = item.known();
        OutgoingShow show = prepared == null ? null : prepared.show();
        Venue venue = show == null ? null : show.venue();
        List<Problem> lacks = new ArrayList<>(prepared == null ? List.of() : prepared.lacks());
        if (known != null && known.problem() != null && lacks.isEmpty() && item.change() != Change.NONE) {
            lacks.add(known.problem());
        }
        return new Rehearsal.Event(
                item.thing(),
                show == null ? 0 : show.entry().production().id(),
                item.title(),
                venue == null ? null : venue.name(),
                show == null ? null : show.first(),
                show == null ? known == null ? null : known.last() : show.last(),
                show == null ? 0 : show.dates().size(),
                item.change(),
                known != null && known.isThere(),
                lacks,
                prepared == null ? List.of() : prepared.advice(),
                known == null ? null : known.link(),
                known == null ? null : known.sentAt());
    }
}

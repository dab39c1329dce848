package org.foyer.hub.governance.internal.grants;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.ShowGate;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Event;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrant.Step;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.grants.GrantFaults.Asked;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Requests and grants kept in the register. Each step is a line in the audit of either side that is of this node. */
public final class RegisterGrants implements ShowGrants {

    private final Register register;
    private final Clock clock;
    private final Houses houses;
    private final RegisterAudit audit;

    public RegisterGrants(Register register, Clock clock, Houses houses, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.houses = houses;
        this.audit = audit;
    }

    private LocalDate today(House house) {
        return LocalDate.ofInstant(clock.instant(), house.zone());
    }

    /** The day by the calendar of the house that plays it; of one elsewhere, by that of the house that asked. */
    public LocalDate today(ShowGrant grant) {
        HouseId house = grant.giver().house() != null
                ? grant.giver().house()
                : grant.asker().house();
        return house == null
                ? LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                : today(houses.byId(house).orElseThrow());
    }

    /** As it stands today, within a transaction of somebody else. */
    public Optional<ShowGrant> find(Handle handle, long id) {
        return new GrantTables(handle).find(id).map(this::standing);
    }

    private ShowGrant standing(ShowGrant kept) {
        return kept.with(
                GrantSteps.on(today(kept), kept.state(), kept.wantedUntil(), kept.terms()),
                kept.terms(),
                kept.reason());
    }

    @Override
    public List<ShowGrant> received(HouseId house) {
        return register.read(handle -> new GrantTables(handle).of("house", house)).stream()
                .map(this::standing)
                .toList();
    }

    @Override
    public List<ShowGrant> sent(HouseId house) {
        return register.read(handle -> new GrantTables(handle).of("asker", house)).stream()
                .map(this::standing)
                .toList();
    }

    @Override
    public Optional<ShowGrant> find(HouseId house, long id) {
        return register.read(handle -> new GrantTables(handle).find(id))
                .filter(grant -> house.equals(grant.giver().house())
                        || house.equals(grant.asker().house()))
                .map(this::standing);
    }

    @Override
    public List<Fault> faults(Show show, Wish wish) {
        GrantFaults faults = new GrantFaults(LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
        faults.asked(show, wish);
        return List.copyOf(faults.faults);
    }

    @Override
    public Done ask(House giver, Side asker, String node, @Nullable String uid, Show show, Wish wish, Actor actor) {
        GrantFaults reading = new GrantFaults(today(giver));
        Asked asked = reading.asked(show, wish);
        if (node.isEmpty() && giver.id().equals(asker.house())) {
            reading.faults.add(new Fault("show", "grant-own-show"));
        }
        if (!reading.faults.isEmpty()) {
            return Done.refused(reading.faults);
        }
        return register.write(handle -> {
            GrantTables tables = new GrantTables(handle);
            Optional<ShowGrant> known = tables.find(node, giver.slug(), asker.slug(), show.id());
            if (known.isEmpty() && isFull(tables, giver, asker)) {
                return Done.refused("show", "grants-too-many", Integer.toString(REQUESTS_MAX));
            }
            return known.isPresent()
                    ? again(tables, known.get(), asker, show, asked, actor)
                    : anew(tables, giver, asker, node, uid, show, asked, actor);
        });
    }

    private static boolean isFull(GrantTables tables, House giver, Side asker) {
        return tables.count("house", giver.id()) >= REQUESTS_MAX
                || asker.house() != null && tables.count("asker", asker.house()) >= REQUESTS_MAX;
    }

    private Done anew(
            GrantTables tables,
            House giver,
            Side asker,
            String node,
            @Nullable String uid,
            Show show,
            Asked asked,
            Actor actor) {
        if (uid != null && tables.find(uid).isPresent()) {
            return Done.refused("uid", "grant-unknown", uid);
        }
        Instant now = clock.instant();
        ShowGrant grant = new ShowGrant(
                0,
                uid == null ? "urn:uuid:" + UUID.randomUUID() : uid,
                new Side(giver.id(), giver.slug(), giver.name()),
                asker,
                node,
                show.id(),
                show.title(),
                asked.tour(),
                asked.why(),
                asked.figures(),
                asked.until(),
                State.ASKED,
                null,
                null,
                now,
                now,
                List.of());
        long id = tables.add(grant);
        Event event =
                new Event(now, Step.ASK, State.ASKED, asked.figures(), null, asked.until(), null, words(asked.why()));
        tables.addEvent(id, 1, event);
        return told(tables, id, event, actor);
    }

    private Done again(GrantTables tables, ShowGrant kept, Side asker, Show show, Asked asked, Actor actor) {
        ShowGrant before = standing(kept);
        Instant now = clock.instant();
        State next = GrantSteps.after(before.state(), Step.ASK).orElseThrow();
        ShowGrant changed = new ShowGrant(
                kept.id(),
                kept.uid(),
                kept.giver(),
                new Side(kept.asker().house(), asker.slug(), asker.name()),
                kept.node(),
                kept.show(),
                show.title(),
                asked.tour(),
                asked.why(),
                asked.figures(),
                asked.until(),
                next,
                kept.terms(),
                kept.reason(),
                now,
                now,
                kept.history());
        return happened(
                tables,
                changed,
                new Event(now, Step.ASK, next, asked.figures(), null, asked.until(), null, words(asked.why())),
                actor);
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public Done grant(House giver, long id, Granting granting, Actor actor) {
        return ofGiver(giver, id, Step.GRANT, actor, (found, faults) -> {
            Terms terms = faults.terms(found, granting);
            return new Said(terms, words(granting.words()));
        });
    }

    @Override
    public Done decline(House giver, long id, @Nullable String reason, Actor actor) {
        return ofGiver(
                giver,
                id,
                Step.DECLINE,
                actor,
                (found, faults) -> new Said(found.terms(), words(faults.reason(reason))));
    }

    @Override
    public Done stop(House giver, long id, @Nullable String reason, Actor actor) {
        return ofGiver(
                giver, id, Step.STOP, actor, (found, faults) -> new Said(found.terms(), words(faults.reason(reason))));
    }

    /** What the house says. */
    private record Said(@Nullable Terms terms, @Nullable String words) {}

    private interface Saying {
        Said of(ShowGrant found, GrantFaults faults);
    }

    private Done ofGiver(House giver, long id, Step step, Actor actor, Saying saying) {
        return register.write(handle -> {
            GrantTables tables = new GrantTables(handle);
            ShowGrant found = tables.find(id)
                    .filter(one -> giver.id().equals(one.giver().house()))
                    .map(this::standing)
                    .orElse(null);
            if (found == null) {
                return Done.refused("grant", "grant-unknown", Long.toString(id));
            }
            GrantFaults faults = new GrantFaults(today(giver));
            Said said = saying.of(found, faults);
            return faults.faults.isEmpty() ? step(tables, found, step, said, actor) : Done.refused(faults.faults);
        });
    }

    @Override
    public Done withdraw(HouseId asker, long id, Actor actor) {
        return register.write(handle -> {
            GrantTables tables = new GrantTables(handle);
            return withdrawn(
                    tables,
                    tables.find(id)
                            .filter(one ->
                                    one.playedHere() && asker.equals(one.asker().house())),
                    actor);
        });
    }

    @Override
    public Optional<ShowGrant> from(String node, String uid) {
        return register.read(handle -> new GrantTables(handle).find(uid))
                .filter(grant -> grant.node().equals(node) && grant.giver().house() != null)
                .map(this::standing);
    }

    @Override
    public Done withdrawFrom(String node, String uid, Actor actor) {
        return register.write(handle -> {
            GrantTables tables = new GrantTables(handle);
            return withdrawn(
                    tables,
                    tables.find(uid)
                            .filter(one ->
                                    one.node().equals(node) && one.giver().house() != null),
                    actor);
        });
    }

    private Done withdrawn(GrantTables tables, Optional<ShowGrant> kept, Actor actor) {
        return kept.map(this::standing)
                .map(found -> step(tables, found, Step.WITHDRAW, new Said(found.terms(), found.reason()), actor))
                .orElseGet(() -> Done.refused("grant", "grant-unknown", ""));
    }

    private Done step(GrantTables tables, ShowGrant found, Step step, Said said, Actor actor) {
        Optional<State> next = GrantSteps.after(found.state(), step);
        if (next.isEmpty()) {
            return Done.refused("grant", "grant-not-now", found.state().key());
        }
        Instant now = clock.instant();
        Terms terms = step == Step.GRANT ? said.terms() : null;
        Event event = new Event(
                now,
                step,
                next.get(),
                terms == null ? java.util.Set.of() : terms.figures(),
                terms == null ? null : terms.from(),
                terms == null ? null : terms.until(),
                terms == null ? null : Integer.valueOf(terms.delay()),
                step.byAsker() ? null : said.words());
        return happened(tables, found.with(next.get(), said.terms(), said.words()), event, actor);
    }

    private Done happened(GrantTables tables, ShowGrant changed, Event event, Actor actor) {
        if (changed.history().size() >= EVENTS_MAX && event.step() != Step.STOP && event.step() != Step.WITHDRAW) {
            return Done.refused("grant", "grant-events", Integer.toString(EVENTS_MAX));
        }
        tables.change(changed.changedAt(event.at()));
        tables.addEvent(changed.id(), changed.history().size() + 1, event);
        return told(tables, changed.id(), event, actor);
    }

    private Done told(GrantTables tables, long id, Event event, Actor actor) {
        ShowGrant grant = standing(tables.find(id).orElseThrow());
        for (Side side : List.of(grant.giver(), grant.asker())) {
            if (side.house() != null) {
                audit.append(
                        tables.handle(),
                        actor,
                        side.house(),
                        "show-" + event.step().key(),
                        ShowGate.PURPOSE,
                        detail(grant));
            }
        }
        return new Done(grant, List.of());
    }

    /** What the audit says of it. */
    static String detail(ShowGrant grant) {
        List<String> parts = new ArrayList<>(List.of(
                "show " + grant.show(),
                "of " + grant.giver().slug(),
                "for " + grant.asker().slug() + (grant.node().isEmpty() ? "" : ", other side on " + grant.node()),
                grant.state().key()));
        Terms terms = grant.terms();
        if (grant.state() == State.GRANTED && terms != null) {
            parts.add(ShowGrants.text(terms));
        }
        return String.join(", ", parts);
    }

    @Override
    public ShowGrant mirror(House asker, ShowGrant told, Actor actor) {
        return register.write(
                handle -> standing(new GrantMirror(new GrantTables(handle), audit).keep(asker, told, actor)));
    }

    @Override
    public void keepAnswer(long id, String body) {
        // by any calendar
        String over = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                .minusDays(1)
                .toString();
        register.write(handle -> handle.execute(
                        "delete from show_answer where of_grant in (select id from show_grant where until_day < ?)",
                        over)
                + handle.execute("""
                insert into show_answer (of_grant, answered_at, body) values (?, ?, ?)
                on conflict (of_grant) do update set answered_at = excluded.answered_at, body = excluded.body
                """, id, clock.millis(), body));
    }

    @Override
    public Optional<Answered> answer(long id) {
        return register.read(handle -> handle.createQuery(
                        "select answered_at, body from show_answer where of_grant = :id")
                .bind("id", id)
                .map((row, context) ->
                        new Answered(Instant.ofEpochMilli(row.getLong("answered_at")), row.getString("body")))
                .findOne());
    }
}

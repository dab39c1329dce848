package org.foyer.hub.governance.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGate;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrant.Terms;
import org.foyer.hub.governance.internal.grants.RegisterGrants;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the side of the gate for single shows. Whether a grant holds is looked at each time, so that a stop is a stop at once. */
public final class RegisterShowGate implements ShowGate {

    /** Codes of why nothing is told; each with a sentence. */
    static final String NOT_GRANTED = "show-not-granted";

    static final String NOT_YET = "show-not-yet";
    static final String OTHER_DAYS = "show-other-days";
    static final String TOO_FEW = "too-few-buyers";

    private final Register register;
    private final Clock clock;
    private final Houses houses;
    private final RegisterGrants grants;
    private final RegisterAudit audit;
    private final Secrets secrets;

    public RegisterShowGate(
            Register register,
            Clock clock,
            SecureRandom random,
            Houses houses,
            RegisterGrants grants,
            RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.houses = houses;
        this.grants = grants;
        this.audit = audit;
        this.secrets = new Secrets(random);
    }

    @Override
    public Optional<Opening> open(Actor actor, long id, @Nullable LocalDate asOf) {
        return register.write(handle ->
                grants.find(handle, id).filter(ShowGrant::playedHere).map(grant -> opened(handle, actor, grant, asOf)));
    }

    private Opening opened(Handle handle, Actor actor, ShowGrant grant, @Nullable LocalDate asOf) {
        Terms terms = grant.terms();
        if (grant.state() != State.GRANTED || terms == null) {
            return new Opening(null, NOT_GRANTED);
        }
        LocalDate today = grants.today(grant);
        LocalDate last = today.minusDays(terms.delay());
        if (last.isBefore(terms.from())) {
            return new Opening(null, NOT_YET);
        }
        LocalDate day = asOf == null ? last : asOf;
        boolean daily = terms.figures().contains(ShowFigure.DAILY_SALES);
        if (day.isBefore(terms.from()) || day.isAfter(last) || !daily && day.isBefore(last)) {
            return new Opening(null, OTHER_DAYS);
        }
        if (handle.execute(
                        "update show_grant set given_day = ? where id = ? and (given_day is null or given_day <> ?)",
                        today.toString(),
                        grant.id(),
                        today.toString())
                > 0) {
            audit.append(
                    handle,
                    actor,
                    grant.giver().house(),
                    "show-figures-given",
                    PURPOSE,
                    "show %s, for %s%s, as of %s, %s"
                            .formatted(
                                    grant.show(),
                                    grant.asker().slug(),
                                    grant.node().isEmpty() ? "" : " on " + grant.node(),
                                    day,
                                    ShowFigure.text(terms.figures())));
        }
        return new Opening(new Window(grant, grant.show(), terms.figures(), terms.from(), day), null);
    }

    @Override
    public Told people(Window window, String show, Counting counting) {
        HouseId giver = window.grant().giver().house();
        if (giver == null || window.figures().stream().noneMatch(ShowFigure::ofPeople)) {
            return new Told(null, NOT_GRANTED);
        }
        House house = houses.byId(giver).orElseThrow();
        ShowPublications published = new ShowPublications(register, secrets, clock, house, show);
        return published
                .told(window.from(), window.asOf(), counting)
                .map(people -> new Told(granted(people, window), null))
                .orElseGet(() -> new Told(null, TOO_FEW));
    }

    /** Without what the house did not grant. */
    private static People granted(People people, Window window) {
        boolean first = window.figures().contains(ShowFigure.FIRST_TIMERS);
        boolean catchment = window.figures().contains(ShowFigure.CATCHMENT);
        return new People(
                people.day(),
                people.about(),
                first ? people.firstTimers() : null,
                first ? people.years() : 0,
                catchment ? people.bands() : java.util.List.of());
    }
}

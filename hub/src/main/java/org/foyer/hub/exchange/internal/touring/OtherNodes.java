package org.foyer.hub.exchange.internal.touring;

import java.time.LocalDate;
import java.util.Optional;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Tour.Away;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.exchange.Tours.Peers;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Look;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Told;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Answered;
import org.foyer.hub.insight.ShowSheet;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Requests of houses of this node to houses of others: how they stand there, and the last answer of each. */
final class OtherNodes {

    /** Codes of why there is no answer of today. */
    static final String AWAY = "node-away";

    static final String REFUSED = "node-refused";

    private final ShowGrants grants;

    OtherNodes(ShowGrants grants) {
        this.grants = grants;
    }

    /** Kept as the other node tells it, under the names that this node knows. @throws GrantRefused when it is about something else */
    ShowGrant mirrored(House asker, String node, String uid, ShowGrant told, Actor actor) {
        if (!told.uid().equals(uid) || !told.asker().slug().equals(asker.slug())) {
            throw new GrantRefused("grant-message");
        }
        ShowGrant own = new ShowGrant(
                0,
                uid,
                new Side(null, told.giver().slug(), told.giver().name()),
                new Side(asker.id(), asker.slug(), asker.name()),
                node,
                told.show(),
                told.title(),
                told.tour(),
                told.why(),
                told.wanted(),
                told.wantedUntil(),
                told.state(),
                told.terms(),
                told.reason(),
                told.askedAt(),
                told.changedAt(),
                told.history());
        return grants.mirror(asker, own, actor);
    }

    Stop look(House asker, ShowGrant grant, @Nullable LocalDate asOf, Peers peers, Actor actor) {
        String body = peers.call(grant.node(), GrantBodies.LOOK, GrantBodies.write(new Look(grant.uid(), asOf)));
        Told told = GrantBodies.read(body, Told.class);
        if (told.grant() == null || !told.grant().show().equals(grant.show())) {
            throw new GrantRefused("grant-message");
        }
        ShowGrant now = mirrored(asker, grant.node(), grant.uid(), told.grant(), actor);
        grants.keepAnswer(now.id(), body);
        return new Stop(now, told.sheet(), told.withheld(), null);
    }

    /** The last answer of a node that is away: as long as what was granted then holds today, and for no other day. */
    Stop last(ShowGrant grant, @Nullable LocalDate asOf) {
        Optional<Answered> kept = grants.answer(grant.id());
        Away away = new Away(kept.map(Answered::at).orElse(null));
        ShowSheet sheet = grant.state() != State.GRANTED
                ? null
                : kept.map(one -> GrantBodies.read(one.body(), Told.class).sheet())
                        .filter(one -> asOf == null || one.asOf().equals(asOf))
                        .orElse(null);
        return new Stop(grant, sheet, sheet == null ? AWAY : null, away);
    }
}

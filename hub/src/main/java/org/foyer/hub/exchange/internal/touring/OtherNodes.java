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

    /** Characters of a name or title from another node. */
    static final int TEXT_CHARACTERS_MAX = 1_000;

    private final ShowGrants grants;

    OtherNodes(ShowGrants grants) {
        this.grants = grants;
    }

    /**
     * What this node knows of a request before the other node tells how it stands.
     *
     * @param giver short name of the house there
     */
    record Known(String node, String uid, String giver, String show) {}

    /** Kept as the other node tells it, under the names that this node knows. @throws GrantRefused when it is about something else */
    ShowGrant mirrored(House asker, Known known, ShowGrant told, Actor actor) {
        if (!isWhole(told) || !isAbout(known, asker, told)) {
            throw new GrantRefused("grant-message");
        }
        String node = known.node();
        String uid = known.uid();
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

    private static boolean isAbout(Known known, House asker, ShowGrant told) {
        return known.uid().equals(told.uid())
                && known.giver().equals(told.giver().slug())
                && known.show().equals(told.show())
                && asker.slug().equals(told.asker().slug());
    }

    /** What JSON lacks is null, whatever the record says; and no text is longer than one of this node would be. */
    private static boolean isWhole(ShowGrant told) {
        return told.giver() != null
                && told.asker() != null
                && told.state() != null
                && told.wantedUntil() != null
                && told.askedAt() != null
                && told.changedAt() != null
                && (told.terms() == null
                        || told.terms().from() != null && told.terms().until() != null)
                && told.history().stream()
                        .allMatch(one -> one.at() != null && one.step() != null && one.became() != null)
                && fits(told.giver().name(), TEXT_CHARACTERS_MAX)
                && fits(told.title(), TEXT_CHARACTERS_MAX)
                && fits(told.tour(), ShowGrants.TOUR_CHARACTERS_MAX)
                && fits(told.why(), ShowGrants.WORDS_CHARACTERS_MAX)
                && (told.reason() == null || fits(told.reason(), ShowGrants.WORDS_CHARACTERS_MAX));
    }

    private static boolean fits(@Nullable String text, int most) {
        return text != null && text.length() <= most;
    }

    Stop look(House asker, ShowGrant grant, @Nullable LocalDate asOf, Peers peers, Actor actor) {
        String body = peers.call(grant.node(), GrantBodies.LOOK, GrantBodies.write(new Look(grant.uid(), asOf)));
        Told told = GrantBodies.read(body, Told.class);
        if (told.grant() == null) {
            throw new GrantRefused("grant-message");
        }
        ShowGrant now = mirrored(asker, known(grant), told.grant(), actor);
        grants.keepAnswer(now.id(), body);
        return new Stop(now, told.sheet(), told.withheld(), null);
    }

    static Known known(ShowGrant grant) {
        return new Known(grant.node(), grant.uid(), grant.giver().slug(), grant.show());
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

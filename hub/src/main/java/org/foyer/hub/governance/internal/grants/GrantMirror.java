package org.foyer.hub.governance.internal.grants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ShowGate;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Event;
import org.foyer.hub.governance.ShowGrant.State;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.model.House;

/** Keeps how a request to a house of another node stands there, with a line in the audit for each step that is new here. */
final class GrantMirror {

    private final GrantTables tables;
    private final RegisterAudit audit;

    GrantMirror(GrantTables tables, RegisterAudit audit) {
        this.tables = tables;
        this.audit = audit;
    }

    /** What is kept: whether its days are over is for the reader to say, on either node by the same rule. */
    ShowGrant keep(House asker, ShowGrant told, Actor actor) {
        List<Event> history = told.history().subList(0, Math.min(told.history().size(), ShowGrants.EVENTS_MAX));
        Optional<ShowGrant> known = tables.find(told.node(), told.giver().slug(), asker.slug(), told.show());
        if (known.isPresent() && isKnown(known.get(), told)) {
            return known.get();
        }
        State kept = history.isEmpty()
                ? State.ASKED
                : history.get(history.size() - 1).became();
        ShowGrant own = told.with(kept, told.terms(), told.reason());
        long id = known.map(ShowGrant::id).orElseGet(() -> tables.add(own));
        if (known.isPresent()) {
            tables.change(own.numbered(id));
        }
        tables.replaceHistory(id, history);
        if (kept != State.GRANTED) {
            tables.handle().execute("delete from show_answer where of_grant = ?", id);
        }
        ShowGrant after = tables.find(id).orElseThrow();
        int before = known.map(one -> one.history().size()).orElse(0);
        history.subList(Math.min(before, history.size()), history.size())
                .forEach(event -> write(asker, after, event, actor));
        return after;
    }

    private static boolean isKnown(ShowGrant known, ShowGrant told) {
        return known.changedAt().equals(told.changedAt())
                && known.history().size() == told.history().size()
                && known.uid().equals(told.uid());
    }

    private void write(House asker, ShowGrant after, Event event, Actor actor) {
        Actor who = event.step().byAsker() ? actor : new Actor("node " + after.node(), false, Map.of(), true);
        audit.append(
                tables.handle(),
                who,
                asker.id(),
                "show-" + event.step().key(),
                ShowGate.PURPOSE,
                RegisterGrants.detail(after));
    }
}

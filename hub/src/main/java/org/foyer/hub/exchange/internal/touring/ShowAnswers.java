package org.foyer.hub.exchange.internal.touring;

import java.util.List;
import java.util.Map;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Tours.Found;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Ask;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Find;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Look;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Told;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Withdraw;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.governance.ShowGrants.Show;
import org.foyer.hub.insight.ShowFigures;
import org.jspecify.annotations.Nullable;

/** What this node answers to others: of a request only to the node that made it. */
final class ShowAnswers {

    /** Short names of houses, as every node makes them. */
    private static final String SLUG = "[a-z0-9][a-z0-9-]{0,99}";

    private static final String UID = "urn:uuid:[0-9a-f-]{36}";
    private static final int NAME_CHARACTERS_MAX = 200;

    private final ShowGrants grants;
    private final ShowFigures figures;
    private final ShowDesk desk;

    ShowAnswers(ShowGrants grants, ShowFigures figures, ShowDesk desk) {
        this.grants = grants;
        this.figures = figures;
        this.desk = desk;
    }

    String answer(String caller, String step, String json) {
        Actor actor = new Actor("node " + caller, false, Map.of(), true);
        return switch (step) {
            case GrantBodies.FIND ->
                GrantBodies.write(
                        desk.find(required(GrantBodies.read(json, Find.class).id())));
            case GrantBodies.ASK -> told(ask(caller, GrantBodies.read(json, Ask.class), actor));
            case GrantBodies.WITHDRAW ->
                told(grants.withdrawFrom(
                        caller, required(GrantBodies.read(json, Withdraw.class).uid()), actor));
            case GrantBodies.LOOK -> look(caller, GrantBodies.read(json, Look.class), actor);
            default -> throw new GrantRefused("grant-message");
        };
    }

    /** What JSON lacks is null, whatever the record says. */
    private static String required(@Nullable String text) {
        if (text == null) {
            throw new GrantRefused("grant-message");
        }
        return text;
    }

    private Done ask(String caller, Ask ask, Actor actor) {
        String name = required(ask.houseName()).strip();
        if (!required(ask.house()).matches(SLUG)
                || !required(ask.uid()).matches(UID)
                || name.isEmpty()
                || name.length() > NAME_CHARACTERS_MAX
                || ask.wish() == null) {
            throw new GrantRefused("grant-message");
        }
        Found found = desk.find(required(ask.id()));
        Show show = new Show(found.id(), found.title());
        return grants.ask(
                desk.house(found), new Side(null, ask.house(), name), caller, ask.uid(), show, ask.wish(), actor);
    }

    private String told(Done done) {
        ShowGrant grant = done.grant();
        return GrantBodies.write(new Told(grant == null ? null : outside(grant), done.faults(), null, null));
    }

    /** Without the numbers that only this node understands. */
    private static ShowGrant outside(ShowGrant grant) {
        return new ShowGrant(
                0,
                grant.uid(),
                new Side(null, grant.giver().slug(), grant.giver().name()),
                new Side(null, grant.asker().slug(), grant.asker().name()),
                "",
                grant.show(),
                grant.title(),
                grant.tour(),
                grant.why(),
                grant.wanted(),
                grant.wantedUntil(),
                grant.state(),
                grant.terms(),
                grant.reason(),
                grant.askedAt(),
                grant.changedAt(),
                grant.history());
    }

    private String look(String caller, Look asked, Actor actor) {
        ShowGrant grant =
                grants.from(caller, required(asked.uid())).orElseThrow(() -> new GrantRefused("grant-message"));
        ShowFigures.Look look = figures.look(actor, grant.id(), asked.asOf());
        return GrantBodies.write(new Told(outside(grant), List.of(), look.sheet(), look.withheld()));
    }
}

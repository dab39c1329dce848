package org.foyer.hub.exchange.internal.touring;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Tour;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.exchange.Tours;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Ask;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Find;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Told;
import org.foyer.hub.exchange.internal.touring.GrantBodies.Withdraw;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.governance.ShowGrant.Side;
import org.foyer.hub.governance.ShowGrants;
import org.foyer.hub.governance.ShowGrants.Done;
import org.foyer.hub.governance.ShowGrants.Show;
import org.foyer.hub.governance.ShowGrants.Wish;
import org.foyer.hub.governance.Touring;
import org.foyer.hub.insight.ShowFigures;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Asks in the name of a company and answers in that of the node, here and over there by the same rules. */
public final class AskedTours implements Tours {

    private final ShowGrants grants;
    private final ShowFigures figures;
    private final ShowDesk desk;
    private final Supplier<Optional<Peers>> peers;
    private final OtherNodes others;
    private final NodesAtOnce nodes;
    private final ShowAnswers answers;

    /** @param patience how long a look at a tour waits for all other nodes together */
    public AskedTours(
            Touring touring, ShowFigures figures, ShowDesk desk, Supplier<Optional<Peers>> peers, Duration patience) {
        this.grants = touring.grants();
        this.figures = figures;
        this.desk = desk;
        this.peers = peers;
        this.others = new OtherNodes(grants);
        this.nodes = new NodesAtOnce(patience);
        this.answers = new ShowAnswers(grants, figures, desk);
    }

    private Peers peers() {
        return peers.get().orElseThrow(() -> new GrantRefused("data-space-closed"));
    }

    private Participant owner(String iri) {
        return peers().owner(iri).orElseThrow(() -> new GrantRefused("node-unknown", iri));
    }

    @Override
    public Found find(String iri) {
        ShowDesk.Named named = ShowDesk.named(iri);
        if (desk.isHere(named)) {
            return desk.find(named.id());
        }
        Participant owner = owner(iri);
        String told = peers().call(owner.id(), GrantBodies.FIND, GrantBodies.write(new Find(named.id())));
        Found found = GrantBodies.read(told, Found.class);
        if (!isWhole(found)) {
            throw new GrantRefused("grant-message");
        }
        return new Found(
                named.node() + "/id/run/" + found.id(),
                found.id(),
                owner.id(),
                found.house(),
                found.houseName(),
                found.title(),
                found.venue(),
                found.first(),
                found.last());
    }

    /** What JSON lacks is null, whatever the record says. */
    private static boolean isWhole(Found found) {
        return found.id() != null
                && found.house() != null
                && found.houseName() != null
                && found.title() != null
                && found.title().length() <= OtherNodes.TEXT_CHARACTERS_MAX
                && found.first() != null
                && found.last() != null;
    }

    @Override
    public Done ask(House asker, String iri, Wish wish, Actor actor) {
        Found found = find(iri);
        Show show = new Show(found.id(), found.title());
        if (found.node().isEmpty()) {
            Side side = new Side(asker.id(), asker.slug(), asker.name());
            return grants.ask(desk.house(found), side, "", null, show, wish, actor);
        }
        List<Fault> faults = grants.faults(show, wish);
        if (!faults.isEmpty()) {
            return Done.refused(faults);
        }
        String uid = grants.sent(asker.id()).stream()
                .filter(one -> one.node().equals(found.node()) && one.show().equals(found.id()))
                .map(ShowGrant::uid)
                .findFirst()
                .orElseGet(() -> "urn:uuid:" + UUID.randomUUID());
        OtherNodes.Known known = new OtherNodes.Known(found.node(), uid, found.house(), found.id());
        Ask ask = new Ask(uid, asker.slug(), asker.name(), found.id(), wish);
        Told told = GrantBodies.read(peers().call(found.node(), GrantBodies.ASK, GrantBodies.write(ask)), Told.class);
        return told.grant() == null
                ? Done.refused(told.faults())
                : new Done(others.mirrored(asker, known, told.grant(), actor), List.of());
    }

    @Override
    public Done withdraw(House asker, long id, Actor actor) {
        ShowGrant grant = grants.find(asker.id(), id)
                .filter(one -> asker.id().equals(one.asker().house()))
                .orElse(null);
        if (grant == null || grant.playedHere()) {
            return grants.withdraw(asker.id(), id, actor);
        }
        Told told = GrantBodies.read(
                peers().call(grant.node(), GrantBodies.WITHDRAW, GrantBodies.write(new Withdraw(grant.uid()))),
                Told.class);
        return told.grant() == null
                ? Done.refused(told.faults())
                : new Done(others.mirrored(asker, OtherNodes.known(grant), told.grant(), actor), List.of());
    }

    @Override
    public List<String> names(House asker) {
        return grants.sent(asker.id()).stream()
                .map(ShowGrant::tour)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public Optional<Tour> tour(House asker, String name, @Nullable LocalDate asOf, Actor actor) {
        List<ShowGrant> asked = grants.sent(asker.id()).stream()
                .filter(one -> one.tour().equals(name))
                .limit(STOPS_MAX)
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<ShowGrant> there =
                asked.stream().filter(grant -> !grant.playedHere()).toList();
        NodesAtOnce.Begun begun = nodes.begin(there, grant -> others.look(asker, grant, asOf, peers(), actor));
        List<Stop> stops = new ArrayList<>();
        asked.stream().filter(ShowGrant::playedHere).forEach(grant -> stops.add(here(grant, asOf, actor)));
        Map<Long, Stop> told = begun.told();
        there.forEach(grant -> {
            Stop stop = told.get(grant.id());
            stops.add(stop == null ? others.last(grant, asOf) : stop);
        });
        stops.sort(Comparator.comparing(
                        (Stop stop) ->
                                stop.sheet() == null ? null : stop.sheet().first(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(stop -> stop.grant().giver().name()));
        return Optional.of(new Tour(name, List.copyOf(stops), TourSums.of(stops)));
    }

    private Stop here(ShowGrant grant, @Nullable LocalDate asOf, Actor actor) {
        ShowFigures.Look look = figures.look(actor, grant.id(), asOf);
        return new Stop(grant, look.sheet(), look.withheld(), null);
    }

    @Override
    public String answer(String caller, String step, String json) {
        Peers open = peers();
        String answer = answers.answer(caller, step, open.opened(caller, step, json));
        return open.sealed(caller, Peers.answerTo(step, json), answer);
    }
}

package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.governance.Role;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.SharedBuyers;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;

/** Buyers whom a house shares with others of this node, for its readers. */
@Path("/api/houses/{house}/overlap")
public class OverlapResource {

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;

    @Inject
    public OverlapResource(Access access, CurrentActor current, RunningNode node) {
        this.access = access;
        this.current = current;
        this.node = node;
    }

    /** Moved and rounded numbers that stay for a quarter of a year. The first question of a quarter counts, which may take minutes. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Told overlap(@PathParam("house") String slug) {
        return of(access.house(slug, Role.READER));
    }

    /** The same for whoever checked the rights. */
    public Told of(House house) {
        return of(node.get(), current.get(), house);
    }

    /** The same for the command line. */
    public static Told of(Node node, Actor actor, House house) {
        OverlapGate gate =
                new OverlapGate(node.register(), node.settings().clock(), node.houses(), node.gate(), node.audit());
        return gate.told(actor, house, (houses, season, asOf) -> {
            try {
                SharedBuyers.Counted counted = new SharedBuyers(node.warehouse()).of(houses, season, asOf);
                return counted(counted);
            } catch (OverlapRefused e) {
                throw new Refused(409, e.code());
            }
        });
    }

    private static OverlapGate.Counted counted(SharedBuyers.Counted counted) {
        return new OverlapGate.Counted(
                counted.people(),
                counted.elsewhere(),
                counted.pairs().stream()
                        .map(pair -> new OverlapGate.Pair(pair.one(), pair.other(), pair.shared()))
                        .toList(),
                counted.reach(),
                counted.newcomers().stream()
                        .map(one -> new OverlapGate.Firsts(
                                one.house(), one.firstTimers(), one.newToNetwork(), one.apart(), one.years()))
                        .toList(),
                counted.tastes().stream()
                        .map(taste -> new OverlapGate.Taste(taste.house(), taste.genre(), taste.people()))
                        .toList(),
                counted.crossed().stream()
                        .map(one -> new OverlapGate.Crossed(
                                one.one(), one.genre(), one.other(), one.otherGenre(), one.shared()))
                        .toList());
    }
}

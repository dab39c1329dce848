package org.foyer.hub.site.internal.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.OverlapGate;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.governance.Role;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.SharedBuyers;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.pages.OverlapGenres;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CurrentLanguage;
import org.foyer.hub.site.internal.server.OverlapDesk;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** Buyers whom a house shares with others of this node, for its readers. */
@Path("/api/houses/{house}/overlap")
public class OverlapResource {

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final OverlapDesk desk;
    private final RoutingContext asked;

    @Inject
    public OverlapResource(
            Access access, CurrentActor current, RunningNode node, OverlapDesk desk, RoutingContext asked) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.desk = desk;
        this.asked = asked;
    }

    /** A house of another node. @param node as the data space calls it @param house its short name there */
    public record OtherHouse(
            @Nullable String node, @Nullable String house) {
        Other other() {
            return new Other(node == null ? "" : node, house == null ? "" : house);
        }
    }

    /**
     * Moved and rounded numbers that stay for a quarter of a year. The first question of a quarter counts, which may take minutes. Genres are
     * told by the labels of the shared list in the language of {@code Accept-Language}.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Told overlap(@PathParam("house") String slug) {
        return OverlapGenres.labelled(
                Language.of(new CurrentLanguage(asked).get()), of(access.house(slug, Role.READER)));
    }

    /** The same for whoever checked the rights, with the codes of genres. */
    public Told of(House house) {
        return of(node.get(), current.get(), house);
    }

    /** Houses of other nodes that the house named, with what is known and what is under way. */
    @GET
    @Path("nodes")
    @Produces(MediaType.APPLICATION_JSON)
    public List<OverlapDesk.Beside> beside(@PathParam("house") String slug) {
        return desk.beside(access.house(slug, Role.READER));
    }

    /** Names a house of another node; nothing is counted until it names this one too. */
    @POST
    @Path("nodes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public List<OverlapDesk.Beside> name(@PathParam("house") String slug, @Nullable OtherHouse wish) {
        House house = access.house(slug, Role.STEWARD);
        desk.name(current.get(), house, other(wish));
        return desk.beside(house);
    }

    /** Counts with it no longer; what is known stays. */
    @DELETE
    @Path("nodes")
    @Produces(MediaType.APPLICATION_JSON)
    public List<OverlapDesk.Beside> forget(
            @PathParam("house") String slug,
            @QueryParam("node") @Nullable String other,
            @QueryParam("house") @Nullable String name) {
        House house = access.house(slug, Role.STEWARD);
        desk.forget(current.get(), house, new OtherHouse(other, name).other());
        return desk.beside(house);
    }

    /** Begins to ask a house of another node, once in a quarter of a year; how far it is stands with the houses. */
    @POST
    @Path("nodes/questions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("house") String slug, @Nullable OtherHouse wish) {
        House house = access.house(slug, Role.STEWARD);
        desk.begin(current.get(), house, other(wish));
        return Response.status(202).entity(desk.beside(house)).build();
    }

    private static Other other(@Nullable OtherHouse wish) {
        return (wish == null ? new OtherHouse(null, null) : wish).other();
    }

    /** The same for the command line. */
    public static Told of(Node node, Actor actor, House house) {
        OverlapGate gate = new OverlapGate(
                node.register(),
                node.settings().clock(),
                node.houses(),
                node.gate(),
                node.pooling().agreed(),
                node.audit());
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

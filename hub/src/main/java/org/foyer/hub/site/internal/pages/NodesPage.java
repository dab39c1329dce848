package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.exchange.PooledComparisons;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.NodesDesk;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** A house beside those of other nodes, and whether it takes part. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class NodesPage {

    private final Access access;
    private final CurrentActor current;
    private final Figures figures;
    private final Gate gate;
    private final RunningNode node;
    private final NodesDesk nodes;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public NodesPage(
            Access access,
            CurrentActor current,
            Figures figures,
            Gate gate,
            RunningNode node,
            NodesDesk nodes,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.figures = figures;
        this.gate = gate;
        this.node = node;
        this.nodes = nodes;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param ask whether other nodes are asked when nothing is known of the month; else the last answer is shown, if there is one */
    @GET
    @Path("h/{house}/compare/nodes")
    public Response show(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("ask") boolean ask) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        Season asked =
                Parameters.season(season, house, figures, node.get().settings().clock());
        PooledGate pooled = node.get().pooledGate();
        boolean takesPart = pooled.takesPart(house.id());
        NodesDesk.Asked answered = ask && takesPart ? asked(house, asked) : new NodesDesk.Asked(null, List.of());
        String refusal = answered.refused() == null ? null : sentence(language, answered.refused());
        PooledComparisons.Kept kept = nodes.kept(house, asked).orElse(null);
        CompareTold.Lines lines = new CompareTold(language, figures)
                .lines(house, kept == null ? List.of() : kept.comparison().lines(), "/h/" + house.slug());
        NodesView view = new NodesView(
                "/h/" + house.slug(),
                SeasonChoice.of(language, figures.seasons(house.id()), asked),
                nodes.known(),
                takesPart,
                current.get().may(house.id(), Role.STEWARD),
                agreement(language, pooled.asking(house.id(), "")),
                kept != null || refusal != null,
                kept == null ? null : says(language, house, kept),
                kept != null && !kept.present(),
                refusal,
                answered.apart().stream()
                        .map(one -> Sentences.in(language.locale()).sentence(one.code(), one.arguments()))
                        .toList(),
                lines.drawn(),
                lines.withheld(),
                lines.follows());
        return screen.show("compare_nodes", frames.frame(language.say("nodes_title"), house), view);
    }

    private NodesDesk.Asked asked(House house, Season season) {
        try {
            return nodes.ask(current.get(), house, season);
        } catch (Refused refused) {
            return new NodesDesk.Asked(refused, List.of());
        }
    }

    private static String sentence(Language language, Refused refused) {
        return Sentences.in(language.locale()).sentence(refused.code(), refused.arguments());
    }

    private static @Nullable String agreement(Language language, PooledGate.Asking asking) {
        String why = asking.refusal();
        if (why != null) {
            return sentence(language, NodesDesk.refused(new PooledRefused(why, "")));
        }
        return asking.policy() == null ? null : language.say("nodes_by_agreement");
    }

    private static String says(Language language, House house, PooledComparisons.Kept kept) {
        Formats formats = language.formats();
        return language.say(
                "nodes_kept",
                formats.moment(kept.askedAt(), house.zone()),
                formats.day(kept.month().atDay(1).minusDays(1)));
    }

    /** Joins or leaves; for stewards. */
    @POST
    @Path("h/{house}/compare/nodes")
    public Response takePart(@PathParam("house") String slug, @FormParam("takes-part") boolean joins) {
        House house = access.house(slug, Role.STEWARD);
        if (joins) {
            gate.join(house.id(), PooledGate.PURPOSE, current.get());
        } else {
            gate.leave(house.id(), PooledGate.PURPOSE, current.get());
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/compare/nodes")
                .build();
    }
}

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
import java.util.Locale;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Comparison;
import org.foyer.hub.insight.Comparisons;
import org.foyer.hub.insight.Figures;
import org.foyer.hub.insight.PeerGroup;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.PeerGroups;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.NodesDesk;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** A house beside its peers, and whether it takes part. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ComparePage {

    private final Access access;
    private final CurrentActor current;
    private final Comparisons comparisons;
    private final Figures figures;
    private final Gate gate;
    private final RunningNode node;
    private final NodesDesk nodes;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ComparePage(
            Access access,
            CurrentActor current,
            Comparisons comparisons,
            Figures figures,
            Gate gate,
            RunningNode node,
            NodesDesk nodes,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.comparisons = comparisons;
        this.figures = figures;
        this.gate = gate;
        this.node = node;
        this.nodes = nodes;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/compare")
    public Response compare(
            @PathParam("house") String slug,
            @QueryParam("season") @Nullable String season,
            @QueryParam("group") @Nullable String group) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        Season asked =
                Parameters.season(season, house, figures, node.get().settings().clock());
        List<PeerGroup> groups = comparisons.groups(house.id());
        PeerGroup peers = PeerGroups.named(group, groups).orElse(PeerGroup.ALL);
        boolean takesPart = gate.takesPart(house.id(), Gate.COMPARISON);
        Comparison comparison = takesPart ? comparisons.compare(current.get(), house.id(), asked, peers) : null;
        CompareView view = view(language, house, asked, groups, peers, takesPart, comparison);
        return screen.show("compare", frames.frame(language.say("nav_compare"), house), view);
    }

    /** Joins or leaves; for stewards. */
    @POST
    @Path("h/{house}/compare")
    public Response takePart(@PathParam("house") String slug, @FormParam("takes-part") boolean joins) {
        House house = access.house(slug, Role.STEWARD);
        if (joins) {
            gate.join(house.id(), Gate.COMPARISON, current.get());
        } else {
            gate.leave(house.id(), Gate.COMPARISON, current.get());
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/compare")
                .build();
    }

    private CompareView view(
            Language language,
            House house,
            Season season,
            List<PeerGroup> groups,
            PeerGroup peers,
            boolean takesPart,
            @Nullable Comparison comparison) {
        String base = "/h/" + house.slug();
        String name = PeerGroups.name(peers);
        CompareTold told = new CompareTold(language, figures);
        CompareTold.Lines lines = told.lines(house, comparison == null ? List.of() : comparison.lines(), base);
        return new CompareView(
                base,
                SeasonChoice.of(language, figures.seasons(house.id()), season),
                groups.stream().map(group -> group(language, group, name)).toList(),
                name,
                takesPart,
                current.get().may(house.id(), Role.STEWARD),
                lines.drawn(),
                lines.withheld(),
                lines.follows(),
                base + "/compare.csv?season=" + season.label() + "&group=" + name,
                nodes.known() > 0);
    }

    static CompareView.Group group(Language language, PeerGroup group, String chosen) {
        String name = PeerGroups.name(group);
        String text = language.say("peers_all");
        if (group.discipline() != null) {
            text = language.say("discipline_" + group.discipline().name().toLowerCase(Locale.ROOT));
        } else if (group.size() != null) {
            text = language.say("size_" + group.size().name().toLowerCase(Locale.ROOT));
        } else if (group.region() != null) {
            text = language.say("peers_region", group.region());
        }
        return new CompareView.Group(name, text, name.equals(chosen));
    }
}

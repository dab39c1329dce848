package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.OverlapGate.Cell;
import org.foyer.hub.governance.OverlapGate.Figure;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.OverlapResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.OverlapDesk;
import org.foyer.hub.site.internal.server.ReachDesk;
import org.foyer.hub.site.internal.server.RunningNode;

/** Buyers whom a house shares with others, and whether it takes part. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class OverlapPage {

    /** Houses in the picture, and rows of pairs of others, at most. */
    private static final int SHOWN_MAX = 24;

    private static final int CELL = 24;

    private final Access access;
    private final CurrentActor current;
    private final OverlapResource api;
    private final OverlapDesk desk;
    private final ReachDesk reach;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public OverlapPage(
            Access access,
            CurrentActor current,
            OverlapResource api,
            OverlapDesk desk,
            ReachDesk reach,
            RunningNode node,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.desk = desk;
        this.reach = reach;
        this.current = current;
        this.api = api;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/overlap")
    public Response overlap(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        OverlapView view = view(
                language,
                house,
                api.of(house),
                current.get().may(house.id(), Role.STEWARD),
                other -> node.get().houses().bySlug(other).map(House::name).orElse(other),
                OverlapNodes.view(language, house, desk.nodes(), desk.beside(house)),
                ReachPart.view(language, house, reach.nodes(), reach.standing(house)));
        return screen.show("overlap", frames.frame(language.say("nav_overlap"), house), view);
    }

    /** Joins or leaves; for stewards. */
    @POST
    @Path("h/{house}/overlap")
    public Response takePart(@PathParam("house") String slug, @FormParam("takes-part") boolean joins) {
        House house = access.house(slug, Role.STEWARD);
        Gate gate = node.get().gate();
        if (joins) {
            gate.join(house.id(), Gate.OVERLAP, current.get());
        } else {
            gate.leave(house.id(), Gate.OVERLAP, current.get());
            reach.left(Gate.OVERLAP);
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/overlap")
                .build();
    }

    static OverlapView view(
            Language language,
            House house,
            Told told,
            boolean steward,
            UnaryOperator<String> name,
            OverlapNodesView beside,
            ReachView network) {
        List<String> pictured = told.houses().stream().limit(SHOWN_MAX).toList();
        return new OverlapView(
                "/h/" + house.slug(),
                says(language, told),
                language.say("overlap_note", language.formats().number(told.within())),
                !"not-taking-part".equals(told.withheld()),
                steward,
                pictured.size() < 2 ? 0 : (pictured.size() + 1) * CELL,
                squares(language, pictured, told, name),
                marks(pictured.size()),
                rows(language, pictured, told, name, true),
                rows(language, pictured, told, name, false),
                OverlapParts.newcomers(language, told.newcomers()),
                OverlapParts.crossings(language, OverlapGenres.labelled(language, told), name),
                language.say("overlap_crossing_note", language.formats().number(HouseCrossing.WITHIN)),
                beside,
                network);
    }

    private static String says(Language language, Told told) {
        if (told.withheld() != null) {
            return language.say("overlap_" + Labels.underscored(told.withheld().replace("overlap-", "")));
        }
        Formats formats = language.formats();
        List<String> parts = new ArrayList<>();
        Long elsewhere = told.elsewhere().about();
        Long onlyHere = told.onlyHere().about();
        Long reach = told.reach().about();
        String people = formats.number(told.people());
        parts.add(
                elsewhere == null
                        ? language.say("overlap_few", people)
                        : language.say(
                                "overlap_told",
                                people,
                                formats.number(elsewhere),
                                formats.wholePercent(elsewhere / (double) Math.max(told.people(), 1))));
        if (onlyHere != null) {
            parts.add(language.say("overlap_only_here", formats.number(onlyHere)));
        }
        if (reach != null) {
            parts.add(language.say("overlap_reach", formats.number(told.houses().size()), formats.number(reach)));
        }
        return String.join(" ", parts);
    }

    private static List<OverlapView.Mark> marks(int houses) {
        List<OverlapView.Mark> marks = new ArrayList<>();
        for (int i = 0; i < houses; i++) {
            int middle = (i + 1) * CELL + CELL / 2;
            marks.add(new OverlapView.Mark(middle, CELL / 2 + 4, Integer.toString(i + 1)));
            marks.add(new OverlapView.Mark(CELL / 2, middle + 4, Integer.toString(i + 1)));
        }
        return marks;
    }

    private static List<OverlapView.Square> squares(
            Language language, List<String> pictured, Told told, UnaryOperator<String> name) {
        long most = told.cells().stream()
                .map(cell -> cell.shared().about())
                .mapToLong(about -> about == null ? 0 : about)
                .max()
                .orElse(0);
        List<OverlapView.Square> squares = new ArrayList<>();
        for (Cell cell : told.cells()) {
            int one = pictured.indexOf(cell.one());
            int other = pictured.indexOf(cell.other());
            Long about = cell.shared().about();
            if (one >= 0 && other >= 0 && about != null) {
                String title = name.apply(cell.one()) + " – " + name.apply(cell.other()) + ": "
                        + language.formats().number(about);
                String opacity = String.format(Locale.ROOT, "%.2f", 0.12 + 0.88 * about / most);
                squares.add(new OverlapView.Square((one + 1) * CELL, (other + 1) * CELL, opacity, title));
                squares.add(new OverlapView.Square((other + 1) * CELL, (one + 1) * CELL, opacity, title));
            }
        }
        return squares;
    }

    /** @param own those of the house itself, all of them; otherwise pairs of others that are told, the largest first */
    private static List<OverlapView.Row> rows(
            Language language, List<String> pictured, Told told, UnaryOperator<String> name, boolean own) {
        String self = told.houses().isEmpty() ? "" : told.houses().get(0);
        return told.cells().stream()
                .filter(cell -> cell.one().equals(self) == own)
                .filter(cell -> own || cell.shared().about() != null)
                .sorted(Comparator.comparingLong(OverlapPage::size).reversed())
                .limit(own ? told.houses().size() : SHOWN_MAX)
                .map(cell -> row(language, pictured, told, cell, name, own))
                .toList();
    }

    private static long size(Cell cell) {
        Long about = cell.shared().about();
        return about == null ? 0 : about;
    }

    private static OverlapView.Row row(
            Language language, List<String> pictured, Told told, Cell cell, UnaryOperator<String> name, boolean own) {
        Figure shared = cell.shared();
        Long about = shared.about();
        int other = pictured.indexOf(cell.other()) + 1;
        int one = pictured.indexOf(cell.one()) + 1;
        String number = other == 0 || one == 0 ? "" : own ? Integer.toString(other) : one + "–" + other;
        return new OverlapView.Row(
                number,
                own ? name.apply(cell.other()) : name.apply(cell.one()) + " – " + name.apply(cell.other()),
                about == null
                        ? language.say("overlap_too_few")
                        : language.formats().number(about),
                about == null || !own || told.people() == 0
                        ? ""
                        : language.formats().wholePercent(Math.min(1, about / (double) told.people())));
    }
}

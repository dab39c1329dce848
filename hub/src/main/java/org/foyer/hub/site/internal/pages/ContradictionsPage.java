package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.ContradictionsResource;
import org.foyer.hub.site.internal.api.StartsResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Where a house's sources contradict each other: side by side, and a person says what counts. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ContradictionsPage {

    private static final int SHOWN = 30;
    private static final int OFFSET_MAX = 100_000;
    private static final int CHARACTERS_SHOWN = 400;

    private final Access access;
    private final Intake intake;
    private final ContradictionsResource api;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ContradictionsPage(Access access, Intake intake, ContradictionsResource api, Frames frames, Screen screen) {
        this.access = access;
        this.intake = intake;
        this.api = api;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/contradictions")
    public Response contradictions(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("done") @DefaultValue("") String done) {
        House house = access.house(slug, Role.EDITOR);
        return show(200, house, Math.max(0, Math.min(offset, OFFSET_MAX)), "decided".equals(done), List.of());
    }

    /** Says what counts. */
    @POST
    @Path("h/{house}/contradictions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("house") String slug,
            @FormParam("production") @DefaultValue("0") long production,
            @FormParam("performance") @DefaultValue("0") long performance,
            @FormParam("property") @DefaultValue("") String property,
            @FormParam("value") @DefaultValue("") String value) {
        House house = access.house(slug, Role.EDITOR);
        ShowSheet.Published published = api.decide(
                house,
                new ContradictionsResource.Decision(production, performance, property, value.replace("\r\n", "\n")));
        return published.problems().isEmpty()
                ? Response.status(303)
                        .header("Location", "/h/" + house.slug() + "/contradictions?done=decided")
                        .build()
                : show(
                        StartsResource.conflicts(published.problems()) ? 409 : 422,
                        house,
                        0,
                        false,
                        published.problems());
    }

    private Response show(int status, House house, int offset, boolean done, List<Problem> problems) {
        Language language = frames.language();
        String base = "/h/" + house.slug();
        // one more than is shown tells whether there are more
        List<Contradiction> found = intake.sheets().contradictions(house.id(), offset, SHOWN + 1);
        long waiting = intake.sheets().undecided(house.id());
        List<ContradictionsView.Item> items = new ArrayList<>();
        found.stream().limit(SHOWN).forEach(one -> items.add(item(language, house, items.size(), one)));
        long total = offset + found.size();
        ContradictionsView view = new ContradictionsView(
                base,
                waiting == 0 ? language.say("contradictions_none") : language.count("contradictions_wait", waiting),
                done ? language.say("contradictions_done") : null,
                problems.stream().map(problem -> told(language, problem)).toList(),
                items,
                Pager.of(language, offset, items.size(), total, SHOWN, base + "/contradictions?offset="));
        return screen.show(status, "contradictions", frames.frame(language.say("nav_contradictions"), house), view);
    }

    private static SheetView.Problem told(Language language, Problem problem) {
        Sentences sentences = Sentences.in(language.locale());
        return new SheetView.Problem(
                "",
                "",
                sentences.sentence(problem.code(), problem.arguments()),
                sentences.mend(problem.code(), problem.arguments()));
    }

    private static ContradictionsView.Item item(Language language, House house, int number, Contradiction one) {
        return new ContradictionsView.Item(
                number,
                one.title(),
                one.day() == null ? null : language.formats().longDay(one.day()),
                language.sayOr(one.property(), "sheet_" + one.property()),
                one.decided() ? language.say("contradictions_decided") : null,
                "/h/" + house.slug() + "/sheets",
                one.production(),
                one.performance(),
                one.property(),
                one.values().stream()
                        .map(said -> new ContradictionsView.Value(
                                shown(language, one.property(), said.value()),
                                said.value(),
                                source(language, house, said.source(), said.at()),
                                said.counts()))
                        .toList());
    }

    private static String shown(Language language, String property, String value) {
        if (value.isEmpty()) {
            return language.say("contradictions_nothing");
        }
        if (property.equals("state")) {
            return language.sayOr(value, "state_" + value);
        }
        return value.length() > CHARACTERS_SHOWN
                ? value.substring(0, CHARACTERS_SHOWN) + "…"
                : property.equals("start") ? value.replace('T', ' ') : value;
    }

    private static String source(Language language, House house, String source, @Nullable Instant at) {
        String name = language.sayOr(source, "source_" + source.replace('-', '_'));
        return at == null
                ? name
                : language.say("contradictions_source", name, language.formats().moment(at, house.zone()));
    }
}

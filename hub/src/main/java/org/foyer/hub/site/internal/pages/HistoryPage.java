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
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.HistoryResource;
import org.foyer.hub.site.internal.api.SheetSeen;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.server.Sentences;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/** What became of a record of the house; its editors put an earlier value back with one press. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HistoryPage {

    private static final int SHOWN = 50;
    private static final int OFFSET_MAX = 100_000;

    private final Access access;
    private final CurrentActor current;
    private final HistoryResource api;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public HistoryPage(Access access, CurrentActor current, HistoryResource api, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.api = api;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/history/{record}/{thing}")
    public Response history(
            @PathParam("house") String slug,
            @PathParam("record") String record,
            @PathParam("thing") String thing,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("done") @DefaultValue("") String done) {
        House house = access.house(slug, Role.READER);
        String said = "back".equals(done) ? frames.language().say("history_done") : null;
        return show(200, house, record, thing, Math.max(0, Math.min(offset, OFFSET_MAX)), said, List.of());
    }

    /** Puts a value back. */
    @POST
    @Path("h/{house}/history/{record}/{thing}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response putBack(
            @PathParam("house") String slug,
            @PathParam("record") String record,
            @PathParam("thing") String thing,
            @FormParam("change") @DefaultValue("") String change,
            @FormParam("seen") @DefaultValue("") String seen) {
        House house = access.house(slug, Role.EDITOR);
        History.PuttingBack ended =
                api.putBack(house, record, thing, change, seen.isEmpty() ? null : SheetSeen.read(seen));
        ShowSheet.Published published = ended.published();
        if (published != null && published.problems().isEmpty()) {
            return Response.status(303)
                    .header("Location", "/h/" + house.slug() + "/history/" + record + "/" + thing + "?done=back")
                    .build();
        }
        Language language = frames.language();
        List<SheetView.Problem> problems = published == null
                ? List.of(refusal(language, house, ended))
                : published.problems().stream()
                        .map(problem -> told(language, problem))
                        .toList();
        return show(published == null ? 409 : 422, house, record, thing, 0, null, problems);
    }

    private Response show(
            int status,
            House house,
            String record,
            String thing,
            int offset,
            @Nullable String done,
            List<SheetView.Problem> problems) {
        RecordHistory history = api.of(house, record, thing, offset, SHOWN);
        boolean editor = current.get().may(house.id(), Role.EDITOR);
        HistoryView view =
                new HistoryViews(frames.language(), house, editor).view(history, offset, SHOWN, done, problems);
        return screen.show(status, "history", frames.frame(view.title(), house), view);
    }

    /** Why nothing was put back, in words. */
    static SheetView.Problem refusal(Language language, House house, History.PuttingBack ended) {
        ShowSheet sheet = ended.sheet();
        List<String> arguments = sheet == null
                ? List.of()
                : List.of(sheet.savedBy(), language.formats().moment(sheet.savedAt(), house.zone()));
        return told(language, HistoryResource.code(ended.ended()), arguments);
    }

    static SheetView.Problem told(Language language, Problem problem) {
        String value = problem.place().value();
        return told(
                language,
                problem.code(),
                problem.arguments().isEmpty() && value != null ? List.of(value) : problem.arguments());
    }

    static SheetView.Problem told(Language language, String code, List<String> arguments) {
        Sentences sentences = Sentences.in(language.locale());
        return new SheetView.Problem("", "", sentences.sentence(code, arguments), sentences.mend(code, arguments));
    }
}

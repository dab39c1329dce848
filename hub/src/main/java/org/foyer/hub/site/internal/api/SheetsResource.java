package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Proposal;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** Shows that a house types here, for its editors. */
@Path("/api/houses/{house}/sheets")
@Produces(MediaType.APPLICATION_JSON)
public class SheetsResource {

    private static final int LISTED = 500;

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public SheetsResource(Access access, CurrentActor current, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /** @param production of which the sheet is, left out for a show that nobody told of yet */
    public record SheetWish(@Nullable Long production) {}

    /** The number of a sheet. */
    public record SheetNumber(long id) {}

    /** Sheets of the house, those typed last first. */
    @GET
    public List<ShowSheet.Name> sheets(@PathParam("house") String slug) {
        return intake.sheets().list(access.house(slug, Role.EDITOR).id(), LISTED);
    }

    /** Opens the sheet of a production, or a new one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public SheetNumber open(@PathParam("house") String slug, @Nullable SheetWish wish) {
        House house = access.house(slug, Role.EDITOR);
        return new SheetNumber(open(house, wish == null ? null : wish.production()));
    }

    /** The same for whoever checked the rights. */
    public long open(House house, @Nullable Long production) {
        String actor = current.get().login();
        return production == null
                ? intake.sheets().blank(house.id(), actor)
                : intake.sheets()
                        .of(house.id(), production, actor)
                        .orElseThrow(() -> new Refused(404, "production-unknown", Long.toString(production), ""));
    }

    /** A sheet: what files say, what was typed over it, what waits. */
    @GET
    @Path("{sheet}")
    public ShowSheet sheet(@PathParam("house") String slug, @PathParam("sheet") String sheet) {
        return of(access.house(slug, Role.EDITOR), sheet);
    }

    /** The same for whoever checked the rights. */
    public ShowSheet of(House house, String sheet) {
        return intake.sheets().sheet(house.id(), number(sheet)).orElseThrow(() -> unknown(sheet));
    }

    /**
     * Keeps everything that a form holds; what equals the files' word is not kept, and nothing is public yet.
     *
     * @param seen {@code version} and {@code savedAt} of the sheet that the words are typed over, as {@code 3@2026-11-30T17:00:00Z} (409
     *     when it was published or typed on by somebody else since); left out, they go over whatever is there
     */
    @PUT
    @Path("{sheet}")
    @Consumes(MediaType.APPLICATION_JSON)
    public ShowSheet keep(
            @PathParam("house") String slug,
            @PathParam("sheet") String sheet,
            @QueryParam("seen") @Nullable String seen,
            @Nullable SheetWords words) {
        House house = access.house(slug, Role.EDITOR);
        if (words == null) {
            throw Parameters.unreadable("sheet", "");
        }
        if (!keep(house, sheet, words, seen == null ? null : SheetSeen.read(seen))) {
            ShowSheet now = of(house, sheet);
            throw new Refused(409, "sheet-changed", now.savedBy(), now.savedAt().toString());
        }
        return of(house, sheet);
    }

    /** The same for whoever checked the rights; false when there is something else by now than what was seen. */
    public boolean keep(House house, String sheet, SheetWords words, ShowSheet.@Nullable Seen seen) {
        Sheets.Keeping ended = intake.sheets()
                .keep(house.id(), number(sheet), words, seen, current.get().login());
        if (ended == Sheets.Keeping.UNKNOWN) {
            throw unknown(sheet);
        }
        return ended == Sheets.Keeping.KEPT;
    }

    /** The sheet with what was typed on an older state of it, for whoever checked the rights. */
    public ShowSheet withTyped(House house, String sheet, SheetWords words) {
        return intake.sheets().withTyped(house.id(), number(sheet), words).orElseThrow(() -> unknown(sheet));
    }

    /** Publishes what was typed (422 with every problem, and then nothing was). */
    @POST
    @Path("{sheet}/published")
    public RunReport publish(@PathParam("house") String slug, @PathParam("sheet") String sheet) {
        ShowSheet.Published published = publish(access.house(slug, Role.EDITOR), sheet);
        RunReport report = published.report();
        if (!published.problems().isEmpty() || report == null) {
            throw new Refused(422, "sheet-refused", published.problems());
        }
        return report;
    }

    /** The same for whoever checked the rights and tells the problems in their own way. */
    public ShowSheet.Published publish(House house, String sheet) {
        of(house, sheet);
        return audited(
                house,
                sheet,
                intake.sheets().publish(house.id(), number(sheet), current.get().login()));
    }

    private ShowSheet.Published audited(House house, String sheet, ShowSheet.Published published) {
        if (published.problems().isEmpty()) {
            audit.write(current.get(), house.id(), "show-published", null, "sheet " + sheet);
        }
        return published;
    }

    /** Published versions, newest first. */
    @GET
    @Path("{sheet}/versions")
    public List<ShowSheet.Version> versions(@PathParam("house") String slug, @PathParam("sheet") String sheet) {
        House house = access.house(slug, Role.EDITOR);
        of(house, sheet);
        return intake.sheets().versions(house.id(), number(sheet));
    }

    /** Puts a version back into the form, to be published anew. */
    @POST
    @Path("{sheet}/versions/{version}")
    public ShowSheet restore(
            @PathParam("house") String slug, @PathParam("sheet") String sheet, @PathParam("version") String version) {
        House house = access.house(slug, Role.EDITOR);
        restore(house, sheet, version);
        return of(house, sheet);
    }

    /** The same for whoever checked the rights. */
    public void restore(House house, String sheet, String version) {
        if (!intake.sheets()
                .restore(
                        house.id(),
                        number(sheet),
                        (int) number(version),
                        current.get().login())) {
            throw unknown(sheet);
        }
    }

    /** What is already there and looks like what is being typed. */
    @GET
    @Path("proposals")
    public List<Proposal> proposals(
            @PathParam("house") String slug,
            @QueryParam("kind") @DefaultValue("production") String kind,
            @QueryParam("words") @DefaultValue("") String words) {
        House house = access.house(slug, Role.EDITOR);
        return intake.sheets().propose(house.id(), kind(kind), words);
    }

    /** Of what kind. */
    public static Proposal.Kind kind(String name) {
        try {
            return Proposal.Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Parameters.unreadable("kind", name);
        }
    }

    private static Refused unknown(String sheet) {
        return new Refused(404, "sheet-unknown", sheet, "");
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw unknown(text.substring(0, Math.min(30, text.length())));
        }
        return Long.parseLong(text);
    }
}

package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** What became of a record of a house's programme, for those who belong to the house; its editors put an earlier value back. */
@Path("/api/houses/{house}/history/{record}/{thing}")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public HistoryResource(Access access, CurrentActor current, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * Who said what of it and when, the latest first; names of files for editors only.
     *
     * @param record {@code show}, {@code performance}, {@code venue}, {@code work} or {@code person}
     * @param thing its number
     * @param limit at most {@link History#CHANGES_MAX}
     */
    @GET
    public RecordHistory history(
            @PathParam("house") String slug,
            @PathParam("record") String record,
            @PathParam("thing") String thing,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        House house = access.house(slug, Role.READER);
        Parameters.checkPage(offset, limit);
        if (limit > History.CHANGES_MAX) {
            throw Parameters.unreadable("limit", Integer.toString(limit));
        }
        return of(house, record, thing, offset, limit);
    }

    /** The same for whoever checked the rights and the page. */
    public RecordHistory of(House house, String record, String thing, int offset, int limit) {
        RecordHistory history = intake.history()
                .of(house.id(), kind(record), number(thing), offset, limit)
                .orElseThrow(HistoryResource::unknown);
        return current.get().may(house.id(), Role.EDITOR) ? history : history.withoutFiles();
    }

    /**
     * Makes the value of a change count again, by a correction on the show's sheet that is published at once. Answers with the report of
     * its import, which can be undone.
     *
     * @param change its {@code id}
     * @param seen the sheet as the history told it, as {@code 3@2026-11-30T17:00:00Z} (409 when it was published since); left out, whatever
     *     is there
     */
    @POST
    @Path("back/{change}")
    public RunReport putBack(
            @PathParam("house") String slug,
            @PathParam("record") String record,
            @PathParam("thing") String thing,
            @PathParam("change") String change,
            @QueryParam("seen") @Nullable String seen) {
        House house = access.house(slug, Role.EDITOR);
        History.PuttingBack ended = putBack(house, record, thing, change, seen == null ? null : SheetSeen.read(seen));
        ShowSheet sheet = ended.sheet();
        if (sheet != null) {
            throw new Refused(
                    409, code(ended.ended()), sheet.savedBy(), sheet.savedAt().toString());
        }
        ShowSheet.Published published = ended.published();
        if (published == null) {
            throw new Refused(409, code(ended.ended()));
        }
        RunReport report = published.report();
        if (!published.problems().isEmpty() || report == null) {
            throw new Refused(422, "sheet-refused", published.problems());
        }
        return report;
    }

    /**
     * The same for whoever checked the rights and tells a refusal in their own way.
     *
     * @throws Refused 404 {@code record-unknown}
     */
    public History.PuttingBack putBack(
            House house, String record, String thing, String change, ShowSheet.@Nullable Seen seen) {
        History.PuttingBack ended = intake.history()
                .putBack(
                        house.id(),
                        kind(record),
                        number(thing),
                        change,
                        seen,
                        current.get().login());
        if (ended.ended() == History.Ended.UNKNOWN) {
            throw unknown();
        }
        ShowSheet.Published published = ended.published();
        if (published != null && published.problems().isEmpty()) {
            audit.write(current.get(), house.id(), "show-published", null, "put back of " + record + " " + thing);
        }
        return ended;
    }

    /** Why nothing was put back. */
    public static String code(History.Ended ended) {
        return switch (ended) {
            case DRAFT_OF_OTHER -> "history-draft";
            case CHANGED_SINCE -> "history-changed";
            case COUNTS -> "history-counts";
            case NOT_TYPED -> "history-not-typed";
            case UNKNOWN -> "record-unknown";
            case GONE, PUBLISHED -> "history-gone";
        };
    }

    private static History.Kind kind(String record) {
        return History.Kind.of(record).orElseThrow(HistoryResource::unknown);
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(text);
    }

    private static Refused unknown() {
        return new Refused(404, "record-unknown");
    }
}

package org.foyer.hub.site.internal.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.insight.Observatory.Agreed;
import org.foyer.hub.site.internal.api.ObservatoryResource;
import org.foyer.hub.site.internal.api.ObservatoryResource.Told;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.foyer.hub.site.internal.server.FollowedCells;
import org.foyer.hub.site.internal.server.JsonFormat;
import org.foyer.hub.site.internal.server.JsonStat;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The tables of the observatory for people, and as CSV and JSON-stat; public when the networks of the houses decided so. */
@Path("/")
public class ObservatoryPage {

    private final CurrentActor current;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ObservatoryPage(CurrentActor current, RunningNode node, Frames frames, Screen screen) {
        this.current = current;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("observatory")
    @Produces(MediaType.TEXT_HTML)
    public Response observatory(
            @QueryParam("season") @Nullable String season, @QueryParam("simulated") @Nullable Boolean simulated) {
        Language language = frames.language();
        Told told = ObservatoryResource.told(node.get(), current.find(), season, simulated);
        return screen.show(
                "observatory",
                frames.frame(language.say("observatory_title")),
                new ObservatoryTold(language, node.get().observatory().bank())
                        .view(
                                told,
                                current.find().filter(Actor::isObserver).isPresent(),
                                current.find()
                                        .filter(actor -> ObservatoryResource.isUnagreed(node.get(), actor))
                                        .isPresent()));
    }

    /** Row, column, number; hidden numbers are empty with the word hidden beside them. */
    @GET
    @Path("observatory/{table}.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(
            @PathParam("table") String id,
            @QueryParam("season") @Nullable String season,
            @QueryParam("simulated") @Nullable Boolean simulated) {
        Told told = ObservatoryResource.told(node.get(), current.find(), season, simulated);
        Published table = table(told, id);
        return file(
                told,
                id + ".csv",
                "text/csv;charset=UTF-8",
                csv(table, agreed(told, id).measure()));
    }

    /** The same for the command line. */
    public static String csv(Published table, String measure) {
        CsvTable csv = new CsvTable(
                "season",
                table.rows().id(),
                table.columns().id(),
                measure,
                "hidden",
                "houses",
                "simulated",
                "version",
                FollowedCells.HEADS.get(0),
                FollowedCells.HEADS.get(1));
        List<String> rows = withTotal(table.rows().codes());
        List<String> columns = withTotal(table.columns().codes());
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                Long value = table.cells().get(row).get(column);
                csv.row(
                        table.season(),
                        rows.get(row),
                        columns.get(column),
                        value,
                        value == null,
                        table.houses(),
                        table.simulated(),
                        table.version(),
                        FollowedCells.standing(table.definition()),
                        FollowedCells.networks(table.definition()));
            }
        }
        return csv.toString();
    }

    private static List<String> withTotal(List<String> codes) {
        List<String> all = new ArrayList<>(codes);
        all.add(JsonStat.TOTAL);
        return all;
    }

    /** JSON-stat 2.0. */
    @GET
    @Path("observatory/{table}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(
            @PathParam("table") String id,
            @QueryParam("season") @Nullable String season,
            @QueryParam("simulated") @Nullable Boolean simulated)
            throws JsonProcessingException {
        Told told = ObservatoryResource.told(node.get(), current.find(), season, simulated);
        Language language = frames.language();
        ObservatoryTold words =
                new ObservatoryTold(language, node.get().observatory().bank());
        Agreed agreed = agreed(told, id);
        Published table = table(told, id);
        List<String> notes = new ArrayList<>(List.of(
                agreed.note().in(language.code()), FollowedTold.says(language, table.version(), table.definition())));
        notes.addAll(words.notes());
        String json =
                JsonFormat.mapper().writeValueAsString(JsonStat.of(agreed, table, language.code(), words::name, notes));
        return file(told, id + ".json", JsonStat.MEDIA_TYPE, json);
    }

    private static Published table(Told told, String id) {
        return told.tables().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "observatory-closed"));
    }

    private static Agreed agreed(Told told, String id) {
        return told.agreed().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "observatory-closed"));
    }

    private static Response file(Told told, String name, String type, String text) {
        Response.ResponseBuilder response =
                Response.ok(text).type(type).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return told.open()
                ? response.header("Access-Control-Allow-Origin", "*").build()
                : response.header("Cache-Control", "no-store").build();
    }
}

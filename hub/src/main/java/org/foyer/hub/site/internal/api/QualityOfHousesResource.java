package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/**
 * How complete the programmes are together of the houses that a person belongs to, or of all houses for the operator; and what
 * the files of one source lack, to be sent to whoever keeps it.
 */
@Path("/api/quality")
public class QualityOfHousesResource {

    private final Access access;
    private final RunningNode node;

    @Inject
    public QualityOfHousesResource(Access access, RunningNode node) {
        this.access = access;
        this.node = node;
    }

    /** From today on unless asked otherwise; of a house of which nothing lies ahead, the whole programme. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public QualityDesk.OfHouses quality(
            @QueryParam("house") @Nullable String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return desk().over(houses(slug), from, to);
    }

    /** What lacks in the dates that a source tells of. */
    @GET
    @Path("sources/{source}")
    @Produces(MediaType.APPLICATION_JSON)
    public QualityDesk.SourceReport source(
            @PathParam("source") String source,
            @QueryParam("house") @Nullable String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return desk().of(source, houses(slug), from, to);
    }

    /** The same, date by date, as a table. */
    @GET
    @Path("sources/{source}/dates.csv")
    @Produces("text/csv")
    public Response dates(
            @PathParam("source") String source,
            @QueryParam("house") @Nullable String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        String file = source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-quality.csv";
        return Response.ok(QualityDesk.table(source(source, slug, from, to)))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private List<House> houses(@Nullable String slug) {
        return QualityDesk.meant(access.visible(), slug);
    }

    private QualityDesk desk() {
        return QualityDesk.of(node.get());
    }
}

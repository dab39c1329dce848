package org.foyer.hub.site.internal.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.pages.Language;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.server.CurrentLanguage;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** The programme of a house as feeds: anyone may read them. */
@Path("/") // one class path for pages and feeds: the longest class path would hide the others
public class ProgrammeFeeds {

    private final Access access;
    private final Programme programme;
    private final LinkedData data;
    private final Houses houses;
    private final RunningNode node;
    private final PublicAddress address;
    private final RoutingContext asked;

    @Inject
    public ProgrammeFeeds(
            Access access,
            Programme programme,
            LinkedData data,
            Houses houses,
            RunningNode node,
            PublicAddress address,
            RoutingContext asked) {
        this.asked = asked;
        this.access = access;
        this.programme = programme;
        this.data = data;
        this.houses = houses;
        this.node = node;
        this.address = address;
    }

    /** The programme as schema.org JSON-LD. */
    @GET
    @Path("h/{house}/programme.jsonld")
    @Produces("application/ld+json")
    public Response jsonLd(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return linked(slug, from, to, RdfForm.JSON_LD);
    }

    /** The same as Turtle. */
    @GET
    @Path("h/{house}/programme.ttl")
    @Produces("text/turtle")
    public Response turtle(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return linked(slug, from, to, RdfForm.TURTLE);
    }

    /** The same as N-Triples. */
    @GET
    @Path("h/{house}/programme.nt")
    @Produces("application/n-triples")
    public Response triples(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return linked(slug, from, to, RdfForm.N_TRIPLES);
    }

    private Response linked(String slug, @Nullable String from, @Nullable String to, RdfForm form) {
        House house = access.publicHouse(slug);
        ProgrammeDays days = ProgrammeDays.of(
                programme, house, from, to, node.get().settings().clock());
        String base = address.get();
        StreamingOutput out = stream -> data.write(house, days.from(), days.to(), base, form, stream);
        return open(Response.ok(out));
    }

    /** The programmes of all houses in the vocabulary of Cap Data, at the address where its harvester looks. */
    @GET
    @Path(".well-known/capdata-export.rdf")
    @Produces("application/rdf+xml")
    public Response capData() {
        return capData(houses.all());
    }

    /** The same, packed. */
    @GET
    @Path(".well-known/capdata-export.rdf.gz")
    @Produces("application/gzip")
    public Response capDataPacked() {
        String base = address.get();
        List<House> all = houses.all();
        StreamingOutput out = stream -> {
            GZIPOutputStream packed = new GZIPOutputStream(stream);
            data.writeCapData(all, base, packed);
            packed.finish();
        };
        return open(Response.ok(out));
    }

    /** The programme of one house in that vocabulary. */
    @GET
    @Path("h/{house}/capdata-export.rdf")
    @Produces("application/rdf+xml")
    public Response capData(@PathParam("house") String slug) {
        return capData(List.of(access.publicHouse(slug)));
    }

    private Response capData(List<House> told) {
        String base = address.get();
        StreamingOutput out = stream -> data.writeCapData(told, base, stream);
        return open(Response.ok(out));
    }

    /** The same as iCalendar. */
    @GET
    @Path("h/{house}/programme.ics")
    @Produces("text/calendar;charset=UTF-8")
    public Response calendar(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        House house = access.publicHouse(slug);
        ProgrammeDays days = ProgrammeDays.of(
                programme, house, from, to, node.get().settings().clock());
        String base = address.get();
        StreamingOutput out = stream -> programme.writeICalendar(house, days.from(), days.to(), base, stream);
        return open(Response.ok(out));
    }

    /** The same as a table, for programs or, with {@code for=excel}, for spreadsheets that expect semicolons. */
    @GET
    @Path("h/{house}/programme.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("for") @Nullable String reader) {
        if (reader != null && !reader.equals("excel")) {
            throw Parameters.unreadable("for", reader);
        }
        return table(slug, from, to, reader == null ? TableForm.CSV : TableForm.CSV_FOR_EXCEL);
    }

    /** The same as a workbook. */
    @GET
    @Path("h/{house}/programme.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public Response workbook(
            @PathParam("house") String slug,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return table(slug, from, to, TableForm.XLSX);
    }

    private Response table(String slug, @Nullable String from, @Nullable String to, TableForm form) {
        House house = access.publicHouse(slug);
        ProgrammeDays days = ProgrammeDays.of(
                programme, house, from, to, node.get().settings().clock());
        ProgrammeTable.check(programme, house, days, form);
        String base = address.get();
        Language language = Language.of(new CurrentLanguage(asked).get());
        StreamingOutput out = stream -> ProgrammeTable.write(programme, house, days, base, form, language, stream);
        String file = house.slug() + "-programme" + (house.simulated() ? "-simulated" : "") + form.ending();
        return open(Response.ok(out)
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .header("Vary", "Cookie, Accept-Language"));
    }

    /** Open data may be read by pages of other sites. */
    private static Response open(Response.ResponseBuilder answer) {
        return answer.header("Access-Control-Allow-Origin", "*").build();
    }
}

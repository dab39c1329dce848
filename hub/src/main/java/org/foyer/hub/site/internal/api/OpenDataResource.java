package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.DataCatalogue;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;

/** The open data sets of the node, described and to be taken away. Open to anyone. */
@Path("/")
public class OpenDataResource {

    private final DataCatalogue catalogue;
    private final Dumps dumps;
    private final Access access;
    private final PublicAddress address;

    @Inject
    public OpenDataResource(DataCatalogue catalogue, Dumps dumps, Access access, PublicAddress address) {
        this.catalogue = catalogue;
        this.dumps = dumps;
        this.access = access;
        this.address = address;
    }

    /** The description by DCAT-AP 3, in the form asked for; Turtle for whoever takes any. */
    @GET
    @Path("api/catalog")
    public Response catalogue(@Context Request request) {
        Variant best =
                request.selectVariant(Stream.of(RdfForm.TURTLE, RdfForm.JSON_LD, RdfForm.RDF_XML, RdfForm.N_TRIPLES)
                        .map(form -> new Variant(MediaType.valueOf(form.mediaType()), (String) null, null))
                        .toList());
        if (best == null) {
            throw new Refused(406, "form-unknown");
        }
        MediaType type = best.getMediaType();
        RdfForm form =
                RdfForm.ofMediaType(type.getType() + "/" + type.getSubtype()).orElse(RdfForm.TURTLE);
        String base = address.get();
        StreamingOutput out = stream -> catalogue.write(base, form, stream);
        return Response.ok(out)
                .type(form.mediaType())
                .header("Vary", "Accept")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    /** A whole programme as it was on a day: N-Triples under gzip. */
    @GET
    @Path("dumps/{house}/{day}.nt.gz")
    public Response dump(@PathParam("house") String slug, @PathParam("day") String day) {
        House house = access.publicHouse(slug);
        Dumps.Dump dump = day(day).flatMap(asked -> dumps.of(house, asked))
                .orElseThrow(() -> new Refused(404, "dump-unknown", day.length() > 40 ? day.substring(0, 40) : day));
        return Response.ok(dump.file().toFile())
                .type("application/gzip")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

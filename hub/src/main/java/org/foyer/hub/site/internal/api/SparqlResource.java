package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.foyer.hub.catalogue.Sparql;
import org.foyer.hub.catalogue.Sparql.Answer;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/** Questions in SPARQL 1.1 over the published programmes of all houses (protocol: W3C, query via GET and both kinds of POST). */
@Path("/sparql")
public class SparqlResource {

    /** Of a question in SPARQL as the body of a request. */
    private static final String SPARQL_QUERY = "application/sparql-query";

    private final Sparql sparql;
    private final PublicAddress address;

    @Inject
    public SparqlResource(Sparql sparql, PublicAddress address) {
        this.sparql = sparql;
        this.address = address;
    }

    @GET
    public Response get(@QueryParam("query") @Nullable String query, @Context HttpHeaders headers) {
        return answer(query, headers);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response form(@FormParam("query") @Nullable String query, @Context HttpHeaders headers) {
        return answer(query, headers);
    }

    @POST
    @Consumes(SPARQL_QUERY)
    public Response post(String query, @Context HttpHeaders headers) {
        return answer(query, headers);
    }

    private Response answer(@Nullable String query, HttpHeaders headers) {
        if (query == null || query.isBlank()) {
            throw new Refused(400, "sparql-missing");
        }
        List<String> accepts = headers.getAcceptableMediaTypes().stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .toList();
        try {
            Answer answer = sparql.ask(query, address.get(), accepts);
            StreamingOutput body = answer.body()::to;
            return Response.ok(body)
                    .type(answer.mediaType())
                    .header("Vary", "Accept")
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Foyer-Cut", answer.cut() ? "maybe" : "no")
                    .header("Foyer-As-Of", answer.asOf()) // null leaves it out
                    .build();
        } catch (Unanswered e) {
            throw switch (e.code()) {
                case "sparql-busy", "sparql-slow", "sparql-too-large" -> new Refused(503, e.code(), e.detail());
                default -> new Refused(400, e.code(), e.detail());
            };
        }
    }
}

package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.catalogue.LinkedVocabularies;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;

/**
 * The vocabularies and their concepts: who asks for linked data gets SKOS, a browser is led to the page, programs to JSON. Open to
 * anyone; nothing here is of a house.
 */
@Path("/")
public class VocabularyIdentifiers {

    private final PublicAddress address;

    @Inject
    public VocabularyIdentifiers(PublicAddress address) {
        this.address = address;
    }

    /** A vocabulary by its name, or the answer that there is none. */
    public static Vocabulary vocabulary(String name) {
        return Vocabularies.find(name).orElseThrow(() -> new Refused(404, "identifier-unknown"));
    }

    @GET
    @Path("id/vocabulary/{vocabulary}")
    public Response whole(@PathParam("vocabulary") String name, @Context Request request) {
        Vocabulary vocabulary = vocabulary(name);
        RdfForm form = Identifiers.form(request);
        return form == null
                ? Identifiers.page("/vocabularies/" + vocabulary.name())
                : Identifiers.told(form, out -> LinkedVocabularies.write(vocabulary, address.get(), form, out));
    }

    @GET
    @Path("id/vocabulary/{vocabulary}/{concept}")
    public Response concept(
            @PathParam("vocabulary") String name, @PathParam("concept") String code, @Context Request request) {
        Vocabulary vocabulary = vocabulary(name);
        Concept concept = vocabulary.concept(code).orElseThrow(() -> new Refused(404, "identifier-unknown"));
        RdfForm form = Identifiers.form(request);
        return form == null
                ? Identifiers.page("/vocabularies/" + vocabulary.name() + "#" + concept.code())
                : Identifiers.told(
                        form, out -> LinkedVocabularies.write(vocabulary, concept, address.get(), form, out));
    }

    /** The file, to be kept. */
    @GET
    @Path("vocabularies/{vocabulary}.ttl")
    @Produces("text/turtle;charset=UTF-8")
    public Response file(@PathParam("vocabulary") String name) {
        return Response.ok(LinkedVocabularies.turtle(vocabulary(name), address.get()))
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    @GET
    @Path("api/vocabularies")
    @Produces(MediaType.APPLICATION_JSON)
    public List<VocabularyBody> all() {
        return Vocabularies.all().stream()
                .map(one -> VocabularyBody.of(one, address.get(), false))
                .toList();
    }

    @GET
    @Path("api/vocabularies/{vocabulary}")
    @Produces(MediaType.APPLICATION_JSON)
    public VocabularyBody one(@PathParam("vocabulary") String name) {
        return VocabularyBody.of(vocabulary(name), address.get(), true);
    }
}

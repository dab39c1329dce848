package org.foyer.hub.site.internal.api;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Reconciliation.Entity;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.site.internal.reconciliation.ReconciliationAnswers;
import org.foyer.hub.site.internal.reconciliation.ReconciliationManifest;
import org.foyer.hub.site.internal.reconciliation.ReconciliationPreview;
import org.foyer.hub.site.internal.reconciliation.ReconciliationQuestions;
import org.foyer.hub.site.internal.reconciliation.ReconciliationWords;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CurrentLanguage;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * Says which house, place, work, show or person of the public programmes a name in somebody's list means: Reconciliation Service API
 * 0.2 (W3C community group, 10 April 2023), as OpenRefine speaks it. Open to anyone, and to pages of other sites.
 */
@Path("/api/reconciliation")
public class ReconciliationResource {

    private final Reconciliation reconciliation;
    private final PublicAddress address;
    private final CurrentLanguage language;

    @Inject
    public ReconciliationResource(Reconciliation reconciliation, PublicAddress address, CurrentLanguage language) {
        this.reconciliation = reconciliation;
        this.address = address;
        this.language = language;
    }

    /** The manifest, or the answer to what the address asks. */
    @GET
    public Response get(
            @QueryParam("queries") @Nullable String queries,
            @QueryParam("query") @Nullable String query,
            @QueryParam("extend") @Nullable String extend) {
        return answer(queries, query, extend);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(
            @FormParam("queries") @Nullable String queries,
            @FormParam("query") @Nullable String query,
            @FormParam("extend") @Nullable String extend) {
        return answer(queries, query, extend);
    }

    private Response answer(@Nullable String queries, @Nullable String query, @Nullable String extend) {
        Locale spoken = language.get();
        ReconciliationAnswers answers = new ReconciliationAnswers(spoken);
        if (queries != null) {
            Map<String, Object> results = new LinkedHashMap<>();
            ReconciliationQuestions.batch(queries)
                    .forEach((key, question) -> results.put(
                            key,
                            answers.result(question.map(asked -> answered(() -> reconciliation.candidates(asked)))
                                    .orElse(List.of()))));
            return json(results);
        }
        if (extend != null) {
            ReconciliationQuestions.Extension asked = ReconciliationQuestions.extension(extend);
            return json(answers.extension(asked, id -> answered(() -> reconciliation.entity(id))));
        }
        if (query != null) {
            return json(answers.result(ReconciliationQuestions.one(query)
                    .map(asked -> answered(() -> reconciliation.candidates(asked)))
                    .orElse(List.of())));
        }
        return json(new ReconciliationManifest(address.get(), spoken).told());
    }

    private static <T> T answered(Supplier<T> asking) {
        try {
            return asking.get();
        } catch (Unanswered e) {
            throw new Refused(503, e.code(), e.detail());
        }
    }

    private static Response json(Object told) {
        return Response.ok(told, MediaType.APPLICATION_JSON).build();
    }

    /** Entities, types or properties whose name begins so. */
    @GET
    @Path("suggest/{what}")
    public Response suggest(
            @PathParam("what") String what,
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("type") @Nullable String type,
            @QueryParam("cursor") @DefaultValue("0") int cursor) {
        ReconciliationAnswers answers = new ReconciliationAnswers(language.get());
        return switch (what) {
            case "entity" ->
                json(answers.suggestions(
                        answered(() -> reconciliation.suggest(prefix, ReconciliationQuestions.kind(type), cursor))));
            case "type" -> json(begun(types(), prefix, cursor));
            case "property" -> json(begun(properties(null), prefix, cursor));
            default -> throw new Refused(404, "not-found");
        };
    }

    private static Stream<String> types() {
        return Arrays.stream(EntityKind.values()).map(EntityKind::type);
    }

    private static Stream<String> properties(@Nullable EntityKind kind) {
        return Arrays.stream(EntityKind.values())
                .filter(one -> kind == null || one == kind)
                .flatMap(one -> one.properties().stream())
                .distinct();
    }

    private Map<String, Object> begun(Stream<String> ids, String prefix, int cursor) {
        ReconciliationAnswers answers = new ReconciliationAnswers(language.get());
        String asked = prefix.strip().toLowerCase(Locale.ROOT);
        return Map.of(
                "result",
                ids.filter(id -> id.toLowerCase(Locale.ROOT).startsWith(asked)
                                || ReconciliationWords.name(id, language.get())
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith(asked))
                        .skip(Math.max(0, cursor))
                        .limit(Reconciliation.SUGGESTED)
                        .map(answers::named)
                        .toList());
    }

    /** A small look at what was suggested. */
    @GET
    @Path("flyout/{what}")
    public Response flyout(@PathParam("what") String what, @QueryParam("id") @DefaultValue("") String id) {
        ReconciliationPreview preview = new ReconciliationPreview(language.get());
        String html = switch (what) {
            case "entity" -> preview.piece(known(id));
            case "type", "property" -> preview.piece(word(id));
            default -> throw new Refused(404, "not-found");
        };
        return json(Map.of("id", id, "html", html));
    }

    private static String word(String id) {
        if (!ReconciliationWords.knows(id)) {
            throw new Refused(404, "identifier-unknown");
        }
        return id;
    }

    private Entity known(String id) {
        return answered(() -> reconciliation.entity(id)).orElseThrow(() -> new Refused(404, "identifier-unknown"));
    }

    /** The same as a page for a frame of another site. */
    @GET
    @Path("preview")
    public Response preview(@QueryParam("id") @DefaultValue("") String id, RoutingContext context) {
        String page = new ReconciliationPreview(language.get()).page(known(id));
        // framing is what it is for; it has no link, script or form
        context.response().headers().remove("X-Frame-Options").remove("Content-Security-Policy");
        return Response.ok(page, "text/html;charset=UTF-8")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *")
                .build();
    }

    /** Which properties entities of a type have. */
    @GET
    @Path("properties")
    public Response proposed(
            @QueryParam("type") @Nullable String type, @QueryParam("limit") @DefaultValue("100") int limit) {
        ReconciliationAnswers answers = new ReconciliationAnswers(language.get());
        EntityKind kind = ReconciliationQuestions.kind(type);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", type == null ? "" : type);
        told.put("limit", limit);
        told.put(
                "properties",
                (type != null && kind == null ? Stream.<String>empty() : properties(kind))
                        .limit(Math.max(0, limit))
                        .map(answers::named)
                        .toList());
        return json(told);
    }

    /** What a feature of a score means. */
    @GET
    @Path("features/{id}")
    public Response feature(@PathParam("id") String id) {
        return json(new ReconciliationAnswers(language.get()).named(word(id)));
    }

    /** Leads to the page of an entity, or to its identifier, behind which a page or linked data stands. */
    @GET
    @Path("entities/{id}")
    public Response entity(@PathParam("id") String id) {
        Entity entity = known(id);
        String rest = id.substring(id.indexOf('-') + 1);
        String path = switch (entity.kind()) {
            case HOUSE -> "/id/house/" + rest;
            case PLACE -> "/id/place/" + rest;
            case WORK -> "/id/work/" + rest;
            case SHOW -> "/id/run/" + rest;
            case PERSON -> "/search?when=all&q=" + URLEncoder.encode(entity.name(), StandardCharsets.UTF_8);
        };
        return Response.status(303).header("Location", path).build();
    }
}

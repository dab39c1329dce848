package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foyer.hub.exchange.Answer;
import org.foyer.hub.exchange.Ask;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.GrantRefused;
import org.foyer.hub.exchange.Handover;
import org.foyer.hub.exchange.NetworkRefused;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.exchange.NodeOverlaps;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.OverlapSides;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.PooledComparisons;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.NetworksDesk;
import org.foyer.hub.site.internal.server.NodesDesk;
import org.foyer.hub.site.internal.server.StudyDesk;
import org.foyer.hub.site.internal.server.TourDesk;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of the Dataspace Protocol 2025-1. Who asks proves it by a signed token, not by an account; a node that shares nothing
 * and named nobody answers as if there were nothing.
 */
@Path("/")
public class ProtocolResource {

    private final DataSpaceDesk desk;
    private final TourDesk tours;
    private final NetworksDesk networks;
    private final StudyDesk studies;

    @Inject
    public ProtocolResource(DataSpaceDesk desk, TourDesk tours, NetworksDesk networks, StudyDesk studies) {
        this.desk = desk;
        this.tours = tours;
        this.networks = networks;
        this.studies = studies;
    }

    /** Which versions of the protocol this node speaks, and where. */
    @GET
    @Path(".well-known/dspace-version")
    public Response versions() {
        return told(node().space().protocol().versions());
    }

    /** A catalogue's data set, or a conversation as it stands. */
    @GET
    @Path("dsp/2025-1/{endpoint:.+}")
    public Response ask(
            @PathParam("endpoint") String endpoint,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return told(node().space()
                .protocol()
                .answer(new Ask("GET", endpoint, authorization, InputStream.nullInputStream())));
    }

    /** A message of another participant. */
    @POST
    @Path("dsp/2025-1/{endpoint:.+}")
    public Response hear(
            @PathParam("endpoint") String endpoint,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body) {
        return told(node().space().protocol().answer(new Ask("POST", endpoint, authorization, body)));
    }

    private static Participant caller(DataSpaceNode open, @Nullable String authorization) {
        return open.identity().sender(authorization).orElseThrow(() -> new Refused(401, "not-signed-in"));
    }

    private static byte[] whole(InputStream body, int bytesMax) throws IOException {
        byte[] bytes = body.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            throw new Refused(413, "body-too-large");
        }
        return bytes;
    }

    /** A step of a question that is added up over nodes (docs/pooled-figures.md); no part of the protocol, but for the same participants. */
    @POST
    @Path("dsp/2025-1/pooled/{step}")
    public Response pooled(
            @PathParam("step") String step,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body)
            throws IOException {
        DataSpaceNode open = node();
        Participant caller = caller(open, authorization);
        byte[] bytes = whole(body, PooledComparisons.MESSAGE_BYTES_MAX);
        try {
            String json = new String(bytes, StandardCharsets.UTF_8);
            return told(new Answer(200, open.pooled().answer(caller.id(), step, json)));
        } catch (PooledRefused refused) {
            throw NodesDesk.refused(refused);
        }
    }

    /** A step about the figures of a single show (docs/tours.md); no part of the protocol, but for the same participants. */
    @POST
    @Path("dsp/2025-1/grants/{step}")
    public Response grants(
            @PathParam("step") String step,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body)
            throws IOException {
        DataSpaceNode open = node();
        Participant caller = caller(open, authorization);
        byte[] bytes = whole(body, PooledComparisons.MESSAGE_BYTES_MAX);
        try {
            String json = new String(bytes, StandardCharsets.UTF_8);
            return told(new Answer(200, tours.tours().answer(caller.id(), step, json)));
        } catch (GrantRefused refused) {
            throw TourDesk.refused(refused);
        }
    }

    /** A step about a network over several nodes (docs/networks.md); no part of the protocol, but for the same participants. */
    @POST
    @Path("dsp/2025-1/networks/{step}")
    public Response networks(
            @PathParam("step") String step,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body)
            throws IOException {
        Participant caller = caller(node(), authorization);
        byte[] bytes = whole(body, NetworksBetweenNodes.MESSAGE_BYTES_MAX);
        try {
            String json = new String(bytes, StandardCharsets.UTF_8);
            NetworksBetweenNodes open = networks.get().orElseThrow(() -> new Refused(404, "data-space-closed"));
            return told(new Answer(200, open.answer(caller.id(), step, json)));
        } catch (NetworkRefused refused) {
            throw NetworksDesk.refused(refused);
        }
    }

    /** A free question that is added up over nodes (docs/free-questions.md); no part of the protocol, but for the same participants. */
    @POST
    @Path("dsp/2025-1/study/{step}")
    public Response study(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("step") String step,
            InputStream body)
            throws IOException {
        DataSpaceNode open = node();
        Participant caller = caller(open, authorization);
        String json = new String(whole(body, NodeStudies.MESSAGE_BYTES_MAX), StandardCharsets.UTF_8);
        return told(studies.studies()
                .answer(caller.id(), step, json)
                .map(answer -> new Answer(200, answer))
                .orElseThrow(() -> new Refused(400, "grant-message")));
    }

    /** A step of a question about shared buyers (docs/overlap.md); no part of the protocol, but for the same participants. */
    @POST
    @Path("dsp/2025-1/overlap/{step}")
    public Response overlap(
            @PathParam("step") String step,
            @QueryParam("session") @Nullable String session,
            @QueryParam("number") @DefaultValue("0") int number,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body)
            throws IOException {
        DataSpaceNode open = node();
        Participant caller = caller(open, authorization);
        byte[] bytes = whole(body, OverlapSides.MESSAGE_BYTES_MAX);
        return told(open.overlaps().answer(caller.id(), step, session == null ? "" : session, number, bytes));
    }

    /** A step of a count of shared buyers over many nodes (docs/overlap.md); no part of the protocol, but for the same participants. */
    @POST
    @Path("dsp/2025-1/reach/{step}")
    public Response reach(
            @PathParam("step") String step,
            @QueryParam("promise") @Nullable String promise,
            @QueryParam("number") @DefaultValue("0") int number,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            InputStream body)
            throws IOException {
        DataSpaceNode open = node();
        Participant caller = caller(open, authorization);
        byte[] bytes = whole(body, OverlapSides.MESSAGE_BYTES_MAX);
        return told(open.reach().answer(caller.id(), step, promise == null ? "" : promise, number, bytes));
    }

    private static Response told(NodeOverlaps.Reply reply) {
        return Response.status(reply.status())
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header("Cache-Control", "no-store")
                .entity(reply.body())
                .build();
    }

    /** The data of a running transfer, for the secret that its consumer was told. */
    @GET
    @Path("dsp/2025-1/data/{transfer}")
    public Response data(
            @PathParam("transfer") String transfer,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization)
            throws IOException {
        Handover.Handed handed =
                node().handover().hand(transfer, authorization).orElseThrow(() -> new Refused(403, "transfer-closed"));
        return Response.ok(handed.open())
                .type(handed.type())
                .header(HttpHeaders.CONTENT_LENGTH, handed.bytes())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The data of a transfer that its provider brings, for the secret that this node told. */
    @POST
    @Path("dsp/2025-1/data/{transfer}")
    public Response receive(
            @PathParam("transfer") String transfer,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Repr-Digest") @Nullable String digest,
            InputStream body) {
        List<String> objections = node().space().conversations().receive(transfer, authorization, body, digest);
        if (!objections.isEmpty()) {
            throw new Refused(403, "transfer-closed");
        }
        return Response.noContent().build();
    }

    private DataSpaceNode node() {
        return desk.open().orElseThrow(() -> new Refused(404, "data-space-closed"));
    }

    private static Response told(Answer answer) {
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .entity(answer.body())
                .build();
    }
}

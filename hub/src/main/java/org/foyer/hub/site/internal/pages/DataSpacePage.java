package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.Conversations;
import org.foyer.hub.exchange.DataSpaceNode;
import org.foyer.hub.exchange.Harvested;
import org.foyer.hub.exchange.Kind;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.Step;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.DataSpaceDesk;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** The participants of the data space and what is under way with them, for the operator. */
@Path("/node/data-space")
@Produces(MediaType.TEXT_HTML)
public class DataSpacePage {

    private static final String HERE = "/node/data-space";

    private final Access access;
    private final DataSpaceDesk desk;
    private final Audit audit;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public DataSpacePage(Access access, DataSpaceDesk desk, Audit audit, Frames frames, Screen screen) {
        this.access = access;
        this.desk = desk;
        this.audit = audit;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param ask whether the participants are asked what they offer, which takes some seconds */
    @GET
    public Response show(@QueryParam("ask") boolean ask) {
        access.operator();
        return show(200, ask, List.of());
    }

    /** Names a participant. */
    @POST
    @Path("participants")
    public Response name(
            @FormParam("id") @Nullable String id,
            @FormParam("name") @Nullable String name,
            @FormParam("address") @Nullable String address,
            @FormParam("key") @Nullable String key) {
        Actor actor = access.operator();
        return after(node().participants().add(text(id), text(name), text(address), text(key), actor));
    }

    /** Speaks with a participant no longer. */
    @POST
    @Path("participants/revoked")
    public Response revoke(@FormParam("id") @Nullable String id) {
        Actor actor = access.operator();
        node().participants().revoke(text(id), actor);
        return after(List.of());
    }

    /** Ends a transfer, in the midst too. */
    @POST
    @Path("transfers/{transfer}/stop")
    public Response stop(@PathParam("transfer") String transfer) {
        Actor actor = access.operator();
        Conversations all = node().space().conversations();
        Step end = Step.end(Kind.TRANSFER, "stopped by a person");
        List<String> objections = all.say(Kind.TRANSFER, transfer, end).objections();
        if (objections.isEmpty()) {
            audit.write(actor, null, "conversation-said", null, end.message() + " in " + transfer);
        }
        return after(objections);
    }

    private Response after(List<String> objections) {
        return objections.isEmpty()
                ? Response.status(303).header("Location", HERE).build()
                : show(422, false, objections);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private DataSpaceNode node() {
        return desk.get().orElseThrow(() -> desk.closed(404));
    }

    private Response show(int status, boolean ask, List<String> objections) {
        Language language = frames.language();
        Optional<DataSpaceNode> open = desk.get();
        DataSpaceView view = open.map(node -> view(language, node, ask, objections))
                .orElseGet(() -> new DataSpaceView(
                        false, closed(language), "", "", "", false, List.of(), List.of(), objections));
        return screen.show(status, "data-space", frames.frame(language.say("dataspace_title")), view);
    }

    private List<String> closed(Language language) {
        Refused why = desk.closed(404);
        Sentences sentences = Sentences.in(language.locale());
        return why.status() == 404
                ? List.of()
                : List.of(sentences.sentence(why.code(), why.arguments()), sentences.mend(why.code(), why.arguments()));
    }

    private static DataSpaceView view(Language language, DataSpaceNode node, boolean ask, List<String> objections) {
        Map<String, Harvested> found = new HashMap<>();
        if (ask) {
            node.space()
                    .conversations()
                    .harvest(node.known())
                    .forEach(one -> found.put(one.participant().id(), one));
        }
        Map<String, String> names = new HashMap<>();
        List<Participants.Entry> all = node.participants().all();
        all.forEach(
                entry -> names.put(entry.participant().id(), entry.participant().name()));
        return new DataSpaceView(
                true,
                List.of(),
                node.self(),
                node.publicKey(),
                DataSpaceNode.fingerprint(node.publicKey()),
                ask,
                all.stream()
                        .map(entry -> row(
                                language, entry, found.get(entry.participant().id())))
                        .toList(),
                node.space().conversations().running(Conversations.PAGE_MAX).stream()
                        .map(one -> running(language, one, names))
                        .toList(),
                objections);
    }

    private static DataSpaceView.Row row(Language language, Participants.Entry entry, @Nullable Harvested found) {
        return new DataSpaceView.Row(
                entry.participant().id(),
                entry.participant().name(),
                entry.participant().address().toString(),
                DataSpaceNode.fingerprint(entry.publicKey()),
                entry.nextKey() == null ? null : DataSpaceNode.fingerprint(entry.nextKey()),
                entry.seenAt() == null
                        ? language.say("dataspace_never")
                        : language.formats().moment(entry.seenAt(), ZoneId.of("UTC")) + " UTC",
                found == null
                        ? null
                        : found.problem().isEmpty() ? String.join(", ", found.datasets()) : found.problem(),
                entry.revokedAt() != null);
    }

    private static DataSpaceView.Running running(Language language, Conversation one, Map<String, String> names) {
        return new DataSpaceView.Running(
                one.pid(),
                names.getOrDefault(one.participant(), one.participant()),
                one.dataset(),
                language.say(one.side() == Side.PROVIDER ? "dataspace_gives" : "dataspace_takes"),
                one.state().name());
    }
}

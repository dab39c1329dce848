package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Proof;
import org.foyer.hub.intake.RecipeName;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Sha256;
import org.jspecify.annotations.Nullable;

/** Files sent by a house and how they would be read, for its editors. */
@Path("/api/houses/{house}")
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {

    private static final int NAME_CHARACTERS_MAX = 200;

    private final Access access;
    private final Intake intake;

    @Inject
    public FilesResource(Access access, Intake intake) {
        this.access = access;
        this.intake = intake;
    }

    /**
     * A file received before.
     *
     * @param sha256 its digest
     * @param name the name under which it was sent
     */
    public record FileName(String sha256, String name) {}

    /** What to prove. */
    public record ProofOrder(FileName file, @Nullable Matching matching) {}

    /** Keeps a file: the request's body is the file, streamed into the archive. */
    @POST
    @Path("files")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response receive(
            @PathParam("house") String slug, @QueryParam("name") @Nullable String name, InputStream body) {
        House house = access.house(slug, Role.EDITOR);
        if (name == null || name.isBlank() || name.length() > NAME_CHARACTERS_MAX) {
            throw Parameters.unreadable("name", name == null ? "" : name);
        }
        return Response.status(201)
                .entity(intake.receive(house.id(), name, body))
                .build();
    }

    /** How the file would be read. Changes nothing. */
    @POST
    @Path("proofs")
    @Consumes(MediaType.APPLICATION_JSON)
    public Proof prove(@PathParam("house") String slug, ProofOrder order) {
        House house = access.house(slug, Role.EDITOR);
        Matching matching = order.matching() == null ? Matching.NONE : order.matching();
        return intake.prove(house.id(), received(intake, house, order.file()), matching);
    }

    /** Recipes that this house can choose from. */
    @GET
    @Path("recipes")
    public List<RecipeName> recipes(@PathParam("house") String slug) {
        return intake.recipes(access.house(slug, Role.EDITOR).id());
    }

    /** @throws Refused 404 {@code file-unknown} when the house sent no file of that digest */
    static ArchivedFile received(Intake intake, House house, @Nullable FileName file) {
        if (file == null || file.sha256() == null || file.name() == null) {
            throw Parameters.unreadable("file", "");
        }
        if (!file.sha256().matches("[0-9a-f]{64}")) {
            throw Parameters.unreadable("sha256", file.sha256());
        }
        return intake.received(house.id(), new Sha256(file.sha256()), file.name())
                .orElseThrow(() -> new Refused(404, "file-unknown", file.name()));
    }
}

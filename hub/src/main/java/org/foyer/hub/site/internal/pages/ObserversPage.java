package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.ObserversResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;

/** Which funders and researchers are named on this node, and whether a house lets them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ObserversPage {

    private final Access access;
    private final CurrentActor current;
    private final Accounts accounts;
    private final Gate gate;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public ObserversPage(
            Access access, CurrentActor current, Accounts accounts, Gate gate, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.accounts = accounts;
        this.gate = gate;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/observers")
    public Response observers(@PathParam("house") String slug) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        ObserversView view = view(
                language,
                house,
                ObserversResource.of(accounts),
                gate.takesPart(house.id(), StudyGate.OBSERVERS),
                current.get().may(house.id(), Role.STEWARD));
        return screen.show("observers", frames.frame(language.say("observers_title"), house), view);
    }

    static ObserversView view(
            Language language, House house, List<ObserversResource.Body> bodies, boolean lets, boolean steward) {
        return new ObserversView(
                "/h/" + house.slug() + "/observers",
                bodies.stream()
                        .map(one -> new ObserversView.Line(
                                one.body(),
                                language.say(
                                        "observers_since",
                                        language.formats()
                                                .longDay(one.since()
                                                        .atZone(house.zone())
                                                        .toLocalDate()))))
                        .toList(),
                lets,
                steward);
    }

    /** Joins or leaves; for stewards. */
    @POST
    @Path("h/{house}/observers")
    public Response takePart(@PathParam("house") String slug, @FormParam("takes-part") boolean joins) {
        House house = access.house(slug, Role.STEWARD);
        if (joins) {
            gate.join(house.id(), StudyGate.OBSERVERS, current.get());
        } else {
            gate.leave(house.id(), StudyGate.OBSERVERS, current.get());
        }
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/observers")
                .build();
    }
}

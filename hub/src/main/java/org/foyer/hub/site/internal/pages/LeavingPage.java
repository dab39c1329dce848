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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.ShowGrant;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.LeavingResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.ReachDesk;
import org.foyer.hub.site.internal.server.RunningNode;
import org.jspecify.annotations.Nullable;

/** What leaves a house: what left, to whom, and what is open now, with a button to close it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class LeavingPage {

    private final Access access;
    private final CurrentActor current;
    private final Audit audit;
    private final Gate gate;
    private final RunningNode node;
    private final ReachDesk reach;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public LeavingPage(
            Access access,
            CurrentActor current,
            Audit audit,
            Gate gate,
            RunningNode node,
            ReachDesk reach,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.audit = audit;
        this.gate = gate;
        this.node = node;
        this.reach = reach;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/leaving")
    public Response show(@PathParam("house") String slug) {
        House house = access.house(slug, Role.STEWARD);
        Language language = frames.language();
        LeavingResource.Leaving leaving = LeavingResource.of(
                audit,
                gate,
                node.get().touring().grants(),
                node.get().pooling().forgotten(),
                house,
                node.get().settings().clock().instant());
        long times = leaving.times().values().stream().mapToLong(n -> n).sum();
        LeavingView view = new LeavingView(
                "/h/" + house.slug(),
                times == 0 ? language.say("leaving_nothing") : language.count("leaving_told", times),
                times == 0 ? null : bars(language, leaving.times()),
                leaving.standing().stream()
                        .map(one -> new LeavingView.Standing(
                                one.purpose(),
                                language.say("leaving_" + Labels.underscored(one.purpose())),
                                one.takesPart()))
                        .toList(),
                leaving.grants().stream().map(grant -> show(language, grant)).toList(),
                leaving.lines().stream()
                        .map(line -> line(language, house, line))
                        .toList(),
                ForgottenWords.of(language, house, leaving.forgotten()));
        return screen.show("leaving", frames.frame(language.say("nav_leaving"), house), view);
    }

    private static LeavingView.Show show(Language language, ShowGrant grant) {
        ShowGrant.Terms terms = grant.terms();
        return new LeavingView.Show(
                grant.id(),
                language.say(
                        "leaving_show",
                        grant.title(),
                        grant.asker().name(),
                        terms == null ? "–" : language.formats().day(terms.until())));
    }

    private static Bars bars(Language language, Map<String, Long> times) {
        double largest = times.values().stream().mapToLong(n -> n).max().orElse(1);
        List<Bars.Row> rows = new ArrayList<>();
        times.forEach((action, count) -> rows.add(new Bars.Row(
                language.did(action), language.formats().number(count), "", Bars.width(count, largest), false)));
        return new Bars(language.say("leaving_what"), language.say("leaving_times"), rows);
    }

    private static LeavingView.Line line(Language language, House house, Audit.Line line) {
        return new LeavingView.Line(
                language.formats().moment(line.at(), house.zone()),
                language.did(line.action()),
                language.who(line.actor()),
                line.detail());
    }

    /** Closes one way at once. */
    @POST
    @Path("h/{house}/leaving")
    public Response close(@PathParam("house") String slug, @FormParam("purpose") @Nullable String purpose) {
        House house = access.house(slug, Role.STEWARD);
        if (purpose == null || !LeavingResource.PURPOSES.contains(purpose)) {
            throw new Refused(404, "purpose-unknown", purpose == null ? "" : purpose);
        }
        gate.leave(house.id(), purpose, current.get());
        reach.left(purpose);
        return Response.status(303)
                .header("Location", "/h/" + house.slug() + "/leaving")
                .build();
    }
}

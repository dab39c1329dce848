package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.MatchList;
import org.foyer.hub.linking.Verdict;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.MatchDesk;
import org.foyer.hub.site.internal.api.MatchesResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Pairs of buyers that may be one person, for a person to decide. It shows names: each look is written down. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class MatchesPage {

    private static final int PAIRS_SHOWN = 10;
    private static final int DECIDED_SHOWN = 10;
    private static final String WITHDRAW = "withdraw";

    private final Access access;
    private final CurrentActor current;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public MatchesPage(Access access, CurrentActor current, RunningNode node, Frames frames, Screen screen) {
        this.access = access;
        this.current = current;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param said what was kept a moment ago */
    @GET
    @Path("h/{house}/matches")
    public Response matches(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("said") @Nullable String said) {
        House house = access.house(slug, Role.EDITOR);
        return show(200, house, offset, said, null, null);
    }

    /** Fields: {@code one}, {@code other}, {@code verdict} ({@code same}, {@code different}, {@code later}, {@code withdraw}). */
    @POST
    @Path("h/{house}/matches")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@PathParam("house") String slug, MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        String one = text(form, "one");
        String other = text(form, "other");
        String said = text(form, "verdict");
        int offset = WordForms.offset(form);
        Optional<String> problem = Optional.empty();
        if (said.equals(WITHDRAW)) {
            desk().withdraw(current.get(), house, one, other);
        } else {
            Verdict verdict = Verdict.of(said).orElseThrow(() -> new Refused(400, "request-unreadable"));
            problem = desk().decide(current.get(), house, one, other, verdict);
        }
        if (problem.isPresent()) {
            Refused refused = MatchesResource.refused(problem.get());
            return show(refused.status(), house, offset, null, refused.code(), null);
        }
        return Response.status(303)
                .header("Location", "/h/%s/matches?offset=%d&said=%s#pairs".formatted(house.slug(), offset, said))
                .build();
    }

    /** Fields: {@code one} and {@code other}, customer numbers, which do not go into an address. */
    @POST
    @Path("h/{house}/matches/pair")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pair(@PathParam("house") String slug, MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        try {
            Match asked = desk().pairOf(current.get(), house, text(form, "one"), text(form, "other"));
            return show(200, house, 0, null, null, asked);
        } catch (Refused refused) {
            return show(refused.status(), house, 0, null, refused.code(), null);
        }
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String text = form.getFirst(field);
        return text == null ? "" : text;
    }

    private MatchDesk desk() {
        return new MatchDesk(node.get());
    }

    private Response show(
            int status,
            House house,
            int offset,
            @Nullable String said,
            @Nullable String problem,
            @Nullable Match asked) {
        Actor actor = current.get();
        Language language = frames.language();
        int from = Math.max(0, Math.min(offset, MatchList.PAIRS_MAX));
        MatchList list = desk().doubtful(actor, house, from, PAIRS_SHOWN);
        List<Match> decided = desk().decided(actor, house, DECIDED_SHOWN);
        return screen.show(
                status,
                "matches",
                frames.frame(language.say("nav_matches"), house),
                view(language, "/h/" + house.slug(), from, list, decided, said, problem, asked));
    }

    static MatchesView view(
            Language language,
            String base,
            int from,
            MatchList list,
            List<Match> decided,
            @Nullable String said,
            @Nullable String problem,
            @Nullable Match asked) {
        MatchCards cards = new MatchCards(language);
        Sentences sentences = Sentences.in(language.locale());
        return new MatchesView(
                base,
                MatchCards.lead(language, list.standing()),
                list.standing().current() ? null : language.say("matches_under_way"),
                said != null && (said.equals(WITHDRAW) || Verdict.of(said).isPresent())
                        ? language.say("match_kept_" + said)
                        : null,
                problem == null
                        ? null
                        : new WordsView.Problem(
                                sentences.sentence(problem, List.of()), sentences.mend(problem, List.of())),
                cards.pairs(asked == null ? List.of() : List.of(asked), "asked-", 1),
                cards.pairs(list.matches(), "pair-", from + 1),
                cards.pairs(decided, "decided-", 1),
                Integer.toString(from),
                Pager.of(
                        language,
                        from,
                        list.matches().size(),
                        list.doubtful(),
                        PAIRS_SHOWN,
                        base + "/matches?offset="));
    }
}

package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.site.internal.api.DoublesResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** What a house tells twice: side by side with the reasons, and a person says whether it is one. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class DoublesPage {

    private static final int SHOWN = 20;
    private static final int DECIDED_SHOWN = 50;
    private static final int JOINED_SHOWN = 50;
    private static final Set<String> DONE = Set.of("same", "tour", "revival", "apart");

    /** Kinds whose two are told of each other, and stay two. */
    private static final Set<String> LINKED = Set.of("tour", "revival");

    private final Access access;
    private final Intake intake;
    private final Houses houses;
    private final DoublesResource api;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public DoublesPage(Access access, Intake intake, Houses houses, DoublesResource api, Frames frames, Screen screen) {
        this.access = access;
        this.intake = intake;
        this.houses = houses;
        this.api = api;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/doubles")
    public Response doubles(@PathParam("house") String slug, @QueryParam("done") @DefaultValue("") String done) {
        House house = access.house(slug, Role.EDITOR);
        return show(200, house, done, null);
    }

    /** Says whether two things are one. */
    @POST
    @Path("h/{house}/doubles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @PathParam("house") String slug,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("keep") @DefaultValue("0") long keep,
            @FormParam("other") List<Long> others,
            @FormParam("verdict") @DefaultValue("") String verdict) {
        House house = access.house(slug, Role.EDITOR);
        if (others.isEmpty()) {
            return show(422, house, "", "double-none-chosen");
        }
        try {
            if (others.size() > 1 && DoublePair.Kind.TOUR.word().equals(kind)) {
                api.decideTour(house, keep, others, "same".equals(verdict));
            } else {
                api.decide(house, new DoublesResource.Decision(kind, keep, others.get(0), verdict));
            }
        } catch (Refused refused) {
            return show(refused.status(), house, "", refused.code());
        }
        return Response.status(303)
                .header(
                        "Location",
                        "/h/" + house.slug() + "/doubles?done="
                                + ("same".equals(verdict) ? LINKED.contains(kind) ? kind : "same" : "apart"))
                .build();
    }

    private Response show(int status, House house, String done, @Nullable String problem) {
        Language language = frames.language();
        List<DoublePair> found = intake.doubles().doubtful(house.id());
        List<DoublesView.Pair> pairs = new ArrayList<>();
        List<List<DoublePair>> together = together(found);
        together.stream().limit(SHOWN).forEach(some -> pairs.add(card(language, house, pairs.size(), some)));
        int shown = together.stream().limit(SHOWN).mapToInt(List::size).sum();
        List<DoublesView.Pair> joined = new ArrayList<>();
        intake.doubles().joined(house.id()).stream()
                .limit(JOINED_SHOWN)
                .forEach(pair -> joined.add(pair(language, house, joined.size(), pair)));
        List<Doubles.Announcement> announcements = intake.doubles().announcements(house.id());
        List<Doubles.Decided> decided = intake.doubles().decided(house.id(), DECIDED_SHOWN);
        DoublesView view = new DoublesView(
                "/h/" + house.slug(),
                found.isEmpty() ? language.say("doubles_none") : language.count("doubles_wait", found.size()),
                DONE.contains(done) ? language.say("doubles_done_" + done) : null,
                problem == null ? null : Sentences.in(language.locale()).sentence(problem, List.of()),
                pairs,
                found.size() > shown ? language.count("doubles_more", found.size() - shown) : null,
                joined,
                announcements.stream()
                        .limit(SHOWN)
                        .map(one -> announcement(language, one))
                        .toList(),
                announcements.size() > SHOWN
                        ? language.count("doubles_announcements_more", announcements.size() - SHOWN)
                        : null,
                decided.stream()
                        .map(one -> new DoublesView.Decided(
                                language.say(
                                        !one.same()
                                                ? "doubles_are_two"
                                                : LINKED.contains(one.kind().word())
                                                        ? "doubles_is_"
                                                                + one.kind().word()
                                                        : "doubles_is_one",
                                        one.name(),
                                        one.otherName()),
                                one.run()))
                        .toList());
        return screen.show(status, "doubles", frames.frame(language.say("nav_doubles"), house), view);
    }

    static DoublesView.Announcement announcement(Language language, Doubles.Announcement one) {
        return new DoublesView.Announcement(one.title(), language.formats().longDay(one.day()), one.production());
    }

    /** A show of the house that several others may play is asked of once; all else pair by pair. */
    static List<List<DoublePair>> together(List<DoublePair> found) {
        Map<String, List<DoublePair>> together = new LinkedHashMap<>();
        for (DoublePair pair : found) {
            String key = pair.kind() == DoublePair.Kind.TOUR
                    ? pair.kind() + " " + pair.one().id()
                    : pair.kind() + " " + pair.one().id() + " " + pair.other().id();
            together.computeIfAbsent(key, one -> new ArrayList<>()).add(pair);
        }
        return List.copyOf(together.values());
    }

    private DoublesView.Pair card(Language language, House house, int number, List<DoublePair> together) {
        DoublesView.Pair first = pair(language, house, number, together.get(0));
        if (together.size() == 1) {
            return first;
        }
        List<DoublesView.Side> sides = new ArrayList<>(first.sides());
        together.stream().skip(1).forEach(pair -> sides.add(side(language, house, pair.other())));
        return new DoublesView.Pair(
                number,
                first.kind(),
                language.say("doubles_kind_tour_many", language.formats().number(houses(together))),
                language.say("doubles_same_tour_many"),
                reasons(language, together),
                sides);
    }

    /** How many houses' shows stand together, of which one may have several. */
    static long houses(List<DoublePair> together) {
        return together.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .map(DoublePair.Side::house)
                .distinct()
                .count();
    }

    /** Why any of them would be one, each reason once. Where some have the very name, that others' are alike is seen. */
    static List<String> reasons(Language language, List<DoublePair> together) {
        List<DoublePair.Reason> all =
                together.stream().flatMap(pair -> pair.reasons().stream()).toList();
        boolean same = all.stream().anyMatch(reason -> reason.code().equals("same-name"));
        return all.stream()
                .filter(reason -> !same || !reason.code().equals("like-name"))
                .map(reason -> told(language, reason))
                .distinct()
                .toList();
    }

    private DoublesView.Pair pair(Language language, House house, int number, DoublePair pair) {
        return new DoublesView.Pair(
                number,
                pair.kind().word(),
                language.say("doubles_kind_" + pair.kind().word()),
                language.say(
                        LINKED.contains(pair.kind().word())
                                ? "doubles_same_" + pair.kind().word()
                                : "doubles_same"),
                pair.reasons().stream().map(reason -> told(language, reason)).toList(),
                List.of(side(language, house, pair.one()), side(language, house, pair.other())));
    }

    private static String told(Language language, DoublePair.Reason reason) {
        String word = "doubles_because_" + reason.code().replace('-', '_');
        return reason.code().equals("same-hour")
                ? language.count(word, Long.parseLong(reason.value()))
                : language.say(
                        word,
                        Stream.of(reason.value().split("; "))
                                .reduce((some, next) -> language.say("doubles_and_next", some, next))
                                .orElse(""));
    }

    private DoublesView.Side side(Language language, House own, DoublePair.Side side) {
        List<String> facts = new ArrayList<>();
        if (side.house() != own.id().value()) {
            houses.byId(new HouseId(side.house())).ifPresent(house -> facts.add(house.name()));
        }
        if (side.beside() != null) {
            facts.add(side.beside());
        }
        if (side.first() != null && side.last() != null) {
            String dates = language.count("doubles_dates", side.dates());
            facts.add(
                    side.first().equals(side.last())
                            ? language.say(
                                    "doubles_on", dates, language.formats().longDay(side.first()))
                            : language.say(
                                    "doubles_between",
                                    dates,
                                    language.formats().longDay(side.first()),
                                    language.formats().longDay(side.last())));
        }
        if (!side.sources().isEmpty()) {
            facts.add(language.say(
                    "doubles_told_by",
                    String.join(
                            ", ",
                            side.sources().stream()
                                    .map(source -> language.sayOr(source, "source_" + source.replace('-', '_')))
                                    .toList())));
        }
        return new DoublesView.Side(side.id(), side.name(), facts);
    }
}

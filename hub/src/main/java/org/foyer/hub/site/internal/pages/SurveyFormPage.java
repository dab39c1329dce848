package org.foyer.hub.site.internal.pages;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Taken;
import org.foyer.hub.insight.Surveys.Way;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.AnswerThrottle;
import org.foyer.hub.site.internal.security.SurveyDoor;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * The public page of a survey: no account, no cookie, no script. What is sent is kept as codes; nothing of who sent it is kept or logged.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SurveyFormPage {

    /** After thanks, until a tablet shows the questions to the next person. */
    private static final int TABLET_SECONDS = 12;

    private static final int ADDRESS_CHARACTERS_MAX = 60;
    private static final int VALUES_MAX = 40;
    private static final int VALUE_CHARACTERS_MAX = 60;

    private final Surveys surveys;
    private final Houses houses;
    private final SurveyDoor door;
    private final RunningNode node;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public SurveyFormPage(
            Surveys surveys, Houses houses, SurveyDoor door, RunningNode node, Frames frames, Screen screen) {
        this.surveys = surveys;
        this.houses = houses;
        this.door = door;
        this.node = node;
        this.frames = frames;
        this.screen = screen;
    }

    /** A survey that takes answers, or the page that says why not. */
    private record Found(
            @Nullable Survey survey,
            @Nullable House house,
            @Nullable Response instead) {}

    @GET
    @Path("s/{address}")
    public Response questions(
            @PathParam("address") String address,
            @QueryParam("language") @Nullable String language,
            @QueryParam("tablet") @DefaultValue("") String tablet) {
        Language spoken = spoken(language);
        return at(
                address,
                spoken,
                (house, survey) -> form(200, spoken, house, survey, key(survey, tablet), Map.of(), null));
    }

    @POST
    @Path("s/{address}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @PathParam("address") String address,
            MultivaluedMap<String, String> form,
            @Context RoutingContext context) {
        Language spoken = spoken(form.getFirst("language"));
        String client = context.request().remoteAddress().hostAddress();
        return at(address, spoken, (house, survey) -> answered(spoken, house, survey, form, client));
    }

    private Response answered(
            Language spoken, House house, Survey survey, MultivaluedMap<String, String> form, String client) {
        String tablet = key(survey, first(form, "tablet"));
        Map<String, List<String>> said = said(form);
        String who = survey.number() + (tablet.isEmpty() ? " " + AnswerThrottle.network(client) : " tablet " + tablet);
        if (!door.throttle().take(who, tablet.isEmpty() ? AnswerThrottle.PHONE : AnswerThrottle.TABLET)) {
            return form(429, spoken, house, survey, tablet, said, "survey-throttled");
        }
        Problem problem = kept(spoken, house, survey, tablet, said, first(form, "ticket"));
        if (problem != null) {
            door.throttle().giveBack(who);
            return form(problem.status(), spoken, house, survey, tablet, said, problem.code());
        }
        String kept = tablet.isEmpty() ? "" : "&tablet=" + tablet;
        return Response.status(303)
                .header("Location", "/s/" + survey.address() + "/thanks?language=" + spoken.code() + kept)
                .build();
    }

    private record Problem(int status, String code) {}

    /** Null when the answer is kept. */
    private @Nullable Problem kept(
            Language spoken, House house, Survey survey, String tablet, Map<String, List<String>> said, String ticket) {
        if (!door.tickets().use(ticket, survey.number())) {
            return new Problem(409, "survey-ticket");
        }
        Way way = tablet.isEmpty() ? Way.PHONE : Way.TABLET;
        Taken taken = surveys.answer(house, survey, said, way, spoken.code());
        return switch (taken) {
            case KEPT -> null;
            case UNREADABLE -> new Problem(422, "survey-nothing-said");
            case POSTCODE -> new Problem(422, "survey-postcode");
            case CLOSED -> new Problem(410, "survey-closed");
            case FULL -> new Problem(409, "survey-full");
        };
    }

    @GET
    @Path("s/{address}/thanks")
    public Response thanks(
            @PathParam("address") String address,
            @QueryParam("language") @Nullable String language,
            @QueryParam("tablet") @DefaultValue("") String tablet) {
        Language spoken = spoken(language);
        return at(address, spoken, (house, survey) -> thanks(spoken, house, key(survey, tablet), survey));
    }

    private Response thanks(Language spoken, House house, String key, Survey survey) {
        return screen.show(
                "survey-said",
                frames.plainFrame(spoken, spoken.say("survey_thanks"), house),
                new SurveyFormView.Said(
                        spoken.say("survey_thanks"),
                        house.name(),
                        house.simulated(),
                        !key.isEmpty(),
                        List.of(spoken.say("survey_thanks_says")),
                        key.isEmpty() ? null : "/s/" + survey.address() + "?tablet=" + key,
                        TABLET_SECONDS));
    }

    private Response form(
            int status,
            Language spoken,
            House house,
            Survey survey,
            String tablet,
            Map<String, List<String>> said,
            @Nullable String code) {
        Sentences sentences = Sentences.in(spoken.locale());
        SurveyFormView.Problem problem = code == null
                ? null
                : new SurveyFormView.Problem(
                        sentences.sentence(code, List.of(Integer.toString(Surveys.ANSWERS_MAX))),
                        sentences.mend(code, List.of()));
        String ticket = door.tickets().give(survey.number());
        return screen.show(
                status,
                "survey-form",
                frames.plainFrame(spoken, survey.title(spoken.code()), house),
                SurveyFormView.of(spoken, house, survey, surveys.bank(), ticket, tablet, said, problem));
    }

    /** What is shown of a survey that takes answers now; else the page that says why not. */
    private Response at(String address, Language spoken, BiFunction<House, Survey, Response> then) {
        Optional<Survey> found =
                address.length() > ADDRESS_CHARACTERS_MAX ? Optional.empty() : surveys.byAddress(address);
        Optional<House> owner = found.flatMap(one -> houses.byId(one.house()));
        if (found.isEmpty() || owner.isEmpty()) {
            return instead(404, spoken, null, spoken.say("survey_unknown_says"));
        }
        Survey survey = found.get();
        House house = owner.get();
        LocalDate today = Parameters.today(house, node.get().settings().clock());
        return switch (survey.state(today)) {
            case OPEN -> then.apply(house, survey);
            case ENDED -> instead(410, spoken, house, spoken.say("survey_ended_says"));
            case AHEAD -> {
                String opens = spoken.formats().longDay(survey.opens());
                yield instead(404, spoken, house, spoken.say("survey_ahead_says", opens));
            }
        };
    }

    private Response instead(int status, Language spoken, @Nullable House house, String sentence) {
        String title = spoken.say(status == 410 ? "survey_ended" : "survey_unknown");
        return screen.show(
                status,
                "survey-said",
                frames.plainFrame(spoken, title, house),
                new SurveyFormView.Said(
                        title,
                        house == null ? "" : house.name(),
                        house != null && house.simulated(),
                        false,
                        List.of(sentence),
                        null,
                        0));
    }

    /** The language chosen on the page, else that of the reader. */
    private Language spoken(@Nullable String chosen) {
        return chosen != null && chosen.matches("fr|en")
                ? Language.of(Locale.forLanguageTag(chosen))
                : frames.language();
    }

    /** The key when it is that of the survey; else this is a phone like any other. */
    private static String key(Survey survey, String given) {
        String key = survey.tablet() == null ? "" : survey.tablet();
        boolean right = !key.isEmpty()
                && MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        return right ? key : "";
    }

    private static String first(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }

    /** Short values only: everything else is nothing that the page offers. */
    private static Map<String, List<String>> said(MultivaluedMap<String, String> form) {
        Map<String, List<String>> said = new HashMap<>();
        form.forEach((field, values) -> said.put(
                field,
                values.stream()
                        .limit(VALUES_MAX)
                        .filter(value -> value.length() <= VALUE_CHARACTERS_MAX)
                        .toList()));
        return said;
    }
}

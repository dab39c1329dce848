package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.Role;
import org.foyer.hub.insight.Survey;
import org.foyer.hub.insight.SurveySheet;
import org.foyer.hub.insight.Surveys;
import org.foyer.hub.insight.Surveys.Batch;
import org.foyer.hub.insight.Surveys.Fault;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.api.SurveyDesk;
import org.foyer.hub.site.internal.api.SurveysResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.PublicAddress;
import org.foyer.hub.site.internal.server.RunningNode;
import org.foyer.hub.site.internal.server.Sentences;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The surveys of a house and what was answered. The rules are the API's own. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SurveysPage {

    private static final SurveyDesk.Wishing NOTHING = new SurveyDesk.Wishing(null, null, null, List.of(), null, null);

    private final Access access;
    private final CurrentActor current;
    private final SurveysResource resource;
    private final Surveys surveys;
    private final Gate gate;
    private final RunningNode node;
    private final PublicAddress world;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public SurveysPage(
            Access access,
            CurrentActor current,
            SurveysResource resource,
            Surveys surveys,
            Gate gate,
            RunningNode node,
            PublicAddress world,
            Frames frames,
            Screen screen) {
        this.access = access;
        this.current = current;
        this.resource = resource;
        this.surveys = surveys;
        this.gate = gate;
        this.node = node;
        this.world = world;
        this.frames = frames;
        this.screen = screen;
    }

    @GET
    @Path("h/{house}/surveys")
    public Response list(@PathParam("house") String slug) {
        return list(200, slug, NOTHING, List.of());
    }

    @POST
    @Path("h/{house}/surveys")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(
            @PathParam("house") String slug,
            @FormParam("title-fr") @Nullable String french,
            @FormParam("title-en") @Nullable String english,
            @FormParam("opens") @Nullable String opens,
            @FormParam("closes") @Nullable String closes,
            @FormParam("optional") @Nullable List<String> optional) {
        SurveyDesk desk = resource.desk(slug, Role.EDITOR);
        SurveyDesk.Wishing wishing = new SurveyDesk.Wishing(null, french, english, optional, opens, closes);
        Surveys.Made made = desk.make(wishing);
        return made.survey() == null
                ? list(422, slug, wishing, made.faults())
                : go(slug, made.survey().slug(), "");
    }

    private Response list(int status, String slug, SurveyDesk.Wishing typed, List<Fault> faults) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        SurveyDesk desk = resource.desk(slug, Role.READER);
        boolean editor = current.get().may(house.id(), Role.EDITOR);
        Sentences sentences = Sentences.in(language.locale());
        List<ConsentsView.Fault> told = faults.stream()
                .map(fault -> new ConsentsView.Fault(
                        sentences.sentence(fault.code(), fault.arguments()),
                        sentences.mend(fault.code(), fault.arguments())))
                .toList();
        return screen.show(
                status,
                "surveys",
                frames.frame(language.say("nav_surveys"), house),
                SurveysView.of(
                        language,
                        "/h/" + slug,
                        desk.all(),
                        surveys.bank(),
                        today(house),
                        surveys::answers,
                        editor ? SurveysView.form(language, surveys.bank(), typed, told) : null));
    }

    @GET
    @Path("h/{house}/surveys/{survey}")
    public Response survey(
            @PathParam("house") String slug,
            @PathParam("survey") String survey,
            @QueryParam("taken") @Nullable String taken) {
        return show(200, slug, survey, List.of(), taken);
    }

    @GET
    @Path("h/{house}/surveys/{survey}/results.csv")
    @Produces("text/csv")
    public Response csv(@PathParam("house") String slug, @PathParam("survey") String survey) {
        House house = access.house(slug, Role.READER);
        SurveySheet sheet = resource.desk(slug, Role.READER).results(survey);
        return Csv.answer(
                house,
                "survey-" + survey,
                List.of("question", "code", "label", "people", "share", "weighted", "low", "high"),
                new SurveyPanels(frames.language(), surveys.bank(), sheet).csv());
    }

    @GET
    @Path("h/{house}/surveys/{survey}/template.csv")
    @Produces("text/csv")
    public Response template(@PathParam("house") String slug, @PathParam("survey") String survey) {
        List<List<String>> rows = resource.desk(slug, Role.EDITOR).template(survey);
        return Response.ok("\ufeff" + Csv.text(rows))
                .type("text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + survey + "-paper.csv\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("h/{house}/surveys/{survey}/end")
    public Response end(@PathParam("house") String slug, @PathParam("survey") String survey) {
        resource.desk(slug, Role.EDITOR).end(survey);
        return go(slug, survey, "");
    }

    @POST
    @Path("h/{house}/surveys/{survey}/tablet")
    public Response tablet(@PathParam("house") String slug, @PathParam("survey") String survey) {
        resource.desk(slug, Role.STEWARD).tablet(survey);
        return go(slug, survey, "#address");
    }

    @POST
    @Path("h/{house}/surveys/{survey}/paper")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response paper(
            @PathParam("house") String slug,
            @PathParam("survey") String survey,
            @RestForm("day") @Nullable String day,
            @RestForm("file") @Nullable FileUpload file)
            throws IOException {
        SurveyDesk desk = resource.desk(slug, Role.EDITOR);
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw new Refused(422, "file-missing");
        }
        try (InputStream csv = Files.newInputStream(file.uploadedFile())) {
            Surveys.Paper paper = desk.paper(survey, csv, day);
            Batch batch = paper.batch();
            return batch == null
                    ? show(422, slug, survey, paper.faults(), null)
                    : go(slug, survey, "?taken=" + batch.answers() + "#paper");
        }
    }

    @POST
    @Path("h/{house}/surveys/{survey}/paper/{batch}/undo")
    public Response undo(
            @PathParam("house") String slug, @PathParam("survey") String survey, @PathParam("batch") int batch) {
        resource.desk(slug, Role.EDITOR).undo(survey, batch);
        return go(slug, survey, "#paper");
    }

    private Response show(int status, String slug, String name, List<Fault> faults, @Nullable String taken) {
        House house = access.house(slug, Role.READER);
        Language language = frames.language();
        SurveyDesk desk = resource.desk(slug, Role.READER);
        Survey survey = desk.find(name);
        boolean editor = current.get().may(house.id(), Role.EDITOR);
        boolean steward = current.get().may(house.id(), Role.STEWARD);
        SurveyTold told = new SurveyTold(language, house, survey, surveys.bank(), today(house), world.get());
        SurveySheet sheet = desk.results(name);
        SurveyView view = told.view(
                sheet,
                peers(language, desk, house, sheet),
                editor,
                steward,
                editor ? told.paper(desk.batches(name), faults, taken) : null);
        return screen.show(status, "survey", frames.frame(view.title(), house), view);
    }

    /** Peers are asked for when there is something of the house to set beside them. */
    private SurveyView.@Nullable Peers peers(Language language, SurveyDesk desk, House house, SurveySheet sheet) {
        if (sheet.counted() < SurveySheet.ANSWERS_MIN) {
            return null;
        }
        return gate.takesPart(house.id(), Gate.COMPARISON)
                ? new SurveyPeers(language, surveys.bank())
                        .told(desk.peers(sheet.survey().slug()))
                : SurveyPeers.apart(language);
    }

    private LocalDate today(House house) {
        return Parameters.today(house, node.get().settings().clock());
    }

    private static Response go(String slug, String survey, String end) {
        return Response.status(303)
                .header("Location", "/h/" + slug + "/surveys/" + survey + end)
                .build();
    }
}

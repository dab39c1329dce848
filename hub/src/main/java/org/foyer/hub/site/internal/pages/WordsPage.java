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
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.WordsAnswer;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.WordsResource;
import org.foyer.hub.site.internal.security.Access;

/** The house's own words, to be put into the common lists. What is said is said by the API's own rules. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class WordsPage {

    private static final int OFFSET_MAX = 10_000_000;

    private final Access access;
    private final Intake intake;
    private final WordsResource words;
    private final Frames frames;
    private final Screen screen;

    @Inject
    public WordsPage(Access access, Intake intake, WordsResource words, Frames frames, Screen screen) {
        this.access = access;
        this.intake = intake;
        this.words = words;
        this.frames = frames;
        this.screen = screen;
    }

    /** @param said how many words were changed a moment ago */
    @GET
    @Path("h/{house}/words")
    public Response words(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("said") @DefaultValue("0") int said) {
        House house = access.house(slug, Role.EDITOR);
        return show(200, house, offset, said, new WordsAnswer(0, List.of()));
    }

    @POST
    @Path("h/{house}/words")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response say(@PathParam("house") String slug, MultivaluedMap<String, String> form) {
        House house = access.house(slug, Role.EDITOR);
        int offset = WordForms.offset(form);
        WordsAnswer answer = words.say(house, WordForms.said(form));
        if (!answer.problems().isEmpty()) {
            return show(422, house, offset, 0, answer);
        }
        return Response.status(303)
                .header("Location", "/h/%s/words?offset=%d&said=%d".formatted(house.slug(), offset, answer.changed()))
                .build();
    }

    private Response show(int status, House house, int offset, int said, WordsAnswer answer) {
        Language language = frames.language();
        int from = Math.max(0, Math.min(offset, OFFSET_MAX));
        return screen.show(
                status,
                "words",
                frames.frame(language.say("nav_words"), house),
                WordForms.view(
                        language,
                        "/h/" + house.slug(),
                        intake.words(house.id(), from, WordForms.WORDS_SHOWN),
                        said,
                        answer.problems()));
    }
}

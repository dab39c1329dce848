package org.foyer.hub.site.internal.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.HouseWords;
import org.foyer.hub.intake.Intake;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.WordsAnswer;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** The house's own words for tariffs and channels, and what they mean in the common lists, for editors. */
@Path("/api/houses/{house}/words")
@Produces(MediaType.APPLICATION_JSON)
public class WordsResource {

    private final Access access;
    private final CurrentActor current;
    private final Intake intake;
    private final Audit audit;

    @Inject
    public WordsResource(Access access, CurrentActor current, Intake intake, Audit audit) {
        this.access = access;
        this.current = current;
        this.intake = intake;
        this.audit = audit;
    }

    /**
     * What is said of words.
     *
     * @param words at most 1,000; a kind left out means: still to be classified
     */
    public record WordsWish(List<SaidWord> words) {}

    /** How many words mean something else than before. */
    public record WordsChange(int changed) {}

    /** The words, those to classify first, and of them those that most tickets bear. */
    @GET
    public HouseWords words(
            @PathParam("house") String slug,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue(Parameters.LIMIT) int limit) {
        House house = access.house(slug, Role.EDITOR);
        Parameters.checkPage(offset, limit);
        return intake.words(house.id(), offset, limit);
    }

    /** Says what words mean. Figures follow at once; with a problem of any of them nothing is changed (422). */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public WordsChange say(@PathParam("house") String slug, WordsWish wish) {
        House house = access.house(slug, Role.EDITOR);
        WordsAnswer answer = say(house, readable(wish));
        if (!answer.problems().isEmpty()) {
            throw new Refused(422, "words-refused", answer.problems());
        }
        return new WordsChange(answer.changed());
    }

    /** The same for whoever checked the rights and tells the problems in their own way. */
    public WordsAnswer say(House house, List<SaidWord> words) {
        WordsAnswer answer = intake.say(house.id(), words, current.get().login());
        if (answer.problems().isEmpty() && !words.isEmpty()) {
            audit.write(current.get(), house.id(), "words-said", null, "words " + words.size());
        }
        return answer;
    }

    private static List<SaidWord> readable(@Nullable WordsWish wish) {
        List<SaidWord> words = wish == null ? null : wish.words();
        if (words == null || words.stream().anyMatch(Objects::isNull)) {
            throw Parameters.unreadable("words", "");
        }
        return words.stream()
                .map(word -> new SaidWord(text(word.field()), text(word.label()), word.kind()))
                .toList();
    }

    /** What the request left out. */
    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}

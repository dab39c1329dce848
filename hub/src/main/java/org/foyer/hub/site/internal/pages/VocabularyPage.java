package org.foyer.hub.site.internal.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.foyer.hub.site.internal.api.VocabularyIdentifiers;
import org.foyer.hub.site.internal.server.PublicAddress;

/** What the vocabularies are, and what each word of them is called and where it stands elsewhere, for everyone. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class VocabularyPage {

    private static final List<String> MATCHES = List.of("exactMatch", "closeMatch", "broadMatch");
    private static final String REGISTERS = "registers";

    private final Frames frames;
    private final Screen screen;
    private final PublicAddress address;

    @Inject
    public VocabularyPage(Frames frames, Screen screen, PublicAddress address) {
        this.frames = frames;
        this.screen = screen;
        this.address = address;
    }

    @GET
    @Path("vocabularies")
    public Response all() {
        Language language = frames.language();
        return screen.show("vocabularies", frames.frame(language.say("vocabularies_title")), list(language));
    }

    @GET
    @Path("vocabularies/{vocabulary}")
    public Response one(@PathParam("vocabulary") String name) {
        Language language = frames.language();
        Vocabulary vocabulary = VocabularyIdentifiers.vocabulary(name);
        VocabularyView view = view(vocabulary, language, address.get());
        return screen.show("vocabulary", frames.frame(view.title()), view);
    }

    static VocabularyView.All list(Language language) {
        return new VocabularyView.All(Vocabularies.all().stream()
                .map(one -> new VocabularyView.Listed(
                        "/vocabularies/" + one.name(),
                        one.titles().getOrDefault(language.code(), one.name()),
                        one.descriptions().getOrDefault(language.code(), ""),
                        language.formats().number(one.concepts().size())))
                .toList());
    }

    static VocabularyView view(Vocabulary vocabulary, Language language, String base) {
        return new VocabularyView(
                vocabulary.titles().getOrDefault(language.code(), vocabulary.name()),
                vocabulary.descriptions().getOrDefault(language.code(), ""),
                base + Vocabulary.PATH + vocabulary.name(),
                "/vocabularies/" + vocabulary.name() + ".ttl",
                "/api/vocabularies/" + vocabulary.name(),
                Vocabulary.LANGUAGES.stream()
                        .map(code -> Locale.forLanguageTag(code).getDisplayLanguage(language.locale()))
                        .toList(),
                vocabulary.concepts().stream()
                        .map(one -> row(vocabulary, one, language))
                        .toList());
    }

    private static VocabularyView.Row row(Vocabulary vocabulary, Concept concept, Language language) {
        List<VocabularyView.Name> names = Vocabulary.LANGUAGES.stream()
                .map(code -> new VocabularyView.Name(
                        code,
                        concept.label(code),
                        String.join(", ", concept.alternatives().getOrDefault(code, List.of()))))
                .toList();
        return new VocabularyView.Row(
                concept.code(),
                vocabulary
                        .broader(concept)
                        .map(above -> above.label(language.code()))
                        .orElse(null),
                names,
                elsewhere(concept, language),
                concept.notes().get(language.code()));
    }

    /** First the codes, then the addresses, each with whose it is and how near it comes. */
    private static List<VocabularyView.Elsewhere> elsewhere(Concept concept, Language language) {
        List<VocabularyView.Elsewhere> found = new ArrayList<>();
        concept.codes()
                .forEach((register, code) ->
                        found.add(new VocabularyView.Elsewhere(register(register, language), code, null, null)));
        for (String match : MATCHES) {
            for (String there : concept.values(match)) {
                String shown = there.substring(1 + Math.max(there.lastIndexOf('#'), there.lastIndexOf('/')));
                found.add(new VocabularyView.Elsewhere(
                        Vocabularies.registerOf(there)
                                .map(one -> one.label(language.code()))
                                .orElse(""),
                        shown,
                        there,
                        match.equals("exactMatch")
                                ? null
                                : language.say("vocabulary_" + match.toLowerCase(Locale.ROOT))));
            }
        }
        concept.values("seeAlso").forEach(page -> found.add(new VocabularyView.Elsewhere("", page, page, null)));
        return found;
    }

    private static String register(String code, Language language) {
        return Vocabularies.of(REGISTERS)
                .concept(code)
                .map(one -> one.label(language.code()))
                .orElse(code);
    }
}

package org.foyer.hub.catalogue.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What the words of houses certainly mean, by the vocabularies. */
public final class Meanings {

    static final String ARTSDATA = "http://kg.artsdata.ca/resource/";

    private static final Vocabulary TYPES = Vocabularies.of("event-types");
    private static final Vocabulary GENRES = Vocabularies.of("genres");
    private static final Vocabulary ROLES = Vocabularies.of("roles");
    private static final Vocabulary ACCESSIBILITY = Vocabularies.of("accessibility");
    private static final Vocabulary STAGINGS = Vocabularies.of("stagings");
    private static final Vocabulary AUDIENCES = Vocabularies.of("audiences");

    private static final Vocabulary FORMS = Vocabularies.of("work-forms");
    private static final Vocabulary LEGAL = Vocabularies.of("legal-forms");

    private static final String OPENAGENDA = "openagenda";

    /** Between words of one cell. */
    private static final String PARTS = "[,;\n]";

    private static final Set<String> GROUPS = Set.of("performing-group", "company");

    private Meanings() {}

    /** The type of event: by the genre where that says one, else by the tool's own word. */
    public static Optional<Concept> type(ProgrammeEntry entry) {
        return type(entry.production().genre()).or(() -> type(entry.eventType()));
    }

    private static Optional<Concept> type(@Nullable String word) {
        return TYPES.meaning(word)
                .or(() -> GENRES.meaning(word)
                        .flatMap(genre -> genre.values("relatedMatch").stream()
                                .findFirst()
                                .flatMap(Vocabularies::at)));
    }

    /** The name of a type in schema.org, null when none is certain. */
    static @Nullable String schemaType(Concept type) {
        return TYPES.nameIn(SchemaWriter.SCHEMA, type).orElse(null);
    }

    /** The name of a type in Artsdata, null when it has none there. */
    static @Nullable String artsdataType(Concept type) {
        return TYPES.nameIn(ARTSDATA, type).orElse(null);
    }

    /** What else can be said of a performance by concepts: its genre, for whom it is made accessible, whom it is meant for. */
    public static List<Concept> subjects(ProgrammeEntry entry) {
        List<Concept> subjects = new ArrayList<>();
        GENRES.meaning(entry.production().genre()).ifPresent(subjects::add);
        String accessibility = entry.described("accessibility");
        if (accessibility != null) {
            ACCESSIBILITY.meaning(accessibility).ifPresent(subjects::add);
            for (String word : accessibility.split(PARTS)) {
                ACCESSIBILITY.said(word).ifPresent(subjects::add);
            }
        }
        subjects.addAll(audiences(entry.described("audience")));
        return subjects.stream().distinct().toList();
    }

    /** Whether a production is new or returns, of what a source said of it; else that it returns, if it revives another. */
    static Optional<Concept> staging(ProgrammeEntry entry) {
        String said = entry.described("history");
        if (said != null) {
            return STAGINGS.said(said);
        }
        return entry.described(RevivedRuns.PROPERTY) == null ? Optional.empty() : STAGINGS.concept("revival");
    }

    /** Whom a show is meant for, of what a source said of it. */
    public static List<Concept> audiences(@Nullable String said) {
        return words(said).stream()
                .flatMap(word -> AUDIENCES.said(word).stream())
                .distinct()
                .toList();
    }

    /** The words of one cell, each once. */
    public static List<String> words(@Nullable String said) {
        return said == null
                ? List.of()
                : Arrays.stream(said.split(PARTS))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }

    /** The needs that something for accessibility meets, in the codes of OpenAgenda; empty when it meets none for certain. */
    public static Set<String> needs(Concept accessibility) {
        Optional<Concept> one = Optional.of(accessibility);
        while (one.isPresent()) {
            Concept here = one.get();
            Set<String> codes = Stream.concat(
                            Stream.of(here),
                            here.values("relatedMatch").stream().flatMap(path -> Vocabularies.at(path).stream()))
                    .flatMap(concept -> Optional.ofNullable(concept.codes().get(OPENAGENDA)).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!codes.isEmpty()) {
                return codes;
            }
            one = ACCESSIBILITY.broader(here);
        }
        return Set.of();
    }

    /** What a work is, of what a source said of its type, genre or category. */
    public static Optional<Concept> form(@Nullable String said) {
        return FORMS.said(said);
    }

    /** As what somebody is set up in law, of what a source said of it. */
    public static Optional<Concept> legalForm(@Nullable String said) {
        return LEGAL.said(said);
    }

    static Optional<Concept> role(@Nullable String role) {
        return ROLES.meaning(role);
    }

    /** Whether a role is one of groups. */
    static boolean isGroup(String role) {
        Optional<Concept> one = role(role);
        while (one.isPresent() && !GROUPS.contains(one.get().code())) {
            one = ROLES.broader(one.get());
        }
        return one.isPresent();
    }

    /** The property of schema.org for a role, null when it is not certain. */
    static @Nullable String property(@Nullable String role) {
        return role(role)
                .flatMap(concept -> ROLES.nameIn(SchemaWriter.SCHEMA, concept))
                .orElse(null);
    }
}

package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Search;
import org.jspecify.annotations.Nullable;

/** Names of lists, looked up among the entities of the index. */
public final class Reconciling implements Reconciliation {

    /** When no name is at least so alike, near spellings are looked for too. */
    private static final double ALIKE = 0.85;

    /** What the name counts when properties are known too. */
    private static final double NAME_COUNTS = 0.7;

    /** What is left of the score of another kind than asked for. */
    private static final double OTHER_KIND = 0.8;

    private static final double HUNDRED = 100;
    private static final double TENTHS = 10;

    private final Searching searching;

    Reconciling(Searching searching) {
        this.searching = searching;
    }

    private interface Finding<T> {
        T in(DirectoryReader reader, FoundEntities entities) throws IOException;
    }

    private <T> T found(Finding<T> finding, T otherwise) {
        return searching.answer(
                reader -> reader == null
                        ? otherwise
                        : finding.in(
                                reader,
                                new FoundEntities(
                                        reader,
                                        searching.keeper().houses(),
                                        searching.keeper().joined(),
                                        System.nanoTime() + Search.MILLISECONDS_MAX * 1_000_000L)),
                otherwise);
    }

    @Override
    public List<Candidate> candidates(Question question) {
        Question cut = cut(question);
        int limit = Math.max(1, Math.min(cut.limit(), CANDIDATES_MAX));
        return found(
                (reader, entities) -> {
                    Map<String, Candidate> all = new LinkedHashMap<>();
                    take(entities.of(EntityQueries.candidates(reader, cut, false), 2 * CANDIDATES_MAX), cut, all);
                    boolean alike = all.values().stream()
                            .anyMatch(candidate -> candidate.features().getOrDefault("name", 1.0) >= ALIKE);
                    if (!alike && !cut.name().isBlank()) {
                        take(entities.of(EntityQueries.candidates(reader, cut, true), 2 * CANDIDATES_MAX), cut, all);
                    }
                    return decided(all.values().stream()
                            .sorted(Comparator.comparingDouble(Candidate::score)
                                    .reversed()
                                    .thenComparing(
                                            candidate -> candidate.entity().kind())
                                    .thenComparing(
                                            candidate -> candidate.entity().id()))
                            .limit(limit)
                            .toList());
                },
                List.of());
    }

    private static Question cut(Question question) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        question.properties().entrySet().stream()
                .limit(PROPERTIES_MAX)
                .forEach(property -> properties.put(
                        property.getKey(),
                        property.getValue().stream()
                                .limit(PROPERTIES_MAX)
                                .map(Reconciling::cut)
                                .toList()));
        return new Question(cut(question.name()), question.kinds(), question.strict(), question.limit(), properties);
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    private static void take(List<Entity> entities, Question question, Map<String, Candidate> into) {
        for (Entity entity : entities) {
            into.computeIfAbsent(entity.id(), made -> candidate(entity, question));
        }
    }

    private static Candidate candidate(Entity entity, Question question) {
        boolean isId = question.name().strip().equals(entity.id())
                || EntityQueries.outside(question.name())
                        .filter(entity.properties().getOrDefault("identifier", List.of())::contains)
                        .isPresent();
        Likeness.Of name = isId ? new Likeness.Of(1, 1, 1) : likeness(question.name(), entity);
        Map<String, Double> features = question.name().isBlank() ? new HashMap<>() : Likeness.features(name);
        double sum = 0;
        int known = 0;
        for (Map.Entry<String, List<String>> asked : question.properties().entrySet()) {
            Double fits = Likeness.ofValues(asked.getValue(), entity.properties(), asked.getKey());
            if (fits != null) {
                features.put(asked.getKey(), fits);
                sum += fits;
                known++;
            }
        }
        double share = known == 0
                ? name.share()
                : question.name().isBlank()
                        ? sum / known
                        : NAME_COUNTS * name.share() + (1 - NAME_COUNTS) * sum / known;
        boolean ofKind = question.kinds().isEmpty() || question.kinds().contains(entity.kind());
        if (!question.kinds().isEmpty()) {
            features.put("type", ofKind ? 1.0 : 0.0);
        }
        double score = Math.round(HUNDRED * share * (ofKind ? 1 : OTHER_KIND) * TENTHS) / TENTHS;
        return new Candidate(entity, score, false, features);
    }

    /** Of the spelling that is most alike. */
    private static Likeness.Of likeness(String asked, Entity entity) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(entity.name()),
                        entity.properties().getOrDefault("spelling", List.of()).stream())
                .map(name -> Likeness.of(asked, name))
                .max(Comparator.comparingDouble(Likeness.Of::share))
                .orElseThrow();
    }

    /** Only the first may be certain, and only when it is well ahead. */
    private static List<Candidate> decided(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return candidates;
        }
        Candidate first = candidates.get(0);
        boolean ahead = candidates.size() == 1 || candidates.get(1).score() <= first.score() - AHEAD;
        boolean certain = ahead && first.score() >= CERTAIN && first.features().getOrDefault("name", 0.0) == 1;
        List<Candidate> decided = new ArrayList<>(candidates);
        decided.set(0, new Candidate(first.entity(), first.score(), certain, first.features()));
        return decided;
    }

    @Override
    public List<Entity> suggest(String beginning, @Nullable EntityKind kind, int skipped) {
        String asked = cut(beginning);
        if (asked.isBlank()) {
            return List.of();
        }
        String key = Folding.key(asked);
        return found(
                (reader, entities) ->
                        entities.of(EntityQueries.suggestions(reader, asked, kind), CURSOR_MAX + SUGGESTED).stream()
                                .sorted(Comparator.<Entity, Boolean>comparing(
                                                entity -> !entity.id().equals(asked.strip()))
                                        .thenComparing(entity ->
                                                !Folding.key(entity.name()).startsWith(key))
                                        .thenComparing(entity -> entity.name().length())
                                        .thenComparing(Entity::name)
                                        .thenComparing(Entity::id))
                                .skip(Math.max(0, Math.min(skipped, CURSOR_MAX)))
                                .limit(SUGGESTED)
                                .toList(),
                List.of());
    }

    @Override
    public Optional<Entity> entity(String id) {
        return found(
                (reader, entities) ->
                        entities.of(EntityQueries.id(id), 1).stream().findFirst(),
                Optional.empty());
    }
}

package org.foyer.hub.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds which thing of the public programmes a name in somebody's list means (what the W3C community's Reconciliation Service API 0.2
 * asks of a database). Holds nothing of buyers.
 */
public interface Reconciliation {

    /** Questions in one batch, at most. */
    int BATCH_MAX = 50;

    /** Candidates of one question, at most. */
    int CANDIDATES_MAX = 25;

    /** Candidates when none is said. */
    int CANDIDATES = 5;

    /** Characters of a name or of a value, at most; what is longer is cut. */
    int TEXT_MAX = 200;

    /** Properties of one question, and values of one property, at most. */
    int PROPERTIES_MAX = 10;

    /** Entities about which more is asked at once, at most. */
    int EXTENDED_MAX = 100;

    /** Suggestions in one answer. */
    int SUGGESTED = 10;

    /** Suggestions that can be passed over, at most. */
    int CURSOR_MAX = 100;

    /** Values of one property of one entity that are told, at most. */
    int VALUES_MAX = 30;

    /** A score from which on a candidate may be certain. */
    double CERTAIN = 95;

    /** By how much a certain candidate must be ahead of the next. */
    double AHEAD = 5;

    /**
     * What is looked for.
     *
     * @param name as it stands in the list; may be an identifier; empty when only properties are known
     * @param kinds of which it is one; empty for all
     * @param strict whether others are left out, or only come later
     * @param properties what else the list says of it, by identifier of the property
     */
    record Question(
            String name, Set<EntityKind> kinds, boolean strict, int limit, Map<String, List<String>> properties) {}

    /**
     * A thing.
     *
     * @param id {@code work-12}, {@code place-3}, {@code show-4-2025-3}, {@code house-opera-de-lyon} or {@code person-jeanne-martin};
     *     people have no identifier of their own, so all who are credited by the same words are one entry
     * @param properties values by identifier of the property, days as {@code 2026-11-28}
     * @param simulated whether all of it was made by the simulator
     */
    record Entity(String id, EntityKind kind, String name, Map<String, List<String>> properties, boolean simulated) {}

    /**
     * An entity that may be meant.
     *
     * @param score 0 to 100, explained by the features
     * @param match whether it is certain: the name is the same, the score at least {@link #CERTAIN} and {@link #AHEAD} of the next
     * @param features shares from 0 to 1 by identifier: {@code name}, {@code words}, {@code letters}, {@code type}, and the identifiers
     *     of properties that were asked for and are known of it
     */
    record Candidate(Entity entity, double score, boolean match, Map<String, Double> features) {}

    /**
     * The likeliest first.
     *
     * @throws Unanswered {@code search-busy}
     */
    List<Candidate> candidates(Question question);

    /**
     * Entities whose name begins so.
     *
     * @param kind null for all
     * @param skipped how many to pass over
     * @throws Unanswered {@code search-busy}
     */
    List<Entity> suggest(String beginning, @Nullable EntityKind kind, int skipped);

    /** @throws Unanswered {@code search-busy} */
    Optional<Entity> entity(String id);
}

package org.foyer.hub.site.internal.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation.Candidate;
import org.foyer.hub.catalogue.Reconciliation.Entity;
import org.jspecify.annotations.Nullable;

/** What a reconciliation service answers, as JSON is made of it. */
public record ReconciliationAnswers(Locale language) {

    private static final int DESCRIBED = 3;

    /** The candidates of one question. */
    public Map<String, Object> result(List<Candidate> candidates) {
        return Map.of("result", candidates.stream().map(this::candidate).toList());
    }

    private Map<String, Object> candidate(Candidate candidate) {
        Entity entity = candidate.entity();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", entity.id());
        told.put("name", entity.name());
        told.put("description", description(entity));
        told.put("type", List.of(type(entity.kind())));
        told.put("score", candidate.score());
        told.put("match", candidate.match());
        told.put(
                "features",
                candidate.features().entrySet().stream()
                        .map(feature -> Map.of("id", feature.getKey(), "value", feature.getValue()))
                        .toList());
        return told;
    }

    private Map<String, Object> type(EntityKind kind) {
        return Map.of("id", kind.type(), "name", ReconciliationWords.name(kind.type(), language));
    }

    /** What tells namesakes apart, in a line. */
    public String description(Entity entity) {
        Stream<String> properties = switch (entity.kind()) {
            case HOUSE -> Stream.of("town", "region", "country");
            case PLACE -> Stream.of("town", "region", "country");
            case WORK -> Stream.of("writer", "house");
            case SHOW -> Stream.of("season", "venue", "town", "house");
            case PERSON -> Stream.of("role", "instrument", "house");
        };
        List<String> parts = new ArrayList<>();
        properties.forEach(property -> entity.properties().getOrDefault(property, List.of()).stream()
                .limit(DESCRIBED)
                .map(value -> "house".equals(property) ? houseName(value) : value)
                .reduce((one, other) -> one + ", " + other)
                .ifPresent(parts::add));
        if (entity.simulated()) {
            parts.add(Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? "simulated" : "simulé");
        }
        return String.join(" · ", parts);
    }

    /** A house is kept as its identifier, a space and its name. */
    static String houseName(String value) {
        return value.substring(value.indexOf(' ') + 1);
    }

    private static String houseId(String value) {
        int space = value.indexOf(' ');
        return space < 0 ? value : value.substring(0, space);
    }

    public Map<String, Object> suggestions(List<Entity> entities) {
        return Map.of(
                "result",
                entities.stream()
                        .map(entity -> {
                            Map<String, Object> told = new LinkedHashMap<>();
                            told.put("id", entity.id());
                            told.put("name", entity.name());
                            told.put("description", description(entity));
                            told.put("notable", List.of(type(entity.kind())));
                            return told;
                        })
                        .toList());
    }

    /** A type or a property that is suggested or proposed. */
    public Map<String, Object> named(String id) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", id);
        told.put("name", ReconciliationWords.name(id, language));
        String explained = ReconciliationWords.explained(id, language);
        if (!explained.isEmpty()) {
            told.put("description", explained);
        }
        return told;
    }

    /** Values of properties of entities (specification, "Data Extension Responses"). */
    public Map<String, Object> extension(
            ReconciliationQuestions.Extension asked, Function<String, Optional<Entity>> entities) {
        List<Map<String, Object>> meta = new ArrayList<>();
        for (String property : asked.properties()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", property);
            one.put("name", ReconciliationWords.name(property, language));
            if ("house".equals(property)) {
                one.put("type", type(EntityKind.HOUSE));
            }
            meta.add(one);
        }
        Map<String, Object> rows = new LinkedHashMap<>();
        for (String id : asked.ids()) {
            Entity entity = entities.apply(id).orElse(null);
            Map<String, Object> row = new LinkedHashMap<>();
            asked.properties().forEach(property -> row.put(property, values(entity, property)));
            rows.put(id, row);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("meta", meta);
        told.put("rows", rows);
        return told;
    }

    private static List<Map<String, Object>> values(@Nullable Entity entity, String property) {
        List<String> values = entity == null ? List.of() : entity.properties().getOrDefault(property, List.of());
        return values.stream()
                .map(value -> switch (property) {
                    case "performances" -> Map.<String, Object>of("int", Long.valueOf(value));
                    case "first", "last" -> Map.<String, Object>of("date", value + "T00:00:00");
                    case "house" -> Map.<String, Object>of("id", houseId(value), "name", houseName(value));
                    default -> Map.<String, Object>of("str", value);
                })
                .toList();
    }
}

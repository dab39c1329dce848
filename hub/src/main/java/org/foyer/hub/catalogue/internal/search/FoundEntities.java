package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.catalogue.Reconciliation.Entity;
import org.foyer.hub.model.House;

/** Entities of the index, put together from what each house says of them. */
final class FoundEntities {

    /** Documents of one pass. */
    static final int DOCUMENTS_MAX = 100;

    /** Passes, while those before were filled by few entities of which many houses tell. */
    private static final int PASSES_MAX = 4;

    private final IndexSearcher searcher;
    private final Map<Integer, House> houses;
    private final JoinedNames names;

    FoundEntities(DirectoryReader reader, Map<Integer, House> houses, JoinedNames names, long until) {
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        searcher.setTimeout(() -> System.nanoTime() > until);
        this.houses = houses;
        this.names = names;
    }

    /** What was found, by entity; of who has several spellings, each of them that was. */
    private record Found(Map<String, List<EntityDocument.Told>> told, Map<String, Boolean> real, Set<String> ids) {

        Found() {
            this(new LinkedHashMap<>(), new HashMap<>(), new HashSet<>());
        }
    }

    /** In the order in which the query found them first. @param wanted entities that are enough */
    List<Entity> of(Query query, int wanted) throws IOException {
        Found found = new Found();
        Query left = query;
        for (int pass = 0; pass < PASSES_MAX; pass++) {
            int documents = take(left, found);
            if (documents < DOCUMENTS_MAX || found.told().size() >= wanted || documents == 0) {
                break;
            }
            left = EntityQueries.without(query, found.ids());
        }
        List<Entity> entities = new ArrayList<>();
        for (Map.Entry<String, List<EntityDocument.Told>> one : found.told().entrySet()) {
            EntityDocument.Told first = one.getValue().get(0);
            long person = names.person(first.number());
            if (first.number() != 0 && names.isJoined(person)) {
                entities.add(person(person, one.getKey()));
            } else {
                entities.add(joined(one.getValue(), !found.real().getOrDefault(one.getKey(), true)));
            }
        }
        return entities;
    }

    private int take(Query query, Found into) throws IOException {
        ScoreDoc[] documents = searcher.search(query, DOCUMENTS_MAX).scoreDocs;
        for (ScoreDoc one : documents) {
            Document document = searcher.storedFields().document(one.doc);
            House house = houses.get(EntityDocument.house(document));
            if (house != null) {
                EntityDocument.Told told = EntityDocument.read(document);
                into.ids().add(told.id());
                into.told()
                        .computeIfAbsent(key(told), made -> new ArrayList<>())
                        .add(told);
                into.real().merge(key(told), !house.simulated(), Boolean::logicalOr);
            }
        }
        return documents.length;
    }

    /** Spellings of one person are one entity. */
    private String key(EntityDocument.Told told) {
        long person = names.person(told.number());
        return told.number() != 0 && names.isJoined(person) ? "person " + person : told.id();
    }

    /** A person with all spellings, also those that were not asked for; named, and identified, by the one by which it goes. */
    private Entity person(long person, String key) throws IOException {
        Found found = new Found();
        take(EntityQueries.numbers(names.spellings().getOrDefault(person, List.of(person))), found);
        List<EntityDocument.Told> told = new ArrayList<>(found.told().getOrDefault(key, List.of()));
        told.sort(Comparator.<EntityDocument.Told, Boolean>comparing(one -> one.number() != person)
                .thenComparing(EntityDocument.Told::id)
                .thenComparing(EntityDocument.Told::name));
        Entity joined = joined(told, !found.real().getOrDefault(key, true));
        Map<String, List<String>> properties = new LinkedHashMap<>(joined.properties());
        properties.put(
                "spelling",
                told.stream()
                        .map(EntityDocument.Told::name)
                        .distinct()
                        .limit(Reconciliation.VALUES_MAX)
                        .toList());
        return new Entity(joined.id(), joined.kind(), told.get(0).name(), properties, joined.simulated());
    }

    /** What several houses say is told together; numbers of performances are added up, days widened. */
    private static Entity joined(List<EntityDocument.Told> told, boolean simulated) {
        EntityDocument.Told first = told.get(0);
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (EntityDocument.Told one : told) {
            one.properties()
                    .forEach((property, values) -> properties.merge(property, values, (a, b) -> join(property, a, b)));
        }
        String name = told.stream()
                .map(EntityDocument.Told::name)
                .sorted()
                .findFirst()
                .orElse(first.name());
        return new Entity(first.id(), first.kind(), name, properties, simulated);
    }

    private static List<String> join(String property, List<String> one, List<String> other) {
        return switch (property) {
            case "performances" -> List.of(Long.toString(Long.parseLong(one.get(0)) + Long.parseLong(other.get(0))));
            case "first" -> List.of(one.get(0).compareTo(other.get(0)) < 0 ? one.get(0) : other.get(0));
            case "last" -> List.of(one.get(0).compareTo(other.get(0)) > 0 ? one.get(0) : other.get(0));
            default ->
                java.util.stream.Stream.concat(one.stream(), other.stream())
                        .distinct()
                        .limit(Reconciliation.VALUES_MAX)
                        .toList();
        };
    }
}

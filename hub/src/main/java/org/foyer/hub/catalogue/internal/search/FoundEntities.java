package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    FoundEntities(DirectoryReader reader, Map<Integer, House> houses, long until) {
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        searcher.setTimeout(() -> System.nanoTime() > until);
        this.houses = houses;
    }

    /** In the order in which the query found them first. @param wanted entities that are enough */
    List<Entity> of(Query query, int wanted) throws IOException {
        Map<String, List<EntityDocument.Told>> found = new LinkedHashMap<>();
        Map<String, Boolean> real = new TreeMap<>();
        Query left = query;
        for (int pass = 0; pass < PASSES_MAX; pass++) {
            ScoreDoc[] documents = searcher.search(left, DOCUMENTS_MAX).scoreDocs;
            for (ScoreDoc one : documents) {
                Document document = searcher.storedFields().document(one.doc);
                House house = houses.get(EntityDocument.house(document));
                if (house != null) {
                    EntityDocument.Told told = EntityDocument.read(document);
                    found.computeIfAbsent(told.id(), made -> new ArrayList<>()).add(told);
                    real.merge(told.id(), !house.simulated(), Boolean::logicalOr);
                }
            }
            if (documents.length < DOCUMENTS_MAX || found.size() >= wanted || found.isEmpty()) {
                break;
            }
            left = EntityQueries.without(query, found.keySet());
        }
        List<Entity> entities = new ArrayList<>();
        found.forEach((id, told) -> entities.add(joined(told, !real.getOrDefault(id, true))));
        return entities;
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

package org.foyer.hub.catalogue.internal.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation;
import org.foyer.hub.model.House;

/** Writes what a house's programme says of one entity as a document of the index, and reads it again. */
final class EntityDocument {

    static final String KIND = "entity-kind";
    static final String ID = "entity";
    static final String KEY = "entity-key";

    /** Identifiers in other registers, as {@code ExternalIdCell} writes them. */
    static final String OUTSIDE = "entity-outside";

    /** Number of the spelling of a person, see {@link JoinedNames}. */
    static final String NUMBER = "entity-number";

    static final String WORD = "entity-word";
    static final String PREFIX = "entity-prefix";
    static final String PROPERTY = "entity-property";
    private static final String HOUSE = "entity-house";
    private static final String TOLD = "entity-told";

    /** Between identifier of a property and a word of its value. */
    static final char OF = ':';

    private static final int WORDS_MAX = 40;

    private EntityDocument() {}

    /**
     * What one house says of an entity.
     *
     * @param number of the spelling of a person; 0 for anything else
     * @param properties values by identifier of the property
     */
    record Told(EntityKind kind, String id, long number, String name, Map<String, List<String>> properties) {}

    static Document of(House house, Told entity) {
        Document document = new Document();
        document.add(
                new StringField(ShowDocument.HOUSE, Integer.toString(house.id().value()), Field.Store.NO));
        document.add(new NumericDocValuesField(
                ShowDocument.HOUSE, house.id().value())); // a field is one thing in all documents
        document.add(new StringField(KIND, entity.kind().word(), Field.Store.NO));
        document.add(new StringField(ID, entity.id(), Field.Store.YES));
        document.add(new StringField(NUMBER, Long.toString(entity.number()), Field.Store.YES));
        entity.properties()
                .getOrDefault("identifier", List.of())
                .forEach(id -> document.add(new StringField(OUTSIDE, id, Field.Store.NO)));
        document.add(new StringField(KEY, Likeness.key(entity.name()), Field.Store.NO));
        Map<String, Integer> words = new TreeMap<>();
        Map<String, Integer> prefixes = new TreeMap<>();
        for (Folding.Word word : Folding.words(entity.name(), true, WORDS_MAX)) {
            for (String form : word.forms()) {
                words.put(form, 1);
                for (int length = ShowDocument.PREFIX_MIN; length <= ShowDocument.PREFIX_MAX; length++) {
                    prefixes.put(form.substring(0, Math.min(length, form.length())), 1);
                }
            }
        }
        document.add(new Field(WORD, new WordStream(words), ShowDocument.WEIGHED));
        document.add(new Field(PREFIX, new WordStream(prefixes), ShowDocument.WEIGHED));
        document.add(new Field(PROPERTY, new WordStream(propertyWords(entity)), ShowDocument.WEIGHED));
        document.add(new StoredField(HOUSE, house.id().value()));
        document.add(new StoredField(TOLD, text(entity)));
        return document;
    }

    private static Map<String, Integer> propertyWords(Told entity) {
        Map<String, Integer> words = new TreeMap<>();
        entity.properties()
                .forEach((property, values) -> values.forEach(value -> Folding.words(value, false, WORDS_MAX)
                        .forEach(word -> words.put(property + OF + word.plain(), 1))));
        return words;
    }

    private static String text(Told entity) {
        StringBuilder text = new StringBuilder(entity.kind().name())
                .append(ShowDocument.FIELD)
                .append(clean(entity.name()));
        entity.properties()
                .forEach((property, values) -> values.stream()
                        .limit(Reconciliation.VALUES_MAX)
                        .forEach(value -> text.append(ShowDocument.MARK)
                                .append(property)
                                .append(ShowDocument.FIELD)
                                .append(clean(value))));
        return text.toString();
    }

    private static String clean(String text) {
        return text.replace(ShowDocument.MARK, ' ').replace(ShowDocument.FIELD, ' ');
    }

    /** Number of the house that says so. */
    static int house(Document document) {
        return document.getField(HOUSE).numericValue().intValue();
    }

    static Told read(Document document) {
        String[] parts = document.get(TOLD).split(String.valueOf(ShowDocument.MARK));
        String[] head = parts[0].split(String.valueOf(ShowDocument.FIELD), 2);
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split(String.valueOf(ShowDocument.FIELD), 2);
            properties.computeIfAbsent(pair[0], made -> new ArrayList<>()).add(pair[1]);
        }
        return new Told(
                EntityKind.valueOf(head[0]),
                document.get(ID),
                Long.parseLong(document.get(NUMBER)),
                head[1],
                properties);
    }
}

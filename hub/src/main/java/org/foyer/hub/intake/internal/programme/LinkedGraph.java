package org.foyer.hub.intake.internal.programme;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The things of one JSON-LD document under the words of schema.org, and what their references mean within it.
 */
final class LinkedGraph {

    /** Things that one document may hold; a page has some hundreds. */
    private static final int THINGS_MAX = 500_000;

    /** What a larger document says beside what is held of it. */
    interface Beside {
        /** What goes by an identifier, as it stands there. */
        @Nullable
        Object find(String id);

        /** Whether several events of other starts go by it. */
        boolean hasSeveralStarts(String id);

        /** Whether what goes by an identifier was told already, with another whole. */
        boolean isTold(String id);
    }

    private final LinkedContext context;
    private final @Nullable Beside beside;
    private final Set<String> looked = new HashSet<>();
    private final Map<String, Members> byId = new HashMap<>();
    private final List<Members> roots = new ArrayList<>();
    private int things;

    LinkedGraph(LinkedContext context) {
        this(context, null);
    }

    /** A part of a larger document. */
    LinkedGraph(LinkedContext context, @Nullable Beside beside) {
        this.context = context;
        this.beside = beside;
    }

    /** Adds a document: an object, a list, or an object with a {@code @graph}, in any depth. */
    void add(@Nullable Object document) throws JsonLists.Broken {
        contexts(document, context);
        for (Object part : Members.list(document)) {
            root(renamed(part));
        }
    }

    private void root(Object part) {
        if (part instanceof List<?> list) {
            list.forEach(element -> {
                if (element != null) {
                    root(element);
                }
            });
            return;
        }
        Members thing = Members.of(part);
        thing.list("@graph").forEach(this::root);
        if (thing.has("@type") || thing.has("@id") && thing.map().size() > 1) {
            roots.add(thing);
        }
        // what lists of pages hold
        thing.objects("itemListElement")
                .forEach(element ->
                        root(element.has("item") ? element.object("item").map() : element.map()));
        thing.objects("mainEntity").forEach(element -> root(element.map()));
        thing.objects("event").forEach(element -> root(element.map()));
        thing.objects("events").forEach(element -> root(element.map()));
    }

    /** Takes the contexts that stand anywhere in a value. */
    static void contexts(@Nullable Object value, LinkedContext context) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (key.equals("@context")) {
                    context.add(inner);
                } else {
                    contexts(inner, context);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(element -> contexts(element, context));
        }
    }

    /** A copy under schema.org's words; the first whole mention of an identifier is what its references mean. */
    private Object renamed(Object value) throws JsonLists.Broken {
        if (++things > THINGS_MAX) {
            throw new JsonLists.Broken("programme-too-large", 0);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) {
                if (element != null) {
                    copy.add(renamed(element));
                }
            }
            return copy;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String word = entry.getKey().toString();
            if (entry.getValue() != null && !word.equals("@context")) {
                copy.putIfAbsent(key(word), renamed(entry.getValue()));
            }
        }
        String id = copy.get("@id") instanceof String text ? text : "";
        if (!id.isEmpty() && copy.size() > 1) {
            Members before = byId.get(id);
            if (before == null || before.map().size() < copy.size()) {
                byId.put(id, new Members(copy));
            }
        }
        return copy;
    }

    private String key(String word) {
        String term = context.term(word);
        return switch (term) {
            case "type" -> "@type";
            case "id" -> "@id";
            default -> term;
        };
    }

    /** Things that stand by themselves, in the order of the document. */
    List<Members> roots() {
        return roots;
    }

    /** What a value means: a reference within the document is followed once. */
    Members thing(@Nullable Object value) {
        if (value instanceof String iri) {
            return known(iri, Members.NONE);
        }
        Members thing = Members.of(value);
        return thing.map().size() == 1 && thing.has("@id") ? known(thing.text("@id"), thing) : thing;
    }

    /** What goes by an identifier; the other where nothing does. */
    Members known(String id, Members other) {
        if (beside != null && looked.add(id)) {
            Object found = beside.find(id);
            try {
                if (found != null) {
                    renamed(found);
                }
            } catch (JsonLists.Broken e) {
                throw new UncheckedIOException(e);
            }
        }
        return byId.getOrDefault(id, other);
    }

    boolean hasSeveralStarts(String id) {
        return beside != null && beside.hasSeveralStarts(id);
    }

    boolean isTold(String id) {
        return beside != null && !id.isEmpty() && beside.isTold(id);
    }

    List<Members> things(Members of, String name) {
        return of.list(name).stream()
                .map(this::thing)
                .filter(thing -> !thing.map().isEmpty())
                .toList();
    }

    /** Types of a thing, by their names in schema.org. */
    List<String> types(Members thing) {
        return thing.list("@type").stream()
                .filter(String.class::isInstance)
                .map(type -> context.term((String) type))
                .map(type -> type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#')) + 1))
                .toList();
    }

    /**
     * A text in one language: French first, then what names none, English, Dutch, German, and the others in the order of
     * their codes.
     */
    static String text(@Nullable Object value) {
        return Languages.choose(value);
    }
}

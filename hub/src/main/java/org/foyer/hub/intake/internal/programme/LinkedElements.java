package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of the events of a large document, one whole with its parts at a time. References lead to elements of the document; to what
 * only stands inside of another element they lead within that.
 */
final class LinkedElements {

    /** Elements of one identifier that are looked at. */
    private static final int OF_ONE_ID_MAX = 100;

    private static final List<String> PARTS = List.of("subEvent", "subEvents");

    private final LinkedFile file;
    private final LinkedContext context;
    private final BitSet events = new BitSet();
    private final BitSet done = new BitSet();
    /** Elements that go by an identifier, and references to parts: see {@link #key}. */
    private final Keys ids = new Keys();

    private final Keys parts = new Keys();
    /** References to wholes. */
    private final Keys wholes = new Keys();

    LinkedElements(LinkedFile file, LinkedContext context) {
        this.file = file;
        this.context = context;
    }

    void write(ListedRows rows) throws IOException {
        for (int at = 0; at < file.elements(); at++) {
            identify(at, rows);
        }
        ids.sort();
        parts.sort();
        wholes.sort();
        for (int at = events.nextSetBit(0); at >= 0; at = events.nextSetBit(at + 1)) {
            write(at, false, rows);
        }
        // events that only hold each other, or whose whole is none
        for (int at = events.nextSetBit(0); at >= 0; at = events.nextSetBit(at + 1)) {
            write(at, true, rows);
        }
    }

    private void identify(int at, ListedRows rows) throws IOException {
        LinkedGraph graph = new LinkedGraph(context);
        graph.add(file.element(at));
        SchemaEvents told = new SchemaEvents(graph, rows);
        for (Members root : graph.roots()) {
            String id = root.text("@id");
            if (!id.isEmpty()) {
                ids.add(key(id) | at);
            }
            if (told.isEvent(root)) {
                events.set(at);
                for (String property : PARTS) {
                    root.list(property).forEach(part -> parts.add(key(reference(part))));
                }
                root.list("superEvent").forEach(whole -> wholes.add(key(reference(whole))));
            }
        }
    }

    private static String reference(Object part) {
        return part instanceof String iri ? iri : Members.of(part).text("@id");
    }

    /** A part of a digest of an identifier, with room for a place behind it. Two may share it, so what is found is looked at. */
    private static long key(String id) {
        long digest = 0xcbf29ce484222325L;
        for (int at = 0; at < id.length(); at++) {
            digest = (digest ^ id.charAt(at)) * 0x100000001b3L;
        }
        digest ^= digest >>> 32;
        return digest << LinkedFile.PLACE_BITS;
    }

    /** One event with its parts. @param whatever also one that is a part of another */
    private void write(int at, boolean whatever, ListedRows rows) throws IOException {
        if (done.get(at)) {
            return;
        }
        Found found = new Found();
        LinkedGraph graph = new LinkedGraph(context, found);
        graph.add(file.element(at));
        if (graph.roots().stream()
                .anyMatch(root -> !whatever && isAmong(parts, root.text("@id")) || isNamedWhole(root))) {
            return;
        }
        SchemaEvents told = new SchemaEvents(graph, rows);
        told.write();
        done.set(at);
        found.places.forEach((id, place) -> {
            if (told.isDone(graph.known(id, Members.NONE))) {
                done.set(place);
            }
        });
    }

    private static boolean isAmong(Keys keys, String id) {
        return !id.isEmpty() && keys.first(key(id)) < keys.end(key(id));
    }

    /** What events name as their whole and which names none of them. */
    private boolean isNamedWhole(Members root) {
        return PARTS.stream().noneMatch(root::has) && isAmong(wholes, root.text("@id"));
    }

    /** What one event and its parts refer to. */
    private final class Found implements LinkedGraph.Beside {
        private final Map<String, Integer> places = new HashMap<>();

        @Override
        public @Nullable Object find(String id) {
            Members most = Members.NONE;
            for (Element element : elementsOf(id)) {
                if (element.thing().map().size() > most.map().size()) {
                    most = element.thing();
                    places.put(id, element.place());
                }
            }
            return most == Members.NONE ? null : most.map();
        }

        @Override
        public boolean isTold(String id) {
            Integer place = places.get(id);
            return place != null && done.get(place);
        }

        @Override
        public boolean hasSeveralStarts(String id) {
            return ids.end(key(id)) - ids.first(key(id)) > 1
                    && elementsOf(id).stream()
                                    .map(element ->
                                            LinkedGraph.text(element.thing().get("startDate")))
                                    .distinct()
                                    .count()
                            > 1;
        }
    }

    private record Element(int place, Members thing) {}

    private List<Element> elementsOf(String id) {
        List<Element> elements = new ArrayList<>();
        int end = ids.end(key(id));
        for (int one = ids.first(key(id)); one < end && elements.size() < OF_ONE_ID_MAX; one++) {
            int place = ids.place(one);
            try {
                LinkedGraph graph = new LinkedGraph(context);
                graph.add(file.element(place));
                graph.roots().stream()
                        .filter(root -> root.text("@id").equals(id))
                        .forEach(root -> elements.add(new Element(place, root)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return elements;
    }

    /** Keys with places, eight bytes each. */
    private static final class Keys {
        private static final long PLACES = (1L << LinkedFile.PLACE_BITS) - 1;

        private long[] all = new long[1_024];
        private int size;

        void add(long key) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = key;
        }

        void sort() {
            Arrays.sort(all, 0, size);
        }

        /** Where keys like this begin. */
        int first(long key) {
            return position(key);
        }

        /** Behind the last key like this. */
        int end(long key) {
            return key > Long.MAX_VALUE - PLACES - 1 ? size : position(key + PLACES + 1);
        }

        private int position(long key) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (all[middle] < key) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        int place(int position) {
            return (int) (all[position] & PLACES);
        }
    }
}

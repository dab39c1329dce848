package org.foyer.hub.linking.internal;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.block.BlockForest;
import org.foyer.hub.linking.internal.cluster.Clustering;
import org.foyer.hub.linking.internal.cluster.Edges;
import org.foyer.hub.linking.internal.model.Scheme;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.table.RecordForm;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.Slate;
import org.jspecify.annotations.Nullable;

/**
 * The persons of records that come and go. After each change the blocks that it touches are made anew, the pairs of their rows weighed, and
 * the components of pairs grouped in which anything changed; nothing else can have changed, since a block depends on its rows alone, a
 * pair on its two rows and whether they share a block, and a group on the rows and pairs of its component.
 */
public final class Roll {

    private final Learned learned;
    private final RecordForm form;
    private final Slate slate;
    private final Slate desk;
    private final BlockForest forest;
    private final Scorer scorer;
    private final Scheme deskScheme;
    private final Scorer deskScorer;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Map<List<Integer>, Integer> rowWith = new HashMap<>();
    private final Map<Integer, TreeSet<String>> ids = new HashMap<>();
    private final Map<Integer, Map<Integer, Double>> edges = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Map<String, String> persons = new TreeMap<>();
    private int next;
    private int lookedAt;

    public Roll(Learned learned) {
        this.learned = learned;
        this.form = new RecordForm(learned.plan(), learned.fields());
        this.slate = new Slate(learned.fields());
        this.desk = new Slate(learned.fields());
        this.forest = new BlockForest(learned.rule(), slate.fields());
        this.scorer = new Scorer(Scheme.of(slate.fields()), learned.model());
        this.deskScheme = Scheme.of(desk.fields());
        this.deskScorer = new Scorer(deskScheme, learned.model());
    }

    /** Adds a record, or changes the one with this id. @param cells in the order of the plan's columns */
    public void put(String id, List<String> cells) {
        change(id, form.codes(cells));
    }

    public void erase(String id) {
        change(id, null);
    }

    /** The person of each record: the id of its first record. */
    public Map<String, String> persons() {
        return persons;
    }

    /** Rows whose blocks or groups the last change made anew. */
    public int lookedAt() {
        return lookedAt;
    }

    private void change(String id, int @Nullable [] codes) {
        lookedAt = 0;
        Integer old = rowOf.get(id);
        if (old == null ? codes == null : codes != null && key(codes).equals(key(slate.codes(old)))) {
            return;
        }
        Set<Integer> touched = new TreeSet<>();
        if (old != null) {
            leave(id, old, touched);
        }
        if (codes != null) {
            enter(id, codes, touched);
        }
        Set<Integer> around = new TreeSet<>();
        touched.forEach(row -> component(row, around));
        touched.forEach(this::cut);
        touched.removeIf(row -> !ids.containsKey(row));
        touched.forEach(this::tie);
        if (old != null && !ids.containsKey(old)) {
            free.add(old);
        }
        around.addAll(touched);
        around.removeIf(row -> !ids.containsKey(row));
        lookedAt = around.size();
        while (!around.isEmpty()) {
            Set<Integer> component = new TreeSet<>();
            component(around.iterator().next(), component);
            around.removeAll(component);
            group(component);
        }
    }

    private static List<Integer> key(int[] codes) {
        return IntStream.of(codes).boxed().toList();
    }

    private TreeSet<String> ids(int row) {
        return Objects.requireNonNull(ids.get(row));
    }

    private void leave(String id, int row, Set<Integer> touched) {
        TreeSet<String> own = ids(row);
        boolean first = own.first().equals(id);
        if (first) {
            forest.remove(row, touched);
        }
        own.remove(id);
        rowOf.remove(id);
        persons.remove(id);
        touched.add(row);
        if (own.isEmpty()) {
            ids.remove(row);
            rowWith.remove(key(slate.codes(row)));
        } else if (first) {
            forest.add(row, own.first(), touched);
        }
    }

    private void enter(String id, int[] codes, Set<Integer> touched) {
        Integer known = rowWith.get(key(codes));
        int row = known != null ? known : free.isEmpty() ? next++ : free.remove();
        if (known == null) {
            slate.put(row, codes);
            rowWith.put(key(codes), row);
            ids.put(row, new TreeSet<>(RecordTable.ID_ORDER));
        } else if (RecordTable.ID_ORDER.compare(id, ids(row).first()) < 0) {
            forest.remove(row, touched);
        }
        ids(row).add(id);
        rowOf.put(id, row);
        touched.add(row);
        if (ids(row).first().equals(id)) {
            forest.add(row, id, touched);
        }
    }

    /** Forgets the pairs of a row. */
    private void cut(int row) {
        Map<Integer, Double> own = edges.remove(row);
        if (own != null) {
            own.keySet().forEach(mate -> Objects.requireNonNull(edges.get(mate)).remove(row));
        }
    }

    /** Weighs the pairs of a row. */
    private void tie(int row) {
        for (int mate : forest.mates(row)) {
            double weight = scorer.weigh(row, mate, Engine.EDGE_LEAST);
            if (weight >= Engine.EDGE_LEAST) {
                edges.computeIfAbsent(row, key -> new TreeMap<>()).put(mate, weight);
                edges.computeIfAbsent(mate, key -> new TreeMap<>()).put(row, weight);
            }
        }
    }

    /** Adds the rows to which a chain of pairs leads from a row, itself with them. */
    private void component(int row, Set<Integer> into) {
        Deque<Integer> open = new ArrayDeque<>();
        if (into.add(row)) {
            open.add(row);
        }
        while (!open.isEmpty()) {
            for (int mate : edges.getOrDefault(open.remove(), Map.of()).keySet()) {
                if (into.add(mate)) {
                    open.add(mate);
                }
            }
        }
    }

    private List<Integer> inOrder(Set<Integer> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> ids(row).first(), RecordTable.ID_ORDER))
                .toList();
    }

    private void group(Set<Integer> component) {
        List<Integer> rows = inOrder(component);
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < rows.size(); place++) {
            desk.put(place, slate.codes(rows.get(place)));
            places.put(rows.get(place), place);
        }
        Edges own = new Edges();
        for (int row : rows) {
            int place = Objects.requireNonNull(places.get(row));
            edges.getOrDefault(row, Map.of()).forEach((mate, weight) -> {
                int other = Objects.requireNonNull(places.get(mate));
                if (place < other) {
                    own.add(place, other, weight);
                }
            });
        }
        int[] groups = Clustering.groups(
                rows.size(), Edges.sorted(List.of(own)), deskScheme.field(ColumnKind.DATE), () -> deskScorer);
        for (int place = 0; place < rows.size(); place++) {
            name(rows.get(place), ids(rows.get(groups[place])).first());
        }
    }

    private void name(int row, String person) {
        TreeSet<String> own = ids(row);
        boolean apart = own.size() > 1 && scorer.weigh(row, row) < Clustering.LEAST;
        own.forEach(id -> persons.put(id, apart && !id.equals(own.first()) ? id : person));
    }

    /** The persons that a full run over the same records finds. */
    public Map<String, String> linkedAnew() {
        List<Integer> rows = inOrder(ids.keySet());
        RecordTable table = slate.table(
                rows, rows.stream().map(row -> List.copyOf(ids(row))).toList());
        Map<String, String> found = new TreeMap<>();
        if (!rows.isEmpty()) {
            int[] person =
                    Engine.knowing(table, learned.rule()).link(learned.model()).person();
            for (int record = 0; record < person.length; record++) {
                found.put(table.id(record), table.id(person[record]));
            }
        }
        return found;
    }
}

package org.foyer.hub.linking.internal.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.linking.internal.table.Field;
import org.foyer.hub.linking.internal.table.RecordTable;

/** The blocks of all passes while rows come and go. */
public final class BlockForest {

    private final List<BlockTree> trees = new ArrayList<>();
    private final Map<Integer, Integer> idNumbers = new HashMap<>();

    /** @param fields in which the rows stand that come and go */
    public BlockForest(BlockRule rule, List<Field> fields) {
        List<Pass> passes = Passes.of(fields).list(rule.lines());
        for (int i = 0; i < passes.size(); i++) {
            trees.add(new BlockTree(passes.get(i), rule.caps().get(i), row -> idNumbers.getOrDefault(row, 0)));
        }
    }

    /**
     * Takes a row in.
     *
     * @param id of its first record
     * @param touched rows of which some block is another one now, to which those are added
     */
    public void add(int row, String id, Set<Integer> touched) {
        idNumbers.put(row, RecordTable.idNumber(id));
        trees.forEach(tree -> tree.add(row, touched));
    }

    /** Lets a row go, whose values still stand. @param touched as for {@link #add} */
    public void remove(int row, Set<Integer> touched) {
        trees.forEach(tree -> tree.remove(row, touched));
        idNumbers.remove(row);
    }

    /** The other rows that some pass brings together with a row. */
    public Set<Integer> mates(int row) {
        Set<Integer> mates = new TreeSet<>();
        trees.forEach(tree -> tree.mates(row, mates));
        mates.remove(row);
        return mates;
    }
}

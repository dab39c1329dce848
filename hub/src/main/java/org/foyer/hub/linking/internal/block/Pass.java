package org.foyer.hub.linking.internal.block;

import java.util.List;
import org.foyer.hub.linking.internal.table.ValuePool;

/**
 * One way to bring records together: those with the same key are compared.
 *
 * @param atoms parts of the key; a record that lacks one takes no part
 * @param anyOrder whether the parts may change places
 * @param refinements further parts, one after the other, for blocks that are too large
 */
record Pass(String name, List<Atom> atoms, boolean anyOrder, List<Atom> refinements) {

    /** 0 where the row takes no part. */
    int key(int row) {
        int key = anyOrder ? 0 : name.hashCode();
        for (Atom atom : atoms) {
            int part = atom.key(row);
            if (part == 0) {
                return 0;
            }
            key = anyOrder ? key + ValuePool.mix(part) : ValuePool.mix(key * 31 + part);
        }
        return key == 0 ? 1 : key;
    }

    /** How often a block can be divided: by each refinement, then by the bits of a number that follows from the id. */
    int steps() {
        return refinements.size() + Integer.SIZE;
    }

    /**
     * The part of a block that is too large in which a row falls.
     *
     * @param step from 0, below {@link #steps}
     * @param idNumber that follows from the row's id
     */
    int part(int block, int row, int step, int idNumber) {
        int part = step < refinements.size()
                ? refinements.get(step).key(row)
                : idNumber >>> (step - refinements.size()) & 1;
        int finer = ValuePool.mix(block * 31 + part * 17 + step);
        return finer == 0 ? 1 : finer;
    }
}

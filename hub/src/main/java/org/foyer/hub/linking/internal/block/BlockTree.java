package org.foyer.hub.linking.internal.block;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The blocks of one pass while rows come and go. They are at any time what {@link Division} makes of the rows that are there: a block that
 * grows beyond the cap is divided, parts that together no longer exceed it are one block again.
 */
final class BlockTree {

    private final Pass pass;
    private final int cap;
    private final Map<Integer, Node> roots = new HashMap<>();
    private final Map<Integer, Set<Node>> leaves = new HashMap<>();

    private static final class Node {
        private final int number;
        private final int step;
        private int count;
        private final Set<Integer> rows = new HashSet<>();
        private final Map<Integer, Node> parts = new HashMap<>();
        private boolean divided;

        private Node(int number, int step) {
            this.number = number;
            this.step = step;
        }
    }

    /** A number that follows from the id of a row. */
    interface Ids {
        int number(int row);
    }

    private final Ids ids;

    BlockTree(Pass pass, int cap, Ids ids) {
        this.pass = pass;
        this.cap = cap;
        this.ids = ids;
    }

    /** @param touched rows whose block is another one now, to which those are added */
    void add(int row, Set<Integer> touched) {
        int key = pass.key(row);
        if (key != 0) {
            add(row, roots.computeIfAbsent(key, number -> leaf(number, 0)), touched);
        }
    }

    private Node leaf(int number, int step) {
        Node node = new Node(number, step);
        leaves.computeIfAbsent(number, key -> new HashSet<>()).add(node);
        return node;
    }

    private void noLeaf(Node node) {
        leaves.computeIfPresent(node.number, (number, nodes) -> nodes.remove(node) && nodes.isEmpty() ? null : nodes);
    }

    private void add(int row, Node node, Set<Integer> touched) {
        node.count++;
        if (node.divided) {
            add(row, part(node, row), touched);
            return;
        }
        node.rows.add(row);
        if (node.count == 2) {
            touched.addAll(node.rows);
        }
        if (node.count > cap && node.step < pass.steps()) {
            touched.addAll(node.rows);
            node.divided = true;
            noLeaf(node);
            node.rows.forEach(each -> add(each, part(node, each), touched));
            node.rows.clear();
        }
    }

    private Node part(Node node, int row) {
        int number = pass.part(node.number, row, node.step, ids.number(row));
        return node.parts.computeIfAbsent(number, key -> leaf(key, node.step + 1));
    }

    /** As {@link #add}; while the row's values and id are still known. */
    void remove(int row, Set<Integer> touched) {
        int key = pass.key(row);
        Node root = roots.get(key);
        if (key != 0 && root != null) {
            remove(row, root, touched);
            if (root.count == 0) {
                noLeaf(root);
                roots.remove(key);
            }
        }
    }

    private void remove(int row, Node node, Set<Integer> touched) {
        node.count--;
        if (node.divided) {
            Node part = part(node, row);
            remove(row, part, touched);
            if (part.count == 0) {
                noLeaf(part);
                node.parts.remove(part.number);
            }
            if (node.count <= cap) {
                node.parts.values().forEach(each -> gather(each, node.rows));
                node.parts.clear();
                node.divided = false;
                leaves.computeIfAbsent(node.number, number -> new HashSet<>()).add(node);
                touched.addAll(node.rows);
            }
            return;
        }
        node.rows.remove(row);
        if (node.count == 1) {
            touched.addAll(node.rows);
        }
    }

    private void gather(Node node, Set<Integer> into) {
        if (node.divided) {
            node.parts.values().forEach(part -> gather(part, into));
        } else {
            noLeaf(node);
            into.addAll(node.rows);
        }
    }

    /** Adds the rows that share the block of a row, itself with them. */
    void mates(int row, Set<Integer> into) {
        Node node = roots.get(pass.key(row));
        while (node != null && node.divided) {
            node = node.parts.get(pass.part(node.number, row, node.step, ids.number(row)));
        }
        if (node != null && node.count > 1) {
            for (Node leaf : leaves.getOrDefault(node.number, Set.of())) {
                if (leaf.count > 1) {
                    into.addAll(leaf.rows);
                }
            }
        }
    }
}

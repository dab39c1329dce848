package org.foyer.hub.linking.internal.cluster;

/** Rows joined into sets; the least row of a set stands for it. */
public final class Unions {

    private final int[] parent;

    public Unions(int rows) {
        parent = new int[rows];
        for (int i = 0; i < rows; i++) {
            parent[i] = i;
        }
    }

    public int find(int row) {
        int root = row;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    public void join(int a, int b) {
        int rootA = find(a);
        int rootB = find(b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }
}

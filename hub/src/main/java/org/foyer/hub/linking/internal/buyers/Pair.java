package org.foyer.hub.linking.internal.buyers;

/** Keys of two buyers. @param one below the other */
record Pair(long one, long other) implements Comparable<Pair> {

    static Pair of(long some, long another) {
        return new Pair(Math.min(some, another), Math.max(some, another));
    }

    @Override
    public int compareTo(Pair that) {
        return one == that.one ? Long.compare(other, that.other) : Long.compare(one, that.one);
    }
}

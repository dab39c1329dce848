package org.foyer.hub.catalogue.internal;

import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;

/** Hands statements on up to a number, and ends the reading of programmes at the first behind it. */
final class LimitedStatements extends StreamRDFWrapper {

    private final long most;
    private long count;

    LimitedStatements(StreamRDF to, long most) {
        super(to);
        this.most = most;
    }

    /** There are more statements than are wanted. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void triple(Triple triple) {
        if (++count > most) {
            throw new TooMany();
        }
        super.triple(triple);
    }

    long count() {
        return count;
    }
}

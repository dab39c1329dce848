package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.foyer.hub.catalogue.Sparql;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * The programmes of all houses as one graph in memory, made at the first question and let go when memory is needed. After a change
 * it is made anew, but not more often than once in {@link #KEPT}: a question may be answered by what was known a moment ago.
 */
final class PublishedGraph {

    /** How long a graph is kept at least, whatever changes: else changes, or other addresses, would keep the node busy. */
    static final Duration KEPT = Duration.ofSeconds(30);

    private final Warehouse warehouse;
    private final ProgrammeGraph programme;
    private final Supplier<List<House>> houses;
    private final Clock clock;
    private final int statementsMax;
    private SoftReference<Made> made = new SoftReference<>(null);

    /** @param statementsMax above it no graph is made */
    PublishedGraph(Warehouse warehouse, Supplier<List<House>> houses, Clock clock, int statementsMax) {
        this.warehouse = warehouse;
        this.programme = new ProgrammeGraph(warehouse);
        this.houses = houses;
        this.clock = clock;
        this.statementsMax = statementsMax;
    }

    /** @param graph null when it would have been too large */
    private record Made(
            long revision,
            String base,
            Instant at,
            @Nullable Graph graph) {}

    /**
     * The graph, read-only by agreement.
     *
     * @throws Unanswered {@code sparql-too-large}, or {@code sparql-busy} while another address was asked for a moment ago
     */
    synchronized Graph get(String base) {
        Made known = made.get();
        boolean young = known != null && clock.instant().isBefore(known.at().plus(KEPT));
        if (known != null && young && !known.base().equals(base)) {
            throw new Unanswered("sparql-busy", "");
        }
        if (known == null
                || !young
                        && (known.revision() != warehouse.revision()
                                || !known.base().equals(base))) {
            known = make(base);
            made = new SoftReference<>(known);
        }
        Graph graph = known.graph();
        if (graph == null) {
            throw new Unanswered("sparql-too-large", Integer.toString(statementsMax));
        }
        return graph;
    }

    private Made make(String base) {
        long revision = warehouse.revision();
        Graph graph = GraphFactory.createDefaultGraph();
        StreamRDF limited = new LimitedStatements(StreamRDFLib.graph(graph), statementsMax);
        try {
            programme.whole(houses.get(), base, limited);
            Prefixes.ALL.forEach(graph.getPrefixMapping()::setNsPrefix);
            return new Made(revision, base, clock.instant(), graph);
        } catch (LimitedStatements.TooMany tooLarge) {
            return new Made(revision, base, clock.instant(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many statements as the contract of questions allows. */
    static PublishedGraph of(Warehouse warehouse, Supplier<List<House>> houses, Clock clock) {
        return new PublishedGraph(warehouse, houses, clock, Sparql.STATEMENTS_IN_MEMORY_MAX);
    }
}

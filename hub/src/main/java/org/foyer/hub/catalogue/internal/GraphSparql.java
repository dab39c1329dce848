package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.foyer.hub.catalogue.Sparql;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Questions answered by Jena ARQ. Nothing is fetched: {@code SERVICE}, {@code FROM} and functions of the machine are refused. Time,
 * rows and questions at once have limits; what a question sorts or makes distinct goes to the disk beyond a number of rows.
 */
public final class GraphSparql implements Sparql, AutoCloseable {

    private static final List<Lang> TABLES =
            List.of(ResultSetLang.RS_JSON, ResultSetLang.RS_XML, ResultSetLang.RS_CSV, ResultSetLang.RS_TSV);
    private static final List<Lang> GRAPHS = List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML);
    private static final long ROWS_IN_MEMORY = 50_000;

    private static final Pattern TEXTS_AND_IRIS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|<[^<>\\s]*+>");
    private static final Pattern SERVICE = Pattern.compile("\\bSERVICE\\b");

    private final PublishedGraph inMemory;
    private final GraphOnDisk onDisk;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * @param folder of the graph on the disk, and of nothing else
     * @param houses all houses of the node
     */
    public GraphSparql(Path folder, Warehouse warehouse, Supplier<List<House>> houses, Clock clock) {
        this(
                PublishedGraph.of(warehouse, houses, clock),
                new GraphOnDisk(
                        folder,
                        warehouse,
                        houses,
                        clock,
                        STATEMENTS_IN_MEMORY_MAX,
                        STATEMENTS_MAX,
                        () -> room(folder)));
    }

    private static long room(Path folder) {
        try {
            return Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GraphSparql(PublishedGraph inMemory, GraphOnDisk onDisk) {
        this.inMemory = inMemory;
        this.onDisk = onDisk;
    }

    @Override
    public Answer ask(String text, String base, List<String> accepts) {
        Query query = read(text);
        if (!places.tryAcquire()) {
            throw new Unanswered("sparql-busy", "");
        }
        try {
            return answer(query, base, accepts);
        } catch (QueryCancelledException e) {
            throw new Unanswered("sparql-slow", Integer.toString(SECONDS_MAX));
        } catch (JenaException | IllegalFormatException e) { // the latter for a language tag with letters outside ASCII
            throw new Unanswered("sparql-refused", "");
        } finally {
            places.release();
        }
    }

    private Answer answer(Query query, String base, List<String> accepts) {
        try (GraphOnDisk.Reading large = onDisk.read(base)) {
            if (large != null) {
                return answer(query, large.dataset(), large.at(), accepts);
            }
        }
        Model model = ModelFactory.createModelForGraph(inMemory.get(base));
        return answer(query, DatasetFactory.wrap(model), null, accepts);
    }

    @Override
    public long prepare(String base) throws IOException {
        return onDisk.write(base);
    }

    @Override
    public void close() {
        onDisk.close();
    }

    private static Query read(String text) {
        if (text.length() > QUERY_MAX) {
            throw new Unanswered("sparql-long", Integer.toString(QUERY_MAX));
        }
        Query query;
        try {
            query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            throw new Unanswered("sparql-unreadable", e.getLine() + ":" + e.getColumn());
        } catch (QueryException e) {
            throw new Unanswered("sparql-unreadable", "1:1");
        }
        String read = query.toString(); // keywords in capitals, escapes of characters resolved
        boolean elsewhere =
                SERVICE.matcher(TEXTS_AND_IRIS.matcher(read).replaceAll(" ")).find();
        if (elsewhere
                || query.hasDatasetDescription()
                || read.toLowerCase(Locale.ROOT).contains("java:")) {
            throw new Unanswered("sparql-refused", "");
        }
        return query;
    }

    /** What it answers no longer hangs on the graph. */
    private static Answer answer(Query query, Dataset dataset, @Nullable Instant asOf, List<String> accepts) {
        boolean limited = query.hasLimit() && query.getLimit() <= ROWS_MAX;
        if (!limited && !query.isAskType()) {
            query.setLimit(ROWS_MAX);
        }
        try (QueryExecution execution = QueryExecution.dataset(dataset)
                .query(query)
                .timeout(SECONDS_MAX, TimeUnit.SECONDS)
                .set(ARQ.httpServiceAllowed, false)
                .set(ARQ.spillToDiskThreshold, ROWS_IN_MEMORY)
                .build()) {
            if (query.isSelectType()) {
                ResultSetRewindable rows = execution.execSelect().materialise().rewindable();
                return table(new SPARQLResult(rows), !limited && rows.size() == ROWS_MAX, asOf, accepts);
            }
            if (query.isAskType()) {
                return table(new SPARQLResult(execution.execAsk()), false, asOf, accepts);
            }
            if (query.isConstructType() || query.isDescribeType()) {
                Model told = query.isConstructType() ? execution.execConstruct() : execution.execDescribe();
                Lang form = best(GRAPHS, accepts);
                return new Answer(mediaType(form), !limited, asOf, out -> RDFDataMgr.write(out, told, form));
            }
            throw new Unanswered("sparql-refused", "");
        }
    }

    private static Answer table(SPARQLResult result, boolean cut, @Nullable Instant asOf, List<String> accepts) {
        Lang form = best(TABLES, accepts);
        return new Answer(mediaType(form), cut, asOf, out -> {
            if (result.isBoolean()) {
                ResultSetMgr.write(out, result.getBooleanResult(), form);
            } else {
                ResultSetMgr.write(out, result.getResultSet(), form);
            }
        });
    }

    private static Lang best(List<Lang> offered, List<String> accepts) {
        return accepts.stream()
                .flatMap(type -> offered.stream().filter(form -> mediaType(form).equals(type)))
                .findFirst()
                .orElse(offered.get(0));
    }

    private static String mediaType(Lang form) {
        return form.getContentType().getContentTypeStr();
    }
}

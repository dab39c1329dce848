package org.foyer.hub.catalogue.internal;

import java.time.Clock;
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
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.foyer.hub.catalogue.Sparql;
import org.foyer.hub.catalogue.Unanswered;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/**
 * Questions answered by Jena ARQ. Nothing is fetched: {@code SERVICE}, {@code FROM} and functions of the machine are refused. Time,
 * rows and questions at once have limits; what a question sorts or makes distinct goes to the disk beyond a number of rows.
 */
public final class GraphSparql implements Sparql {

    private static final List<Lang> TABLES =
            List.of(ResultSetLang.RS_JSON, ResultSetLang.RS_XML, ResultSetLang.RS_CSV, ResultSetLang.RS_TSV);
    private static final List<Lang> GRAPHS = List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML);
    private static final long ROWS_IN_MEMORY = 50_000;

    private static final Pattern TEXTS_AND_IRIS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|<[^<>\\s]*+>");
    private static final Pattern SERVICE = Pattern.compile("\\bSERVICE\\b");

    private final PublishedGraph published;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @param houses all houses of the node */
    public GraphSparql(Warehouse warehouse, Supplier<List<House>> houses, Clock clock) {
        this(PublishedGraph.of(warehouse, houses, clock));
    }

    GraphSparql(PublishedGraph published) {
        this.published = published;
    }

    @Override
    public Answer ask(String text, String base, List<String> accepts) {
        Query query = read(text);
        if (!places.tryAcquire()) {
            throw new Unanswered("sparql-busy", "");
        }
        try {
            Model model = ModelFactory.createModelForGraph(published.get(base));
            return answer(query, DatasetFactory.wrap(model), accepts);
        } catch (QueryCancelledException e) {
            throw new Unanswered("sparql-slow", Integer.toString(SECONDS_MAX));
        } catch (QueryException e) {
            throw new Unanswered("sparql-refused", "");
        } finally {
            places.release();
        }
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

    private static Answer answer(Query query, Dataset dataset, List<String> accepts) {
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
                ResultSetRewindable rows = execution.execSelect().rewindable();
                return table(new SPARQLResult(rows), !limited && rows.size() == ROWS_MAX, accepts);
            }
            if (query.isAskType()) {
                return table(new SPARQLResult(execution.execAsk()), false, accepts);
            }
            if (query.isConstructType() || query.isDescribeType()) {
                Model told = query.isConstructType() ? execution.execConstruct() : execution.execDescribe();
                Lang form = best(GRAPHS, accepts);
                return new Answer(mediaType(form), !limited, out -> RDFDataMgr.write(out, told, form));
            }
            throw new Unanswered("sparql-refused", "");
        }
    }

    private static Answer table(SPARQLResult result, boolean cut, List<String> accepts) {
        Lang form = best(TABLES, accepts);
        return new Answer(mediaType(form), cut, out -> {
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

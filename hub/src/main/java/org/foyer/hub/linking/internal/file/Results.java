package org.foyer.hub.linking.internal.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.foyer.hub.linking.internal.Found;
import org.foyer.hub.linking.internal.cluster.Edges;
import org.foyer.hub.linking.internal.model.Model;
import org.foyer.hub.linking.internal.model.Scheme;
import org.foyer.hub.linking.internal.model.Scorer;
import org.foyer.hub.linking.internal.table.RecordTable;

/** Writes what linking found as CSV files (RFC 4180, UTF-8, numbers with a point). */
public final class Results {

    private final RecordTable table;
    private final Scheme scheme;
    private final Found found;

    public Results(RecordTable table, Scheme scheme, Found found) {
        this.table = table;
        this.scheme = scheme;
        this.found = found;
    }

    /** {@code record_id,cluster_id}, in the order of the ids; a cluster has the id of its first record. */
    public void writePersons(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("record_id,cluster_id\n");
            for (int record = 0; record < table.records(); record++) {
                writer.write(cell(table.id(record)) + ',' + cell(table.id(found.person()[record])) + '\n');
            }
        }
    }

    /**
     * {@code id_a,id_b,weight,probability} and, for each group of columns judged together, what it says in bits. Records that agree in
     * everything stand there as one pair with the first of them.
     */
    public void writePairs(Path file) throws IOException {
        Scorer scorer = new Scorer(scheme, found.model());
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("id_a,id_b,weight,probability,prior");
            for (int factor = 0; factor < scheme.factors(); factor++) {
                writer.write("," + cell(scheme.name(factor)));
            }
            writer.write(",family\n");
            Edges edges = found.edges();
            for (int edge = 0; edge < edges.size(); edge++) {
                pair(writer, scorer, table.first(edges.a(edge)), table.first(edges.b(edge)));
            }
            for (int record = 0; record < table.records(); record++) {
                int first = table.first(table.row(record));
                if (first != record) {
                    pair(writer, scorer, first, record);
                }
            }
        }
    }

    private void pair(BufferedWriter writer, Scorer scorer, int a, int b) throws IOException {
        double weight = scorer.weigh(table.row(a), table.row(b));
        StringBuilder line = new StringBuilder()
                .append(cell(table.id(a)))
                .append(',')
                .append(cell(table.id(b)))
                .append(number(weight))
                .append(String.format(Locale.ROOT, ",%.6f", Model.probability(weight)))
                .append(number(scorer.prior()));
        Arrays.stream(scorer.parts(), 0, scheme.factors()).forEach(part -> line.append(number(part)));
        line.append(number(-scorer.doubt(scorer.parts())));
        writer.append(line).append('\n');
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, ",%.3f", number);
    }

    private static String cell(String text) {
        boolean plain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

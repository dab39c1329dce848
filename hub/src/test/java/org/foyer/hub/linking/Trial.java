package org.foyer.hub.linking;

import java.util.List;
import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.cluster.Edges;
import org.foyer.hub.linking.internal.model.Model;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.TableBuilder;

/** Measures linking on imagined records, by hand: {@code Trial PERSONS SEED built|checked}. */
public final class Trial {

    private Trial() {}

    public static void main(String... arguments) {
        int persons = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        HardRecords made = new HardRecords(
                seed, persons, arguments[2].equals("built") ? HardRecords.BUILT_ON : HardRecords.CHECKED_ON);
        run(made.records(), made.persons(), new LinkPlan("id", HardRecords.COLUMNS, "GB", false));
    }

    static void run(List<String[]> records, int[] truth, LinkPlan plan) {
        long start = System.nanoTime();
        TableBuilder builder = new TableBuilder(plan);
        for (int i = 0; i < records.size(); i++) {
            builder.add("%09d".formatted(i), records.get(i));
        }
        RecordTable table = builder.finish();
        System.out.printf("%d records, %d rows, read %.1f s%n", table.records(), table.rows(), seconds(start));
        Engine engine = new Engine(table);
        System.out.printf(
                "blocks and counts %.1f s, pairs %,d, recall of blocks %.4f%n",
                seconds(start), engine.blocks().pairs(), blockRecall(engine, table, truth));
        Model model = engine.learn();
        System.out.printf(
                "learned %.1f s, expected pairs %.0f of true %.0f%n",
                seconds(start), model.prior() * table.pairs(), truePairs(truth));
        Edges edges = engine.edges(model);
        System.out.printf("edges %,d %.1f s%n", edges.size(), seconds(start));
        int[] groups = engine.groups(model, edges);
        System.out.printf("first %s %.1f s%n", of(table, groups, truth), seconds(start));
        for (int i = 0; i < Integer.getInteger("refits", 0); i++) {
            model = engine.refit(model, groups);
            edges = engine.edges(model);
            groups = engine.groups(model, edges);
            System.out.printf(
                    "refit %s %.1f s expected %.0f%n",
                    of(table, groups, truth), seconds(start), model.prior() * table.pairs());
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Agreement of(RecordTable table, int[] groups, int[] truth) {
        int[] found = new int[truth.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = groups[table.row(i)];
        }
        return Agreement.of(found, truth);
    }

    private static double truePairs(int[] truth) {
        return Agreement.of(truth, truth).pairRecall()
                * java.util.stream.IntStream.of(truth)
                        .boxed()
                        .collect(java.util.stream.Collectors.groupingBy(p -> p, java.util.stream.Collectors.counting()))
                        .values()
                        .stream()
                        .mapToDouble(s -> s * (s - 1.0) / 2)
                        .sum();
    }

    private static double blockRecall(Engine engine, RecordTable table, int[] truth) {
        long met = 0;
        long all = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int j = i + 1; j < truth.length && truth[j] == truth[i]; j++) {
                all++;
                met += table.row(i) == table.row(j) || engine.blocks().meet(table.row(i), table.row(j)) ? 1 : 0;
            }
        }
        return met / (double) all;
    }
}

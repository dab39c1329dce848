package org.foyer.hub.linking.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.foyer.hub.linking.LinkColumn;
import org.foyer.hub.linking.LinkPlan;

/**
 * Takes records one by one, makes their values alike and keeps each distinct value once. Records come in batches: while one comes in,
 * the values of those before are made alike by other threads, each group of columns batch after batch.
 */
public final class TableBuilder {

    private static final int BATCH = 1 << 10;
    private static final int WORKERS = 2;

    /** Batches that are under way at once, so that no group of columns waits for a slower one. */
    private static final int BATCHES = 3;

    /** Cells that each column remembers. */
    private static final int REMEMBERED = 1 << 14;

    private final Normaliser normaliser;
    private final boolean monthFirstByDefault;
    private final ValuePool ids = new ValuePool();
    private final List<ColumnGroup> groups;
    private final String[][][] batches;
    private final CompletableFuture<?>[] taken = new CompletableFuture<?>[BATCHES];
    private final CompletableFuture<?>[] turns;
    private int filling;
    private int filled;
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(WORKERS, WORKERS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());

    public TableBuilder(LinkPlan plan) {
        workers.allowCoreThreadTimeOut(true);
        List<LinkColumn> columns = plan.columns();
        this.normaliser = new Normaliser(plan.country());
        this.monthFirstByDefault = plan.monthFirst();
        this.batches = new String[BATCHES][columns.size()][BATCH];
        this.groups = ColumnGroup.of(columns, REMEMBERED);
        this.turns = new CompletableFuture<?>[groups.size()];
        Arrays.fill(taken, CompletableFuture.completedFuture(null));
        Arrays.fill(turns, CompletableFuture.completedFuture(null));
    }

    /**
     * @param cells in the order of the plan's columns; empty where nothing is known
     * @return the number of the record, from 0; the number of an earlier record with this id, which then stays as it was
     */
    public int add(String id, String... cells) {
        int number = ids.size();
        int known = ids.add(id);
        if (known < number) {
            return known;
        }
        for (int i = 0; i < cells.length; i++) {
            batches[filling][i][filled] = cells[i];
        }
        if (++filled == BATCH) {
            handOver();
        }
        return number;
    }

    private void handOver() {
        String[][] batch = batches[filling];
        int records = filled;
        for (int i = 0; i < turns.length; i++) {
            ColumnGroup group = groups.get(i);
            turns[i] = turns[i].thenRunAsync(() -> group.take(normaliser, batch, records), workers);
        }
        taken[filling] = CompletableFuture.allOf(turns);
        filling = (filling + 1) % BATCHES;
        filled = 0;
        await(taken[filling]);
    }

    private static void await(CompletableFuture<?> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("values could not be made alike", e.getCause());
        }
    }

    public int size() {
        return ids.size();
    }

    /** The table, with its records in the order of their ids. */
    public RecordTable finish() {
        return finish(Set.of());
    }

    /**
     * The same.
     *
     * @param apart ids of records that get a row of their own even if others agree with them in everything
     */
    public RecordTable finish(Set<String> apart) {
        handOver();
        await(CompletableFuture.allOf(turns));
        int[] order = IdOrder.of(ids);
        List<Field> fields = groups.stream().flatMap(group -> group.fields().stream()).toList().parallelStream()
                .map(field -> field.finish(order, monthFirstByDefault))
                .toList();
        boolean[] alone = new boolean[apart.isEmpty() ? 0 : order.length];
        for (int record = 0; record < alone.length; record++) {
            alone[record] = apart.contains(ids.text(order[record]));
        }
        ids.close();
        fields.forEach(field -> field.pool().close());
        return Rows.distinct(ids, order, fields, alone);
    }
}

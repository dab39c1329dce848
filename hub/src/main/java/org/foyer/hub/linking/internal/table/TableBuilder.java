package org.foyer.hub.linking.internal.table;

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
 * the values of the one before are made alike, column by column, by other threads.
 */
public final class TableBuilder {

    private static final int BATCH = 1 << 10;
    private static final int WORKERS = 2;

    /** Cells that each column remembers. */
    private static final int REMEMBERED = 1 << 14;

    private final Normaliser normaliser;
    private final boolean monthFirstByDefault;
    private final ValuePool ids = new ValuePool();
    private final List<ColumnGroup> groups;
    private String[][] filling;
    private String[][] waiting;
    private int filled;
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(WORKERS, WORKERS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    public TableBuilder(LinkPlan plan) {
        workers.allowCoreThreadTimeOut(true);
        List<LinkColumn> columns = plan.columns();
        this.normaliser = new Normaliser(plan.country());
        this.monthFirstByDefault = plan.monthFirst();
        this.filling = new String[columns.size()][BATCH];
        this.waiting = new String[columns.size()][BATCH];
        this.groups = ColumnGroup.of(columns, REMEMBERED);
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
            filling[i][filled] = cells[i];
        }
        if (++filled == BATCH) {
            handOver();
        }
        return number;
    }

    private void handOver() {
        await();
        int records = filled;
        String[][] batch = filling;
        filling = waiting;
        waiting = batch;
        filled = 0;
        running = CompletableFuture.allOf(groups.stream()
                .map(group -> CompletableFuture.runAsync(() -> group.take(normaliser, batch, records), workers))
                .toArray(CompletableFuture<?>[]::new));
    }

    private void await() {
        try {
            running.join();
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
        await();
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

package org.foyer.hub.intake.internal.runs;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.intake.ExpectedTotals;
import org.foyer.hub.intake.PerformanceTotal;
import org.foyer.hub.intake.TotalDifference;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.recipe.Words;
import org.jspecify.annotations.Nullable;

/**
 * Compares what Foyer holds of the performances that a run speaks of with the source's own totals. All that is known of them
 * counts, not only what this run brought, because the source's report does the same.
 */
public final class TotalsComparison {

    private static final int DIFFERENCES_MAX = 1_000;

    private final TotalsFile file;

    public TotalsComparison(TotalsFile file) {
        this.file = file;
    }

    List<TotalDifference> compare(Sql sql, HouseFacts house, @Nullable ExpectedTotals expected) throws SQLException {
        if (expected == null) {
            return List.of();
        }
        List<PerformanceTotal> given = new ArrayList<>(expected.byPerformance());
        if (expected.file() != null) {
            given.addAll(file.read(expected.file(), house));
        }
        List<PerformanceTotal> taken = sql.list(Reporting::total, """
                select d.title, p.starts_local,
                  coalesce(sum(s.quantity), 0) as tickets, coalesce(sum(s.amount), 0) as amount
                from performance p join production d on d.house = %1$s and d.id = p.production
                left join sale_line s on s.house = %1$s and s.performance = p.id and s.operation in ('sale', 'cancellation')
                where p.house = %1$s and p.id in (select performance from touched_performance)
                group by p.id, d.title, p.starts_local order by p.starts_local, d.title
                """.formatted(house.id()));
        List<TotalDifference> differences = new ArrayList<>();
        whole(expected, taken, differences);
        byPerformance(given, taken, differences);
        return differences.size() > DIFFERENCES_MAX
                ? List.copyOf(differences.subList(0, DIFFERENCES_MAX))
                : List.copyOf(differences);
    }

    private static void whole(
            ExpectedTotals expected, List<PerformanceTotal> taken, List<TotalDifference> differences) {
        long tickets = taken.stream().mapToLong(PerformanceTotal::tickets).sum();
        long amount = taken.stream().mapToLong(PerformanceTotal::amount).sum();
        boolean differs = expected.tickets() != null && expected.tickets() != tickets
                || expected.amount() != null && expected.amount() != amount;
        if (differs) {
            differences.add(new TotalDifference(null, expected.tickets(), tickets, expected.amount(), amount));
        }
    }

    private static void byPerformance(
            List<PerformanceTotal> given, List<PerformanceTotal> taken, List<TotalDifference> differences) {
        if (given.isEmpty()) {
            return;
        }
        Map<String, PerformanceTotal> known = new HashMap<>();
        taken.forEach(total -> known.put(key(total), total));
        Set<String> named = new HashSet<>();
        for (PerformanceTotal total : given) {
            named.add(key(total));
            PerformanceTotal found = known.get(key(total));
            if (found == null) {
                differences.add(new TotalDifference(total, total.tickets(), null, total.amount(), null));
            } else if (found.tickets() != total.tickets() || found.amount() != total.amount()) {
                differences.add(
                        new TotalDifference(total, total.tickets(), found.tickets(), total.amount(), found.amount()));
            }
        }
        taken.stream()
                .filter(total -> !named.contains(key(total)))
                .forEach(total ->
                        differences.add(new TotalDifference(total, null, total.tickets(), null, total.amount())));
    }

    private static String key(PerformanceTotal total) {
        return Words.plain(total.title()) + '|' + total.startsAt();
    }
}

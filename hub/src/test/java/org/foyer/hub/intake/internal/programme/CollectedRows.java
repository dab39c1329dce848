package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.kit.Problem;
import org.foyer.kit.Rows;

/** Keeps what a source gives. */
final class CollectedRows implements Rows {
    List<String> columns = List.of();
    final List<Long> lines = new ArrayList<>();
    final List<Map<String, String>> rows = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();

    @Override
    public void columns(List<String> names) {
        columns = names;
    }

    @Override
    public void row(long line, List<String> values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        lines.add(line);
        rows.add(row);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}

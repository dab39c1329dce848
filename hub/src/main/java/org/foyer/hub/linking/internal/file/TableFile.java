package org.foyer.hub.linking.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.LinkColumn;
import org.foyer.hub.linking.LinkPlan;
import org.foyer.hub.linking.LinkProblem;
import org.foyer.hub.linking.internal.table.Field;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.TableBuilder;
import org.jspecify.annotations.Nullable;

/** Reads the table of a plan, and finds all that keeps it from being linked at once. */
public final class TableFile {

    /** More of the same kind are counted but not told. */
    private static final int TOLD_MAX = 20;

    private final Path file;
    private final String name;
    private final List<LinkProblem> problems = new ArrayList<>();
    private final List<LinkProblem> notes = new ArrayList<>();
    private final Map<String, Integer> told = new HashMap<>();

    public TableFile(Path file) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
    }

    /** Those that stop come with no table; others are to be known. */
    public List<LinkProblem> problems() {
        return List.copyOf(problems);
    }

    /** @return null when a problem stops */
    public @Nullable RecordTable read(LinkPlan plan) throws IOException {
        try (Delimited delimited = new Delimited(file)) {
            List<String> header = List.copyOf(delimited.record());
            if (header.isEmpty()) {
                problem("link-file-empty", 0);
                return null;
            }
            LinkPlan whole = whole(plan, header);
            int[] positions = positions(whole, header);
            int id = position(header, plan.idColumn());
            if (!problems.isEmpty()) {
                return null;
            }
            TableBuilder builder = new TableBuilder(whole);
            rows(delimited, header.size(), id, positions, builder);
            return finish(builder, whole);
        }
    }

    private LinkPlan whole(LinkPlan plan, List<String> header) {
        if (!plan.columns().isEmpty()) {
            return plan;
        }
        List<LinkColumn> guessed = new ColumnWords().of(header, plan.idColumn());
        if (guessed.isEmpty()) {
            problem("link-columns-unclear", 1, String.join(", ", header));
        } else {
            String columns = String.join(
                    ", ",
                    guessed.stream()
                            .map(column -> column.name() + " = " + column.kind().key())
                            .toList());
            notes.add(LinkProblem.tells("link-columns-guessed", name, columns));
        }
        return new LinkPlan(plan.idColumn(), guessed, plan.country(), plan.monthFirst());
    }

    private int[] positions(LinkPlan plan, List<String> header) {
        int[] positions = new int[plan.columns().size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = position(header, plan.columns().get(i).name());
        }
        return positions;
    }

    private int position(List<String> header, String column) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equals(column)) {
                return i;
            }
        }
        problem("link-column-unknown", 1, column, String.join(", ", header));
        return -1;
    }

    private void rows(Delimited delimited, int width, int id, int[] positions, TableBuilder builder)
            throws IOException {
        int[] lines = new int[1 << 10];
        String[] cells = new String[positions.length];
        while (true) {
            List<String> record = delimited.record();
            if (record.isEmpty()) {
                return;
            }
            if (record.size() != width) {
                problem("link-row-cells", delimited.line(), Integer.toString(record.size()), Integer.toString(width));
                continue;
            }
            String key = record.get(id).strip();
            if (key.isEmpty()) {
                problem("link-id-empty", delimited.line());
                continue;
            }
            for (int i = 0; i < cells.length; i++) {
                cells[i] = record.get(positions[i]);
            }
            int before = builder.size();
            int number = builder.add(key, cells);
            if (number < before) {
                problem("link-id-twice", delimited.line(), key, Integer.toString(lines[number]));
                continue;
            }
            lines = number < lines.length ? lines : Arrays.copyOf(lines, number + (number >> 1));
            lines[number] = delimited.line();
        }
    }

    private @Nullable RecordTable finish(TableBuilder builder, LinkPlan plan) {
        if (builder.size() == 0 && problems.isEmpty()) {
            problem("link-file-empty", 0);
        }
        told.forEach((code, times) -> {
            if (times > TOLD_MAX) {
                problems.add(LinkProblem.stops("link-and-more", name, 0, 0, Integer.toString(times - TOLD_MAX)));
            }
        });
        if (!problems.isEmpty()) {
            return null;
        }
        problems.addAll(notes);
        RecordTable table = builder.finish();
        List<String> empty = table.fields().stream()
                .filter(field -> field.known() == 0)
                .map(Field::name)
                .toList();
        if (empty.size() == table.fields().size()) {
            problem("link-columns-all-empty", 0);
            return null;
        }
        boolean fallback = plan.columns().stream().anyMatch(column -> column.kind() == ColumnKind.FULL_NAME);
        if (!empty.isEmpty() && !fallback) {
            problems.add(LinkProblem.tells("link-columns-empty", name, String.join(", ", empty)));
        }
        return table;
    }

    private void problem(String code, int line, String... arguments) {
        if (told.merge(code, 1, Integer::sum) <= TOLD_MAX) {
            problems.add(LinkProblem.stops(code, name, line, 0, arguments));
        }
    }
}

package org.foyer.hub.linking.internal.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.LinkColumn;
import org.foyer.hub.linking.LinkPlan;
import org.foyer.hub.linking.LinkProblem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the file that says what the columns of a table hold, and finds all that is wrong with it at once. */
public final class PlanFile {

    private static final List<String> KEYS = List.of("id", "columns", "country", "dates");
    private static final List<String> LANGUAGE_KEYS = List.of("languages", "language");
    private static final List<String> DATES = List.of("day-first", "month-first");
    private static final List<String> UNREADABLE = List.of("link-config-unreadable", "link-config-not-keys");
    private static final String IGNORE = "ignore";

    private final String name;
    private final List<LinkProblem> problems = new ArrayList<>();
    private final Map<String, ColumnKind> columns = new LinkedHashMap<>();

    public PlanFile(String name) {
        this.name = name;
    }

    public List<LinkProblem> problems() {
        return List.copyOf(problems);
    }

    /** @return null when there are problems; a plan without columns leaves it to their headers what they hold */
    public @Nullable LinkPlan read(String text) {
        Map<String, Node> found = keys(text);
        String id = scalar(found.get("id"));
        if (id.isEmpty() && problems.stream().noneMatch(problem -> UNREADABLE.contains(problem.code()))) {
            problem("link-config-id-missing", found.get("id"));
        }
        Node listed = found.get("columns");
        if (listed instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> column(tuple.getKeyNode(), tuple.getValueNode()));
        } else if (listed instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::column);
        } else if (listed != null) {
            problem("link-config-columns-shape", listed);
        }
        String dates = scalar(found.get("dates"));
        if (!dates.isEmpty() && !DATES.contains(dates)) {
            problem("link-config-dates-unknown", found.get("dates"), dates, String.join(", ", DATES));
        }
        String country = scalar(found.get("country")).toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !List.of(Locale.getISOCountries()).contains(country)) {
            problem("link-config-country-unknown", found.get("country"), country);
        }
        if (!problems.isEmpty()) {
            return null;
        }
        List<LinkColumn> all = columns.entrySet().stream()
                .map(column -> new LinkColumn(column.getKey(), column.getValue()))
                .toList();
        return new LinkPlan(id, all, country.isEmpty() ? "FR" : country, dates.equals("month-first"));
    }

    private Map<String, Node> keys(String text) {
        Map<String, Node> found = new LinkedHashMap<>();
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                mapping.getValue().forEach(tuple -> key(tuple, found));
            } else {
                problem("link-config-not-keys", root);
            }
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            int line = mark == null ? 0 : mark.getLine() + 1;
            int column = mark == null ? 0 : mark.getColumn() + 1;
            problems.add(LinkProblem.stops("link-config-unreadable", name, line, column));
        }
        return found;
    }

    private void key(NodeTuple tuple, Map<String, Node> found) {
        String key = scalar(tuple.getKeyNode());
        if (KEYS.contains(key)) {
            if (found.put(key, tuple.getValueNode()) != null) {
                problem("link-config-key-twice", tuple.getKeyNode(), key);
            }
        } else if (!LANGUAGE_KEYS.contains(key)) {
            problem("link-config-key-unknown", tuple.getKeyNode(), key, String.join(", ", KEYS));
        }
    }

    /** An entry of a list: {@code {name: surname, kind: last-name}}. */
    private void column(Node entry) {
        Node header = null;
        Node kind = null;
        if (entry instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                switch (scalar(tuple.getKeyNode())) {
                    case "name" -> header = tuple.getValueNode();
                    case "kind" -> kind = tuple.getValueNode();
                    default ->
                        problem(
                                "link-config-key-unknown",
                                tuple.getKeyNode(),
                                scalar(tuple.getKeyNode()),
                                "name, kind");
                }
            }
        }
        if (header == null || kind == null) {
            problem("link-config-columns-shape", entry);
        } else {
            column(header, kind);
        }
    }

    private void column(Node header, Node kindNode) {
        String word =
                scalar(kindNode).toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        if (word.equals(IGNORE)) {
            return;
        }
        ColumnKind kind = Arrays.stream(ColumnKind.values())
                .filter(one -> one.key().equals(word))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            problem("link-config-kind-unknown", kindNode, scalar(kindNode), kinds());
        } else if (columns.put(scalar(header), kind) != null) {
            problem("link-config-column-twice", header, scalar(header));
        } else if (isSingle(kind)
                && columns.values().stream().filter(kind::equals).count() > 1) {
            problem("link-config-kind-twice", kindNode, kind.key());
        }
    }

    private static boolean isSingle(ColumnKind kind) {
        return kind == ColumnKind.FIRST_NAME || kind == ColumnKind.LAST_NAME || kind == ColumnKind.FULL_NAME;
    }

    private static String kinds() {
        return Arrays.stream(ColumnKind.values()).map(ColumnKind::key).collect(Collectors.joining(", "));
    }

    private static String scalar(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private void problem(String code, @Nullable Node node, String... arguments) {
        int line = node == null ? 0 : node.getStartMark().getLine() + 1;
        int column = node == null ? 0 : node.getStartMark().getColumn() + 1;
        problems.add(LinkProblem.stops(code, name, line, column, arguments));
    }
}

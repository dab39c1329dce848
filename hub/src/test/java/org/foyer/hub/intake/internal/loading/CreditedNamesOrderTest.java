package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;

/**
 * What runs say of names, right on the tables: in whatever order it is said and taken back, the persons are the same. CreditedNamesPropertyTest
 * tries the same through whole imports, of which each costs more than a try here.
 */
class CreditedNamesOrderTest {

    private static final List<String> NAMES =
            List.of("Anna Lind", "A. Lind", "Lind, Anna", "Arne Lind", "Per Berg", "P. Berg", "Petra Berg");
    private static final Map<String, List<String>> IDENTIFIERS = Map.of(
            "isni", List.of("", "", "000000012146438X", "0000000121032683"),
            "viaf", List.of("", "", "95216565", "14780314"));
    private static final List<String> SAID =
            List.of("contribution", "found_outside", "same_name", "told_apart", "credited_name", "one_name", "departed");
    private static final int DECISIONS = 5;
    private static final Instant AT = Instant.parse("2025-06-01T08:00:00Z");

    private static Path folder;
    private static Warehouse warehouse;
    private static int joined;

    /** What one run of a house says; {@code %d} stands for the run. */
    private record Step(int house, List<String> statements) {}

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("credited-order-");
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "512MB");
    }

    @AfterContainer
    static void close() throws IOException {
        warehouse.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
        assertThat(joined).as("tries in which names were joined").isPositive();
    }

    @Property(tries = 15)
    void theOrderDoesNotMatter(@ForAll Random random) {
        List<Step> steps = new ArrayList<>();
        for (int house = 1; house <= 2; house++) {
            // spellings of the same words have one number, of which a house says one thing
            Map<String, List<String>> alike = new TreeMap<>();
            for (String name : NAMES) {
                List<String> said = alike.computeIfAbsent(words(name), any -> identifiers(name, random));
                steps.add(credit(house, name, said));
            }
        }
        for (int i = 0; i < DECISIONS; i++) {
            steps.add(decision(1 + random.nextInt(2), name(random), name(random), random.nextInt(3) > 0));
        }
        List<String> first = persons(steps, random, false);
        Collections.shuffle(steps, random);
        assertThat(persons(steps, random, true)).isEqualTo(first);
        joined += first.stream().anyMatch(person -> person.endsWith("|true")) ? 1 : 0;
    }

    private static String words(String name) {
        return Stream.of(name.split("\\W+")).sorted().collect(Collectors.joining(" "));
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static List<String> identifiers(String name, Random random) {
        return IDENTIFIERS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> Map.entry(one.getKey(), one.getValue().get(random.nextInt(4))))
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> "'name', name_number('%s'), '%s', '%s'".formatted(name, one.getKey(), one.getValue()))
                .toList();
    }

    private static Step credit(int house, String name, List<String> identifiers) {
        List<String> statements = new ArrayList<>();
        statements.add("insert into contribution (house, performance, name, role, run) values (%d, %d, '%s', '', %%d)"
                .formatted(house, NAMES.indexOf(name), name));
        identifiers.forEach(one -> statements.add(
                "insert into found_outside select %d, %s, false, 'bill', %%d, null".formatted(house, one)));
        return new Step(house, statements);
    }

    private static Step decision(int house, String one, String other, boolean same) {
        String pair = "(select name_number('%s') as a, name_number('%s') as b)".formatted(one, other);
        String statement = same
                ? "insert into same_name select %1$d, a, b, %%d from %2$s where a <> b"
                        + " and (a, b) not in (select (name, known_as) from same_name where house = %1$d)"
                : "insert into told_apart select %1$d, 'person', least(a, b), greatest(a, b), %%d from %2$s"
                        + " where (least(a, b), greatest(a, b)) not in (select (one, other) from told_apart where house = %1$d)";
        return new Step(house, List.of(statement.formatted(house, pair)));
    }

    /** Who is whom at the end, and whether by another number: all in one transaction that leaves nothing. */
    private static List<String> persons(List<Step> steps, Random random, boolean astray) {
        return warehouse.write(connection -> {
            Sql sql = new Sql(connection);
            int run = 0;
            for (Step step : steps) {
                say(sql, step, ++run);
                if (astray && random.nextInt(3) == 0) {
                    takeBack(sql, step.house(), run);
                    say(sql, step, ++run);
                }
            }
            List<String> persons = sql.list(
                    row -> row.getString(1) + "|" + row.getLong(2) + "|" + row.getBoolean(3),
                    "select n.name, coalesce(o.known_as, n.number), o.known_as is not null from credited_name n"
                            + " left join one_name o on o.name = n.number order by all");
            for (String table : SAID) {
                sql.run("delete from " + table);
            }
            return persons;
        });
    }

    private static void say(Sql sql, Step step, int run) throws SQLException {
        for (String statement : step.statements()) {
            sql.run(statement.formatted(run));
        }
        new CreditedNames(sql, step.house()).follow(run);
    }

    /** As an undo does, which takes what the run said out of each table. */
    private static void takeBack(Sql sql, int house, int run) throws SQLException {
        CreditedNames names = new CreditedNames(sql, house);
        names.beforeTakeBack(run);
        for (String table : SAID.subList(0, 4)) {
            sql.run("delete from %s where house = %d and run = %d".formatted(table, house, run));
        }
        names.afterTakeBack(run, AT);
    }
}

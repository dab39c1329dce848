package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.HouseId;

/** In whatever order the same is imported and decided, with things taken back between, the persons and their numbers are the same. */
class CreditedNamesPropertyTest {

    private static final List<String> NAMES =
            List.of("Anna Lind", "A. Lind", "Lind, Anna", "Arne Lind", "Per Berg", "P. Berg", "Petra Berg");
    private static final List<String> ISNIS = List.of("", "", "0000 0001 2146 438X", "0000 0001 2103 2683");
    private static final List<String> VIAFS = List.of("", "", "95216565", "14780314");
    private static final String HEAD = "Code représentation;Titre;Date;Heure;Lieu;Artiste;ISNI;VIAF\n";

    /** Files in which a house says whom it credits: the order within one does not matter, and each costs an import. */
    private static final int BILLS_MAX = 3;

    private static final String PEOPLE =
            "select n.name, coalesce(o.known_as, n.number) from credited_name n left join one_name o on o.name = n.number order by all";

    private record Step(HouseId house, String name, String text) {}

    @Property(tries = 5)
    void theOrderDoesNotMatter(@ForAll Random random) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (HouseId house : List.of(PARIS, LONDON)) {
            Map<String, String> said = new HashMap<>();
            Map<Integer, String> bills = new TreeMap<>();
            for (String name : NAMES) {
                String line = line(name, said.computeIfAbsent(words(name), any -> identifiers(random)));
                bills.merge(random.nextInt(BILLS_MAX), line, String::concat);
            }
            bills.values().forEach(lines -> steps.add(new Step(house, "bill.csv", HEAD + lines)));
        }
        for (int i = 0; i < 4; i++) {
            steps.add(new Step(random.nextBoolean() ? PARIS : LONDON, "doubles.json", """
                    {"foyer-doubles": "1", "decisions": [{"thing_kind": "person", "thing": "$%d", "known_as": "$%d", "verdict": "%s"}], "at": %d}
                    """.formatted(
                            random.nextInt(NAMES.size()),
                            random.nextInt(NAMES.size()),
                            random.nextInt(3) == 0 ? "apart" : "same",
                            i)));
        }
        List<String> first = persons(steps, random, false);
        Collections.shuffle(steps, random);
        assertThat(persons(steps, random, true)).isEqualTo(first);
    }

    /** Spellings of the same words have one number, and of a number a house says the one thing that it said last: here it says it alike. */
    private static String words(String name) {
        return Stream.of(name.split("\\W+")).sorted().collect(Collectors.joining(" "));
    }

    private static String identifiers(Random random) {
        return ISNIS.get(random.nextInt(ISNIS.size())) + ";" + VIAFS.get(random.nextInt(VIAFS.size()));
    }

    private static String line(String name, String identifiers) {
        return "R%d;Pièce %s;05/03/2026;20:00;Salle;%s;%s\n".formatted(NAMES.indexOf(name), name, name, identifiers);
    }

    /** @param astray whether steps are taken back and said again, and everything is made again at the end */
    private static List<String> persons(List<Step> steps, Random random, boolean astray) throws IOException {
        Path folder = Files.createTempDirectory("credited-names");
        try (IntakeStand stand = new IntakeStand(folder)) {
            for (Step step : steps) {
                RunReport report = run(stand, step);
                if (astray && random.nextInt(3) == 0) {
                    assertThat(stand.intake.undo(report.run(), "ada").state()).isEqualTo(RunState.UNDONE);
                    run(stand, step);
                }
            }
            List<String> persons = stand.query(PEOPLE);
            if (astray) {
                List<String> whole = stand.everything();
                stand.intake.rebuild(Progress.NONE);
                assertThat(stand.everything()).isEqualTo(whole);
            }
            return persons;
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static RunReport run(IntakeStand stand, Step step) {
        String text = step.text();
        for (int i = 0; i < NAMES.size(); i++) {
            String place = "\"$" + i + "\"";
            if (text.contains(place)) {
                String number = stand.query("select name_number('" + NAMES.get(i) + "')")
                        .get(0);
                text = text.replace(place, '"' + number + '"');
            }
        }
        RunReport report = stand.run(step.house(), stand.receive(step.name(), text));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }
}

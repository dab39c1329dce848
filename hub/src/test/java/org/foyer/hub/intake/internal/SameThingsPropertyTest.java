package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;

/** Whatever is imported, joined, told apart and taken back, in any order: no ticket is lost, and nothing remembers what nobody decides any more. */
class SameThingsPropertyTest {

    private static final int STEPS = 12;
    private static final List<String> TITLES = List.of("Hamlet", "Hamlet, prince", "Prince", "Le prince");
    private static final List<String> KINDS = List.of("production", "performance", "venue");

    @Property(tries = 5)
    void joiningAndTakingBackLosesNothing(@ForAll Random random) throws IOException {
        Path folder = Files.createTempDirectory("same-things");
        try (IntakeStand stand = new IntakeStand(folder)) {
            List<RunReport> decisions = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                step(stand, random, decisions);
                assertThat(stand.query("select coalesce(sum(tickets), 0) from daily_cube"))
                        .isEqualTo(stand.query("select count(*) from sale_line"));
                assertThat(stand.query(
                                "select count(*) from sale_line where performance not in (select id from performance)"))
                        .containsExactly("0");
                assertThat(stand.query(
                                "select count(*) from performance where production not in (select id from production)"))
                        .containsExactly("0");
            }
            List<String> whole = stand.everything();
            stand.intake.rebuild(Progress.NONE);
            assertThat(stand.everything()).isEqualTo(whole);
            while (!decisions.isEmpty()) {
                undo(stand, decisions.remove(random.nextInt(decisions.size())));
            }
            for (String rest : List.of(
                    "select count(*) from same_thing",
                    "select count(*) from merged_performance",
                    "select count(*) from merged_production",
                    "select count(*) from merged_venue",
                    "select count(*) from sale_line where said_of is not null",
                    "select count(*) from performance_statement where said_of is not null",
                    "select count(*) from description where said_of is not null",
                    "select count(*) from performance where said_production is not null")) {
                assertThat(stand.query(rest)).as(rest).containsExactly("0");
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void step(IntakeStand stand, Random random, List<RunReport> decisions) {
        switch (random.nextInt(decisions.isEmpty() ? 5 : 6)) {
            case 0, 1 -> run(stand, "sales.csv", sales(random));
            case 2 -> run(stand, "planning.csv", planning(random));
            case 5 -> undo(stand, decisions.remove(random.nextInt(decisions.size())));
            default -> decide(stand, random, decisions);
        }
    }

    private static void decide(IntakeStand stand, Random random, List<RunReport> decisions) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        List<String> things = stand.query("select id from " + kind + " order by id");
        if (things.size() < 2) {
            return;
        }
        String one = things.get(random.nextInt(things.size()));
        String other = things.get(random.nextInt(things.size()));
        String document = """
                {"foyer-doubles": "1", "decisions": [{"thing_kind": "%s", "thing": "%s", "known_as": "%s", "verdict": "same"}], "at": %d}
                """.formatted(kind, one, other, random.nextLong());
        decisions.add(run(stand, "doubles.json", document));
    }

    private static RunReport run(IntakeStand stand, String name, String text) {
        RunReport report = stand.run(PARIS, stand.receive(name, text));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private static void undo(IntakeStand stand, RunReport report) {
        assertThat(stand.intake.undo(report.run(), "ada").state()).isEqualTo(RunState.UNDONE);
    }

    private static String sales(Random random) {
        StringBuilder csv = new StringBuilder(
                "Billet;Opération;Date de vente;Montant TTC;Tarif;Code représentation;Spectacle;Date représentation;Heure représentation\n");
        for (int i = 0; i < 3; i++) {
            String title = TITLES.get(random.nextInt(TITLES.size()));
            int day = 1 + random.nextInt(3);
            csv.append("%d;Vente;2026-01-10 10:00;12,00;Plein;R-%s-%d;%s;2026-03-0%d;20:00\n"
                    .formatted(random.nextInt(1_000_000), title.replace(",", ""), day, title, day));
        }
        return csv.toString();
    }

    private static String planning(Random random) {
        String title = TITLES.get(random.nextInt(TITLES.size()));
        StringBuilder csv = new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Description\n");
        for (int day = 1; day <= 3; day++) {
            csv.append("N%s%d;%s;2026-03-0%d;%d:00;%s;Texte %d\n"
                    .formatted(
                            title.substring(0, 2),
                            day,
                            title,
                            day,
                            19 + random.nextInt(2),
                            random.nextBoolean() ? "Grand Théâtre" : "Le Grand-Théâtre",
                            random.nextInt(3)));
        }
        return csv.toString();
    }
}

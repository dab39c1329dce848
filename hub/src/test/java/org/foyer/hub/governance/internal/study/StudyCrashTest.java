package org.foyer.hub.governance.internal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.NodeStudyGate.Given;
import org.foyer.hub.governance.NodeStudyGate.Part;
import org.foyer.hub.governance.NodeStudyGate.World;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is killed while it answers: whatever was told is paid, kept and in the audit. */
class StudyCrashTest {

    private static final Epsilon QUARTER = new Epsilon(1, 4);

    @TempDir
    Path folder;

    /** Asks one question after another and tells each answer, until somebody ends it. */
    static final class Asking {
        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            StudyStand stand = stand(folder);
            for (int i = 0; ; i++) {
                String question = "question-" + i % 40;
                var told = stand.told(i % 2, StudyStand.asked(question, QUARTER));
                if (told.withheld() == null) {
                    System.out.println(question + " " + StudyCells.written(told.cells()));
                }
            }
        }
    }

    /** Gives one part after another to other nodes, until somebody ends it. */
    static final class Giving {
        public static void main(String[] arguments) {
            StudyStand stand = stand(Path.of(arguments[0]));
            for (int i = 0; ; i++) {
                String question = "question-" + i % 20;
                Given given = stand.nodes()
                        .give(
                                "urn:node-" + i % 2,
                                new World(false, "EUR", AgreedByAll.POLICY, "house-0"),
                                StudyStand.asked(question, QUARTER),
                                "2026-Q4",
                                (houses, asOf) -> stand.sums);
                Part part = given.part();
                if (part != null) {
                    System.out.println(question + " " + StudyParts.written(part));
                }
            }
        }
    }

    @Test
    void killingANodeThatGivesToOthersGivesNoBudgetBack() throws IOException, InterruptedException {
        StudyStand stand = stand(folder);
        stand.houses.forEach(house -> stand.gate().join(house.id(), NodeStudyGate.PURPOSE, StudyStand.LEA));
        List<String> told = new ArrayList<>();
        for (int life = 0; life < 3; life++) {
            told.addAll(killedAfter(Giving.class, 4 + 8 * life));
        }

        assertThat(told).hasSizeGreaterThan(12);
        for (String line : told) {
            int space = line.indexOf(' ');
            String part = stand.register.read(
                    handle -> handle.createQuery("select part from study_part where question = :question")
                            .bind("question", line.substring(0, space))
                            .mapTo(String.class)
                            .one());
            assertThat(part).as(line).isEqualTo(line.substring(space + 1));
        }
        long kept = count("select count(*) from study_part", stand);
        assertThat(kept).isBetween(1L, 12L); // three of all nodes, in quarters
        assertThat(count("select count(*) from audit where action = 'give' and purpose = 'study-nodes'", stand))
                .as("a line for each house")
                .isEqualTo(8 * kept);
        assertThat(stand.audit().intact()).isTrue();
    }

    private static StudyStand stand(Path folder) {
        Register register = EmptyStores.register(folder.resolve("register.db"));
        return new StudyStand(register, folder, 8);
    }

    @Test
    void killingTheNodeGivesNoBudgetBack() throws IOException, InterruptedException {
        StudyStand stand = stand(folder).joined(8);
        List<String> told = new ArrayList<>();
        for (int life = 0; life < 3; life++) {
            told.addAll(killedAfter(Asking.class, 5 + 10 * life));
        }

        assertThat(told).hasSizeGreaterThan(20);
        for (String line : told) {
            int space = line.indexOf(' ');
            String answer = stand.register.read(
                    handle -> handle.createQuery("select answer from study_answer where question = :question")
                            .bind("question", line.substring(0, space))
                            .mapTo(String.class)
                            .one());
            assertThat(answer).as(line).isEqualTo(line.substring(space + 1));
        }
        long kept = count("select count(*) from study_answer", stand);
        assertThat(count("select count(*) from audit where action = 'study' and detail like '%spent 1/4'", stand))
                .isEqualTo(kept);
        assertThat(kept).isLessThanOrEqualTo(24); // six of everybody, in quarters
        Epsilon left = stand.study().budget(stand.houses.get(0).id()).left();
        assertThat(left.compareTo(StudyLedger.OF_ALL.less(new Epsilon(kept, 4))))
                .isLessThanOrEqualTo(0);
        assertThat(stand.audit().intact()).isTrue();
    }

    private static long count(String sql, StudyStand stand) {
        return stand.register.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    /** What was told until then. */
    private List<String> killedAfter(Class<?> program, int answers) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null) {
                told.add(line);
                if (told.size() == answers) {
                    child.toHandle().destroyForcibly(); // kill -9, and what was said stays to be read
                }
                line = said.readLine();
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        // the last line may be torn by the death of who wrote it
        return told.subList(0, Math.max(0, told.size() - 1));
    }
}

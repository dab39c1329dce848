package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.Proposal;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.ArchivedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is proposed while a sheet is typed: what the house has, then what other houses of the node show. */
class ProposalsTest {

    private static final String LONDONS = """
            Reference;Title;Date;Time;Venue;City;Company;Work;Artist;Role;Artist identifiers;Work identifiers;Venue identifiers
            l1;An Evening of Strings;2026-01-15;20:00;Wigmore Hall;London;Quartet Ltd;Grosse Fuge;Clara Haskil;piano;\
            isni: 000000012146438X;wikidata: Q1148219;wikidata: Q1509934
            """;

    @TempDir
    Path folder;

    private IntakeStand stand;
    private Sheets sheets;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        sheets = stand.intake.sheets();
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private RunReport tells(HouseId house, String programme) {
        ArchivedFile file = stand.intake.receive(
                house, "programme.csv", new ByteArrayInputStream(programme.getBytes(StandardCharsets.UTF_8)));
        RunReport report = stand.run(house, file);
        assertThat(report.problems()).isEmpty();
        return report;
    }

    private List<String> proposed(HouseId house, Proposal.Kind kind, String words) {
        return sheets.propose(house, kind, words).stream()
                .map(one -> one.words() + " | " + one.beside() + " | " + one.last() + " | " + one.house())
                .toList();
    }

    @Test
    void whatAnotherHouseShowsIsProposedWithTheHouse() {
        tells(LONDON, LONDONS);
        assertThat(proposed(PARIS, Proposal.Kind.PRODUCTION, "an evening of"))
                .containsExactly("An Evening of Strings | Quartet Ltd | 2026-01-15 | little-house");
        assertThat(proposed(PARIS, Proposal.Kind.WORK, "grosse fug"))
                .containsExactly(
                        "Grosse Fuge | wikidata: Q1148219 · An Evening of Strings | 2026-01-15 | little-house");
        assertThat(proposed(PARIS, Proposal.Kind.PERSON, "clara hask"))
                .containsExactly("Clara Haskil | isni: 000000012146438X · piano | 2026-01-15 | little-house");
        assertThat(proposed(PARIS, Proposal.Kind.PERSON, "isni: 000000012146438X"))
                .hasSize(1);
        assertThat(proposed(PARIS, Proposal.Kind.VENUE, "wigmore"))
                .containsExactly("Wigmore Hall | wikidata: Q1509934 · London | 2026-01-15 | little-house");
        assertThat(proposed(PARIS, Proposal.Kind.VENUE, "odeon")).isEmpty();
        assertThat(proposed(LONDON, Proposal.Kind.VENUE, "wigmore"))
                .as("its own house")
                .containsExactly("Wigmore Hall | wikidata: Q1509934 · London | 2026-01-15 | null");
    }

    @Test
    void whatAnotherHouseDoesNotShowIsNotProposed() {
        RunReport told = tells(
                LONDON,
                LONDONS + "l2;Closed Rehearsal;2026-01-14;10:00;Back Room;London;;Sketches;Ann Archer;piano;;;\n");
        long production = number("select id from production where title = 'Closed Rehearsal'");
        long performance = number("select id from performance where production = " + production);
        Proposal.Kind[] kinds = Proposal.Kind.values();
        String[] words = {"Closed Rehearsal", "Sketches", "Ann Archer", "Back Room"};
        for (int i = 0; i < kinds.length; i++) {
            assertThat(proposed(PARIS, kinds[i], words[i])).as(words[i]).hasSize(1);
        }
        assertThat(sheets.decide(LONDON, production, performance, "set_aside", "test", "ada")
                        .problems())
                .isEmpty();
        for (int i = 0; i < kinds.length; i++) {
            assertThat(proposed(PARIS, kinds[i], words[i])).as(words[i]).isEmpty();
            assertThat(proposed(LONDON, kinds[i], words[i]))
                    .as("own " + words[i])
                    .hasSize(1);
        }
        stand.intake.undo(told.run(), "ada");
        assertThat(proposed(PARIS, Proposal.Kind.PERSON, "Clara Haskil")).isEmpty();
        assertThat(proposed(PARIS, Proposal.Kind.WORK, "Grosse Fuge")).isEmpty();
    }

    @Test
    void whatAnotherHouseTypesIsProposedOncePublished() {
        long sheet = sheets.blank(PARIS, "ada");
        sheets.keep(PARIS, sheet, TypedShow.seagull(sheets, sheet), "ada");
        assertThat(proposed(LONDON, Proposal.Kind.PRODUCTION, "La Mouette")).isEmpty();
        assertThat(proposed(LONDON, Proposal.Kind.PERSON, "Anton Tchekhov")).isEmpty();
        assertThat(sheets.publish(PARIS, sheet, "ada").problems()).isEmpty();
        assertThat(proposed(LONDON, Proposal.Kind.PRODUCTION, "La Mouette")).hasSize(1);
        assertThat(proposed(LONDON, Proposal.Kind.PERSON, "Anton Tchekhov")).hasSize(1);
    }

    /** The sources of one date contradict each other about who plays: only who counts there is told. */
    @Test
    void whoIsCreditedOnlyByASourceThatDoesNotCountIsNotProposed() {
        tells(LONDON, LONDONS);
        long production = number("select id from production");
        long sheet = sheets.of(LONDON, production, "ada").orElseThrow();
        SheetWords shown = sheets.sheet(LONDON, sheet).orElseThrow().shown();
        SheetWords other = new SheetWords(
                shown.show(),
                shown.dates(),
                List.of(new SheetWords.Work(
                        "Kreisleriana", List.of(new SheetWords.Credit("Robert Schumann", "composer")))),
                List.of(new SheetWords.Credit("Radu Lupu", "piano")));
        sheets.keep(LONDON, sheet, other, "ada");
        assertThat(sheets.publish(LONDON, sheet, "ada").problems()).isEmpty();
        assertThat(proposed(PARIS, Proposal.Kind.PERSON, "Radu Lupu")).hasSize(1);
        assertThat(proposed(PARIS, Proposal.Kind.WORK, "Kreisleriana")).hasSize(1);
        assertThat(proposed(PARIS, Proposal.Kind.PERSON, "Clara Haskil")).isEmpty();
        assertThat(proposed(PARIS, Proposal.Kind.WORK, "Grosse Fuge")).isEmpty();
    }

    @Test
    void theHousesOwnComesFirstAndNoNameOfItsOwnComesAgain() {
        String header = "Reference;Title;Date;Time;Venue;Work;Artist;Role\n";
        tells(
                LONDON,
                header + "l1;Recital A;2026-01-15;20:00;Wigmore Hall;Grosse Fuge;Haskil Clara;piano\n"
                        + "l2;Recital B;2026-01-16;20:00;Wigmore Studio;Grosse Messe;Clara Haskill;piano\n");
        tells(PARIS, header + "p1;récital b;2026-02-15;20:00;Wigmöre Hall;Grosse fuge;Clara Haskil;piano\n");
        assertThat(proposed(PARIS, Proposal.Kind.PRODUCTION, "recital a"))
                .containsExactly("récital b |  | 2026-02-15 | null", "Recital A |  | 2026-01-15 | little-house");
        assertThat(names(PARIS, Proposal.Kind.VENUE, "wigmore")).containsExactly("Wigmöre Hall", "Wigmore Studio");
        assertThat(names(PARIS, Proposal.Kind.WORK, "grosse")).containsExactly("Grosse fuge", "Grosse Messe");
        assertThat(names(PARIS, Proposal.Kind.PERSON, "haskil")).containsExactly("Clara Haskil", "Clara Haskill");
    }

    @Test
    void atMostEightAreProposedOfOthersAndOneOfEachName() {
        stand.addHouse(3, "third-house", "Europe/London", "GBP");
        StringBuilder many = new StringBuilder("Reference;Title;Date;Time;Venue\n");
        for (int i = 0; i < 10; i++) {
            many.append("l")
                    .append(i)
                    .append(";Recital ")
                    .append(i)
                    .append(";2026-01-1")
                    .append(i)
                    .append(";20:00;Hall\n");
        }
        tells(LONDON, many.toString());
        tells(new HouseId(3), many.toString().replace(";2026-01-1", ";2026-02-1"));
        assertThat(sheets.propose(PARIS, Proposal.Kind.PRODUCTION, "recital"))
                .hasSize(8)
                .allMatch(one -> "third-house".equals(one.house()))
                .extracting(Proposal::words)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRealHouseIsProposedNothingOfASimulatedOne() {
        tells(LONDON, LONDONS);
        stand.register.write(handle -> handle.execute("update house set simulated = 1 where id = 2"));
        assertThat(proposed(PARIS, Proposal.Kind.WORK, "Grosse Fuge")).isEmpty();
        stand.register.write(handle -> handle.execute("update house set simulated = 1 where id = 1"));
        assertThat(proposed(PARIS, Proposal.Kind.WORK, "Grosse Fuge")).hasSize(1);
    }

    private List<String> names(HouseId house, Proposal.Kind kind, String words) {
        return sheets.propose(house, kind, words).stream().map(Proposal::words).toList();
    }

    private long number(String sql) {
        return Long.parseLong(stand.query(sql).get(0));
    }
}

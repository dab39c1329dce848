package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.IntakeRunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Things that people found to be one under two identifiers, through imports, undos and rebuilds. */
class SameThingsTest {

    private static final String FIGURES =
            "select performance, sum(tickets), sum(amount), sum(lines) from daily_cube group by all order by all";

    @TempDir
    Path folder;

    IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    /** The planning with its own numbers of the dates: {@code number day hour}. */
    private static String planning(String title, String... dates) {
        StringBuilder csv = new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Description\n");
        for (String date : dates) {
            String[] parts = date.split(" ");
            csv.append("%s;%s;%s;%s;Grand Théâtre;Du planning.\n".formatted(parts[0], title, parts[1], parts[2]));
        }
        return csv.toString();
    }

    private static String page(String title, String hour) {
        return """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://www.grand.example/%1$s",
                  "name": "%1$s", "startDate": "%2$s:00+01:00", "description": "Du site.",
                  "location": {"@type": "Place", "name": "Grand Théâtre"}}
                """.formatted(title, hour);
    }

    private static String sales(String title, String day, String... tickets) {
        StringBuilder csv = new StringBuilder(
                "Billet;Opération;Date de vente;Montant TTC;Tarif;Code représentation;Spectacle;Date représentation;Heure représentation\n");
        for (String ticket : tickets) {
            csv.append("%s;Vente;2026-01-10 10:00;12,00;Plein;R-%s-%s;%s;%s;20:00\n"
                    .formatted(ticket, title, day, title, day));
        }
        return csv.toString();
    }

    private RunReport run(String name, String text) {
        RunReport report = stand.run(PARIS, stand.receive(name, text));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private RunReport decide(String... decisions) {
        return run("doubles.json", "{\"foyer-doubles\": \"1\", \"decisions\": [" + String.join(", ", decisions) + "]}");
    }

    private static String decision(String kind, long thing, long knownAs, String verdict) {
        return "{\"thing_kind\": \"%s\", \"thing\": \"%d\", \"known_as\": \"%d\", \"verdict\": \"%s\"}"
                .formatted(kind, thing, knownAs, verdict);
    }

    private long number(String sql) {
        return Long.parseLong(stand.query(sql).get(0));
    }

    private long production(String title) {
        return number("select id from production where title = '" + title + "'");
    }

    private List<String> state() {
        // the number of the change and what is kept to undo go on counting
        return stand.query(
                "select p.id, d.id, d.title, d.description, p.starts_local, p.venue, p.hall, p.state from performance p"
                        + " join production d on d.id = p.production order by all");
    }

    @Test
    void twoShowsThatAreOneBecomeOneWithTheirDatesTicketsAndWords() {
        run("sales.csv", sales("Hamlet", "2026-03-05", "1", "2", "3"));
        run("planning.csv", planning("Hamlet, prince", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        long kept = production("Hamlet");
        long other = production("Hamlet, prince");
        long sold = number("select id from performance where production = " + kept);
        long told = number("select min(id) from performance where production = " + other);
        List<String> before = state();
        List<String> figures = stand.query(FIGURES);
        RunReport merged =
                decide(decision("production", other, kept, "same"), decision("performance", told, sold, "same"));
        assertThat(merged.taken()).isEqualTo(2);
        assertThat(stand.query("select distinct production from performance")).containsExactly(Long.toString(kept));
        assertThat(stand.query("select id, starts_local from performance order by all"))
                .containsExactly(sold + "|2026-03-05 20:00:00.0", (told + 1) + "|2026-03-06 20:00:00.0");
        assertThat(stand.query("select description from production")).containsExactly("Du planning.");
        assertThat(stand.query(FIGURES)).isEqualTo(figures);
        assertThat(stand.query("select id from departed where kind = 'performance'"))
                .containsExactly(Long.toString(told));
        List<String> whole = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(whole);
        undo(merged);
        assertThat(state()).isEqualTo(before);
        assertThat(stand.query(FIGURES)).isEqualTo(figures);
        assertThat(stand.query("select count(*) from departed")).containsExactly("0");
    }

    @Test
    void filesThatComeAfterwardsFindTheOneAndGoApartAgainWhenTheDecisionIsTakenBack() {
        run("sales.csv", sales("Hamlet", "2026-03-05", "1"));
        run("planning.csv", planning("Prince", "N5 2026-03-05 20:00"));
        long kept = production("Hamlet");
        long other = production("Prince");
        long sold = number("select id from performance where production = " + kept);
        long told = number("select id from performance where production = " + other);
        RunReport merged =
                decide(decision("production", other, kept, "same"), decision("performance", told, sold, "same"));
        run("planning.csv", planning("Prince", "N5 2026-03-05 20:30", "N7 2026-03-07 20:00"));
        run("more.csv", sales("Prince", "2026-03-07", "8", "9"));
        assertThat(stand.query("select count(*) from production")).containsExactly("1");
        assertThat(stand.query("select starts_local from performance order by all"))
                .containsExactly("2026-03-05 20:30:00.0", "2026-03-07 20:00:00.0");
        assertThat(stand.query("select sum(tickets) from daily_cube")).containsExactly("3");
        undo(merged);
        assertThat(
                        stand.query(
                                "select d.title, p.starts_local from performance p join production d on d.id = p.production order by all"))
                .containsExactly(
                        "Hamlet|2026-03-05 20:00:00.0", "Prince|2026-03-05 20:30:00.0", "Prince|2026-03-07 20:00:00.0");
        assertThat(stand.query(
                        "select d.title, sum(c.tickets) from daily_cube c join performance p on p.id = c.performance"
                                + " join production d on d.id = p.production group by all order by all"))
                .containsExactly("Hamlet|1", "Prince|2");
        List<String> whole = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(whole);
    }

    @Test
    void ticketsOfTheMergedPerformanceAreCountedOnceWithTheOtherAndGoBackWhereTheyWere() {
        run("sales.csv", sales("Hamlet", "2026-03-05", "1", "2"));
        run("resale.csv", sales("Prince", "2026-03-05", "3"));
        long one = number(
                "select p.id from performance p join production d on d.id = p.production where d.title = 'Hamlet'");
        long two = number(
                "select p.id from performance p join production d on d.id = p.production where d.title = 'Prince'");
        List<String> apart = stand.query(FIGURES);
        RunReport merged = decide(decision("performance", two, one, "same"));
        run("resale.csv", sales("Prince", "2026-03-05", "3", "4"));
        assertThat(stand.query(FIGURES)).containsExactly(one + "|4|4800|4");
        undo(merged);
        assertThat(stand.query(FIGURES)).containsExactly(apart.get(0), two + "|2|2400|2");
    }

    @Test
    void whatGoesByAThingThatGoesByAnotherGoesByTheLast() {
        run("a.json", page("Un", "2026-03-05T20:00"));
        run("b.json", page("Deux", "2026-03-06T20:00"));
        run("c.json", page("Trois", "2026-03-07T20:00"));
        RunReport first = decide(decision("production", production("Un"), production("Deux"), "same"));
        RunReport second = decide(decision("production", production("Deux"), production("Trois"), "same"));
        assertThat(stand.query("select distinct production from performance"))
                .containsExactly(Long.toString(production("Trois")));
        undo(first);
        assertThat(
                        stand.query(
                                "select distinct d.title from performance p join production d on d.id = p.production order by all"))
                .containsExactly("Trois", "Un");
        undo(second);
        assertThat(stand.query(
                        "select d.title from performance p join production d on d.id = p.production order by all"))
                .containsExactly("Deux", "Trois", "Un");
    }

    @Test
    void placesAndWorksThatAreOneArePlayedInUnderOneIdentifier() {
        run("sales.csv", sales("Hamlet", "2026-03-05", "1"));
        run("a.json", page("Un", "2026-03-05T20:00"));
        run("b.json", page("Deux", "2026-03-06T20:00").replace("Grand Théâtre", "Le Grand Théâtre de Dijon"));
        long one = number("select id from venue where name = 'Grand Théâtre'");
        long two = number("select id from venue where name <> 'Grand Théâtre'");
        RunReport merged = decide(decision("venue", two, one, "same"));
        assertThat(stand.query("select distinct venue from performance where venue is not null"))
                .containsExactly(Long.toString(one));
        run("c.json", page("Trois", "2026-03-08T20:00").replace("Grand Théâtre", "Le Grand Théâtre de Dijon"));
        assertThat(stand.query("select count(*) from venue")).containsExactly("1");
        undo(merged);
        assertThat(stand.query("select count(*) from performance where venue = " + two))
                .containsExactly("2");
    }

    @Test
    void aDecisionOnWhatIsGoneOrDecidedOrItselfChangesNothing() {
        run("a.json", page("Un", "2026-03-05T20:00"));
        long one = production("Un");
        RunReport report = decide(
                decision("production", one, one, "same"),
                decision("production", 99, one, "same"),
                decision("venue", one, 98, "same"));
        assertThat(report.taken()).isZero();
        assertThat(report.unchanged()).isEqualTo(3);
        RunReport bad = stand.run(
                PARIS,
                stand.receive(
                        "bad.json",
                        "{\"foyer-doubles\": \"1\", \"decisions\": [" + decision("person", 1, 2, "perhaps") + "]}"));
        assertThat(bad.quarantined()).isEqualTo(1);
    }

    @Test
    void theSameTitleAtTheSameHourFromTwoToolsWithTheirOwnNumbersIsOnePerformance() {
        run("sales.csv", sales("Hamlet", "2026-03-05", "1", "2"));
        run("planning.csv", planning("Hamlet", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        assertThat(stand.query("select count(*) from production")).containsExactly("1");
        assertThat(stand.query("select count(*) from performance")).containsExactly("2");
        run("planning.csv", planning("Hamlet", "N5 2026-03-05 21:00", "N6 2026-03-06 20:00", "N9 2026-03-09 20:00"));
        assertThat(stand.query("select starts_local from performance order by all"))
                .containsExactly("2026-03-05 21:00:00.0", "2026-03-06 20:00:00.0", "2026-03-09 20:00:00.0");
        assertThat(stand.query("select count(*) from production")).containsExactly("1");
        List<String> whole = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(whole);
    }

    @Test
    void doublesAreFoundWithTheirReasonsAndDecidedWithTheirDates() {
        run("sales.csv", sales("Hamlet", "2026-03-05", "1"));
        run("planning.csv", planning("Hamlet, prince de Danemark", "N5 2026-03-05 20:00", "N6 2026-03-06 20:00"));
        run("c.json", page("Cinna", "2026-03-05T20:00").replace("Grand Théâtre", "Petit Théâtre"));
        Doubles doubles = stand.intake.doubles();
        List<DoublePair> found = doubles.doubtful(PARIS);
        assertThat(found).hasSize(1);
        DoublePair pair = found.get(0);
        assertThat(pair.one().name()).isEqualTo("Hamlet");
        assertThat(pair.one().sources()).containsExactly("ticketing-columns");
        assertThat(pair.reasons())
                .extracting(DoublePair.Reason::code)
                .containsExactly("same-hour", "like-name", "other-source");
        RunReport merged = doubles.decide(
                        PARIS, pair.kind(), pair.one().id(), pair.other().id(), true, "ada")
                .orElseThrow();
        assertThat(merged.taken()).isEqualTo(2);
        assertThat(doubles.doubtful(PARIS)).isEmpty();
        assertThat(doubles.decided(PARIS, 9))
                .extracting(one -> one.name() + "|" + one.otherName() + "|" + one.same())
                .containsExactly("Hamlet|Hamlet, prince de Danemark|true");
        undo(merged);
        assertThat(doubles.doubtful(PARIS)).isEqualTo(found);
        doubles.decide(PARIS, pair.kind(), pair.one().id(), pair.other().id(), false, "ada");
        assertThat(doubles.doubtful(PARIS)).isEmpty();
        assertThat(stand.query("select count(*) from production")).containsExactly("3");
        assertThat(doubles.decide(PARIS, pair.kind(), pair.one().id(), 99, true, "ada"))
                .isEmpty();
    }

    @Test
    void placesAndWorksToldTwiceAreFound() {
        run("a.json", page("Un", "2026-03-05T20:00"));
        run("b.json", page("Deux", "2026-03-06T20:00").replace("Grand Théâtre", "Le Grand-Théâtre de Dijon"));
        run("c.json", page("Trois", "2026-03-07T20:00").replace("Grand Théâtre", "Opéra"));
        assertThat(stand.intake.doubles().doubtful(PARIS))
                .extracting(pair -> pair.kind() + " " + pair.one().name() + "|"
                        + pair.other().name())
                .containsExactly("VENUE Grand Théâtre|Le Grand-Théâtre de Dijon");
    }

    private void undo(RunReport report) {
        IntakeRunId run = report.run();
        assertThat(stand.intake.undo(run, "ada").state()).isEqualTo(RunState.UNDONE);
    }
}

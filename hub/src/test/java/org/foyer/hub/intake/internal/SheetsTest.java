package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.Contradiction;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.Proposal;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;

class SheetsTest extends AtSheets {

    private static final String AGENDA = """
            {"events": [{"uid": "7", "title": {"fr": "Hamlet"}, "description": {"fr": "Le prince."}, "timezone": "Europe/Paris",
              "timings": [{"begin": "2026-03-05T20:00:00+01:00", "end": "2026-03-05T22:30:00+01:00"},
                          {"begin": "2026-03-06T20:00:00+01:00", "end": "2026-03-06T22:30:00+01:00"}],
              "location": {"name": "Grand Théâtre", "city": "Dijon"}}]}
            """;

    private static final String PAGE = """
            {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://www.grand.example/hamlet-5",
              "name": "Hamlet", "startDate": "2026-03-05T20:00:00+01:00", "description": "Un prince du Danemark.",
              "location": {"@type": "Place", "name": "Grand Théâtre"}}
            """;

    @Test
    void aShowTypedOnceIsAProgrammeWithItsDatesAndPeople() {
        long sheet = sheets.blank(PARIS, "ada");
        sheets.keep(PARIS, sheet, TypedShow.seagull(sheets, sheet), "ada");
        assertThat(stand.query("select count(*) from production")).containsExactly("0");
        ShowSheet.Published published = sheets.publish(PARIS, sheet, "ada");
        assertThat(published.problems()).isEmpty();
        assertThat(stand.query("select title, genre, producer from production"))
                .containsExactly("La Mouette|théâtre|Compagnie");
        assertThat(stand.query("select starts_local, starts_at, hall, state from performance order by id"))
                .containsExactly(
                        "2026-03-05 20:00:00.0|2026-03-05 19:00:00.0|Grande salle|scheduled",
                        "2026-03-06 20:00:00.0|2026-03-06 19:00:00.0|Grande salle|scheduled");
        assertThat(stand.query("select property, language, value from description_now where kind = 'production'"
                        + " and property in ('age_from', 'description') order by all"))
                .containsExactly("age_from||8", "description||Un lac.", "description|en|A lake.");
        assertThat(stand.query(
                        "select distinct property, value from description_now where kind = 'performance' order by all"))
                .containsExactly("duration|95", "price_from|800");
        assertThat(stand.query("select distinct name, role from contribution order by all"))
                .containsExactly("Anton Tchekhov|auteur", "Nina Zaretchnaïa|comédienne");
    }

    @Test
    void whatIsTypedCountsAboveFilesThatComeLaterAndTheyStayBesideIt() {
        run(AGENDA);
        long production = number("select id from production");
        long sheet = sheets.of(PARIS, production, "ada").orElseThrow();
        ShowSheet shown = sheets.sheet(PARIS, sheet).orElseThrow();
        assertThat(shown.shown().get("title")).isEqualTo("Hamlet");
        assertThat(shown.shown().get("duration")).isEqualTo("150");
        assertThat(shown.shown().dates())
                .extracting(date -> date.get("day") + " " + date.get("time"))
                .containsExactly("2026-03-05 20:00", "2026-03-06 20:00");
        sheets.keep(
                PARIS,
                sheet,
                TypedShow.changed(shown.shown(), Map.of("title", "Hamlet, prince de Danemark"), "time", "19:30"),
                "ada");
        assertThat(sheets.publish(PARIS, sheet, "ada").problems()).isEmpty();
        List<String> typed = programme();
        assertThat(typed.get(0)).startsWith("Hamlet, prince de Danemark|2026-03-05 19:30");
        RunReport again = run(
                AGENDA.replace("20:00:00+01:00\", \"end\": \"2026-03-05", "20:15:00+01:00\", \"end\": \"2026-03-05"));
        assertThat(again.problems()).extracting(Problem::code).doesNotContain("performance-unknown");
        assertThat(stand.query("select title from production")).containsExactly("Hamlet, prince de Danemark");
        assertThat(stand.query("select count(*) from production")).containsExactly("1");
        List<Contradiction> found = sheets.contradictions(PARIS, 0, 50);
        assertThat(found).extracting(Contradiction::property).contains("title", "start");
        assertThat(found).allMatch(Contradiction::decided);
        assertThat(sheets.undecided(PARIS)).isZero();
    }

    @Test
    void theSameFileTwiceChangesNothingOnceSomebodyTyped() {
        run(AGENDA);
        long sheet =
                sheets.of(PARIS, number("select id from production"), "ada").orElseThrow();
        SheetWords shown = sheets.sheet(PARIS, sheet).orElseThrow().shown();
        sheets.keep(
                PARIS,
                sheet,
                TypedShow.changed(shown, Map.of("description", "Autre chose."), "hall", "Petite salle"),
                "ada");
        sheets.publish(PARIS, sheet, "ada");
        List<String> before = stand.everything();
        RunReport again = run(AGENDA.replace("\n", "\n "));
        assertThat(again.taken()).isZero();
        assertThat(stand.everything().stream()
                        .filter(row -> !row.contains("run_mark"))
                        .toList())
                .isEqualTo(
                        before.stream().filter(row -> !row.contains("run_mark")).toList());
    }

    @Test
    void anUndoneVersionGivesBackWhatFilesSay() {
        run(AGENDA);
        List<String> files = programme();
        long sheet =
                sheets.of(PARIS, number("select id from production"), "ada").orElseThrow();
        SheetWords shown = sheets.sheet(PARIS, sheet).orElseThrow().shown();
        sheets.keep(
                PARIS,
                sheet,
                TypedShow.changed(shown, Map.of("title", "Autre titre", "genre", "opéra"), "state", "cancelled"),
                "ada");
        RunReport report = sheets.publish(PARIS, sheet, "ada").report();
        assertThat(sheets.sheet(PARIS, sheet).orElseThrow().draft()).isFalse();
        assertThat(programme()).isNotEqualTo(files);
        stand.intake.undo(
                java.util.Objects.requireNonNull(
                        java.util.Objects.requireNonNull(report).run()),
                "ada");
        assertThat(sheets.sheet(PARIS, sheet).orElseThrow().draft()).isTrue();
        assertThat(programme()).isEqualTo(files);
    }

    @Test
    void aRebuildGivesTheSameAgain() {
        run(AGENDA);
        long sheet =
                sheets.of(PARIS, number("select id from production"), "ada").orElseThrow();
        SheetWords shown = sheets.sheet(PARIS, sheet).orElseThrow().shown();
        sheets.keep(
                PARIS, sheet, TypedShow.changed(shown, Map.of("title", "Autre titre"), "state", "cancelled"), "ada");
        sheets.publish(PARIS, sheet, "ada");
        long own = sheets.blank(PARIS, "ada");
        sheets.keep(PARIS, own, TypedShow.seagull(sheets, own), "ada");
        sheets.publish(PARIS, own, "ada");
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
    }

    @Test
    void aVersionCanBeRestoredAndADateThatCameLaterIsSetAside() {
        long sheet = sheets.blank(PARIS, "ada");
        sheets.keep(PARIS, sheet, TypedShow.seagull(sheets, sheet), "ada");
        sheets.publish(PARIS, sheet, "ada");
        SheetWords first = sheets.sheet(PARIS, sheet).orElseThrow().shown();
        List<SheetWords.Date> dates = new ArrayList<>(first.dates());
        dates.add(new SheetWords.Date(sheets.nextDate(PARIS, sheet), Map.of("day", "2026-03-07", "time", "15:00")));
        Map<String, String> show = new HashMap<>(first.show());
        show.put("title", "La Mouette (nouvelle version)");
        sheets.keep(PARIS, sheet, new SheetWords(show, dates, first.works(), first.credits()), "ada");
        assertThat(sheets.publish(PARIS, sheet, "ada").problems()).isEmpty();
        assertThat(stand.query("select count(*) from shown_performance")).containsExactly("3");
        assertThat(stand.query("select title from production")).containsExactly("La Mouette (nouvelle version)");
        assertThat(sheets.restore(PARIS, sheet, 1, "bob")).isTrue();
        assertThat(sheets.publish(PARIS, sheet, "bob").problems()).isEmpty();
        assertThat(stand.query("select count(*) from shown_performance")).containsExactly("2");
        assertThat(stand.query("select title from production")).containsExactly("La Mouette");
        assertThat(sheets.versions(PARIS, sheet))
                .extracting(ShowSheet.Version::actor)
                .containsExactly("bob", "ada", "ada");
        assertThat(stand.query("select set_aside from performance order by day"))
                .containsExactly("null", "null", "mistake");
    }

    @Test
    void sourcesThatContradictEachOtherAreShownUntilAPersonDecides() {
        run(AGENDA);
        run(PAGE);
        List<Contradiction> found = sheets.contradictions(PARIS, 0, 50);
        assertThat(found).extracting(Contradiction::property).containsExactly("description");
        assertThat(found.get(0).values())
                .extracting(said -> said.source() + ": " + said.value() + " " + said.counts())
                .containsExactly(
                        "schema-org-events: Un prince du Danemark. true", "openagenda-events: Le prince. false");
        assertThat(sheets.undecided(PARIS)).isEqualTo(1);
        assertThat(sheets.decide(PARIS, found.get(0).production(), 0, "description", "Le prince.", "ada")
                        .problems())
                .isEmpty();
        assertThat(stand.query("select description from production")).containsExactly("Le prince.");
        assertThat(sheets.undecided(PARIS)).isZero();
    }

    @Test
    void whatCountsAlreadyIsDecidedForToo() {
        run(AGENDA);
        run(PAGE);
        Contradiction found = sheets.contradictions(PARIS, 0, 50).get(0);
        assertThat(sheets.decide(PARIS, found.production(), 0, "description", "Un prince du Danemark.", "ada")
                        .problems())
                .isEmpty();
        assertThat(sheets.undecided(PARIS)).isZero();
        assertThat(stand.query("select description from production")).containsExactly("Un prince du Danemark.");
        run(PAGE.replace("Un prince du Danemark.", "Un prince."));
        assertThat(stand.query("select description from production"))
                .as("whatever a file says later")
                .containsExactly("Un prince du Danemark.");
    }

    @Test
    void identifiersAreTypedBesideWhatFilesSayWithoutTypingWhoIsCredited() {
        stand.run(PARIS, stand.receive("planning.csv", """
                Code représentation;Titre;Date;Heure;Lieu;Artiste;Rôle;ISNI;Oeuvre
                R1;La Mouette;05/03/2026;20:00;Grand Théâtre;Anton Tchekhov;auteur;0000 0001 2146 438X;La Mouette
                """));
        long production =
                Long.parseLong(stand.query("select id from production").get(0));
        long sheet = sheets.of(PARIS, production, "ada").orElseThrow();
        SheetWords shown = sheets.sheet(PARIS, sheet).orElseThrow().shown();
        assertThat(shown.get(SheetWords.IDS_OF_NAME + "Anton Tchekhov")).isEqualTo("isni: 000000012146438X");
        Map<String, String> show = new HashMap<>(shown.show());
        show.put("production_ids", "wikidata: Q192437");
        show.put(SheetWords.IDS_OF_NAME + "Anton Tchekhov", "isni: 000000012146438X; viaf: 95216565");
        show.put(SheetWords.IDS_OF_WORK + "La Mouette", "ark:/12148/cb11907966z");
        SheetWords typed = TypedShow.changed(shown, show, "venue_ids", "siret: 73282932000074");
        sheets.keep(PARIS, sheet, typed, "ada");
        assertThat(sheets.publish(PARIS, sheet, "ada").problems()).isEmpty();
        assertThat(stand.query("select kind, property, value, source from found_outside_now order by all"))
                .containsExactly(
                        "name|isni|000000012146438X|typed-here",
                        "name|viaf|95216565|typed-here",
                        "production|wikidata|Q192437|typed-here",
                        "venue|siret|73282932000074|typed-here",
                        "work|ark|ark:/12148/cb11907966z|typed-here");
        assertThat(stand.query("select distinct source from contribution")).containsExactly("programme-columns");
        assertThat(sheets.propose(PARIS, Proposal.Kind.PERSON, "viaf: 95216565"))
                .extracting(Proposal::words)
                .containsExactly("Anton Tchekhov");
        assertThat(sheets.propose(PARIS, Proposal.Kind.VENUE, "Grand").get(0).beside())
                .contains("siret: 73282932000074");
        show.put(SheetWords.IDS_OF_NAME + "Anton Tchekhov", "isni: 0000000121464380");
        sheets.keep(PARIS, sheet, TypedShow.changed(shown, show, "venue_ids", "95216565"), "ada");
        assertThat(sheets.publish(PARIS, sheet, "ada").problems())
                .extracting(problem -> problem.code() + " " + problem.place().column())
                .containsExactlyInAnyOrder(
                        "sheet-identifier-wrong ids name Anton Tchekhov", "register-unknown date-0-venue_ids");
    }

    @Test
    void whatIsAlreadyThereIsProposed() {
        run(AGENDA);
        assertThat(sheets.propose(PARIS, Proposal.Kind.PRODUCTION, "hamlte"))
                .extracting(Proposal::words)
                .containsExactly("Hamlet");
        assertThat(sheets.propose(PARIS, Proposal.Kind.VENUE, "grand the"))
                .extracting(Proposal::beside)
                .containsExactly("Dijon");
        assertThat(sheets.propose(PARIS, Proposal.Kind.PRODUCTION, "Le Cid")).isEmpty();
        assertThat(sheets.propose(PARIS, Proposal.Kind.PRODUCTION, "h")).isEmpty();
    }

    @Test
    void allThatKeepsASheetFromBeingPublishedIsToldAtOnceWithItsField() {
        long sheet = sheets.blank(PARIS, "ada");
        sheets.keep(
                PARIS,
                sheet,
                new SheetWords(
                        Map.of("title", " ", "age_from", "huit", "url", "javascript:alert(1)", "price_from", "douze"),
                        List.of(new SheetWords.Date("s1/1", Map.of("day", "2026-02-30", "time", "25:00"))),
                        null,
                        null),
                "ada");
        assertThat(sheets.publish(PARIS, sheet, "ada").problems())
                .extracting(problem -> problem.code() + " " + problem.place().column())
                .containsExactlyInAnyOrder(
                        "title-missing title",
                        "number-unreadable age_from",
                        "address-unreadable url",
                        "amount-unreadable price_from",
                        "date-unreadable date-0-day",
                        "time-unreadable date-0-time");
        assertThat(stand.query("select count(*) from run_mark")).containsExactly("0");
    }

    @Test
    void anHourThatNeverWasIsRefusedAndNothingIsPublished() {
        long sheet = sheets.blank(PARIS, "ada");
        sheets.keep(
                PARIS,
                sheet,
                new SheetWords(
                        Map.of("title", "Nuit"),
                        List.of(new SheetWords.Date("s1/1", Map.of("day", "2026-03-29", "time", "02:30"))),
                        null,
                        null),
                "ada");
        assertThat(sheets.publish(PARIS, sheet, "ada").problems())
                .extracting(Problem::code)
                .contains("dst-gap");
        assertThat(stand.query("select count(*) from performance")).containsExactly("0");
    }

    @Test
    void anotherHouseSeesNothingOfASheet() {
        long sheet = sheets.blank(PARIS, "ada");
        assertThat(sheets.sheet(IntakeStand.LONDON, sheet)).isEmpty();
        assertThat(sheets.keep(IntakeStand.LONDON, sheet, SheetWords.NOTHING, "eve"))
                .isFalse();
        assertThat(sheets.versions(IntakeStand.LONDON, sheet)).isEmpty();
    }

    private RunReport run(String text) {
        RunReport report = stand.run(PARIS, stand.receive("programme-" + text.hashCode() + ".json", text));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        assertThat(report.quarantined()).as("%s", report.problems()).isZero();
        return report;
    }

    private List<String> programme() {
        return stand.query(
                "select d.title, p.starts_local, p.hall, p.state, d.genre, d.description, v.name from performance p"
                        + " join production d on d.house = p.house and d.id = p.production"
                        + " left join venue v on v.house = p.house and v.id = p.venue order by p.id");
    }

    private long number(String sql) {
        return Long.parseLong(stand.query(sql).get(0));
    }
}

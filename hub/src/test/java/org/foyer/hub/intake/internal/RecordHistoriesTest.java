package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.model.IntakeRunId;
import org.junit.jupiter.api.Test;

/** Who said what of venues, works and whoever is credited. */
class RecordHistoriesTest extends AtSheets {

    private static final String ERASED = "Ottoline Zyzzyva";

    @Test
    void aVenueTellsWhoTypedItsAddressAndWithWhomItWasJoined() {
        RunReport first = publish(Map.of());
        RunReport typed = publish(Map.of("street", "1 rue Haute", "venue_ids", "siret: 732 829 320 00074"));
        RunReport moved = publish(Map.of("street", "2 rue Basse", "venue_ids", "siret: 732 829 320 00074"));
        long venue = number("select id from venue");
        assertThat(lines(History.Kind.VENUE, venue))
                .containsExactly(
                        moved.run().value() + " street 1 rue Haute>2 rue Basse counts",
                        typed.run().value() + " id:siret null>73282932000074 counts",
                        typed.run().value() + " street null>1 rue Haute",
                        first.run().value() + " name null>Grand Théâtre counts");
        assertThat(of(History.Kind.VENUE, venue).changes())
                .extracting(RecordChange::back)
                .containsExactly(
                        RecordChange.Back.COUNTS,
                        RecordChange.Back.COUNTS,
                        RecordChange.Back.POSSIBLE,
                        RecordChange.Back.NOT_TYPED);
        undo(moved);
        assertThat(lines(History.Kind.VENUE, venue).subList(0, 3))
                .containsExactly(
                        moved.run().value() + " TAKEN_BACK street null>",
                        typed.run().value() + " id:siret null>73282932000074 counts",
                        typed.run().value() + " street null>1 rue Haute counts");
        assertThat(stand.intake.history().of(LONDON, History.Kind.VENUE, venue, 0, 9))
                .isEmpty();
        run("site.json", page("Autre", "2026-04-01T20:00", "Le Grand Théâtre"));
        long other = number("select id from venue where id <> " + venue);
        RunReport joined = run("d.json", decision("venue", other, venue));
        assertThat(lines(History.Kind.VENUE, other).get(0))
                .isEqualTo(joined.run().value() + " JOINED null>Le Grand Théâtre");
    }

    @Test
    void aVenueTellsWhatWasSaidOfItsHallsAndOfThoseOfTheVenueThatJoinedIt() {
        RunReport first = run("saison.csv", halls("Grand Théâtre", "Grande salle", "420"));
        RunReport second = run("technique.csv", halls("Grand Théâtre", "GRANDE  SALLE", "430"));
        long venue = number("select id from venue");
        assertThat(lines(History.Kind.VENUE, venue))
                .containsExactly(
                        second.run().value() + " hall_capacity:GRANDE  SALLE, Frontal 420>430 counts",
                        first.run().value() + " hall_capacity:GRANDE  SALLE, Frontal null>420",
                        first.run().value() + " hall_seats:GRANDE  SALLE null>80 counts",
                        first.run().value() + " name null>Grand Théâtre counts");
        assertThat(of(History.Kind.VENUE, venue).changes())
                .extracting(RecordChange::back)
                .containsOnly(RecordChange.Back.NOT_TYPED);
        undo(second);
        assertThat(lines(History.Kind.VENUE, venue).subList(0, 2))
                .containsExactly(
                        second.run().value() + " TAKEN_BACK hall null>",
                        first.run().value() + " hall_capacity:Grande salle, Frontal null>420 counts");

        RunReport elsewhere = run("autre.csv", halls("Le Grand Théâtre", "Grande salle", "500"));
        long other = number("select id from venue where id <> " + venue);
        assertThat(lines(History.Kind.VENUE, venue)).noneMatch(line -> line.contains("500"));
        run("d.json", decision("venue", other, venue));
        assertThat(of(History.Kind.VENUE, venue).changes())
                .filteredOn(change -> change.value().equals("500"))
                .extracting(change -> change.run().number() + " " + change.other())
                .containsExactly(elsewhere.run().value() + " Le Grand Théâtre");
    }

    private static String halls(String venue, String hall, String capacity) {
        return """
                Lieu;Salle;Configuration;Capacité;Places assises
                %1$s;%2$s;Frontal;%3$s;
                %1$s;%2$s;;;80
                """.formatted(venue, hall, capacity);
    }

    @Test
    void anEarlierAddressOrIdentifierIsPutBackWhereItWasTyped() {
        publish(Map.of());
        run("site.json", page("Plus tard", "2026-05-01T20:00", "Grand Théâtre"));
        publish(Map.of("street", "1 rue Haute", "venue_ids", "siret: 732 829 320 00074; wikidata: Q1"));
        publish(Map.of("street", "2 rue Basse", "venue_ids", "siret: 732 829 320 00074; wikidata: Q2"));
        long venue = number("select id from venue");
        assertThat(putBack(History.Kind.VENUE, venue, "street", "1 rue Haute").problems())
                .isEmpty();
        assertThat(putBack(History.Kind.VENUE, venue, "id:wikidata", "Q1").problems())
                .isEmpty();
        assertThat(stand.query("select street from venue")).containsExactly("1 rue Haute");
        assertThat(stand.query("select property, value from found_outside_now order by all"))
                .containsExactly("siret|73282932000074", "wikidata|Q1");
        assertThat(sheets.list(PARIS, 9)).extracting(ShowSheet.Name::title).containsExactly("La Mouette");
        assertThat(sheets.sheet(PARIS, sheets.list(PARIS, 1).get(0).id())
                        .orElseThrow()
                        .shown()
                        .dates())
                .allMatch(date -> date.get("street").equals("1 rue Haute"));
        publish(Map.of(SheetWords.IDS_OF_WORK + "La Mouette", "wikidata: Q211086"));
        publish(Map.of(SheetWords.IDS_OF_WORK + "La Mouette", "wikidata: Q5"));
        assertThat(putBack(History.Kind.WORK, number("select id from work"), "id:wikidata", "Q211086")
                        .problems())
                .isEmpty();
        publish(Map.of(SheetWords.IDS_OF_NAME + "Anton Tchekhov", "isni: 0000 0001 2146 438X"));
        publish(Map.of(SheetWords.IDS_OF_NAME + "Anton Tchekhov", "isni: 0000 0001 2103 2683"));
        long person = number("select name_number('Anton Tchekhov')");
        assertThat(putBack(History.Kind.PERSON, person, "id:isni", "000000012146438X")
                        .problems())
                .isEmpty();
        assertThat(stand.query("select kind, value from found_outside_now where kind in ('name', 'work') order by all"))
                .containsExactly("name|000000012146438X", "work|Q211086");
    }

    @Test
    void aWorkTellsItsIdentifiersAndTheShowsThatPlayIt() {
        RunReport first = publish(Map.of());
        RunReport typed = publish(Map.of(SheetWords.IDS_OF_WORK + "La Mouette", "wikidata: Q211086"));
        assertThat(lines(History.Kind.WORK, number("select id from work")))
                .containsExactly(
                        typed.run().value() + " id:wikidata null>Q211086 counts",
                        first.run().value() + " PLAYED null>La Mouette",
                        first.run().value() + " title null>La Mouette counts");
    }

    @Test
    void aNameTellsItsCreditsIdentifiersAndSpellingsAndAShowLeadsToAll() {
        RunReport first = publish(Map.of());
        RunReport typed = publish(Map.of(SheetWords.IDS_OF_NAME + "Anton Tchekhov", "isni: 0000 0001 2146 438X"));
        long person = number("select name_number('Anton Tchekhov')");
        assertThat(lines(History.Kind.PERSON, person))
                .containsExactly(
                        typed.run().value() + " id:isni null>000000012146438X counts",
                        first.run().value() + " CREDITED null>auteur, La Mouette");
        RunReport joined = run("d.json", decision("person", number("select name_number('Nina Zaretchnaïa')"), person));
        assertThat(lines(History.Kind.PERSON, person))
                .contains(joined.run().value() + " JOINED null>Nina Zaretchnaïa")
                .contains(first.run().value() + " CREDITED null>comédienne, La Mouette");
        RecordHistory show = of(History.Kind.SHOW, number("select id from production"));
        assertThat(show.related())
                .extracting(one -> one.kind() + " " + one.name())
                .containsExactly("WORK La Mouette", "VENUE Grand Théâtre", "PERSON Anton Tchekhov");
        undo(joined);
        assertThat(lines(History.Kind.PERSON, person).get(0))
                .isEqualTo(joined.run().value() + " TAKEN_BACK joined null>");
    }

    @Test
    void whoWasOnlyABuyerOrIsNoLongerCreditedHasNoHistory() {
        publish(Map.of());
        RunReport wrong = run(
                "b.json",
                page(ERASED, "2026-04-01T20:00", "Petit lieu")
                        .replace(
                                "\"location\"",
                                "\"performer\": {\"@type\": \"Person\", \"name\": \"" + ERASED + "\"}, \"location\""));
        long number = number("select name_number('" + ERASED + "')");
        assertThat(stand.intake.history().of(PARIS, History.Kind.PERSON, number, 0, 9))
                .isPresent();
        undo(wrong);
        assertThat(stand.intake.history().of(PARIS, History.Kind.PERSON, number, 0, 9))
                .isEmpty();
        run("ventes.csv", """
                Billet;Opération;Date de vente;Montant TTC;Tarif;Spectacle;Date représentation;Heure représentation;N° client;Nom;Prénom;Email
                1;Vente;2026-01-10 10:00;12,00;Plein;La Mouette;2026-03-05;20:00;77;Zyzzyva;Ottoline;ottoline@example.org
                """);
        assertThat(stand.query("select count(*) from personal.person")).containsExactly("1");
        assertThat(stand.intake.history().of(PARIS, History.Kind.PERSON, number, 0, 9))
                .isEmpty();
    }

    private RunReport publish(Map<String, String> said) {
        List<ShowSheet.Name> known = sheets.list(PARIS, 1);
        long sheet = known.isEmpty() ? sheets.blank(PARIS, "ada") : known.get(0).id();
        SheetWords words = known.isEmpty()
                ? TypedShow.seagull(sheets, sheet)
                : sheets.sheet(PARIS, sheet).orElseThrow().shown();
        for (Map.Entry<String, String> one : said.entrySet()) {
            words = one.getKey().startsWith("ids ")
                    ? TypedShow.changed(words, Map.of(one.getKey(), one.getValue()), "hall", "Grande salle")
                    : onEachDate(words, one.getKey(), one.getValue());
        }
        sheets.keep(PARIS, sheet, words, "ada");
        ShowSheet.Published published = sheets.publish(PARIS, sheet, "ada");
        assertThat(published.problems()).isEmpty();
        return published.report();
    }

    private static SheetWords onEachDate(SheetWords words, String property, String value) {
        return new SheetWords(
                words.show(),
                words.dates().stream()
                        .map(date -> {
                            Map<String, String> all = new java.util.HashMap<>(date.said());
                            all.put(property, value);
                            return new SheetWords.Date(date.own(), all);
                        })
                        .toList(),
                words.works(),
                words.credits());
    }

    private ShowSheet.Published putBack(History.Kind kind, long thing, String property, String value) {
        String change = of(kind, thing).changes().stream()
                .filter(one -> one.property().equals(property) && one.value().equals(value))
                .findFirst()
                .orElseThrow()
                .id();
        History.PuttingBack ended = stand.intake.history().putBack(PARIS, kind, thing, change, null, "ada");
        assertThat(ended.ended()).isEqualTo(History.Ended.PUBLISHED);
        return ended.published();
    }

    private RecordHistory of(History.Kind kind, long thing) {
        return stand.intake.history().of(PARIS, kind, thing, 0, 50).orElseThrow();
    }

    private List<String> lines(History.Kind kind, long thing) {
        return of(kind, thing).changes().stream()
                .map(one -> one.run().number() + " "
                        + (one.what() == RecordChange.What.SAID
                                ? one.property()
                                : (one.what() + " " + one.property()).strip())
                        + " " + one.before() + ">" + one.value() + (one.counts() ? " counts" : ""))
                .toList();
    }

    private static String page(String title, String hour, String venue) {
        return """
                {"@context": "https://schema.org", "@type": "TheaterEvent", "@id": "https://www.grand.example/9",
                  "name": "%s", "startDate": "%s:00+01:00", "location": {"@type": "Place", "name": "%s"}}
                """.formatted(title, hour, venue);
    }

    private static String decision(String kind, long thing, long knownAs) {
        return "{\"foyer-doubles\": \"1\", \"decisions\": [{\"thing_kind\": \"%s\", \"thing\": \"%d\", \"known_as\": \"%d\", \"verdict\": \"same\"}]}"
                .formatted(kind, thing, knownAs);
    }

    private long number(String sql) {
        return Long.parseLong(stand.query(sql).get(0));
    }

    private RunReport run(String name, String text) {
        RunReport report = stand.run(PARIS, stand.receive(name, text));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private void undo(RunReport report) {
        IntakeRunId run = report.run();
        assertThat(stand.intake.undo(run, "ada").state()).isEqualTo(RunState.UNDONE);
    }
}

package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.IntakeRunId;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identifiers of other registers and places on the earth, from files into the warehouse and back out of it. */
class FoundOutsideTest {

    private static final String NOW =
            "select kind, property, value, source from found_outside_now where value is not null order by all";

    private static final String ASIDE =
            "select kind, property, value from found_outside where aside and value <> '' order by all";

    private static final String PAGE = """
            {"@context": "https://schema.org", "@type": "EventSeries", "name": "La Mouette", "@id": "https://site.example/mouette",
             "sameAs": ["https://www.wikidata.org/wiki/Q192437", "https://www.facebook.com/lamouette"],
             "location": {"@type": "Place", "name": "Grand Théâtre", "identifier": {"@type": "PropertyValue", "propertyID": "SIRET",
                "value": "732 829 320 00074"}, "geo": {"@type": "GeoCoordinates", "latitude": 45.764, "longitude": "4,8357"}},
             "subEvent": [{"@type": "TheaterEvent", "@id": "https://site.example/mouette/1", "startDate": "2026-03-05T20:00:00+01:00",
               "workPerformed": {"@type": "Play", "@id": "https://site.example/w", "name": "La Mouette", "sameAs": "https://data.bnf.fr/ark:/12148/cb11907966z",
                 "author": {"@type": "Person", "name": "Anton Tchekhov", "sameAs": "https://isni.org/isni/000000012146438X"}},
               "performer": {"@type": "Person", "name": "Nina Zaretchnaïa", "identifier": "isni: 0000 0001 2146 4380"}}]}
            """;

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

    private RunReport run(String name, String text) {
        RunReport report = stand.run(PARIS, stand.receive(name, text));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private static List<String> told(RunReport report) {
        return report.problems().stream()
                .filter(problem -> problem.code().contains("identifier")
                        || problem.code().contains("register")
                        || problem.code().contains("position"))
                .map(FoundOutsideTest::told)
                .toList();
    }

    private static String told(Problem problem) {
        return problem.code() + "|" + problem.place().line() + "|"
                + problem.place().column() + "|" + problem.place().value();
    }

    @Test
    void aPageOfSchemaOrgSaysThemOfShowsWorksPlacesAndPeople() {
        RunReport report = run("page.jsonld", PAGE);
        assertThat(stand.query(NOW))
                .containsExactly(
                        "name|isni|000000012146438X|schema-org-events",
                        "production|wikidata|Q192437|schema-org-events",
                        "venue|position|45.764000,4.835700|schema-org-events",
                        "venue|siret|73282932000074|schema-org-events",
                        "work|ark|ark:/12148/cb11907966z|schema-org-events");
        assertThat(stand.query("select latitude, longitude from venue")).containsExactly("45.764|4.8357");
        assertThat(stand.query(ASIDE)).as("mistyped, and kept").containsExactly("name|isni|0000 0001 2146 4380");
        assertThat(told(report))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("external-identifier-wrong|")
                .endsWith("0000 0001 2146 4380");
        List<String> before = stand.query("select * from found_outside order by all");
        run("page.jsonld", PAGE.replace("\"name\": \"La Mouette\", \"@id\"", "\"name\":  \"La Mouette\", \"@id\""));
        assertThat(stand.query("select * from found_outside order by all"))
                .as("the same again")
                .isEqualTo(before);
    }

    @Test
    void columnsOfASheetAreReadAndEachCellThatIsWrongIsTold() {
        RunReport report = run("planning.csv", """
                Code représentation;Titre;Date;Heure;Lieu;SIRET;Latitude;Longitude;Artiste;Rôle;ISNI;VIAF;Oeuvre;FRBNF
                R1;La Mouette;05/03/2026;20:00;Grand Théâtre;732 829 320 00074;45,764043;4,835659;Anton Tchekhov;auteur;0000 0001 2146 438X;95216565;La Mouette;FRBNF11907966
                R2;Oncle Vania;06/03/2026;20:00;Petite Salle;73282932000075;0;0;Nina;comédienne;;;Oncle Vania;
                """);
        assertThat(stand.query(NOW))
                .containsExactly(
                        "name|isni|000000012146438X|programme-columns",
                        "name|viaf|95216565|programme-columns",
                        "venue|position|45.764043,4.835659|programme-columns",
                        "venue|siret|73282932000074|programme-columns",
                        "work|frbnf|FRBNF11907966|programme-columns");
        assertThat(told(report))
                .containsExactly(
                        "position-unreadable|3|latitude|0;0", "external-identifier-wrong|3|venue_siret|73282932000075");
        assertThat(report.taken()).isEqualTo(2);
    }

    @Test
    void agendasAndTicketingToolsSayWhereTheirPlacesLie() {
        run("agenda.json", """
                {"events": [{"uid": "77", "title": {"fr": "Hamlet"}, "timezone": "Europe/Paris",
                  "timings": [{"begin": "2026-03-05T20:00:00+01:00", "end": "2026-03-05T22:30:00+01:00"}],
                  "location": {"uid": 1234, "name": "Grand Théâtre", "city": "Dijon", "latitude": 47.3215, "longitude": 5.0415}}]}
                """);
        run("uit.json", """
                {"@context": "https://io.uitdatabank.be/contexts/event", "@id": "https://io.uitdatabank.be/event/11111111-2222-3333-4444-555555555555",
                 "@type": "Event", "calendarType": "single", "mainLanguage": "nl", "name": {"nl": "Lear"}, "workflowStatus": "APPROVED",
                 "startDate": "2026-03-07T20:00:00+01:00", "endDate": "2026-03-07T22:00:00+01:00",
                 "location": {"@id": "https://io.uitdatabank.be/place/11111111-2222-3333-4444-666666666666", "name": {"nl": "KVS"},
                   "geo": {"latitude": 50.8551, "longitude": 4.3497}}}
                """);
        run("pretix.json", """
                {"results": [{"slug": "faust", "name": {"fr": "Faust"}, "live": true, "testmode": false, "is_public": true,
                  "has_subevents": false, "timezone": "Europe/Paris", "date_from": "2026-03-09T20:00:00+01:00", "date_to": null,
                  "location": {"fr": "Halle aux grains"}, "geo_lat": "43.6004", "geo_lon": "1.4573", "meta_data": {}}]}
                """);
        assertThat(stand.query("select name, latitude, longitude from venue order by name"))
                .containsExactly(
                        "Grand Théâtre|47.3215|5.0415", "Halle aux grains|43.6004|1.4573", "KVS|50.8551|4.3497");
        assertThat(
                        stand.query(
                                "select kind, property, value from found_outside_now where property <> 'position' order by all"))
                .containsExactly(
                        "production|openagenda|77",
                        "production|uitdatabank|event/11111111-2222-3333-4444-555555555555",
                        "venue|openagenda|1234",
                        "venue|uitdatabank|place/11111111-2222-3333-4444-666666666666");
    }

    @Test
    void theLastWordOfFilesCountsAndAnUndoBringsBackTheOneBefore() {
        run("page.jsonld", PAGE);
        RunReport later = run("planning.csv", """
                Code représentation;Titre;Date;Heure;Lieu;Wikidata lieu;Latitude;Longitude;Artiste;ISNI
                R1;La Mouette;05/03/2026;20:00;Grand Théâtre;Q1;45,7;4,8;Nina Zaretchnaïa;0000 0001 2103 2683
                """);
        assertThat(stand.query("select latitude, longitude from venue")).containsExactly("45.7|4.8");
        assertThat(stand.query(NOW))
                .contains("name|isni|0000000121032683|programme-columns", "venue|wikidata|Q1|programme-columns");
        stand.intake.undo(new IntakeRunId(later.run().value()), "somebody");
        assertThat(stand.query("select latitude, longitude from venue")).containsExactly("45.764|4.8357");
        assertThat(stand.query(NOW))
                .doesNotContain("venue|wikidata|Q1|programme-columns")
                .hasSize(5);
        List<String> before =
                stand.query("select kind, thing, property, value, aside, source, run from found_outside order by all");
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.query(
                        "select kind, thing, property, value, aside, source, run from found_outside order by all"))
                .isEqualTo(before);
    }

    @Test
    void whatIsMendedTakesBackWhatStoodAside() {
        run("page.jsonld", PAGE);
        run("page.jsonld", PAGE.replace("2146 4380", "2103 2683"));
        assertThat(stand.query(NOW)).contains("name|isni|0000000121032683|schema-org-events");
        assertThat(stand.query("select property, arg_max(value, run) from found_outside where aside group by 1"))
                .containsExactly("isni|");
    }

    @Test
    void twoPlacesWithOneIdentifierAreProposedAsOneAndJoinedTheyKeepIt() {
        run("a.csv", """
                Code représentation;Titre;Date;Heure;Lieu;Ville;Wikidata lieu;Latitude;Longitude
                R1;La Mouette;05/03/2026;20:00;Opéra;Lyon;https://www.wikidata.org/wiki/Q1425966;45,7676;4,8365
                R2;Tosca;06/03/2026;20:00;Nouvel auditorium;Lyon;Q1425966;;
                """);
        DoublePair pair = stand.intake.doubles().doubtful(PARIS).stream()
                .filter(one -> one.kind() == DoublePair.Kind.VENUE)
                .findFirst()
                .orElseThrow();
        assertThat(pair.reasons().get(0)).isEqualTo(new DoublePair.Reason("same-identifier", "WIKIDATA Q1425966"));
        RunReport joined =
                run("doubles.json", """
                {"foyer-doubles": "1", "decisions": [{"thing_kind": "venue", "thing": "%d", "known_as": "%d", "verdict": "same"}]}
                """.formatted(pair.one().id(), pair.other().id()));
        assertThat(stand.query("select id, latitude from venue"))
                .as("where the other lies, which goes by this one now")
                .containsExactly(pair.other().id() + "|45.7676");
        stand.intake.undo(new IntakeRunId(joined.run().value()), "somebody");
        assertThat(stand.query("select id, latitude from venue order by id"))
                .containsExactly(pair.one().id() + "|45.7676", pair.other().id() + "|null");
    }
}

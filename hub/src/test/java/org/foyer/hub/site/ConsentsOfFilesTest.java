package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Stand;
import org.foyer.hub.governance.Consents.Standing;
import org.foyer.hub.governance.Consents.Wish;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterConsents;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.governance.internal.RegisterPurposes;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.internal.FileIntake;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.programme.ProgrammeLoad;
import org.foyer.hub.intake.internal.programme.ProgrammeSources;
import org.foyer.hub.intake.internal.runs.CrashPoint;
import org.foyer.hub.intake.internal.runs.IntakeLimits;
import org.foyer.hub.model.House;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consents in columns of a sales export, from the file to what counts. */
class ConsentsOfFilesTest {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final String HEADER =
            "Billet;Date vente;Prix;Spectacle;Date séance;N° client;Nom;E-mail;Consentement e-mail;Optin SMS;Date consentement\n";

    @TempDir
    Path folder;

    private IntakeStand stand;
    private Clock clock;
    private RegisterHouses houses;
    private RegisterAudit audit;
    private Consents consents;
    private FileIntake intake;
    private House house;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder.resolve("node"));
        clock = Clock.fixed(Instant.parse("2025-06-01T08:00:00Z"), ZoneOffset.UTC);
        houses = new RegisterHouses(stand.register, clock, new SecureRandom());
        audit = new RegisterAudit(stand.register, clock, new AuditEnd(folder.resolve("audit.end")));
        consents =
                new RegisterConsents(stand.register, clock, new RegisterPurposes(stand.register, clock, audit), audit);
        house = houses.byId(IntakeStand.PARIS).orElseThrow();
        intake = intake(CrashPoint.NONE);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private FileIntake intake(CrashPoint crash) {
        return new FileIntake(
                stand.register,
                stand.warehouse,
                stand.archive,
                stand.data.work(),
                ProgrammeSources.all(),
                new ProgrammeLoad(),
                clock,
                IntakeLimits.DEFAULT,
                crash,
                new ConsentsOfFiles(houses, consents));
    }

    private static String row(int client, String email, String sms, String day) {
        return "t%1$d;03/01/2025 10:00;20,00;Hamlet;01/02/2025 20:00;C%1$d;Nom%1$d;c%1$d@boite.example;%2$s;%3$s;%4$s\n"
                .formatted(client, email, sms, day);
    }

    private RunReport run(String rows, boolean dry) {
        return intake.run(
                new RunOrder(
                        house.id(),
                        List.of(intake.receive(
                                house.id(),
                                "ventes.csv",
                                new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)))),
                        Matching.NONE,
                        dry,
                        null,
                        "lea",
                        null),
                Progress.NONE);
    }

    /** What people agree to, so that consents can count. */
    private void wording() {
        consents.say(
                house,
                -1,
                new Wish(
                        Said.GIVEN,
                        List.of("programme"),
                        List.of("post"),
                        "paper",
                        "La lettre du théâtre.",
                        "fr",
                        null),
                LEA,
                () -> true);
    }

    private long person(int client) {
        return stand.warehouse.read(connection -> {
            try (var query = connection.prepareStatement(
                    "select person from personal.buyer where house = 1 and buyer_ref = ?")) {
                query.setString(1, "C" + client);
                try (var row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private Standing standing(int client, String channel) {
        return consents.of(house, person(client)).stands().stream()
                .filter(stand ->
                        stand.purpose().equals("programme") && stand.channel().equals(channel))
                .map(Stand::standing)
                .findFirst()
                .orElseThrow();
    }

    /** What the receipt says was said, newest first. */
    private JsonNode statuses(int client) {
        return new ObjectMapper()
                .<JsonNode>valueToTree(
                        consents.receipt(house, person(client), "fr").orElseThrow())
                .at("/dpv:hasRecordOfActivity/0/dpv:hasConsentStatus");
    }

    private static List<String> codes(RunReport report) {
        return report.problems().stream().map(Problem::code).toList();
    }

    @Test
    void yesIsKeptWithItsDayAndWordingNoIsNothingNewAndEmptySaysNothing() {
        wording();
        RunReport report = run(row(1, "oui", "non", "05/01/2025") + row(2, "non", "", "") + row(3, "", "1", ""), false);

        assertThat(codes(report))
                .contains("consents-read", "consents-taken")
                .doesNotContain("consents-without-wording");
        assertThat(standing(1, "email")).isEqualTo(Standing.GIVEN);
        assertThat(standing(1, "sms")).isEqualTo(Standing.NOTHING);
        assertThat(standing(2, "email")).as("never agreed").isEqualTo(Standing.NOTHING);
        assertThat(standing(3, "sms")).isEqualTo(Standing.GIVEN);
        Consents.Event event = consents.of(house, person(1)).events().get(0);
        assertThat(event.way()).isEqualTo(Consents.FILE);
        assertThat(event.wording()).isNotNull();
        assertThat(event.saidDay()).isEqualTo("2025-01-05");
        JsonNode statuses = statuses(1);
        assertThat(statuses).hasSize(1);
        assertThat(statuses.at("/0/dpv:isIndicatedAtTime").asText()).isEqualTo("2025-01-05");
        assertThat(statuses.at("/0/dct:created").asText()).isEqualTo("2025-06-01T08:00:00Z");
        assertThat(statuses(3).at("/0/dpv:isIndicatedAtTime").asText())
                .as("without a day in the file, when it was read")
                .isEqualTo("2025-06-01T08:00:00Z");
        assertThat(statuses(3).at("/0/dct:created").isMissingNode()).isTrue();
        assertThat(stand.register.<List<String>>read(
                        handle -> handle.createQuery("select said_day from consent_event where person = :person")
                                .bind("person", person(1))
                                .mapTo(String.class)
                                .list()))
                .containsExactly("2025-01-05");
        assertThat(audit.lines(house.id(), 0, 20))
                .anyMatch(line -> line.action().equals("consent-file"));
    }

    @Test
    void theSameFileAgainWritesNothing() {
        wording();
        String rows = row(1, "oui", "oui", "05/01/2025");
        run(rows, false);
        int events = consents.of(house, person(1)).events().size();
        run(rows, false);

        assertThat(consents.of(house, person(1)).events()).hasSize(events);
    }

    @Test
    void aWithdrawalIsNeverOverturnedByAFile() {
        wording();
        run(row(1, "oui", "oui", "05/01/2025"), false);
        consents.say(
                house,
                person(1),
                new Wish(Said.WITHDRAWN, List.of("programme"), List.of("email"), "telephone", null, null, null),
                LEA,
                () -> true);
        RunReport undated = run(row(1, "oui", "oui", ""), false);
        assertThat(standing(1, "email")).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing(1, "sms")).isEqualTo(Standing.GIVEN);
        assertThat(undated.problems())
                .filteredOn(problem -> problem.code().equals("consents-taken"))
                .singleElement()
                .extracting(Problem::arguments)
                .isEqualTo(List.of("0", "1", "1"));
        run(row(1, "oui", "", "01/06/2026"), false);
        assertThat(standing(1, "email")).as("nor by one with a later day").isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void aRefusalInAFileCountsUnlessItIsOlderThanWhatStands() {
        wording();
        run(row(1, "oui", "oui", "05/01/2025") + row(2, "oui", "", "05/01/2025"), false);
        run(row(1, "non", "non", "04/01/2025") + row(2, "non", "", ""), false);
        assertThat(standing(1, "email")).as("said the day before").isEqualTo(Standing.GIVEN);
        assertThat(standing(2, "email")).as("nobody knows when: it counts").isEqualTo(Standing.WITHDRAWN);
        run(row(1, "non", "opposition", "06/01/2025"), false);
        assertThat(standing(1, "email")).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing(1, "sms")).isEqualTo(Standing.OBJECTED);
    }

    @Test
    void unknownWordsAreToldAndNeverGuessed() {
        wording();
        StringBuilder rows = new StringBuilder(row(1, "peut-être", "oui", "") + row(2, "jean@boite.example", "", ""));
        for (int client = 3; client < 9; client++) {
            rows.append(row(client, "à voir", "", ""));
        }
        RunReport report = run(rows.toString(), false);

        assertThat(report.quarantined()).isZero();
        assertThat(report.taken()).isEqualTo(8);
        assertThat(report.problems())
                .filteredOn(problem -> problem.code().equals("consent-words-unknown"))
                .singleElement()
                .extracting(Problem::arguments)
                .as("words that five buyers have, and no address")
                .isEqualTo(List.of("8", "à voir"));
        assertThat(standing(3, "email")).isEqualTo(Standing.NOTHING);
        assertThat(standing(1, "sms")).isEqualTo(Standing.GIVEN);
    }

    @Test
    void withoutAWordingNobodyAgreedToAnything() {
        RunReport report = run(row(1, "oui", "", ""), false);

        assertThat(codes(report)).contains("consents-without-wording");
        assertThat(standing(1, "email")).isEqualTo(Standing.NOTHING);
    }

    @Test
    void aRehearsalWritesNothingAndTakingBackForgets() {
        wording();
        run(row(1, "oui", "", ""), true);
        assertThat(events()).isEqualTo(1);
        RunReport report = run(row(1, "oui", "oui", ""), false);
        assertThat(events()).isEqualTo(3);
        intake.undo(report.run(), "lea");
        assertThat(events()).as("that of the wording").isEqualTo(1);
    }

    private long events() {
        return stand.register.<Long>read(handle -> handle.createQuery("select count(*) from consent_event")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void aStopBetweenTheRowsAndTheConsentsIsTold() {
        wording();
        intake = intake(place -> {
            if (place.equals("marked")) {
                throw new AssertionError("stopped");
            }
        });
        String rows = row(1, "oui", "", "05/01/2025");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(rows, false))
                .isInstanceOf(AssertionError.class);
        intake = intake(CrashPoint.NONE);
        intake.settle();
        RunReport settled = intake.runs(house.id(), 0, 10).items().get(0);
        assertThat(codes(settled)).contains("consents-interrupted");
        assertThat(standing(1, "email")).isEqualTo(Standing.NOTHING);

        run(rows, false);
        assertThat(standing(1, "email")).isEqualTo(Standing.GIVEN);
        assertThat(consents.of(house, person(1)).events().get(0).at()).isEqualTo(clock.instant());
        assertThat(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).isEqualTo("2025-06-01");
    }
}

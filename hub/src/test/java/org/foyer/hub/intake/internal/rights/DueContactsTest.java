package org.foyer.hub.intake.internal.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.ContactField;
import org.foyer.hub.intake.PersonRights;
import org.foyer.hub.intake.PersonRights.Proof;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.runs.CrashPoint;
import org.foyer.hub.store.LastSaid;
import org.foyer.hub.store.RetentionDue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thirty buyers of 2021 and one of 2025 at a house that keeps contacts for three years; it is June 2025. */
class DueContactsTest {

    private static final int MONTHS = 36;
    private static final int OLD = 30;
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final String HEAD =
            "billet;opération;date de vente;montant;spectacle;date;n° client;nom;prénom;e-mail;remarque\n";

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        stand.run(IntakeStand.PARIS, stand.receive("ventes.csv", file()));
    }

    @AfterEach
    void close() {
        stand.close();
    }

    /** More than are looked for in rows of others; one of them has a row that waits, and a remark stands in a recent row. */
    private static String file() {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 0; i < OLD; i++) {
            rows.append(
                    "T%d;vente;01/03/2021 10:00;20,00;Phèdre;12/11/2021 20:00;%d;Zquvaxton%d;Ilse;z%d@zquvaxton.example;rang A\n"
                            .formatted(i, 4000 + i, i, i));
        }
        rows.append(
                "T98;vente;31/02/2021 10:00;20,00;Phèdre;12/11/2021 20:00;4001;Zquvaxton1;Ilse;z1@zquvaxton.example;\n");
        rows.append("T99;vente;01/05/2025 10:00;30,00;Cid;12/11/2025 20:00;12;Martin;Anne;anne@example.org;\n");
        return rows.toString();
    }

    private Optional<Proof> forgetDue(PersonRights rights) {
        return rights.forgetDue(IntakeStand.PARIS, MONTHS, "steward");
    }

    private boolean folderNames(String name) throws IOException {
        return !NameSearch.placesThatName(stand, name).isEmpty();
    }

    @Test
    void whoseTimeIsOverIsForgottenInEveryByteAndOthersAreNot() throws IOException {
        assertThat(folderNames("Zquvaxton")).isTrue();
        Proof proof = forgetDue(stand.intake.rights()).orElseThrow();
        assertThat(proof.people()).isEqualTo(OLD);
        assertThat(proof.saleLines()).isEqualTo(OLD);
        assertThat(proof.quarantine()).isEqualTo(1);
        assertThat(folderNames("quvaxton")).isFalse();
        assertThat(folderNames("anne@example.org")).isTrue();
        assertThat(stand.query("select count(*), sum(amount), count(person) from sale_line"))
                .containsExactly("31|63000|1");
    }

    @Test
    void nothingIsLeftToDoAndNothingBringsThemBack() throws IOException {
        forgetDue(stand.intake.rights());
        assertThat(forgetDue(stand.intake.rights())).isEmpty();
        List<String> before = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(before);
        stand.run(IntakeStand.PARIS, stand.receive("ventes-2021.csv", file()));
        assertThat(stand.query("select count(*) from personal.person")).containsExactly("1");
        assertThat(folderNames("z7@zquvaxton")).isFalse();
    }

    @Test
    void whatTheySaidOfBeingContactedGoesWithThemAndWhatOthersSaidStays() {
        List<Long> everybody = stand.query("select person from personal.person").stream()
                .map(Long::valueOf)
                .toList();
        stand.register.write(handle -> {
            everybody.forEach(person -> handle.execute(
                    "insert into consent_event (house, person, purpose, channel, said, at, actor, way)"
                            + " values (1, ?, 'programme', 'email', 'objected', 0, 'lea', 'paper')",
                    person));
            return true;
        });
        forgetDue(stand.intake.rights());
        List<String> left = stand.register.read(handle -> handle.createQuery("select person from consent_event")
                .mapTo(String.class)
                .list());
        assertThat(left).hasSize(1).isEqualTo(stand.query("select person from personal.person"));
    }

    private long buyer(int number) {
        return Long.parseLong(stand.query("select person from personal.buyer where buyer_ref = '" + number + "'")
                .get(0));
    }

    private void consent(int number, String said, String way, String at, String saidDay) {
        stand.register.write(handle -> handle.execute(
                "insert into consent_event (house, person, purpose, channel, said, at, actor, way, said_day)"
                        + " values (1, ?, 'programme', 'email', ?, ?, 'lea', ?, ?)",
                buyer(number),
                said,
                Instant.parse(at).toEpochMilli(),
                way,
                saidDay));
    }

    /** What is due as the page of data protection counts it, on the same day. */
    private RetentionDue.Count counted() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        Map<Long, LocalDate> said = stand.register.read(handle -> LastSaid.days(handle, IntakeStand.PARIS, paris));
        return stand.warehouse.read(connection -> RetentionDue.buyers(
                connection, IntakeStand.PARIS, TODAY, MONTHS, new RetentionDue.Days(Map.of(), said)));
    }

    @Test
    void whoSaidSomethingSinceIsKeptAndWhomTheHouseWroteToIsNot() {
        consent(
                4000,
                "given",
                "paper",
                "2022-05-31T22:30:00Z",
                null); // in Paris 1 June: today is the last of 36 months
        consent(4002, "withdrawn", "email", "2024-01-31T10:00:00Z", null);
        consent(4003, "objected", "telephone", "2022-05-31T12:00:00Z", null); // 36 months are over
        consent(4004, "given", "file", "2025-06-01T10:00:00Z", null); // read, not said
        consent(4005, "given", "file", "2025-06-01T10:00:00Z", "2023-02-10");
        consent(4006, "given", "file", "2022-05-01T10:00:00Z", "2205-02-10"); // mistyped, read in May 2022
        PersonRights rights = stand.intake.rights();
        rights.correct(IntakeStand.PARIS, buyer(4007), Map.of(ContactField.POSTCODE, "75012"), "lea");
        rights.object(IntakeStand.PARIS, buyer(4008), true, "paper", "lea");
        stand.register.write(handle -> {
            handle.execute(
                    "insert into contact_list (id, house, made_at, actor, purpose, channel, segment)"
                            + " values (1, 1, ?, 'lea', 'programme', 'email', 'rf=new')",
                    stand.now.toEpochMilli());
            return handle.execute("insert into contact_list_person (list, person) values (1, ?)", buyer(4009));
        });
        List<String> kept = List.of("12", "4000", "4002", "4005", "4007", "4008");
        assertThat(counted()).isEqualTo(new RetentionDue.Count(31, 25, TODAY.plusDays(1), 1));
        assertThat(forgetDue(rights).orElseThrow().people()).isEqualTo(25);
        assertThat(stand.query("select buyer_ref from personal.buyer order by buyer_ref"))
                .isEqualTo(kept);
        assertThat(counted()).isEqualTo(new RetentionDue.Count(6, 0, TODAY.plusDays(1), 1));
    }

    @Test
    void aLongerTimeKeepsThem() {
        assertThat(stand.intake.rights().forgetDue(IntakeStand.PARIS, 60, "steward"))
                .isEmpty();
        assertThat(stand.query("select count(*) from personal.person")).containsExactly("31");
    }

    @Test
    void aCrashOnTheWayIsFinishedAtTheNextStart() throws IOException {
        PersonRights crashing = stand.intake(new CrashPoint() {
                    @Override
                    public void at(String step) {
                        if (step.equals("archive-cleaned")) {
                            throw new IllegalStateException("crash");
                        }
                    }
                })
                .rights();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> forgetDue(crashing))
                .hasMessage("crash");
        stand.intake(CrashPoint.NONE).settle();
        assertThat(folderNames("quvaxton")).isFalse();
        assertThat(stand.intake.rights().erasures(IntakeStand.PARIS))
                .singleElement()
                .extracting(Proof::people)
                .isEqualTo(OLD);
    }
}

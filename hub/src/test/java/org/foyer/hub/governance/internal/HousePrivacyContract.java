package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ProtectionSheet;
import org.foyer.hub.governance.ProtectionSheet.Answer;
import org.foyer.hub.governance.ProtectionSheet.Criterion;
import org.foyer.hub.governance.ProtectionSheet.Deletion;
import org.foyer.hub.governance.ProtectionSheet.Held;
import org.foyer.hub.governance.ProtectionSheet.MemberCount;
import org.foyer.hub.governance.ProtectionSheet.Point;
import org.foyer.hub.governance.ProtectionSheet.State;
import org.foyer.hub.governance.Role;
import org.foyer.hub.governance.Safeguards;
import org.foyer.hub.governance.Surroundings;
import org.foyer.hub.governance.Terms;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a house's data protection, worked out by hand, on every register. Today is 2 March 2026. */
abstract class HousePrivacyContract {

    private static final Actor LEA = new Actor("lea", false, Map.of(), false);
    private static final Safeguards ALL = new Safeguards(true, true, true, true, true, true, true);

    @TempDir
    Path kept;

    private final MovingClock clock = new MovingClock();
    private Register register;
    private Warehouse warehouse;
    private RegisterPurposes purposes;
    private Consents consents;
    private Gate gate;
    private House house;

    abstract Register register();

    @BeforeEach
    void aHouseWithThreeBuyers() {
        register = register();
        warehouse = EmptyStores.warehouse(kept.resolve("warehouse.duckdb"), "512MB");
        RegisterHouses houses = new RegisterHouses(register, clock, new SecureRandom());
        RegisterAudit audit = new RegisterAudit(register, clock, new AuditEnd(kept.resolve("audit.end")));
        purposes = new RegisterPurposes(register, clock, audit);
        consents = new RegisterConsents(register, clock, purposes, audit);
        gate = new DisclosureGate(register, clock, new SecureRandom(), houses, audit);
        house = houses.add(Sample.house("one", Discipline.DANCE, 400, null));
        gate.join(houses.add(Sample.house("two")).id(), Gate.COMPARISON, LEA);
        RegisterAccounts accounts = new RegisterAccounts(register, clock, new SecureRandom());
        accounts.setRole(accounts.add("lea", "Léa", false).id(), house.id(), Role.STEWARD);
        accounts.setRole(accounts.add("max", "Max", false).id(), house.id(), Role.READER);
        long gone = accounts.add("ida", "Ida", false).id();
        accounts.setRole(gone, house.id(), Role.READER);
        accounts.disable(gone);
        accounts.add("op", "Op", true);
        fill();
    }

    private void fill() {
        run(1, "2023-09-01");
        sql("""
                insert into personal.person (house, person, sealed, email_key, with_birth_year, contact_key, run, line) values
                  (1, 1, ''::blob, 7, false, 1, 1, 1), (1, 2, ''::blob, null, false, 2, 1, 2),
                  (1, 3, ''::blob, null, false, 3, 1, 3);
                insert into contact_quality values (1, 3, 1, 2, 0, 0);
                insert into performance (house, id, production, day, state, run) values
                  (1, 10, 1, date '2023-12-24', 'scheduled', 1);
                insert into sale_line (house, performance, sold, day, first_day, operation, quantity, amount, person, ticket,
                  run, line) values
                  (1, 10, now(), date '2023-03-02', date '2023-03-02', 'sale', 1, 1000, 1, 't1', 1, 1),
                  (1, 10, now(), date '2023-03-01', date '2023-03-01', 'sale', 1, 1000, 2, 't2', 1, 2);
                insert into daily_cube
                  select house, performance, day, day, null, null, null, 1, 0, 0, 0, 0, 1, 1000, 0, 0, 0, 1 from sale_line;
                insert into personal.quarantine (house, run, file, line, code, sealed) values (1, 1, 1, 7, 'x', ''::blob);
                insert into label (house, field, id, label, kind, run) values (1, 'tariff', 1, 'Moins de 18 ans', 'youth', 1)
                """);
    }

    private void sql(String script) {
        warehouse.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(script);
            }
        });
    }

    private void run(int id, String day) {
        register.write(handle -> {
            handle.execute("insert into recipe (id, name, version, content, created_at) values (1, 'r', 1, '', 0)");
            return handle.execute(
                    "insert into intake_run (id, house, kind, recipe, files, actor, state, begun_at)"
                            + " values (?, 1, 'sales', 1, '[]', 'lea', 'committed', ?)",
                    id,
                    LocalDate.parse(day)
                            .atTime(12, 0)
                            .toInstant(java.time.ZoneOffset.UTC)
                            .toEpochMilli());
        });
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private ProtectionSheet sheet(Safeguards safeguards) {
        return new HousePrivacy(register, warehouse, purposes, consents, safeguards, clock)
                .of(house, Surroundings.UNKNOWN);
    }

    private static State state(ProtectionSheet sheet, int point) {
        return sheet.points().get(point - 1).state();
    }

    @Test
    void whatIsHeldAndDueIsCounted() {
        ProtectionSheet sheet = sheet(Safeguards.NONE);
        assertThat(sheet.day()).isEqualTo("2026-03-02");
        assertThat(sheet.held()).isEqualTo(new Held(3, 1, 2, 0, LocalDate.of(2023, 3, 1), 2, 1, 1));
        assertThat(sheet.deletions())
                .containsExactly(
                        // B2 ordered 36 months and a day ago; B1 exactly 36 months ago; B3 never, since an import of
                        // September 2023
                        new Deletion("contacts", 36, 3, 1, LocalDate.of(2026, 3, 3), 1),
                        new Deletion("quarantine", 12, 1, 1, null, 0));
        assertThat(sheet.members())
                .containsExactly(
                        new MemberCount(Role.READER, 1),
                        new MemberCount(Role.EDITOR, 0),
                        new MemberCount(Role.STEWARD, 1));
        assertThat(sheet.operators()).isEqualTo(1);
        assertThat(sheet.personalColumns())
                .contains("buyer.email", "quarantine_row.raw")
                .hasSizeGreaterThan(30);
    }

    @Test
    void contactFromAPersonCountsAndFromTheHouseDoesNot() {
        clock.set(Instant.parse("2025-12-31T10:00:00Z"));
        say(Consents.Said.GIVEN); // buyer 2, whose order of 1 March 2023 is due: kept until the end of 2028
        clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        register.write(handle -> {
            handle.execute("insert into contact_list (id, house, made_at, actor, purpose, channel, segment)"
                    + " values (1, 1, 1772445600000, 'lea', 'programme', 'email', 'rf=new')");
            return handle.execute("insert into contact_list_person (list, person) values (1, 1), (1, 3)");
        });
        // on 3 March 2026 buyer 1, although on a list of today; buyer 3 later, by the import of September 2023
        assertThat(sheet(Safeguards.NONE).deletions().get(0))
                .isEqualTo(new Deletion("contacts", 36, 3, 0, LocalDate.of(2026, 3, 3), 1));
        clock.set(Instant.parse("2028-12-31T10:00:00Z"));
        assertThat(sheet(Safeguards.NONE).deletions().get(0))
                .isEqualTo(new Deletion("contacts", 36, 3, 2, LocalDate.of(2029, 1, 1), 1));
        say(Consents.Said.WITHDRAWN);
        assertThat(sheet(Safeguards.NONE).deletions().get(0))
                .isEqualTo(new Deletion("contacts", 36, 3, 2, LocalDate.of(2032, 1, 1), 1));
    }

    private void say(Consents.Said said) {
        boolean given = said == Consents.Said.GIVEN;
        Consents.Wish wish = new Consents.Wish(
                said, List.of("programme"), List.of("email"), "paper", given ? "Oui" : null, given ? "fr" : null, null);
        assertThat(consents.say(house, 2, wish, LEA, () -> true)).isEmpty();
    }

    @Test
    void whatTheHouseDecidesCounts() {
        purposes.decide(house.id(), new Terms(24, 24, "Port", null, "Lyon", "01 02"), LEA);
        ProtectionSheet sheet = sheet(Safeguards.NONE);
        assertThat(sheet.deletions())
                .extracting(Deletion::months, Deletion::due)
                .containsExactly(tuple(24, 3L), tuple(24, 1L));
        assertThat(state(sheet, 1)).isEqualTo(State.HELD);
        assertThat(state(sheet, 10)).isEqualTo(State.HELD);
        assertThat(state(sheet, 12)).isEqualTo(State.HELD);
        assertThat(sheet.log().lines()).isEqualTo(1);
        assertThat(sheet.log().digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void nothingIsClaimedThatNoRoomDoes() {
        ProtectionSheet sheet = sheet(Safeguards.NONE);
        assertThat(sheet.points())
                .extracting(Point::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        assertThat(List.of(8, 15))
                .allSatisfy(point -> assertThat(state(sheet, point)).isEqualTo(State.NOT_DONE));
        assertThat(List.of(1, 10, 12))
                .allSatisfy(point -> assertThat(state(sheet, point)).isEqualTo(State.ASKED));
        assertThat(codes(sheet))
                .contains(
                        "person-not-erased",
                        "consent-not-kept",
                        "contacts-not-encrypted",
                        "not-erased-when-due",
                        "archive-kept");
    }

    @Test
    void aSafeguardThatIsThereIsTold() {
        ProtectionSheet sheet = sheet(ALL);
        assertThat(state(sheet, 8)).isEqualTo(State.HELD);
        assertThat(state(sheet, 15)).isEqualTo(State.HELD);
        assertThat(codes(sheet))
                .contains("person-erased", "contacts-encrypted", "erased-when-due", "key-of-house")
                .doesNotContain("person-not-erased", "contacts-not-encrypted", "not-erased-when-due");
    }

    @Test
    void consentIsTheFourthRightAndItsPeopleAreCountedInGroups() {
        Safeguards today = new Safeguards(true, false, true, true, true, false, false);
        for (long person = 1; person <= 5; person++) {
            Consents.Wish wish = new Consents.Wish(
                    person == 5 ? Consents.Said.OBJECTED : Consents.Said.GIVEN,
                    List.of("surveys"),
                    List.of("post", "sms"),
                    "paper",
                    "Oui",
                    "fr",
                    null);
            assertThat(consents.say(house, person, wish, LEA, () -> true)).isEmpty();
        }
        Consents.Wish fifth =
                new Consents.Wish(Consents.Said.GIVEN, List.of("surveys"), List.of("post"), "paper", "Oui", "fr", null);
        assertThat(consents.say(house, 5, fifth, LEA, () -> true)).isEmpty();
        ProtectionSheet sheet = sheet(today);
        assertThat(state(sheet, 8)).isEqualTo(State.PARTLY);
        assertThat(codes(sheet)).contains("consent-kept", "objection-not-kept");
        assertThat(sheet.consents())
                .extracting(ProtectionSheet.Contactable::count)
                .filteredOn(count -> count.purpose().equals("surveys"))
                .extracting(Consents.Count::channel, Consents.Count::given, Consents.Count::objected)
                .containsExactly(
                        tuple("email", 0L, 0L),
                        tuple("post", 5L, 0L),
                        tuple("telephone", 0L, 0L),
                        tuple("sms", null, null));
    }

    private static List<String> codes(ProtectionSheet sheet) {
        return sheet.points().stream()
                .flatMap(point -> point.says().stream())
                .map(ProtectionSheet.Statement::code)
                .toList();
    }

    @Test
    void joiningTheComparisonShowsInPurposesPointsAndCriteria() {
        ProtectionSheet before = sheet(Safeguards.NONE);
        assertThat(before.purposes())
                .filteredOn(use -> !use.active())
                .extracting(use -> use.purpose().id())
                .containsExactly("comparison", "overlap", "study", "study-nodes", "observers", "observatory");
        assertThat(before.criteria())
                .extracting(Criterion::answer)
                .containsExactly(
                        Answer.YES,
                        Answer.NO,
                        Answer.NO,
                        Answer.TO_JUDGE,
                        Answer.NO,
                        Answer.NO,
                        Answer.TO_JUDGE,
                        Answer.NO,
                        Answer.NO);
        assertThat(before.assessment()).isEqualTo(Answer.TO_JUDGE);
        gate.join(house.id(), Gate.COMPARISON, LEA);
        ProtectionSheet after = sheet(Safeguards.NONE);
        assertThat(after.purposes())
                .filteredOn(use -> !use.active())
                .extracting(use -> use.purpose().id())
                .containsExactly("overlap", "study", "study-nodes", "observers", "observatory");
        assertThat(after.criteria().get(5))
                .isEqualTo(new Criterion(6, Answer.YES, ProtectionSheet.Statement.of("criterion-combined", 2L)));
        assertThat(after.assessment()).isEqualTo(Answer.YES);
        assertThat(after.points().get(0).says())
                .contains(ProtectionSheet.Statement.of("joint", 2L, LocalDate.of(2026, 3, 2)));
        gate.leave(house.id(), Gate.COMPARISON, LEA);
        assertThat(sheet(Safeguards.NONE).assessment()).isEqualTo(Answer.TO_JUDGE);
    }

    @Test
    void tenThousandBuyersAreALargeScale() {
        sql("update contact_quality set buyers = 9999");
        assertThat(sheet(Safeguards.NONE).criteria().get(4).answer()).isEqualTo(Answer.NO);
        sql("update contact_quality set buyers = 10000");
        assertThat(sheet(Safeguards.NONE).criteria().get(4).answer()).isEqualTo(Answer.YES);
    }
}

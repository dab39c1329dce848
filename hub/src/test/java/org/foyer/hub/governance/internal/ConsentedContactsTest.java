package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.ContactGate;
import org.foyer.hub.governance.ContactGate.Answer;
import org.foyer.hub.governance.ContactGate.ContactList;
import org.foyer.hub.governance.ContactGate.Wish;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.HouseKeyMissing;
import org.foyer.hub.store.HouseKeys;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is on a list, and what of them. Now is 2 March 2026, 10:00 UTC. */
class ConsentedContactsTest {

    private static final Wish NEWSLETTER = new Wish("rf=new", "programme", "email");

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private Register register;
    private Warehouse warehouse;
    private HouseKeys keys;
    private RegisterAudit audit;
    private Consents consents;
    private ContactGate gate;
    private House one;
    private House two;
    private Actor lea;

    @BeforeEach
    void open() {
        register = EmptyStores.register(folder.resolve("register.db"));
        keys = new HouseKeys(folder.resolve("keys"));
        warehouse = EmptyStores.warehouse(folder.resolve("warehouse.duckdb"), "512MB", keys);
        RegisterHouses houses = new RegisterHouses(register, clock, new SecureRandom());
        audit = new RegisterAudit(register, clock, new AuditEnd(folder.resolve("audit.end")));
        consents = new RegisterConsents(register, clock, new RegisterPurposes(register, clock, audit), audit);
        gate = new ConsentedContacts(register, warehouse, clock, consents, audit);
        one = houses.add(Sample.house("one"));
        two = houses.add(Sample.house("two"));
        keys.make(one.id());
        keys.make(two.id());
        lea = new Actor("lea", false, Map.of(one.id(), Role.STEWARD), false);
        buyer(one, 1, "Wimbrell", "Ada", "ada@wimbrell.example", "+33 6 01", "1 rue Haute", "75011");
        buyer(one, 2, "Wimbrell", "Bo", "bo@wimbrell.example", null, null, "75011");
        buyer(one, 3, "=HYPERLINK(1)", "Cy", "cy@wimbrell.example", null, "3, rue « Basse »", "01000");
        buyer(one, 4, "Wimbrell", "Di", null, null, null, null);
        buyer(two, 1, "Elsewhere", "Ed", "ed@wimbrell.example", null, null, null);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private void buyer(
            House house,
            long person,
            String last,
            String first,
            String email,
            String phone,
            String street,
            String code) {
        warehouse.write(house.id(), connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into personal.person (house, person, sealed, email_key, with_birth_year, contact_key, run, line)
                    select $1::smallint, $2::bigint,
                      personal.sealed($1::integer, ['ref', $3, $4, $5, $6, $7, $8, 'Ville', 'FR', null]),
                      hash(lower($5)) >> 1, false, 0, $2, 1
                    """)) {
                insert.setShort(1, (short) house.id().value());
                insert.setLong(2, person);
                insert.setString(3, last);
                insert.setString(4, first);
                insert.setString(5, email);
                insert.setString(6, phone);
                insert.setString(7, street);
                insert.setString(8, code);
                return insert.executeUpdate();
            }
        });
    }

    private void say(long person, Said said, String channel, LocalDate until) {
        Consents.Wish wish = new Consents.Wish(
                said, List.of("programme"), List.of(channel), "paper", "J’accepte la lettre.", "fr", until);
        assertThat(consents.say(one, person, wish, lea, () -> true)).isEmpty();
    }

    private void say(long person, Said said) {
        say(person, said, "email", null);
    }

    private ContactList list(Wish wish, List<List<Long>> people) {
        Answer answer = gate.contacts(lea, one, wish, () -> people);
        assertThat(answer.faults()).isEmpty();
        return answer.list();
    }

    private List<String> mailed(List<List<Long>> people) {
        return list(NEWSLETTER, people).rows().stream()
                .map(row -> row.get(0))
                .sorted()
                .toList();
    }

    private static List<List<Long>> each(long... persons) {
        return java.util.Arrays.stream(persons).mapToObj(List::of).toList();
    }

    @Test
    void onlyWhoAgreedToThisPurposeByThisChannelIsOnTheList() {
        say(1, Said.GIVEN);
        say(2, Said.GIVEN, "post", null);
        ContactList list = list(NEWSLETTER, each(1, 2, 3, 4));
        assertThat(list.columns()).containsExactly("EMAIL", "FIRSTNAME", "LASTNAME");
        assertThat(list.rows()).containsExactly(List.of("ada@wimbrell.example", "Ada", "Wimbrell"));
        assertThat(list(new Wish("", "surveys", "email"), each(1, 2)).rows()).isEmpty();
        assertThat(mailed(each(2, 3))).as("1 is not in the segment").isEmpty();
    }

    @Test
    void whatWasSaidLastCountsAndAConsentEnds() {
        say(1, Said.GIVEN);
        say(2, Said.GIVEN);
        say(3, Said.GIVEN, "email", LocalDate.of(2026, 3, 5));
        assertThat(mailed(each(1, 2, 3))).hasSize(3);
        say(1, Said.WITHDRAWN);
        say(2, Said.OBJECTED);
        assertThat(mailed(each(1, 2, 3))).containsExactly("cy@wimbrell.example");
        clock.advance(Duration.ofDays(4));
        assertThat(mailed(each(1, 2, 3))).isEmpty();
    }

    @Test
    void aPersonCanBeToldOnWhichListsTheyWereForThreeYears() {
        say(1, Said.GIVEN);
        say(2, Said.GIVEN);
        mailed(each(1, 3));
        clock.advance(Duration.ofDays(1));
        list(NEWSLETTER, each(1, 2));
        assertThat(consents.uses(one, 1))
                .extracting(Consents.Use::actor, Consents.Use::purpose, Consents.Use::channel, Consents.Use::segment)
                .containsExactly(
                        tuple("lea", "programme", "email", "rf=new"), tuple("lea", "programme", "email", "rf=new"));
        assertThat(consents.uses(one, 2)).hasSize(1);
        assertThat(consents.uses(one, 3)).as("asked for, and not on it").isEmpty();
        assertThat(consents.uses(two, 1)).isEmpty();
        clock.advance(Duration.ofDays(3 * 366));
        list(NEWSLETTER, each(2));
        assertThat(consents.uses(one, 1)).as("older lists are gone").isEmpty();
        assertThat(consents.uses(one, 2)).hasSize(1);
    }

    @Test
    void whoObjectsBetweenTheClickAndTheListIsNotOnIt() {
        say(1, Said.GIVEN);
        say(2, Said.GIVEN);
        Answer answer = gate.contacts(lea, one, NEWSLETTER, () -> {
            say(2, Said.OBJECTED);
            return each(1, 2);
        });
        assertThat(answer.list().rows()).hasSize(1);
    }

    @Test
    void ofAPersonOfSeveralBuyersOneMustHaveAgreedAndNoneRefused() {
        say(2, Said.GIVEN);
        assertThat(mailed(List.of(List.of(1L, 2L))))
                .as("the address that was agreed to")
                .containsExactly("bo@wimbrell.example");
        say(1, Said.GIVEN);
        assertThat(mailed(List.of(List.of(1L, 2L))))
                .as("the one a file told of last")
                .containsExactly("bo@wimbrell.example");
        say(1, Said.OBJECTED);
        assertThat(mailed(List.of(List.of(1L, 2L)))).isEmpty();
        assertThat(mailed(each(2))).as("alone").hasSize(1);
    }

    @Test
    void whoSharesAnAddressWithSomebodyWhoRefusedIsLeftOut() {
        buyer(one, 5, "Wimbrell", "Flo", "Ada@wimbrell.example", null, null, null);
        say(1, Said.GIVEN);
        say(5, Said.GIVEN);
        assertThat(mailed(each(1, 5))).as("one address once").containsExactly("ada@wimbrell.example");
        say(5, Said.WITHDRAWN);
        ContactList list = list(NEWSLETTER, each(1));
        assertThat(list.rows()).isEmpty();
        assertThat(list.withoutAddress()).isEqualTo(1);
    }

    @Test
    void eachChannelGetsWhatItNeedsAndNoMore() {
        for (String channel : List.of("post", "telephone", "sms", "email")) {
            for (long person = 1; person <= 4; person++) {
                say(person, Said.GIVEN, channel, null);
            }
        }
        ContactList post = list(new Wish("", "programme", "post"), each(1, 2, 3, 4));
        assertThat(post.columns()).containsExactly("STREET", "POSTCODE", "CITY", "COUNTRY", "FIRSTNAME", "LASTNAME");
        assertThat(post.rows())
                .containsExactlyInAnyOrder(
                        List.of("1 rue Haute", "75011", "Ville", "FR", "Ada", "Wimbrell"),
                        List.of("3, rue « Basse »", "01000", "Ville", "FR", "Cy", "=HYPERLINK(1)"));
        assertThat(post.withoutAddress()).isEqualTo(2);
        assertThat(list(new Wish("", "programme", "sms"), each(1, 2)).columns())
                .containsExactly("SMS", "FIRSTNAME", "LASTNAME");
        assertThat(list(new Wish("", "programme", "telephone"), each(1, 2)).rows())
                .containsExactly(List.of("+33 6 01", "Ada", "Wimbrell"));
        assertThat(list(NEWSLETTER, each(1, 2, 3, 4)).rows()).hasSize(3);
    }

    @Test
    void theAuditTellsHowManyAndNamesNobody() {
        say(1, Said.GIVEN);
        mailed(each(1, 2));
        Audit.Line line = audit.lines(one.id(), 0, 1).get(0);
        assertThat(line.action()).isEqualTo("contacts-exported");
        assertThat(line.actor()).isEqualTo("lea");
        assertThat(line.purpose()).isEqualTo("programme");
        assertThat(line.detail()).isEqualTo("1 people by email, segment rf=new");
        mailed(each(3));
        assertThat(audit.lines(one.id(), 0, 1).get(0).detail())
                .as("an empty list too")
                .startsWith("0 people");
        assertThat(audit.lines(one.id(), 0, 100))
                .noneMatch(told -> told.toString().contains("imbrell"));
    }

    @Test
    void nobodyElseGetsAList() {
        say(1, Said.GIVEN);
        for (Actor actor : List.of(
                new Actor("bob", false, Map.of(one.id(), Role.EDITOR), false),
                new Actor("eve", false, Map.of(two.id(), Role.STEWARD), false),
                new Actor("op", true, Map.of(), false),
                new Actor("lea", false, Map.of(one.id(), Role.STEWARD), true))) {
            assertThatThrownBy(() -> gate.contacts(actor, one, NEWSLETTER, () -> each(1)))
                    .isInstanceOf(SecurityException.class);
        }
        assertThat(gate.contacts(Actor.commandLine(), one, NEWSLETTER, () -> each(1))
                        .list()
                        .rows())
                .hasSize(1);
        Actor other = new Actor("eve", false, Map.of(two.id(), Role.STEWARD), false);
        assertThat(gate.contacts(other, two, NEWSLETTER, () -> each(1)).list().rows())
                .as("the same key, another house")
                .isEmpty();
        assertThat(audit.lines(one.id(), 0, 100).stream()
                        .filter(line -> line.action().equals("contacts-exported")))
                .hasSize(1);
    }

    @Test
    void aWishThatIsNoneIsRefusedWhole() {
        Answer answer = gate.contacts(lea, one, new Wish("", "spam", "pigeon"), () -> {
            throw new AssertionError("nobody is looked for");
        });
        assertThat(answer.list()).isNull();
        assertThat(answer.faults()).extracting(Consents.Fault::field).containsExactly("purpose", "channel");
    }

    @Test
    void aForgottenPersonIsOnNoList() {
        say(1, Said.GIVEN);
        warehouse.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from personal.person where person = 1")) {
                return delete.executeUpdate();
            }
        });
        assertThat(mailed(each(1))).as("while the erasure is under way").isEmpty();
        register.write(handle -> handle.execute("delete from consent_event where person = 1"));
        assertThat(mailed(each(1))).isEmpty();
    }

    @Test
    void withoutItsKeyAHouseHasNoList() {
        say(1, Said.GIVEN);
        keys.destroy(one.id());
        assertThatThrownBy(() -> list(NEWSLETTER, each(1))).isInstanceOf(HouseKeyMissing.class);
        assertThat(audit.lines(one.id(), 0, 1).get(0).action()).isNotEqualTo("contacts-exported");
    }

    @Test
    void thereIsALimit() {
        List<Long> many = java.util.stream.LongStream.rangeClosed(1, Consents.ASKED_MAX + 1L)
                .boxed()
                .toList();
        Answer answer = gate.contacts(lea, one, NEWSLETTER, () -> List.of(many));
        assertThat(answer.faults()).extracting(Consents.Fault::code).containsExactly("contacts-too-many");
    }
}

package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.foyer.hub.governance.Audit.Line;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.Count;
import org.foyer.hub.governance.Consents.Event;
import org.foyer.hub.governance.Consents.Fault;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Standing;
import org.foyer.hub.governance.Consents.Wish;
import org.foyer.hub.governance.Consents.Wording;
import org.foyer.hub.governance.Terms;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What keeping consents must do on every register. Now is 2 March 2026, 10:00 UTC. */
abstract class ConsentsContract extends ConsentsOfManyContract {

    @Test
    void whoSaidNothingMayNotBeContacted() {
        assertThat(consents.of(one, ADA).stands())
                .hasSize(12)
                .allMatch(stand -> stand.standing() == Standing.NOTHING && stand.by() == null);
        assertThat(mayMail(ADA, BO)).isEmpty();
        assertThat(consents.receipt(one, ADA, "fr")).isEmpty();
    }

    @Test
    void aConsentIsForOnePurposeOneChannelAndOneHouse() {
        say(ADA, wish(Said.GIVEN, "paper", "email", "post"));
        assertThat(stand(ADA, "email").standing()).isEqualTo(Standing.GIVEN);
        assertThat(stand(ADA, "sms").standing()).isEqualTo(Standing.NOTHING);
        assertThat(mayMail(BO, ADA)).containsExactly(ADA);
        assertThat(consents.mayBeContacted(one, List.of(ADA), "surveys", "email", clock.instant()))
                .isEmpty();
        assertThat(consents.mayBeContacted(one, List.of(ADA), "programme", "sms", clock.instant()))
                .isEmpty();
        assertThat(consents.mayBeContacted(two, List.of(ADA), "programme", "email", clock.instant()))
                .isEmpty();
        assertThat(mayMail(BO)).as("only who is asked about").isEmpty();
    }

    @Test
    void aWithdrawalCountsAtOnceAndDoesNotRewriteThePast() {
        say(ADA, wish(Said.GIVEN, "form", "email"));
        Instant before = clock.instant();
        clock.advance(Duration.ofMillis(1));
        say(ADA, wish(Said.WITHDRAWN, "telephone", "email"));
        assertThat(mayMail(ADA)).isEmpty();
        assertThat(stand(ADA, "email").standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(consents.mayBeContacted(one, List.of(ADA), "programme", "email", before))
                .as("as known before")
                .containsExactly(ADA);
    }

    @Test
    void aWithdrawalCountsAlsoWhenTheClockWasSetBack() {
        say(ADA, wish(Said.GIVEN, "form", "email"));
        say(ADA, wish(Said.WITHDRAWN, "form", "email"));
        clock.advance(Duration.ofDays(-1));
        assertThat(mayMail(ADA)).isEmpty();
    }

    @Test
    void anObjectionEndsConsentAndStandsWhenConsentIsWithdrawnAfterwards() {
        say(ADA, wish(Said.GIVEN, "form", "email"));
        say(ADA, wish(Said.OBJECTED, "email", "email", "post", "telephone", "sms"));
        say(ADA, wish(Said.WITHDRAWN, "email", "email"));
        assertThat(stand(ADA, "email").standing()).isEqualTo(Standing.OBJECTED);
        assertThat(stand(ADA, "post").standing()).isEqualTo(Standing.OBJECTED);
        assertThat(mayMail(ADA)).isEmpty();
        assertThat(consents.of(one, ADA).events()).hasSize(5);
    }

    @Test
    void thePersonCanAgreeAgainButAFileCannotAgreeForThem() {
        say(ADA, wish(Said.OBJECTED, "telephone", "email"));
        assertThat(consents.say(one, ADA, wish(Said.GIVEN, Consents.FILE, "email"), LEA, () -> true))
                .extracting(Fault::field, Fault::code)
                .containsExactly(tuple("way", "consent-file-late"));
        byFile(ADA, 1);
        assertThat(stand(ADA, "email").standing()).isEqualTo(Standing.OBJECTED);
        assertThat(mayMail(ADA)).isEmpty();
        say(ADA, wish(Said.GIVEN, "box-office", "email"));
        assertThat(stand(ADA, "email").standing()).isEqualTo(Standing.GIVEN);
        assertThat(mayMail(ADA)).containsExactly(ADA);
    }

    @Test
    void aFileCountsAsLongAsNothingElseWasSaidAndItsObjectionsCountAlways() {
        byFile(ADA, 2);
        assertThat(mayMail(ADA)).containsExactly(ADA);
        say(BO, wish(Said.GIVEN, "paper", "email"));
        say(BO, wish(Said.OBJECTED, Consents.FILE, "email"));
        assertThat(mayMail(ADA, BO)).containsExactly(ADA);
        say(ADA, wish(Said.WITHDRAWN, "paper", "email"));
        byFile(ADA, 3);
        assertThat(mayMail(ADA, BO)).isEmpty();
    }

    /** A consent as a later import of many people would write it. */
    private void byFile(long person, int at) {
        register.write(handle -> insert(handle, person, "given", "file", at, null));
    }

    private int insert(Handle handle, long person, String said, String way, long at, String until) {
        return handle.execute(
                "insert into consent_event (house, person, purpose, channel, said, at, actor, way, until_day)"
                        + " values (?, ?, 'programme', 'email', ?, ?, 'lea', ?, ?)",
                one.id().value(),
                person,
                said,
                at,
                way,
                until);
    }

    @Test
    void aConsentCountsUntilItsLastDayInTheZoneOfTheHouse() {
        say(ADA, until(LocalDate.of(2026, 3, 3)));
        assertThat(stand(ADA, "email").standing()).isEqualTo(Standing.GIVEN);
        Instant lastMinute = Instant.parse("2026-03-03T22:59:00Z"); // 23:59 in Paris
        assertThat(consents.mayBeContacted(one, List.of(ADA), "programme", "email", lastMinute))
                .containsExactly(ADA);
        clock.advance(Duration.ofHours(37)); // 4 March, 00:00 in Paris
        assertThat(stand(ADA, "email").standing()).isEqualTo(Standing.EXPIRED);
        assertThat(mayMail(ADA)).isEmpty();
        say(ADA, until(LocalDate.of(2027, 3, 3)));
        assertThat(mayMail(ADA)).as("renewed").containsExactly(ADA);
    }

    @Test
    void wordingsAreKeptOnceAndCountedUp() {
        say(ADA, wish(Said.GIVEN, "paper", "email"));
        say(
                BO,
                new Wish(
                        Said.GIVEN, List.of("programme"), List.of("sms"), "form", "\r\n " + WORDING + " ", null, null));
        String later = "Je veux bien\nrecevoir la lettre et le programme.";
        clock.advance(Duration.ofDays(1));
        say(BO, new Wish(Said.GIVEN, List.of("surveys", "programme"), List.of("email"), "form", later, "fr", null));
        assertThat(consents.wordings(one.id()))
                .containsExactly(
                        new Wording("programme", 2, "fr", later, clock.instant()),
                        new Wording("surveys", 1, "fr", later, clock.instant()));
        assertThat(consents.of(one, BO).events())
                .extracting(Event::purpose, event -> event.wording().version())
                .containsExactly(tuple("surveys", 1), tuple("programme", 2), tuple("programme", 1));
        assertThat(stand(ADA, "email").by().wording().text()).isEqualTo(WORDING);
        assertThat(consents.wordings(two.id())).isEmpty();
    }

    @Test
    void eachSayingLeavesALineWithKeysAndNoNamesAndNothingNewLeavesNone() {
        say(ADA, wish(Said.GIVEN, "paper", "post", "email"));
        say(ADA, wish(Said.WITHDRAWN, "telephone", "email"));
        say(ADA, wish(Said.WITHDRAWN, "telephone", "email"));
        List<Line> lines = audit.lines(one.id(), 0, 10);
        assertThat(lines)
                .extracting(Line::actor, Line::action, Line::purpose, Line::detail)
                .containsExactly(
                        tuple(
                                "lea",
                                "consent-withdrawn",
                                "rights-of-people",
                                "programme by email, said telephone, people " + ADA),
                        tuple(
                                "lea",
                                "consent-given",
                                "rights-of-people",
                                "programme by email post, said paper, people " + ADA));
        assertThat(audit.about(one.id(), ADA)).hasSize(2);
        assertThat(audit.intact()).isTrue();
    }

    @Test
    void whatCannotBeIsRefusedAllAtOnceAndNothingIsWritten() {
        Wish wrong =
                new Wish(Said.GIVEN, List.of("magic"), List.of(), "dream", " ", "français", LocalDate.of(2026, 3, 1));
        assertThat(consents.say(one, ADA, wrong, LEA, () -> true))
                .extracting(Fault::field, Fault::code)
                .containsExactly(
                        tuple("purposes", "consent-choice"),
                        tuple("channels", "consent-choice"),
                        tuple("way", "consent-choice"),
                        tuple("wording", "consent-wording-missing"),
                        tuple("language", "consent-language"),
                        tuple("until", "consent-until"));
        Wish tooLong = new Wish(
                Said.GIVEN,
                List.of("programme"),
                List.of("email"),
                "paper",
                "x".repeat(4_001),
                "fr",
                LocalDate.of(2036, 3, 3));
        assertThat(consents.say(one, ADA, tooLong, LEA, () -> true))
                .extracting(Fault::code)
                .containsExactly("consent-wording-text", "consent-until");
        assertThat(consents.of(one, ADA).events()).isEmpty();
        assertThat(audit.lines(one.id(), 0, 10)).isEmpty();
    }

    @Test
    void nothingIsWrittenOfAPersonWhoIsBeingForgotten() {
        assertThat(consents.say(one, ADA, wish(Said.GIVEN, "paper", "email"), LEA, () -> false))
                .extracting(Fault::code)
                .containsExactly("person-unknown");
        assertThat(consents.of(one, ADA).events()).isEmpty();
        assertThat(consents.wordings(one.id())).isEmpty();
    }

    @Test
    void consentsHaveALimitAndObjectionsHaveNone() {
        register.write(handle -> {
            for (int i = 0; i < Consents.CONSENTS_MAX; i++) {
                insert(handle, ADA, "given", "file", i, null);
            }
            return true;
        });
        assertThat(consents.say(one, ADA, wish(Said.GIVEN, "paper", "sms"), LEA, () -> true))
                .extracting(Fault::code)
                .containsExactly("consents-too-many");
        say(ADA, wish(Said.OBJECTED, "paper", "email", "sms"));
        assertThat(mayMail(ADA)).isEmpty();
        List<Long> many = Collections.nCopies(Consents.ASKED_MAX + 1, ADA);
        assertThatThrownBy(() -> consents.mayBeContacted(one, many, "programme", "email", clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> consents.mayBeContacted(one, List.of(ADA), "magic", "email", clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsUnderFiveAreNotTold() {
        for (long person = 1; person <= 5; person++) {
            say(person, wish(Said.GIVEN, "paper", "email", "post"));
        }
        say(5, wish(Said.OBJECTED, "paper", "post"));
        assertThat(consents.counts(one))
                .hasSize(12)
                .contains(
                        new Count("programme", "email", 5L, 0L),
                        new Count("programme", "post", null, null),
                        new Count("programme", "sms", 0L, 0L));
        assertThat(consents.counts(two)).allMatch(count -> Long.valueOf(0).equals(count.given()));
    }

    @Test
    void aReceiptTellsWhatIso27560Asks() throws JsonProcessingException {
        purposes.decide(one.id(), new Terms(24, 6, "Port SARL", "dpo@port.example", "Lyon", null), LEA);
        say(ADA, until(LocalDate.of(2027, 12, 31)));
        clock.advance(Duration.ofHours(1));
        say(ADA, wish(Said.OBJECTED, "telephone", "email", "sms"));
        Map<String, Object> receipt = consents.receipt(one, ADA, "en").orElseThrow();
        ObjectMapper json = new ObjectMapper();
        assertThat(json.writeValueAsString(receipt))
                .as("the same at the same moment")
                .isEqualTo(
                        json.writeValueAsString(consents.receipt(one, ADA, "en").orElseThrow()));
        JsonNode told = json.valueToTree(receipt);
        assertThat(told.path("@type").asText()).isEqualTo("dpv:ConsentReceipt");
        assertThat(told.path("dct:conformsTo").asText())
                .isEqualTo("https://w3id.org/dpv/schema/dpv-27560#receipt-record");
        assertThat(told.path("dct:created").asText()).isEqualTo("2026-03-02T11:00:00Z");
        assertThat(told.path("dpv:hasIdentifier").asText()).hasSize(36);
        JsonNode record = told.path("dpv:hasRecordOfActivity").path(0);
        assertThat(told.path("dpv:hasRecordOfActivity")).hasSize(1);
        assertThat(record.path("@type").asText()).isEqualTo("dpv:ConsentRecord");
        assertThat(record.path("dpv:hasDataSubject").path("dct:identifier").asText())
                .isEqualTo(Long.toString(ADA));
        assertThat(record.path("dpv:hasDataController").path("dpv:hasName").asText())
                .isEqualTo("Port SARL");
        assertThat(record.path("dpv:hasLegalBasis").asText()).isEqualTo("eu-gdpr:A6-1-a");
        assertThat(record.path("dpv:hasJurisdiction").asText()).isEqualTo("loc:FR");
        assertThat(record.path("dpv:hasConsentControl")
                        .path("dpv:isExercisedAt")
                        .asText())
                .isEqualTo("dpo@port.example");
        assertThat(record.at("/dpv:hasProcess/dpv:hasPurpose/dct:title").asText())
                .isEqualTo("News of the programme");
        assertThat(record.at("/dpv:hasProcess/dpv:hasPersonalData").toString())
                .isEqualTo("[\"pd:EmailAddress\",\"pd:TelephoneNumber\"]");
        assertThat(record.at("/dpv:hasProcess/dpv:hasStorageCondition/1/dpv:hasDuration")
                        .asText())
                .isEqualTo("P24M");
        assertThat(record.at("/dpv:hasNotice/0/dct:description").asText()).isEqualTo(WORDING);
        JsonNode events = record.path("dpv:hasConsentStatus");
        assertThat(events).hasSize(3);
        assertThat(events.at("/2/@type/0").asText()).isEqualTo("dpv:ConsentGiven");
        assertThat(events.at("/2/dpv:isIndicatedAtTime").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(events.at("/2/dpv:hasDuration/rdf:value").asText()).isEqualTo("2027-12-31");
        assertThat(events.at("/0/@type").asText()).isEqualTo("dpv:ConsentRefused");
        assertThat(record.path("foyer:standing"))
                .extracting(node -> node.path("dpv:hasConsentStatus").asText())
                .containsExactly("dpv:ConsentRefused", "dpv:ConsentRefused");
    }

    /** The rule once more, in plain words, against the question in SQL; a thousand things said in an order that a seed gives. */
    @Test
    void theLatestCountsInAnyOrder() {
        Random random = new Random(27560);
        List<Long> people = new ArrayList<>();
        for (long person = 1; person <= 60; person++) {
            people.add(person);
        }
        register.write(handle -> {
            for (int i = 0; i < 1_000; i++) {
                long person = 1 + random.nextInt(60);
                String said = List.of("given", "given", "withdrawn", "objected").get(random.nextInt(4));
                String way = List.of("paper", "file").get(random.nextInt(2));
                String until = "given".equals(said) && random.nextInt(3) == 0 ? "2026-03-01" : null;
                insert(handle, person, said, way, 1, until);
            }
            return true;
        });
        List<Long> expected = people.stream().filter(this::mayByHand).toList();
        assertThat(expected).hasSizeBetween(5, 40);
        assertThat(mayMail(people.toArray(Long[]::new))).isEqualTo(expected);
    }

    private boolean mayByHand(long person) {
        Event counts = null;
        List<Event> oldestFirst = new ArrayList<>(consents.of(one, person).events());
        Collections.reverse(oldestFirst);
        for (Event event : oldestFirst) {
            boolean fromFile = event.said() == Said.GIVEN && event.way().equals(Consents.FILE);
            boolean onlyFiles = counts == null
                    || counts.said() == Said.GIVEN && counts.way().equals(Consents.FILE);
            if (!fromFile || onlyFiles) {
                counts = event;
            }
        }
        return counts != null && counts.said() == Said.GIVEN && counts.until() == null;
    }
}

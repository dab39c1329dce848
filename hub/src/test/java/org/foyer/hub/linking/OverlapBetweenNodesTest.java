package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.internal.overlap.OverlapPace;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NodeOverlapGate.Kept;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.linking.OverlapNode.Step;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two houses of two nodes, each with its own stores, over HTTP: what both know, and each way in which the other side may fail. */
class OverlapBetweenNodesTest {

    /** Bytes of a message before its content. */
    private static final int HEAD = 42;

    private static OverlapNode here;
    private static OverlapNode there;
    private House one;
    private House two;
    private Other first;
    private Other second;

    /** Shared by all tests: each has houses of its own, and nodes that were just started and asked nothing yet. */
    @BeforeAll
    static void twoNodes(@TempDir Path folder) {
        here = new OverlapNode(folder.resolve("here"));
        there = new OverlapNode(folder.resolve("there"));
        OverlapNode.acquaint(here, there);
    }

    @AfterAll
    static void close() {
        here.close();
        there.close();
    }

    /** 900 buyers each, of whom 600 are the same. */
    @BeforeEach
    void twoHouses() {
        here.startAnew();
        there.startAnew();
        one = here.house(0, 900);
        two = there.house(300, 1_200);
        first = here.known(one);
        second = there.known(two);
        assertThat(here.gate.name(OverlapNode.STEWARD, one, second)).isNull();
        assertThat(there.gate.name(OverlapNode.STEWARD, two, first)).isNull();
    }

    private Kept ask() {
        return here.overlaps.ask(OverlapNode.STEWARD, one, second, progress -> {});
    }

    private void stops(String code) {
        assertThatThrownBy(this::ask).isInstanceOf(OverlapStopped.class).hasMessage(code);
        assertThat(here.gate.answers(one.id())).isEmpty();
        assertThat(there.gate.answers(two.id())).isEmpty();
    }

    @Test
    void bothHousesKnowTheSameNumberAndBothAuditsSayWhatLeft() {
        List<String> steps = new ArrayList<>();
        Kept kept = here.overlaps.ask(OverlapNode.STEWARD, one, second, progress -> steps.add(progress.step()));

        assertThat(kept.about()).isBetween(500L, 700L);
        assertThat(kept.askedHere()).isTrue();
        assertThat(steps).startsWith("prepare").contains("send").endsWith("receive");
        assertThat(there.gate.answers(two.id())).singleElement().satisfies(answer -> {
            assertThat(answer.about()).isEqualTo(kept.about());
            assertThat(answer.other()).isEqualTo(first);
            assertThat(answer.askedHere()).isFalse();
        });
        assertThat(here.left(one)).containsExactly("overlap-given");
        assertThat(there.left(two)).containsExactly("overlap-given");
        assertThat(there.audit.left(two.id(), 10).get(0).actor()).isEqualTo("node " + here.identity.self());
        assertThat(here.audit.lines(one.id(), 0, 10))
                .anyMatch(line -> line.action().equals("overlap"));
        assertThat(here.counts()).containsEntry("blindings", 0L);
    }

    @Test
    void whatIsKnownIsToldAgainWithoutAQuestion() {
        Kept kept = ask();
        int steps = there.steps.get();
        assertThat(ask()).isEqualTo(kept);
        assertThat(there.overlaps
                        .ask(OverlapNode.STEWARD, two, first, progress -> {})
                        .about())
                .isEqualTo(kept.about());
        assertThat(there.steps.get()).isEqualTo(steps);
        assertThat(here.steps.get()).isZero();
    }

    @Test
    void aHouseThatDidNotHearTheResultIsToldWhatTheOtherKnows() {
        there.between = (step, node) -> step.name().equals("result") ? new Reply(503, new byte[0]) : step.to(node);
        Kept kept = ask();
        assertThat(there.gate.answers(two.id())).isEmpty();

        Kept told = there.overlaps.ask(OverlapNode.STEWARD, two, first, progress -> {});
        assertThat(told.about()).isEqualTo(kept.about());
        assertThat(here.steps.get())
                .as("nothing but the question whether it is known")
                .isEqualTo(1);
        assertThat(here.counts()).containsEntry("tries", 0L);
    }

    @Test
    void bothMustHaveNamedOneAnother() {
        there.gate.forget(OverlapNode.STEWARD, two, first);
        stops("overlap-not-named");
        there.gate.name(OverlapNode.STEWARD, two, first);
        here.gate.forget(OverlapNode.STEWARD, one, second);
        stops("overlap-not-named");
        assertThat(there.left(two)).isEmpty();
        assertThat(there.counts()).containsEntry("tries", 0L);
    }

    @Test
    void bothMustTakePartUntilTheEnd() {
        here.doors.leave(one.id(), Gate.OVERLAP, OverlapNode.STEWARD);
        stops("overlap-not-taking-part");
        here.doors.join(one.id(), Gate.OVERLAP, OverlapNode.STEWARD);
        there.between = (step, node) -> {
            if (step.name().equals("answer")) {
                there.doors.leave(two.id(), Gate.OVERLAP, OverlapNode.STEWARD);
            }
            return step.to(node);
        };
        stops("overlap-not-named");
        assertThat(there.left(two)).isEmpty();
    }

    @Test
    void aHouseThatIsNotThereAnswersLikeOneThatNamedNobody() {
        Other nobody = new Other(second.node(), "no-such-house");
        here.gate.name(OverlapNode.STEWARD, one, nobody);
        assertThatThrownBy(() -> here.overlaps.ask(OverlapNode.STEWARD, one, nobody, progress -> {}))
                .hasMessage("overlap-not-named");
        Other nowhere = new Other("urn:foyer:node:nobody", "house-1");
        here.gate.name(OverlapNode.STEWARD, one, nowhere);
        assertThatThrownBy(() -> here.overlaps.ask(OverlapNode.STEWARD, one, nowhere, progress -> {}))
                .hasMessage("overlap-node-unknown");
    }

    @Test
    void aStepWhoseAnswerWasLostIsAskedForAgainAndTakenOnce() {
        AtomicInteger heard = new AtomicInteger();
        there.between = (step, node) -> {
            Reply reply = step.to(node);
            return heard.incrementAndGet() % 2 == 0 ? null : reply;
        };
        assertThat(ask().about()).isBetween(500L, 700L);
        assertThat(there.counts()).containsEntry("tries", 1L);
    }

    @Test
    void aPeerThatIsGoneIsAskedAgainOfTheSameSetAfterBothStartedAnew() {
        there.between = (step, node) -> step.name().equals("points") ? null : step.to(node);
        stops("overlap-no-answer");
        assertThat(here.counts()).containsEntry("blindings", 1L);

        there.between = Step::to;
        here.start(OverlapNode.PACE);
        there.start(OverlapNode.PACE);
        assertThat(ask().about()).isBetween(500L, 700L);
        assertThat(there.counts()).containsEntry("tries", 2L);
    }

    @Test
    void aSetWithOneBuyerMoreIsNotAnsweredInTheSamePeriod() {
        there.between = (step, node) -> step.name().equals("points") ? null : step.to(node);
        stops("overlap-no-answer");
        there.between = Step::to;
        here.buyers(one, 5_000, 5_001);
        stops("overlap-asked");
    }

    @Test
    void aHouseWithFewBuyersNeitherAsksNorAnswers() {
        House few = here.house(0, 499);
        here.gate.name(OverlapNode.STEWARD, few, second);
        there.gate.name(OverlapNode.STEWARD, two, here.known(few));
        assertThatThrownBy(() -> here.overlaps.ask(OverlapNode.STEWARD, few, second, progress -> {}))
                .hasMessage("overlap-set-small");
        there.start(OverlapNode.PACE);
        assertThatThrownBy(() -> there.overlaps.ask(OverlapNode.STEWARD, two, here.known(few), progress -> {}))
                .hasMessage("overlap-set-small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "offer", "points", "answer"})
    void garbageInsteadOfAnAnswerEndsTheQuestion(String name) {
        there.between = (step, node) -> {
            Reply reply = step.to(node);
            return step.name().equals(name)
                    ? new Reply(name.equals("points") ? 418 : 200, "<html>".getBytes(StandardCharsets.UTF_8))
                    : reply;
        };
        stops(name.equals("points") ? "overlap-no-answer" : "overlap-message");
    }

    @Test
    void aRefusalInWordsThatNobodyKnowsIsNotRepeated() {
        there.between = (step, node) -> new Reply(409, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        stops("overlap-message");
    }

    /** A point of small order, one that is none, two in the wrong order, one twice: on the way there and on the way back. */
    @ParameterizedTest
    @CsvSource({"points,zero", "points,beyond", "points,swapped", "points,twice", "answer,swapped", "answer,twice"})
    void pointsThatAreNotWhatTheyShouldBeAreRefused(String name, String how) {
        there.between = (step, node) -> {
            if (!step.name().equals(name)) {
                return step.to(node);
            }
            if (name.equals("points")) {
                byte[] body = changed(step.body(), how, 32);
                return new Step(step.caller(), name, step.session(), step.number(), body).to(node);
            }
            Reply reply = step.to(node);
            return new Reply(reply.status(), changed(reply.body(), how, step.number() == 0 ? 12 : 32));
        };
        assertThatThrownBy(this::ask)
                .isInstanceOf(OverlapStopped.class)
                .satisfies(stopped -> assertThat(((OverlapStopped) stopped).code())
                        .isIn("overlap-point", "overlap-order", "overlap-commitment"));
        assertThat(here.gate.answers(one.id())).isEmpty();
    }

    private static byte[] changed(byte[] message, String how, int unit) {
        if (message.length < HEAD + 2 * unit) {
            return message;
        }
        byte[] changed = message.clone();
        switch (how) {
            case "zero" -> Arrays.fill(changed, HEAD, HEAD + unit, (byte) 0);
            case "beyond" -> Arrays.fill(changed, changed.length - unit, changed.length, (byte) 0xff);
            case "twice" -> System.arraycopy(message, HEAD, changed, HEAD + unit, unit);
            default -> {
                System.arraycopy(message, HEAD, changed, HEAD + unit, unit);
                System.arraycopy(message, HEAD + unit, changed, HEAD, unit);
            }
        }
        return changed;
    }

    @Test
    void oneThatNeverEndsItsAnswerIsNotHeardToTheEnd() {
        Reply[] own = {new Reply(204, new byte[0])};
        there.between = (step, node) -> {
            Reply reply = step.to(node);
            if (step.name().equals("answer") && reply.status() == 200) {
                own[0] = reply;
            }
            return step.name().equals("answer") ? own[0] : reply;
        };
        assertThatThrownBy(this::ask).isInstanceOf(OverlapStopped.class);
        assertThat(there.steps.get()).isLessThan(12);
    }

    @Test
    void oneThatIsSilentIsNotWaitedFor() {
        there.between = (step, node) -> {
            Thread.sleep(3_000);
            return step.to(node);
        };
        here.start(new OverlapPace(Duration.ofMillis(10), 1, Duration.ofSeconds(20), Duration.ofMinutes(5)));
        stops("overlap-no-answer");
    }

    @Test
    void oneThatPreparesForEverIsNotWaitedFor() {
        there.between = (step, node) -> step.name().equals("offer") ? new Reply(202, new byte[0]) : step.to(node);
        here.start(new OverlapPace(Duration.ofMillis(10), 3, Duration.ofMillis(300), Duration.ofMinutes(5)));
        stops("overlap-too-slow");
    }

    @Test
    void aTokenCountsOnceAndAStrangerIsNotHeard() throws IOException {
        Participant to = here.identity.find(second.node()).orElseThrow();
        String token = here.identity.proofFor(to);
        URI address = URI.create(there.root() + "/overlap/open?session=&number=0");
        byte[] body = ("%s\n%s\n%s\nreal".formatted(one.slug(), two.slug(), here.gate.period()))
                .getBytes(StandardCharsets.UTF_8);
        Post.Parcel opened = here.post.carry(to, address, token, body, 100);
        assertThat(opened.status()).isEqualTo(200);
        assertThat(here.post.carry(to, address, token, body, 100).status()).isEqualTo(401);
        assertThat(here.post.carry(to, address, "Bearer nonsense", body, 100).status())
                .isEqualTo(401);

        String session = new String(opened.body(), StandardCharsets.US_ASCII);
        assertThat(told(there.overlaps.answer("urn:foyer:node:other", "offer", session, 0, new byte[50])))
                .isEqualTo("overlap-message");
        assertThat(told(there.overlaps.answer(here.identity.self(), "points", session, 0, new byte[50])))
                .isEqualTo("overlap-message");
        assertThat(told(there.overlaps.answer(here.identity.self(), "offer", session, 0, new byte[50])))
                .as("nothing goes on after a refusal")
                .isEqualTo("overlap-message");
    }

    private static String told(Reply reply) {
        return new String(reply.body(), StandardCharsets.US_ASCII);
    }

    @Test
    void anotherPeriodAndAnotherKindOfHouseAreRefused() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "%s\n%s\n1999-Q1\nreal",
                        "overlap-period-other",
                        "%s\n%s\n" + here.gate.period() + "\nsimulated",
                        "overlap-not-named",
                        "%s\n%s\nreal",
                        "overlap-message",
                        "%s\n%s\n2026-Q1\nneither",
                        "overlap-message")
                .entrySet()) {
            byte[] body = wrong.getKey().formatted(one.slug(), two.slug()).getBytes(StandardCharsets.UTF_8);
            assertThat(told(there.overlaps.answer(here.identity.self(), "open", "", 0, body)))
                    .isEqualTo(wrong.getValue());
        }
        assertThat(told(there.overlaps.answer(here.identity.self(), "open", "", 0, new byte[5_000])))
                .isEqualTo("overlap-message");
    }

    @Test
    void twoThatAskEachOtherAtOnceKnowOneNumber() throws Exception {
        here.overlaps.begin(OverlapNode.STEWARD, one, second);
        there.overlaps.begin(OverlapNode.STEWARD, two, first);
        for (int tries = 0; tries < 1_000 && there.gate.answers(two.id()).isEmpty(); tries++) {
            Thread.sleep(20);
        }
        for (int tries = 0; tries < 1_000 && here.gate.answers(one.id()).isEmpty(); tries++) {
            Thread.sleep(20);
        }
        assertThat(here.gate.answers(one.id())).hasSize(1);
        assertThat(there.gate.answers(two.id())).hasSize(1);
        assertThat(here.gate.answers(one.id()).get(0).about())
                .isEqualTo(there.gate.answers(two.id()).get(0).about());
    }

    @Test
    void whatWasBegunIsSeenUntilItStops() throws Exception {
        there.gate.forget(OverlapNode.STEWARD, two, first);
        here.overlaps.begin(OverlapNode.STEWARD, one, second);
        for (int tries = 0;
                tries < 1_000
                        && here.overlaps
                                        .underway(one.id(), second)
                                        .orElseThrow()
                                        .stopped()
                                == null;
                tries++) {
            Thread.sleep(20);
        }
        assertThat(here.overlaps.underway(one.id(), second).orElseThrow().stopped())
                .isEqualTo("overlap-not-named");
    }
}

package org.foyer.hub.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.governance.ReachTold.Figure;
import org.foyer.hub.linking.ReachNode.Step;
import org.foyer.hub.model.House;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four houses of two nodes, which hold a key each, and a third node that holds sketches, over HTTP. The nodes are opened once; each test has a
 * quarter of a year of its own, in which nothing of the others counts.
 */
class ReachBetweenNodesTest extends ReachStand {

    /** Bytes of a message before its points. */
    private static final int HEAD = 42;

    @Test
    void threeHousesKnowTheSameTableAndEachAuditSaysWhatLeft() {
        assertThat(ask(one)).isEmpty();
        assertThat(ask(two))
                .as("from two alone each could reckon the size of the other")
                .isEmpty();
        ReachTold told = ask(three).orElseThrow();

        assertThat(told.houses()).hasSize(3).contains(here.known(one), there.known(two), there.known(three));
        isAbout(told.reach(), 11_000);
        isAbout(told.atLeast().get(0).people(), 6_000);
        isAbout(pair(told, one, two), 4_000);
        isAbout(pair(told, two, three), 3_000);
        assertThat(pair(told, one, three))
                .as("1,000 of 11,000 stand on too few sampled")
                .isEqualTo(Figure.SMALL);
        assertThat(told.atLeast().get(1).people()).isEqualTo(Figure.SMALL);

        assertThat(ask(one)).contains(told);
        assertThat(ask(two)).contains(told);
        for (House house : List.of(one, two, three)) {
            assertThat(node(house).left(house)).hasSize(2).anyMatch(line -> line.startsWith("overlap-given"));
            assertThat(node(house).left(house))
                    .anyMatch(line -> line.startsWith("overlap-counted") && line.contains("count 1 of 3 houses"));
        }
        assertThat(there.promises(here.known(one))).isEqualTo(1);
        assertThat(pool.promises(here.known(one))).isZero();
    }

    @Test
    void anotherHouseIsCountedWithTheRestAWeekLaterAndNeverByItself() {
        ask(one);
        ask(two);
        ReachTold told = ask(three).orElseThrow();

        assertThat(here.left(one)).hasSize(1);
        here.reach.settle();
        here.reach.settle();
        assertThat(here.reach.known(one.id()))
                .as("it hears of a count that another asked for")
                .contains(told);
        assertThat(here.left(one)).hasSize(2);

        assertThat(ask(four)).as("the count that is out, without it").contains(told);
        assertThat(here.audit.lines(four.id(), 0, 10))
                .anyMatch(line -> line.action().equals("reach-heard"));

        CLOCK.advance(Duration.ofDays(7));
        ReachTold later = ask(four).orElseThrow();
        assertThat(later.number()).isEqualTo(2);
        assertThat(later.houses()).hasSize(4);
        isAbout(later.reach(), 15_200);
        assertThat(pair(later, one, two)).as("once out, a figure stays").isEqualTo(pair(told, one, two));
        assertThat(pair(later, one, four)).isEqualTo(Figure.SMALL);
    }

    @Test
    void whoStopsIsThrownOutOfThePoolAndComesBackWithTheSameSketchAlone() {
        ask(four);
        String purpose = network.purpose(false, AgreedByAll.POLICY);
        assertThat(pool.pool.holds(purpose, pool.gate.period(), here.self(), four.slug()))
                .isTrue();

        here.doors.leave(four.id(), Gate.OVERLAP, ReachNode.STEWARD);
        here.reach.settle();
        assertThat(pool.pool.holds(purpose, pool.gate.period(), here.self(), four.slug()))
                .isFalse();
        assertThat(here.gate.given()).isEmpty();
        stops(four, "overlap-not-taking-part");

        here.doors.join(four.id(), Gate.OVERLAP, ReachNode.STEWARD);
        ask(four);
        assertThat(pool.pool.holds(purpose, pool.gate.period(), here.self(), four.slug()))
                .isTrue();

        here.gate.forget(ReachNode.STEWARD, four);
        here.reach.settle();
        here.buyers(four, 30_000, 30_400);
        assertThat(here.gate.name(ReachNode.STEWARD, four, network)).isNull();
        stops(four, "overlap-asked");
    }

    @Test
    void aPoolThatIsNotReachedIsToldLaterThatAHouseStopped() {
        ask(four);
        here.gate.forget(ReachNode.STEWARD, four);
        pool.between = (step, node) -> new Reply(503, new byte[0]);
        here.reach.settle();
        assertThat(here.gate.given()).hasSize(1);

        pool.between = Step::to;
        here.reach.settle();
        assertThat(here.gate.given()).isEmpty();
        assertThat(pool.pool.holds(
                        network.purpose(false, AgreedByAll.POLICY), pool.gate.period(), here.self(), four.slug()))
                .isFalse();
    }

    @Test
    void otherNodesDoNotCountForAHouseInTheSameQuarter() {
        ask(four);
        here.gate.forget(ReachNode.STEWARD, four);
        ReachNetwork other = new ReachNetwork(there.self(), here.self(), pool.self());
        assertThat(here.gate.name(ReachNode.STEWARD, four, other)).isEqualTo("reach-other-network");
        assertThat(here.gate.name(ReachNode.STEWARD, four, network)).isNull();
    }

    /** It goes on where it broke: the same set, promised once. */
    @Test
    void aHolderThatFailsInTheMidstIsAskedForTheSameSetAgain() {
        AtomicBoolean multiplied = new AtomicBoolean();
        there.between = (step, node) -> {
            Reply reply = step.to(node);
            multiplied.compareAndSet(false, step.name().equals("points") && reply.status() == 200);
            return step.name().equals("points") ? null : reply;
        };
        stops(four, "overlap-no-answer");
        assertThat(multiplied).as("its answer was lost").isTrue();

        there.between = Step::to;
        assertThat(ask(four)).isEmpty();
        assertThat(there.promises(here.known(four))).isEqualTo(1);
        assertThat(here.promises(here.known(four))).isEqualTo(1);
        assertThat(pool.pool.holds(
                        network.purpose(false, AgreedByAll.POLICY), pool.gate.period(), here.self(), four.slug()))
                .isTrue();
    }

    @Test
    void nothingIsPromisedToOneHolderBeforeTheOthersAreReady() {
        there.start(false, org.foyer.hub.fetching.FetchLimits.DEFAULT);
        stops(one, "reach-not-serving");
        there.patient();
        assertThat(here.promises(here.known(one))).isZero();
        assertThat(here.left(one)).isEmpty();
    }

    @Test
    void oneThatIsSilentIsNotWaitedFor() {
        here.impatient();
        there.between = (step, node) -> {
            Thread.sleep(1_500);
            return step.to(node);
        };
        stops(one, "overlap-no-answer");
        here.patient();
    }

    @ParameterizedTest
    @CsvSource({
        "promise,overlap-message",
        "points,overlap-message",
        "ready,overlap-no-answer",
        "sketch,overlap-no-answer",
        "figures,overlap-message"
    })
    void garbageInsteadOfAnAnswerEndsIt(String name, String code) {
        ReachNode.Between garbage = (step, node) -> {
            boolean nothingIsTold = name.equals("ready") || name.equals("sketch");
            return step.name().equals(name)
                    ? new Reply(nothingIsTold ? 418 : 200, "<html>".getBytes(StandardCharsets.UTF_8))
                    : step.to(node);
        };
        there.between = garbage;
        pool.between = garbage;
        stops(four, code);
        assertThat(here.reach.known(four.id()).filter(told -> told.period().equals(here.gate.period())))
                .isEmpty();
    }

    @Test
    void aRefusalInWordsThatNobodyKnowsIsNotRepeated() {
        pool.between = (step, node) -> new Reply(409, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        stops(one, "overlap-message");
    }

    /** On the way to the holder it is not what was promised; on the way back it is no answer. */
    @ParameterizedTest
    @CsvSource({"true,swapped", "false,swapped", "false,zero", "false,cut"})
    void pointsThatWereChangedOnTheWayAreRefused(boolean there, String how) {
        ReachBetweenNodesTest.there.between = (step, node) -> {
            if (!step.name().equals("points")) {
                return step.to(node);
            }
            if (there) {
                return step.with(changed(step.body(), how)).to(node);
            }
            Reply reply = step.to(node);
            return new Reply(reply.status(), changed(reply.body(), how));
        };
        assertThatThrownBy(() -> ask(four))
                .isInstanceOf(OverlapStopped.class)
                .satisfies(stopped -> assertThat(((OverlapStopped) stopped).code())
                        .isIn(
                                there
                                        ? List.of("overlap-commitment")
                                        : List.of("overlap-order", "overlap-point", "overlap-message")));
    }

    private static byte[] changed(byte[] message, String how) {
        byte[] changed = message.clone();
        switch (how) {
            case "zero" -> Arrays.fill(changed, HEAD, HEAD + 32, (byte) 0);
            case "cut" -> changed = Arrays.copyOf(message, message.length - 32);
            default -> {
                System.arraycopy(message, HEAD, changed, HEAD + 32, 32);
                System.arraycopy(message, HEAD + 32, changed, HEAD, 32);
            }
        }
        return changed;
    }

    /** A pool with a house of its own could look that house's buyers up in the sketches of the others. */
    @Test
    void noHouseOfThePoolsOwnNodeIsCounted() {
        ReachNetwork own = new ReachNetwork(pool.self(), there.self(), here.self());
        here.gate.forget(ReachNode.STEWARD, one);
        assertThat(here.gate.name(ReachNode.STEWARD, one, own)).isNull();
        stops(one, "reach-pool-house");
        byte[] wish = head(own, "house-1", here.gate.period());
        for (String step : List.of("ready", "promise")) {
            assertThat(told(there.reach.answer(here.self(), step, "", 0, wish))).isEqualTo("reach-pool-house");
        }
    }

    private static byte[] head(ReachNetwork nodes, String house, String period) {
        return String.join(
                        "\n",
                        nodes.first(),
                        nodes.second(),
                        nodes.pool(),
                        house,
                        period,
                        AgreedByAll.POLICY,
                        "real",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String told(Reply reply) {
        return new String(reply.body(), StandardCharsets.US_ASCII);
    }

    @Test
    void figuresAreForHousesWhoseSketchIsInAndStepsForThoseWhosePartItIs() {
        ask(four);
        byte[] stranger = head(network, "stranger", pool.gate.period());
        assertThat(told(pool.reach.answer(there.self(), "figures", "", 0, stranger)))
                .isEqualTo("reach-no-sketch");
        byte[] another = head(network, four.slug(), pool.gate.period());
        assertThat(told(pool.reach.answer(there.self(), "figures", "", 0, another)))
                .as("a house of that name on another node")
                .isEqualTo("reach-no-sketch");
        assertThat(told(there.reach.answer(here.self(), "figures", "", 0, another)))
                .isEqualTo("overlap-message");
        assertThat(told(pool.reach.answer(here.self(), "promise", "", 0, another)))
                .isEqualTo("overlap-message");
        assertThat(told(there.reach.answer(here.self(), "promise", "", 0, another)))
                .isEqualTo("overlap-message");
        assertThat(told(pool.reach.answer(here.self(), "figures", "", 0, head(network, four.slug(), "1999-Q1"))))
                .isEqualTo("overlap-period-other");
        assertThat(told(pool.reach.answer(here.self(), "sketches", "", 0, another)))
                .as("no step gives a sketch away")
                .isEqualTo("overlap-message");
        assertThat(told(pool.reach.answer(here.self(), "sketch", "", 0, "a\nb".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("overlap-message");
        assertThat(told(there.reach.answer(here.self(), "points", "../x", 0, new byte[100])))
                .isEqualTo("overlap-message");
    }

    @Test
    void whatWasBegunIsSeenUntilItStops() throws Exception {
        there.between = (step, node) -> new Reply(409, "reach-not-serving".getBytes(StandardCharsets.US_ASCII));
        here.reach.begin(ReachNode.STEWARD, one);
        for (int tries = 0; tries < 1_000 && stopped() == null; tries++) {
            Thread.sleep(20);
        }
        assertThat(stopped()).isEqualTo("reach-not-serving");
    }

    private static String stopped() {
        return here.reach.underway(one.id()).orElseThrow().stopped();
    }
}

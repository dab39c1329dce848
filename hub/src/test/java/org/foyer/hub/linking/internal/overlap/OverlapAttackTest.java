package org.foyer.hub.linking.internal.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foyer.hub.governance.ReachTold.Figure;
import org.foyer.hub.governance.internal.ReachFigures;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;
import org.foyer.hub.linking.SketchCounts;
import org.foyer.hub.model.KeyedNoise;
import org.junit.jupiter.api.Test;

/** What somebody who knows every likely e-mail address tries with all that leaves a house. Each attack works where the defence is taken away. */
class OverlapAttackTest {

    private static final int HOUSE = 600;

    private final SecureRandom random = new SecureRandom();

    /** Whoever asks or listens holds the messages, a dictionary in which all buyers stand, and no secret of the house. */
    @Test
    void aDictionaryOfAllBuyersRecoversNobodyFromTheMessages() throws Exception {
        Party party = new Party();
        party.ask(Party.buyers(0, HOUSE), Party.buyers(0, HOUSE));
        Set<ByteBuffer> crossed = pieces(party.wire);

        assertThat(guesses(Party.QUESTION.digest())).noneMatch(crossed::contains);
    }

    /** The attack works on what is only hashed: were the points not multiplied, all would be found. */
    @Test
    void theSameDictionaryRecoversEverybodyFromHashes() throws OverlapRefused {
        byte[] question = Party.QUESTION.digest();
        Column bare = new Column(Curve.BYTES, HOUSE);
        byte[] points = new byte[HOUSE * Curve.BYTES];
        new Elligator(Blinding.DOMAIN).encode(texts(question), 0, HOUSE, points, 0);
        for (int i = 0; i < HOUSE; i++) {
            bare.add(points, i * Curve.BYTES);
        }
        Set<ByteBuffer> crossed = pieces(List.of(Message.of(Message.Kind.OWN_POINTS, question, bare.slice(0, HOUSE))));

        assertThat(guesses(question).filter(crossed::contains)).hasSizeGreaterThanOrEqualTo(HOUSE);
    }

    private static byte[][] texts(byte[] context) {
        List<byte[]> texts = new ArrayList<>();
        Party.buyers(0, HOUSE).forEachRemaining(key -> texts.add(Blinding.text(context, key)));
        return texts.toArray(byte[][]::new);
    }

    /** Every aligned piece of every message, of the width of a point, a cut point, a pseudonym and a sketched value. */
    private static Set<ByteBuffer> pieces(List<byte[]> messages) {
        Set<ByteBuffer> pieces = new HashSet<>();
        for (byte[] message : messages) {
            for (int width : new int[] {Curve.BYTES, Pseudonyms.BYTES, Answering.SHORT, Long.BYTES}) {
                for (int at = 42; at + width <= message.length; at += width == Curve.BYTES ? width : 4) {
                    pieces.add(ByteBuffer.wrap(Arrays.copyOfRange(message, at, at + width)));
                }
            }
        }
        return pieces;
    }

    /** Points, digests and cut points of all guesses, multiplied by scalars that an outsider might try. */
    private Stream<ByteBuffer> guesses(byte[] context) throws OverlapRefused {
        byte[] points = new byte[HOUSE * Curve.BYTES];
        new Elligator(Blinding.DOMAIN).encode(texts(context), 0, HOUSE, points, 0);
        byte[] own = Blinding.ofPoints(points, Curve.randomScalar(random));
        byte[] one = new byte[Curve.BYTES];
        one[0] = 1;
        byte[] least = Blinding.ofPoints(points, Curve.clamped(one));
        return Stream.of(points, own, least)
                .flatMap(all -> IntStream.range(0, HOUSE)
                        .mapToObj(i -> Arrays.copyOfRange(all, i * Curve.BYTES, (i + 1) * Curve.BYTES)))
                .flatMap(point -> Stream.of(point, Pseudonyms.pseudonym(context, point), sha(point)))
                .flatMap(value -> Stream.of(32, 16, 12, 8).map(width -> ByteBuffer.wrap(Arrays.copyOf(value, width))));
    }

    private static byte[] sha(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDictionaryRecoversNobodyFromPseudonymsAndSketchesEvenWithOneOfTheTwoKeys() throws Exception {
        Network network = new Network();
        Pseudonyms house = network.made(Network.SCOPE, Party.buyers(0, 5_000));
        Set<ByteBuffer> crossed = pieces(List.of(
                house.sketch(),
                Message.of(
                        Message.Kind.OWN_POINTS,
                        Network.SCOPE.digest(),
                        house.made().slice(0, 5_000))));

        assertThat(guesses(Network.SCOPE.digest())).noneMatch(crossed::contains);
        byte[] points = new byte[HOUSE * Curve.BYTES];
        new Elligator(Blinding.DOMAIN).encode(texts(Network.SCOPE.digest()), 0, HOUSE, points, 0);
        for (int holder : new int[] {11, 12}) {
            byte[] half = Blinding.ofPoints(points, masterKey(holder));
            assertThat(IntStream.range(0, HOUSE)
                            .mapToObj(i -> Pseudonyms.pseudonym(
                                    Network.SCOPE.digest(),
                                    Arrays.copyOfRange(half, i * Curve.BYTES, (i + 1) * Curve.BYTES)))
                            .map(value -> ByteBuffer.wrap(Arrays.copyOf(value, Pseudonyms.BYTES))))
                    .noneMatch(crossed::contains);
        }
        byte[] both = Blinding.ofPoints(Blinding.ofPoints(points, masterKey(11)), masterKey(12));
        assertThat(IntStream.range(0, HOUSE)
                        .mapToObj(i -> Pseudonyms.pseudonym(
                                Network.SCOPE.digest(),
                                Arrays.copyOfRange(both, i * Curve.BYTES, (i + 1) * Curve.BYTES)))
                        .map(value -> ByteBuffer.wrap(Arrays.copyOf(value, Pseudonyms.BYTES))))
                .as("both holders together can: that is why they must be two")
                .allMatch(crossed::contains);
    }

    private static byte[] masterKey(int holder) throws Exception {
        javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA512");
        mac.init(new javax.crypto.spec.SecretKeySpec(Party.secret(holder), "HmacSHA512"));
        return Curve.clamped(Arrays.copyOf(mac.doFinal(Network.SCOPE.digest()), Curve.BYTES));
    }

    /** The asker multiplies what it can; it must not find out which of its own buyers matched. */
    @Test
    void theAskerCannotTellWhichOfItsBuyersAreShared() throws OverlapRefused {
        Party party = new Party();
        Asking asking = new Asking(Party.QUESTION, Party.buyers(0, HOUSE), party.askerSecret, random);
        Answering answering = new Answering(
                Party.QUESTION, Party.buyers(300, 900), party.answererSecret, random, (question, set, size) -> {});
        party.run(asking, answering);
        Set<ByteBuffer> answered = new HashSet<>();
        byte[] order = new byte[0];
        for (byte[] message : party.wire) {
            if (Message.kind(message) == Message.Kind.DOUBLED) {
                order = Message.read(message, Message.Kind.DOUBLED, Party.QUESTION.digest(), Answering.SHORT)
                        .content();
                for (int at = 0; at < order.length; at += Answering.SHORT) {
                    answered.add(ByteBuffer.wrap(Arrays.copyOfRange(order, at, at + Answering.SHORT)));
                }
            }
        }
        byte[] sorted = order.clone();
        Column column = new Column(Answering.SHORT, HOUSE);
        for (int at = 0; at < sorted.length; at += Answering.SHORT) {
            column.add(sorted, at);
        }
        column.sort();
        assertThat(order).as("no order but that of the bytes").isEqualTo(column.slice(0, column.size()));
        assertThat(guesses(Party.QUESTION.digest())).noneMatch(answered::contains);
    }

    @Test
    void aListOfOneGuessIsNotAnsweredAndOneGuessAmongStrangersDrownsInTheNoise() throws OverlapRefused {
        assertThatThrownBy(() -> new Party().ask(List.of("e:buyer7@example.org").iterator(), Party.buyers(0, HOUSE)))
                .hasMessage("overlap-set-small");

        Party there = new Party();
        Party absent = new Party();
        Iterator<String> with = Stream.concat(Stream.of("e:buyer7@example.org"), strangers(HOUSE - 1))
                .iterator();
        assertThat(there.ask(with, Party.buyers(0, HOUSE)))
                .isEqualTo(absent.ask(strangers(HOUSE).iterator(), Party.buyers(0, HOUSE)))
                .extracting(OverlapAnswer::withheld)
                .isEqualTo("overlap-small");
    }

    private static Stream<String> strangers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "e:nobody" + i + "@elsewhere.example");
    }

    /**
     * Whoever knows all but one buyer sees answers for both cases over many periods: the odds of any answer differ by at most e to the 2/5, both
     * amounts together, and the best guess from one answer is right little more often than one of two.
     */
    @Test
    void addingOneBuyerChangesNoAnswerByMoreThanChanceDoes() {
        int periods = 40_000;
        int right = 0;
        for (int i = 0; i < periods; i++) {
            boolean there = random.nextBoolean();
            long truth = 205 + (there ? 1 : 0);
            byte[] label = ("period " + i).getBytes();
            long moved = truth + KeyedNoise.of(Party.secret(1), label) + KeyedNoise.of(Party.secret(2), label);
            right += OverlapAnswer.of(moved).about() >= 210 == there ? 1 : 0;
        }
        assertThat(right / (double) periods).isBetween(0.48, 0.56);
    }

    @Test
    void askingAgainAveragesNothingAway() throws OverlapRefused {
        Set<OverlapAnswer> answers = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            answers.add(new Party().ask(Party.buyers(0, HOUSE), Party.buyers(200, 800)));
        }
        assertThat(answers).hasSize(1);
    }

    /** The asker counts a moved number even in the memory of its own program, as long as that program is not altered. */
    @Test
    void thePaddingHidesTheExactNumberFromTheAsker() throws OverlapRefused {
        Set<Integer> counted = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            byte[] secret = Party.secret(20 + i);
            Asking asking = new Asking(Party.QUESTION, Party.buyers(0, HOUSE), Party.secret(1), random);
            Answering answering =
                    new Answering(Party.QUESTION, Party.buyers(200, 800), secret, random, (question, set, size) -> {});
            new Party().run(asking, answering);
            counted.add(asking.shared() - SetRules.PADDING / 2);
        }
        assertThat(counted).hasSizeGreaterThan(2);
    }

    /** Two houses put together all they got from a third one, for the same buyers: nothing of it is alike. */
    @Test
    void twoHousesThatShareWhatTheyGotFindNothingInCommon() throws OverlapRefused {
        List<Set<ByteBuffer>> got = new ArrayList<>();
        for (String asker : List.of("https://one.example", "https://three.example")) {
            OverlapQuestion question = new OverlapQuestion(asker, "https://two.example", "overlap", "2026-Q4");
            Party party = new Party();
            Asking asking = new Asking(question, Party.buyers(0, HOUSE), party.askerSecret, random);
            Answering answering = new Answering(
                    question, Party.buyers(0, HOUSE), party.answererSecret, random, (asked, set, size) -> {});
            byte[] offer = asking.offer();
            asking.accepted(answering.accept(offer));
            for (Iterator<byte[]> points = asking.points(); points.hasNext(); ) {
                answering.take(points.next());
            }
            List<byte[]> answer = new ArrayList<>();
            answering.answer().forEachRemaining(answer::add);
            Set<ByteBuffer> points = new HashSet<>();
            for (byte[] message : answer) {
                int width = Message.kind(message) == Message.Kind.DOUBLED ? Answering.SHORT : Curve.BYTES;
                for (int at = 42; at + width <= message.length; at += width) {
                    points.add(ByteBuffer.wrap(Arrays.copyOfRange(message, at, at + Answering.SHORT)));
                }
            }
            got.add(points);
        }
        assertThat(got.get(0)).doesNotContainAnyElementsOf(got.get(1));
    }

    @Test
    void pseudonymsOfTwoPeriodsCannotBeJoined() throws OverlapRefused {
        Network network = new Network();
        int people = Sketch.PEOPLE_MIN;
        Column now = network.made(Network.SCOPE, Party.buyers(0, people)).made();
        Column later = network.made(new PseudonymScope("reach", "2027-Q1"), Party.buyers(0, people))
                .made();

        assertThat(now.shared(later)).isZero();
    }

    /**
     * A house gives a sketch of one guess among strangers, and asks what it shares with another house: a test of membership, if the exact number were
     * told. The guess is one that stands in the sample.
     */
    @Test
    void aSketchIsNoTestWhetherSomebodyIsInAHouse() throws Exception {
        Network network = new Network();
        int people = Sketch.PEOPLE_MIN;
        byte[] house = network.made(Network.SCOPE, Party.buyers(0, people)).sketch();
        byte[] others =
                network.made(Network.SCOPE, Party.buyers(people, 2 * people)).sketch();
        String guess = "e:buyer" + inTheSample() + "@example.org";
        byte[] spy = network.made(
                        Network.SCOPE,
                        Stream.concat(Stream.of(guess), strangers(people - 1)).iterator())
                .sketch();

        ReachFigures gate = new ReachFigures(Party.secret(3), "reach|2026-Q4");
        List<Figure> told = new ArrayList<>();
        List<Integer> counted = new ArrayList<>();
        for (byte[] asked : List.of(house, others)) {
            SketchPool pool = new SketchPool(Network.SCOPE);
            pool.add(spy);
            pool.add(asked);
            SketchCounts.Pair pair = pool.counts().pairs().get(0);
            counted.add(pair.shared());
            told.add(gate.part(
                    "shared",
                    pair.shared(),
                    pair.together().people(),
                    pair.together().share()));
        }
        assertThat(counted).as("what the pool counts, and does not tell").containsExactly(1, 0);
        assertThat(told).containsOnly(Figure.SMALL);
    }

    /** The buyer with the smallest pseudonym of the first {@value #HOUSE}. */
    private static int inTheSample() throws Exception {
        byte[] scope = Network.SCOPE.digest();
        byte[] points = new byte[HOUSE * Curve.BYTES];
        new Elligator(Blinding.DOMAIN).encode(texts(scope), 0, HOUSE, points, 0);
        byte[] both = Blinding.ofPoints(Blinding.ofPoints(points, masterKey(11)), masterKey(12));
        byte[][] pseudonyms = new byte[HOUSE][];
        for (int i = 0; i < HOUSE; i++) {
            pseudonyms[i] =
                    Pseudonyms.pseudonym(scope, Arrays.copyOfRange(both, i * Curve.BYTES, (i + 1) * Curve.BYTES));
        }
        return IntStream.range(0, HOUSE)
                .boxed()
                .min((one, other) -> Arrays.compareUnsigned(pseudonyms[one], pseudonyms[other]))
                .orElseThrow();
    }
}

package org.foyer.hub.linking.internal.overlap;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.linking.OverlapAnswerer;
import org.foyer.hub.linking.OverlapLog;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.model.KeyedNoise;
import org.jspecify.annotations.Nullable;

/**
 * The side that answers: multiplies the asker's points and gives them back cut and in another order, with its own set. Among both stand
 * {@value SetRules#PADDING} points that are nobody, and a secret number of them match, so that the asker counts a moved number.
 */
public final class Answering implements OverlapAnswerer {

    /** Bytes of a doubled point that are told: too few to multiply it, enough that two in 10^12 pairs are not alike by chance. */
    static final int SHORT = 12;

    static final int OFFER = 4 + Message.DIGEST + Curve.BYTES;
    static final int ACCEPT = 4 + Message.DIGEST;

    private final OverlapQuestion asked;
    private final byte[] question;
    private final byte[] scalar;
    private final int matching;
    private final SecureRandom random;
    private final OverlapLog log;
    private final Column own;
    private final Column came = new Column(Curve.BYTES, Message.POINTS_MAX);
    private final Column doubled = new Column(SHORT, Message.POINTS_MAX);
    private byte[] promised = new byte[0];
    private int expected = -1;
    private byte @Nullable [] base;
    private boolean answered;

    /**
     * @param keys of the house's buyers, one for each person
     * @param secret of the node, 32 bytes
     * @param log is told before anything is answered
     */
    public Answering(
            OverlapQuestion question, Iterator<String> keys, byte[] secret, SecureRandom random, OverlapLog log)
            throws OverlapRefused {
        this.asked = question;
        this.question = question.digest();
        this.random = random;
        this.log = log;
        this.scalar = Curve.randomScalar(random);
        this.own = Blinding.ofKeys(keys, this.question, scalar, SetRules.SET_MAX);
        SetRules.check(own.size());
        int half = SetRules.PADDING / 2;
        int moved = half + KeyedNoise.of(secret, label(this.question, "answerer"));
        this.matching = Math.max(0, Math.min(SetRules.PADDING, moved));
    }

    static byte[] label(byte[] question, String who) {
        return Blinding.text(question, who);
    }

    /** Takes the offer and promises the own set before a point of the asker is seen. */
    @Override
    public byte[] accept(byte[] offer) throws OverlapRefused {
        ByteBuffer in = ByteBuffer.wrap(
                Message.read(offer, Message.Kind.OFFER, question, OFFER).content());
        if (expected >= 0 || in.remaining() != OFFER) {
            throw new OverlapRefused("overlap-message");
        }
        int size = in.getInt();
        SetRules.check(size);
        byte[] commitment = new byte[Message.DIGEST];
        in.get(commitment);
        byte[] point = new byte[Curve.BYTES];
        in.get(point);
        pad(point);
        log.asked(asked, commitment, size);
        promised = commitment;
        base = point;
        expected = size;
        return Message.of(
                Message.Kind.ACCEPT,
                question,
                ByteBuffer.allocate(ACCEPT)
                        .putInt(own.size())
                        .put(own.digest(question))
                        .array());
    }

    /** Puts points into both sets of which the asker cannot tell that they are nobody: multiples of the base point. */
    private void pad(byte[] asker) throws OverlapRefused {
        if (!Curve.isCanonical(asker) || !new Elligator(Blinding.DOMAIN).isOnCurve(asker, 0)) {
            throw new OverlapRefused("overlap-point");
        }
        for (int i = 0; i < SetRules.PADDING; i++) {
            byte[] multiple = Curve.randomScalar(random);
            own.add(Curve.ofBase(multiple), 0);
            byte[] product = new byte[Curve.BYTES];
            Curve.by(i < matching ? multiple : Curve.randomScalar(random)).multiply(asker, 0, product, 0);
            doubled.add(product, 0);
        }
        own.sort();
    }

    /** Takes one message of the asker's points. */
    @Override
    public void take(byte[] message) throws OverlapRefused {
        if (base == null || answered) {
            throw new OverlapRefused("overlap-message");
        }
        byte[] points = Message.read(message, Message.Kind.ASKED_POINTS, question, Curve.BYTES)
                .content();
        if (came.size() + points.length / Curve.BYTES > expected) {
            throw new OverlapRefused("overlap-message");
        }
        came.takeAscending(points, 0);
        byte[] products = Blinding.ofPoints(points, scalar);
        for (int at = 0; at < products.length; at += Curve.BYTES) {
            doubled.add(products, at);
        }
    }

    /**
     * The answer, message by message: the doubled points, then the own ones.
     *
     * @throws OverlapRefused {@code overlap-commitment} unless exactly the promised set has come
     */
    @Override
    public Iterator<byte[]> answer() throws OverlapRefused {
        if (came.size() != expected || answered) {
            throw new OverlapRefused("overlap-message");
        }
        if (!Arrays.equals(came.digest(question), promised)) {
            throw new OverlapRefused("overlap-commitment");
        }
        answered = true;
        doubled.sort();
        return Stream.of(
                        Asking.messages(doubled, Message.Kind.DOUBLED, question),
                        Asking.messages(own, Message.Kind.OWN_POINTS, question))
                .flatMap(Answering::stream)
                .iterator();
    }

    private static Stream<byte[]> stream(Iterator<byte[]> messages) {
        Iterable<byte[]> all = () -> messages;
        return java.util.stream.StreamSupport.stream(all.spliterator(), false);
    }

    /** What the asker says that both may know. */
    @Override
    public OverlapAnswer result(byte[] message) throws OverlapRefused {
        byte[] content =
                Message.read(message, Message.Kind.RESULT, question, Long.BYTES).content();
        long about = ByteBuffer.wrap(content).getLong();
        if (!answered
                || content.length != Long.BYTES
                || about < 0
                || about > (long) expected + SetRules.PADDING
                || about % OverlapAnswer.STEP != 0) {
            throw new OverlapRefused("overlap-message");
        }
        return OverlapAnswer.of(about);
    }

    /** For instance {@code Conscrypt}. */
    public static String multipliedBy() {
        return Curve.engineName();
    }
}

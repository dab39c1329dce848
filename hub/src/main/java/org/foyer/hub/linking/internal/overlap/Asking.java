package org.foyer.hub.linking.internal.overlap;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.linking.OverlapAsker;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.model.KeyedNoise;
import org.jspecify.annotations.Nullable;

/** The side that asks: offers its blinded set, multiplies the other one's, and counts. */
public final class Asking implements OverlapAsker {

    private final byte[] question;
    private final byte[] secret;
    private final byte[] scalar;
    private final Column own;
    private final Column doubled;
    private @Nullable Column others;
    private byte[] promised = new byte[0];
    private int expected = -1;
    private final Column raised;

    /**
     * @param keys of the house's buyers, one for each person
     * @param secret of the node, 32 bytes
     */
    public Asking(OverlapQuestion question, Iterator<String> keys, byte[] secret, SecureRandom random)
            throws OverlapRefused {
        this(question, keys, secret, Curve.randomScalar(random));
    }

    /** @param scalar that blinds the set, 32 random bytes; the same again when the same question is asked again after a break */
    public Asking(OverlapQuestion question, Iterator<String> keys, byte[] secret, byte[] scalar) throws OverlapRefused {
        this.question = question.digest();
        this.secret = secret.clone();
        this.scalar = Curve.clamped(scalar.clone());
        this.own = Blinding.ofKeys(keys, this.question, scalar, SetRules.SET_MAX);
        SetRules.check(own.size());
        this.doubled = new Column(Answering.SHORT, own.size() + SetRules.PADDING);
        this.raised = new Column(Answering.SHORT, own.size());
    }

    /** Size and commitment, and the base point multiplied by the secret, from which the answerer makes its padding. */
    @Override
    public byte[] offer() {
        return Message.of(
                Message.Kind.OFFER,
                question,
                ByteBuffer.allocate(Answering.OFFER)
                        .putInt(own.size())
                        .put(own.digest(question))
                        .put(Curve.ofBase(scalar))
                        .array());
    }

    /** Takes the answerer's size and commitment. */
    @Override
    public void accepted(byte[] message) throws OverlapRefused {
        ByteBuffer in = ByteBuffer.wrap(Message.read(message, Message.Kind.ACCEPT, question, Answering.ACCEPT)
                .content());
        if (expected >= 0 || in.remaining() != Answering.ACCEPT) {
            throw new OverlapRefused("overlap-message");
        }
        int size = in.getInt();
        SetRules.check(size - SetRules.PADDING);
        promised = new byte[Message.DIGEST];
        in.get(promised);
        expected = size;
        others = new Column(Curve.BYTES, Math.min(size, Message.POINTS_MAX));
    }

    @Override
    public int pointMessages() {
        return SetRules.messages(own.size());
    }

    @Override
    public int answerMessages() {
        return SetRules.messages(own.size() + SetRules.PADDING) + SetRules.messages(Math.max(0, expected));
    }

    /** The blinded set, message by message. */
    @Override
    public Iterator<byte[]> points() throws OverlapRefused {
        if (expected < 0) {
            throw new OverlapRefused("overlap-message");
        }
        return messages(own, Message.Kind.ASKED_POINTS, question);
    }

    static Iterator<byte[]> messages(Column points, Message.Kind kind, byte[] question) {
        return IntStream.iterate(0, from -> from < points.size(), from -> from + Message.POINTS_MAX)
                .mapToObj(from -> Message.of(
                        kind, question, points.slice(from, Math.min(from + Message.POINTS_MAX, points.size()))))
                .iterator();
    }

    /** Takes one message of the answer. */
    @Override
    public void take(byte[] message) throws OverlapRefused {
        Column set = others;
        if (set == null) {
            throw new OverlapRefused("overlap-message");
        }
        if (Message.kind(message) == Message.Kind.DOUBLED) {
            doubled.takeAscending(
                    Message.read(message, Message.Kind.DOUBLED, question, Answering.SHORT)
                            .content(),
                    0);
        } else {
            byte[] points = Message.read(message, Message.Kind.OWN_POINTS, question, Curve.BYTES)
                    .content();
            set.takeAscending(points, 0);
            if (set.size() <= expected) {
                raise(Blinding.ofPoints(points, scalar));
            }
        }
        if (doubled.size() > own.size() + SetRules.PADDING || set.size() > expected) {
            throw new OverlapRefused("overlap-message");
        }
    }

    private void raise(byte[] products) {
        for (int at = 0; at < products.length; at += Curve.BYTES) {
            raised.add(products, at);
        }
    }

    /**
     * What both houses may know, once all has come.
     *
     * @throws OverlapRefused {@code overlap-commitment} when the answerer's set is not the promised one
     */
    @Override
    public OverlapAnswer answer() throws OverlapRefused {
        Column set = others;
        if (set == null || set.size() != expected || doubled.size() != own.size() + SetRules.PADDING) {
            throw new OverlapRefused("overlap-message");
        }
        if (!Arrays.equals(set.digest(question), promised)) {
            throw new OverlapRefused("overlap-commitment");
        }
        return OverlapAnswer.of(
                shared() - SetRules.PADDING / 2 + KeyedNoise.of(secret, Answering.label(question, "asker")));
    }

    /** Shared points, those of the padding among them. */
    int shared() {
        raised.sort();
        return doubled.shared(raised);
    }

    /** The answer for the other house. */
    @Override
    public byte[] result() throws OverlapRefused {
        OverlapAnswer answer = answer();
        return Message.of(
                Message.Kind.RESULT,
                question,
                ByteBuffer.allocate(Long.BYTES).putLong(answer.about()).array());
    }
}

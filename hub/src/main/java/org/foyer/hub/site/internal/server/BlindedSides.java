package org.foyer.hub.site.internal.server;

import java.util.Iterator;
import java.util.function.Supplier;
import org.foyer.hub.exchange.OverlapSides;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.linking.Overlap;
import org.foyer.hub.linking.OverlapAnswer;
import org.foyer.hub.linking.OverlapAnswerer;
import org.foyer.hub.linking.OverlapAsker;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.model.House;

/** Lets the room that carries messages about shared buyers speak with the one that makes them; neither knows the other. */
public final class BlindedSides implements OverlapSides {

    private final Supplier<Overlap> overlap;

    /** @param overlap found when it is needed, since without the warehouse there is none */
    public BlindedSides(Supplier<Overlap> overlap) {
        this.overlap = overlap;
    }

    /** Something that may be refused. */
    private interface Refusable<T> {
        T get() throws OverlapRefused;
    }

    private static <T> T or(Refusable<T> work) {
        try {
            return work.get();
        } catch (OverlapRefused refused) {
            throw new OverlapStopped(refused.code());
        }
    }

    private static OverlapQuestion question(Question question) {
        try {
            return new OverlapQuestion(question.asker(), question.answerer(), Overlap.PURPOSE, question.period());
        } catch (IllegalArgumentException unreadable) {
            throw new OverlapStopped("overlap-name-unreadable");
        }
    }

    private static Answer answer(OverlapAnswer told) {
        return new Answer(told.about(), told.within(), told.withheld());
    }

    @Override
    public Asking ask(House house, Question asked) {
        OverlapQuestion question = question(asked);
        Overlap room = overlap.get();
        OverlapAsker asker = or(() -> room.ask(house, question));
        return new AskingSide(room, question, asker);
    }

    @Override
    public Answering answer(House house, Question asked) {
        OverlapQuestion question = question(asked);
        OverlapAnswerer answerer = or(() -> overlap.get().answer(house, question));
        return new AnsweringSide(answerer);
    }

    private record AskingSide(Overlap room, OverlapQuestion question, OverlapAsker asker) implements Asking {
        @Override
        public byte[] offer() {
            return asker.offer();
        }

        @Override
        public void accepted(byte[] message) {
            or(() -> {
                asker.accepted(message);
                return message;
            });
        }

        @Override
        public int pointMessages() {
            return asker.pointMessages();
        }

        @Override
        public Iterator<byte[]> points() {
            return or(asker::points);
        }

        @Override
        public int answerMessages() {
            return asker.answerMessages();
        }

        @Override
        public void take(byte[] message) {
            or(() -> {
                asker.take(message);
                return message;
            });
        }

        @Override
        public Answer answer() {
            return BlindedSides.answer(or(asker::answer));
        }

        @Override
        public byte[] result() {
            return or(asker::result);
        }

        @Override
        public void done() {
            room.answered(question);
        }
    }

    private record AnsweringSide(OverlapAnswerer answerer) implements Answering {
        @Override
        public byte[] accept(byte[] offer) {
            return or(() -> answerer.accept(offer));
        }

        @Override
        public void take(byte[] message) {
            or(() -> {
                answerer.take(message);
                return message;
            });
        }

        @Override
        public Iterator<byte[]> answer() {
            return or(answerer::answer);
        }

        @Override
        public Answer result(byte[] message) {
            return BlindedSides.answer(or(() -> answerer.result(message)));
        }
    }
}

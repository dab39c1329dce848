package org.foyer.hub.exchange.internal.overlap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapSides;
import org.foyer.hub.exchange.OverlapSides.Answer;
import org.foyer.hub.exchange.OverlapSides.Answering;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * One question of another node, answered here. A step that comes again word for word, because its answer was lost, is answered as the first time;
 * any other one that is not due is refused. Serves one thread at a time.
 */
final class OverlapSession {

    static final Reply DONE = new Reply(204, new byte[0]);
    private static final Reply LATER = new Reply(202, new byte[0]);

    final String caller;
    final House house;
    final Other other;
    final String period;
    volatile Instant used;
    private final Future<Answering> prepared;
    private @Nullable Iterator<byte[]> answer;
    private Reply last = DONE;
    private String lastStep = "";
    private int lastNumber = -1;
    private byte[] lastDigest = new byte[0];
    private int points;

    OverlapSession(String caller, House house, Other other, String period, Future<Answering> prepared, Instant used) {
        this.caller = caller;
        this.house = house;
        this.other = other;
        this.period = period;
        this.prepared = prepared;
        this.used = used;
    }

    boolean isFor(String asker, House asked, Other asking) {
        return caller.equals(asker) && house.id().equals(asked.id()) && other.equals(asking);
    }

    /** Nobody waits for its set any more. */
    void end() {
        prepared.cancel(true);
    }

    private Answering answering() {
        try {
            return prepared.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverlapStopped("overlap-no-answer");
        } catch (ExecutionException | CompletionException e) {
            throw e.getCause() instanceof OverlapStopped stopped ? stopped : new IllegalStateException(e);
        }
    }

    /** @param giving is told before the answer leaves @param known hears what both houses know */
    Reply take(String step, int number, byte[] body, Runnable giving, java.util.function.Consumer<Answer> known) {
        byte[] digest = digest(body);
        if (step.equals(lastStep) && number == lastNumber) {
            if (!Arrays.equals(digest, lastDigest)) {
                throw new OverlapStopped("overlap-message");
            }
            return last;
        }
        if (!prepared.isDone()) {
            if (!step.equals("offer")) {
                throw new OverlapStopped("overlap-message");
            }
            return LATER;
        }
        Reply reply = switch (step) {
            case "offer" -> new Reply(200, answering().accept(body));
            case "points" -> points(number, body);
            case "answer" -> answer(number, giving);
            case "result" -> result(body, known);
            default -> throw new OverlapStopped("overlap-message");
        };
        last = reply;
        lastStep = step;
        lastNumber = number;
        lastDigest = digest;
        return reply;
    }

    private Reply points(int number, byte[] body) {
        if (number != points || number >= OverlapSides.MESSAGES_MAX) {
            throw new OverlapStopped("overlap-message");
        }
        answering().take(body);
        points++;
        return DONE;
    }

    private Reply answer(int number, Runnable giving) {
        Iterator<byte[]> all = answer;
        if (all == null) {
            if (number != 0) {
                throw new OverlapStopped("overlap-message");
            }
            all = answering().answer();
            giving.run();
            answer = all;
        } else if (number != lastNumber + 1 || !lastStep.equals("answer")) {
            throw new OverlapStopped("overlap-message");
        }
        return all.hasNext() ? new Reply(200, all.next()) : DONE;
    }

    private Reply result(byte[] body, java.util.function.Consumer<Answer> known) {
        Iterator<byte[]> all = answer;
        if (all == null || all.hasNext()) {
            throw new OverlapStopped("overlap-message");
        }
        known.accept(answering().result(body));
        return DONE;
    }

    private static byte[] digest(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.foyer.hub.exchange.internal.reach;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.ReachSides;
import org.foyer.hub.exchange.ReachSides.Question;
import org.foyer.hub.governance.ReachGate;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.ReachPool;

/**
 * This node as a holder of a key or as a pool. Nothing of a question lives in memory: each step says all that it needs, what was promised stands in
 * the register, and a step that comes again is answered again.
 */
final class ReachAnswers {

    /** Which part of the three a step asks for. */
    private enum Part {
        ANY,
        HOLDER,
        POOL
    }

    private static final byte[] NOTHING = {};
    private static final Reply DONE = new Reply(204, NOTHING);
    private static final Reply LATER = new Reply(429, NOTHING);
    private static final Pattern PROMISE = Pattern.compile("[0-9a-f]{64}");

    private final String self;
    private final boolean serves;
    private final ReachSides sides;
    private final ReachGate gate;
    private final ReachPool pool;

    /** One message at a time, since each takes all processors; whoever comes meanwhile comes again. */
    private final Semaphore multiplying = new Semaphore(1);

    /** @param serves whether the operator lets this node count for others */
    ReachAnswers(String self, boolean serves, ReachSides sides, ReachGate gate, ReachPool pool) {
        this.self = self;
        this.serves = serves;
        this.sides = sides;
        this.gate = gate;
        this.pool = pool;
    }

    Reply answer(String caller, String step, String promise, int number, byte[] body) {
        try {
            if (!serves) {
                throw new OverlapStopped("reach-not-serving");
            }
            return switch (step) {
                case "ready" -> ready(caller, body);
                case "promise" -> promise(caller, call(caller, body, Part.HOLDER));
                case "points" -> points(caller, promise, number, body);
                case "sketch" -> sketch(caller, call(caller, body, Part.POOL));
                case "figures" -> figures(caller, call(caller, body, Part.POOL));
                case "withdraw" -> withdraw(caller, call(caller, body, Part.POOL));
                default -> throw new OverlapStopped("overlap-message");
            };
        } catch (OverlapStopped stopped) {
            return new Reply(409, stopped.code().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Reply ready(String caller, byte[] body) {
        call(caller, body, Part.ANY);
        return DONE;
    }

    private ReachCall call(String caller, byte[] body, Part part) {
        ReachCall call = ReachCall.read(body);
        ReachNetwork network = call.network();
        boolean holder = self.equals(network.first()) || self.equals(network.second());
        boolean isPool = self.equals(network.pool());
        if (!holder && !isPool || part == Part.HOLDER && !holder || part == Part.POOL && !isPool) {
            throw new OverlapStopped("overlap-message");
        }
        if (caller.equals(network.pool())) {
            throw new OverlapStopped("reach-pool-house");
        }
        if (!gate.period().equals(call.period())) {
            throw new OverlapStopped("overlap-period-other");
        }
        return call;
    }

    private Reply promise(String caller, ReachCall call) {
        if (call.content().length < Integer.BYTES) {
            throw new OverlapStopped("overlap-message");
        }
        ByteBuffer in = ByteBuffer.wrap(call.content());
        int size = in.getInt();
        byte[] digests = new byte[in.remaining()];
        in.get(digests);
        Question question = new Question(caller + "/" + call.house(), self, call.purpose(), call.period());
        return told(sides.promise(caller, question, size, digests));
    }

    private Reply points(String caller, String promise, int number, byte[] body) {
        if (!PROMISE.matcher(promise).matches()) {
            throw new OverlapStopped("overlap-message");
        }
        if (!multiplying.tryAcquire()) {
            return LATER;
        }
        try {
            return new Reply(200, sides.multiply(caller, promise, gate.period(), number, body));
        } finally {
            multiplying.release();
        }
    }

    private Reply sketch(String caller, ReachCall call) {
        sides.check(call.purpose(), call.period(), call.content());
        String refusal = pool.put(call.purpose(), call.period(), caller, call.house(), call.content());
        if (refusal != null) {
            throw new OverlapStopped(refusal);
        }
        return DONE;
    }

    /** Only to houses whose sketch is in: others give nothing. */
    private Reply figures(String caller, ReachCall call) {
        if (!pool.holds(call.purpose(), call.period(), caller, call.house())) {
            throw new OverlapStopped("reach-no-sketch");
        }
        Optional<String> told = pool.told(
                call.purpose(),
                call.period(),
                sketches -> sides.counts(call.purpose(), call.period(), sketches),
                ReachBook::write);
        return told.map(ReachAnswers::told).orElse(DONE);
    }

    private Reply withdraw(String caller, ReachCall call) {
        pool.withdraw(call.purpose(), call.period(), caller, call.house());
        return DONE;
    }

    private static Reply told(String text) {
        return new Reply(200, text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.foyer.hub.exchange.internal.overlap;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapSides;
import org.foyer.hub.exchange.OverlapSides.Question;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Kept;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;

/**
 * This node's answers to questions of others about shared buyers. A question lives in memory: a node that stops in between is one that left.
 * Nothing of a question goes on after a refusal.
 */
final class OverlapAnswers {

    /** Questions under way at once: each holds two sets of points. */
    static final int OPEN_MAX = 4;

    /** The same of one node, so that none keeps the others out. */
    static final int OPEN_OF_ONE_MAX = 2;

    private final String self;
    private final OverlapSides sides;
    private final NodeOverlapGate gate;
    private final Houses houses;
    private final OverlapPace pace;
    private final Clock clock;
    private final BiPredicate<HouseId, Other> isAsking;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, OverlapSession> open = new HashMap<>();

    /** One set at a time, since each takes all processors. */
    private final ScheduledExecutorService preparing = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "overlap-answer");
        thread.setDaemon(true);
        return thread;
    });

    /** @param isAsking whether a house of this node asks that other one now */
    OverlapAnswers(
            String self,
            OverlapSides sides,
            NodeOverlapGate gate,
            Houses houses,
            OverlapPace pace,
            Clock clock,
            BiPredicate<HouseId, Other> isAsking) {
        this.isAsking = isAsking;
        this.self = self;
        this.sides = sides;
        this.gate = gate;
        this.houses = houses;
        this.pace = pace;
        this.clock = clock;
    }

    Reply answer(String caller, String step, String session, int number, byte[] body) {
        try {
            if (step.equals("open")) {
                return new Reply(200, opened(caller, Opening.read(body)).getBytes(StandardCharsets.US_ASCII));
            }
            return step(caller, step, session, number, body);
        } catch (OverlapStopped stopped) {
            close(caller, session);
            return new Reply(409, stopped.code().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private Reply step(String caller, String step, String name, int number, byte[] body) {
        OverlapSession session = find(caller, name);
        synchronized (session) {
            String refusal = gate.refusal(session.house, session.other); // a house may leave at any step
            if (refusal != null) {
                throw new OverlapStopped(NodeOverlapGate.NOT_NAMED);
            }
            session.used = clock.instant();
            Reply reply = session.take(
                    step,
                    number,
                    body,
                    () -> giving(caller, session),
                    answer -> gate.keep(
                            NodeOverlapGate.node(caller),
                            session.house,
                            session.other,
                            gate.answer(
                                    session.other,
                                    session.period,
                                    false,
                                    answer.about(),
                                    answer.within(),
                                    answer.withheld())));
            if (step.equals("result")) {
                close(caller, name);
            }
            return reply;
        }
    }

    private void giving(String caller, OverlapSession session) {
        if (gate.giving(NodeOverlapGate.node(caller), session.house, session.other) != null) {
            throw new OverlapStopped(NodeOverlapGate.NOT_NAMED);
        }
    }

    /** Whoever may not ask is not told why: that a house is here, takes part, signed what, or named somebody else is nobody's business. */
    private synchronized String opened(String caller, Opening opening) {
        clear();
        Other asking = new Other(caller, opening.from());
        House house = houses.bySlug(opening.to())
                .filter(found -> found.simulated() == opening.simulated())
                .filter(found -> gate.refusal(found, asking) == null)
                .orElseThrow(() -> new OverlapStopped(NodeOverlapGate.NOT_NAMED));
        String period = gate.period();
        if (!period.equals(opening.period())) {
            throw new OverlapStopped("overlap-period-other");
        }
        Optional<Kept> kept = gate.kept(house.id(), asking, period);
        if (kept.isPresent()) {
            return KnownAnswer.told(kept.get());
        }
        String here = self + "/" + house.slug();
        String there = caller + "/" + opening.from();
        if (isAsking.test(house.id(), asking) && here.compareTo(there) < 0) {
            throw new OverlapStopped("overlap-busy"); // of two that ask each other, one goes on
        }
        open.values().removeIf(session -> {
            boolean same = session.isFor(caller, house, asking);
            if (same) {
                session.end();
            }
            return same;
        });
        long ofCaller = open.values().stream()
                .filter(session -> session.caller.equals(caller))
                .count();
        if (open.size() >= OPEN_MAX || ofCaller >= OPEN_OF_ONE_MAX) {
            throw new OverlapStopped("overlap-busy");
        }
        Question question = new Question(there, here, period);
        byte[] name = new byte[16];
        random.nextBytes(name);
        String session = HexFormat.of().formatHex(name);
        open.put(
                session,
                new OverlapSession(
                        caller,
                        house,
                        asking,
                        period,
                        preparing.submit(() -> sides.answer(house, question)),
                        clock.instant()));
        preparing.schedule(this::clear, pace.silence().toMillis() + 1_000, TimeUnit.MILLISECONDS);
        return session;
    }

    private synchronized OverlapSession find(String caller, String name) {
        clear();
        return Optional.ofNullable(open.get(name))
                .filter(session -> session.caller.equals(caller))
                .orElseThrow(() -> new OverlapStopped("overlap-message"));
    }

    private synchronized void close(String caller, String name) {
        OverlapSession session = open.get(name);
        if (session != null && session.caller.equals(caller)) {
            open.remove(name);
            session.end();
        }
    }

    private synchronized void clear() {
        Instant oldest = clock.instant().minus(pace.silence());
        for (Iterator<OverlapSession> all = open.values().iterator(); all.hasNext(); ) {
            OverlapSession session = all.next();
            if (session.used.isBefore(oldest)) {
                session.end();
                all.remove();
            }
        }
    }

    void close() {
        preparing.shutdownNow();
    }
}

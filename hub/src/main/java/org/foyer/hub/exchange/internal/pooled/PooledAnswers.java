package org.foyer.hub.exchange.internal.pooled;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.foyer.hub.exchange.PooledRefused;
import org.foyer.hub.exchange.internal.pooled.Bodies.Boxes;
import org.foyer.hub.exchange.internal.pooled.Bodies.Hellos;
import org.foyer.hub.exchange.internal.pooled.Bodies.Present;
import org.foyer.hub.exchange.internal.pooled.Bodies.Rolls;
import org.foyer.hub.exchange.internal.pooled.Bodies.Willing;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.insight.PooledFigures;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * This node's answers to the questions of others. A question lives in memory for two minutes: a node that stops in between is one
 * that left.
 */
final class PooledAnswers {

    /** Questions that are under way at once. */
    static final int OPEN_MAX = 50;

    private static final Duration LIFE = Duration.ofMinutes(2);

    private record Open(Invitation invitation, Answering answering, Instant until) {}

    private final String self;
    private final Peers peers;
    private final PooledGate gate;
    private final Supplier<PooledFigures> figures;
    private final Clock clock;
    private final SecureRandom random;
    private final Map<String, Open> open = new HashMap<>();

    PooledAnswers(
            String self,
            Peers peers,
            PooledGate gate,
            Supplier<PooledFigures> figures,
            Clock clock,
            SecureRandom random) {
        this.self = self;
        this.peers = peers;
        this.gate = gate;
        this.figures = figures;
        this.clock = clock;
        this.random = random;
    }

    /** One step at a time, so that no two calls find a question in the same state. */
    synchronized String answer(String caller, String step, String json) {
        clear();
        return switch (step) {
            case Bodies.WILLING -> {
                String why = unwilling(Bodies.read(json, Invitation.class));
                yield Bodies.write(new Willing(why == null, why));
            }
            case Bodies.HELLO ->
                Bodies.write(opened(caller, Bodies.read(json, Invitation.class)).hello());
            case Bodies.PARCELS -> {
                Hellos body = Bodies.read(json, Hellos.class);
                yield Bodies.write(find(caller, body.question()).answering().parcels(body.hellos()));
            }
            case Bodies.PART -> {
                Boxes body = Bodies.read(json, Boxes.class);
                Open asked = find(caller, body.question());
                yield Bodies.write(asked.answering().part(body.parcels(), counted(asked.invitation())));
            }
            case Bodies.ROLL_CALL -> {
                Present body = Bodies.read(json, Present.class);
                yield Bodies.write(find(caller, body.question()).answering().rollCall(body.members()));
            }
            case Bodies.OPENING -> {
                Rolls body = Bodies.read(json, Rolls.class);
                Open asked = find(caller, body.question());
                open.remove(body.question());
                yield Bodies.write(asked.answering().opening(body.rolls()));
            }
            default -> throw new PooledRefused("step-unknown", "");
        };
    }

    /** Why this node does not answer; null when it does. */
    private @Nullable String unwilling(Invitation asked) {
        return figures.get().questions().containsAll(asked.questions())
                ? gate.refusal(asked.universe(self), asked.questions())
                : "definition-other";
    }

    private Answering opened(String caller, Invitation asked) {
        if (!asked.asker().equals(caller) || !asked.question().startsWith(caller + " ")) {
            throw new PooledRefused("not-asked", "another name than the caller's");
        }
        String why = unwilling(asked);
        if (why != null) {
            throw new PooledRefused("not-willing", why);
        }
        for (String member : asked.members()) {
            if (!peers.keys().knows(member)) {
                throw new PooledRefused("member-unknown", member);
            }
        }
        asOf(asked);
        if (open.size() >= OPEN_MAX || open.containsKey(asked.question())) {
            throw new PooledRefused("too-many-questions", self);
        }
        Answering answering = new Answering(asked.round(), self, peers.keys(), random);
        open.put(asked.question(), new Open(asked, answering, clock.instant().plus(LIFE)));
        return answering;
    }

    private Open find(String caller, String question) {
        Open asked = open.get(question);
        if (asked == null || !asked.invitation().asker().equals(caller)) {
            throw new PooledRefused("question-unknown", "");
        }
        return asked;
    }

    private long[] counted(Invitation asked) {
        Actor asking = new Actor("node " + asked.asker(), false, Map.of(), true);
        return asked.counted(figures.get()
                .give(asking, asked.universe(self), new Season(asked.season()), asOf(asked), asked.questions()));
    }

    /** The day before the present month: any other would show how a figure changes from day to day. */
    private LocalDate asOf(Invitation asked) {
        YearMonth present = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        try {
            if (YearMonth.parse(asked.month()).equals(present)) {
                return present.atDay(1).minusDays(1);
            }
        } catch (DateTimeException malformed) {
            // no month at all is none of ours either
        }
        throw new PooledRefused("month-other", present.toString());
    }

    private void clear() {
        Instant now = clock.instant();
        open.values().removeIf(asked -> asked.until().isBefore(now));
    }
}

package org.foyer.hub.exchange.internal.overlap;

import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.foyer.hub.exchange.NodeOverlaps.Progress;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapSides;
import org.foyer.hub.exchange.OverlapSides.Answer;
import org.foyer.hub.exchange.OverlapSides.Asking;
import org.foyer.hub.exchange.OverlapSides.Question;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.NodeOverlapGate.Kept;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Carries one question of a house of this node through all its steps. A step without an answer is tried again; each is taken once. */
final class OverlapAsking {

    private static final byte[] NOTHING = {};
    private static final int OK = 200;
    private static final int LATER = 202;
    private static final int NO_MORE = 204;

    private static final Pattern CODES = Pattern.compile("overlap-[a-z-]{1,40}");
    private static final Pattern SESSION = Pattern.compile("[0-9a-f]{32}");

    private final OverlapSides sides;
    private final OverlapPeer peer;
    private final NodeOverlapGate gate;
    private final OverlapPace pace;
    private final Clock clock;
    private final String self;

    OverlapAsking(
            String self, OverlapSides sides, OverlapPeer peer, NodeOverlapGate gate, OverlapPace pace, Clock clock) {
        this.self = self;
        this.sides = sides;
        this.peer = peer;
        this.gate = gate;
        this.pace = pace;
        this.clock = clock;
    }

    Kept ask(Actor actor, House house, Other other, Consumer<Progress> hears) {
        String period = gate.period();
        Question question = new Question(self + "/" + house.slug(), other.node() + "/" + other.house(), period);
        OverlapPatience patience = new OverlapPatience(pace, clock);
        hears.accept(new Progress("prepare", 0, 1));
        Way way = new Way(other.node(), patience);
        String opened = way.open(new Opening(house.slug(), other.house(), period, house.simulated()));
        if (KnownAnswer.isOne(opened)) {
            return keep(actor, house, other, period, false, KnownAnswer.read(opened));
        }
        Asking asking = sides.ask(house, question);
        asking.accepted(way.prepared(asking.offer()));
        stopped(gate.giving(actor, house, other));
        Runnable still = () -> stopped(gate.refusal(house, other)); // a house may leave or withdraw at any step
        send(way, asking, hears, still);
        receive(way, asking, hears);
        byte[] result = asking.result();
        still.run();
        Kept kept = keep(actor, house, other, period, true, asking.answer());
        asking.done();
        way.tell(result);
        return kept;
    }

    private Kept keep(Actor actor, House house, Other other, String period, boolean askedHere, Answer answer) {
        return gate.keep(
                actor,
                house,
                other,
                gate.answer(other, period, askedHere, answer.about(), answer.within(), answer.withheld()));
    }

    private static void stopped(@Nullable String refusal) {
        if (refusal != null) {
            throw new OverlapStopped(refusal);
        }
    }

    private static void send(Way way, Asking asking, Consumer<Progress> hears, Runnable still) {
        int number = 0;
        for (Iterator<byte[]> points = asking.points(); points.hasNext(); number++) {
            hears.accept(new Progress("send", number, asking.pointMessages()));
            still.run();
            way.call("points", number, points.next());
        }
    }

    /** The other side decides how many come, so that they are counted here. */
    private static void receive(Way way, Asking asking, Consumer<Progress> hears) {
        int most = Math.min(asking.answerMessages(), 2 * OverlapSides.MESSAGES_MAX + 2);
        for (int number = 0; ; number++) {
            hears.accept(new Progress("receive", Math.min(number, most), most));
            Reply reply = way.call("answer", number, NOTHING);
            if (reply.status() == NO_MORE) {
                return;
            }
            if (number >= most) {
                throw new OverlapStopped("overlap-message");
            }
            asking.take(reply.body());
        }
    }

    /** The way to one node for one question. */
    private final class Way {
        private final String node;
        private final OverlapPatience patience;
        private String session = "";

        Way(String node, OverlapPatience patience) {
            this.node = node;
            this.patience = patience;
        }

        /** @return name of the session, or what is known already */
        String open(Opening opening) {
            String told = KnownAnswer.text(call("open", 0, opening.bytes()).body());
            if (!SESSION.matcher(told).matches() && !KnownAnswer.isOne(told)) {
                throw new OverlapStopped("overlap-message");
            }
            session = told;
            return told;
        }

        /** Offers, and asks again until the other set is prepared. */
        byte[] prepared(byte[] offer) {
            Reply reply = call("offer", 0, offer);
            while (reply.status() == LATER) {
                patience.rest();
                reply = call("offer", 0, offer);
            }
            return reply.body();
        }

        /** The answer is known here already: a node that does not hear it is told when it asks. */
        void tell(byte[] result) {
            try {
                call("result", 0, result);
            } catch (OverlapStopped unheard) {
                // kept here all the same
            }
        }

        Reply call(String step, int number, byte[] body) {
            for (int tried = 1; ; tried++) {
                try {
                    Reply reply = peer.call(node, step, session, number, body);
                    if (!OverlapPatience.isBusy(reply)) {
                        return OverlapPatience.taken(reply, Set.of(OK, LATER, NO_MORE), CODES);
                    }
                } catch (IOException silent) {
                    // tried again
                }
                if (tried >= pace.tries()) {
                    throw new OverlapStopped("overlap-no-answer");
                }
                patience.rest();
            }
        }
    }
}

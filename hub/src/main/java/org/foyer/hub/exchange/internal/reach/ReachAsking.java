package org.foyer.hub.exchange.internal.reach;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.foyer.hub.exchange.NodeOverlaps.Progress;
import org.foyer.hub.exchange.NodeOverlaps.Reply;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.ReachSides;
import org.foyer.hub.exchange.ReachSides.People;
import org.foyer.hub.exchange.ReachSides.Question;
import org.foyer.hub.exchange.internal.overlap.OverlapPace;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.ReachGate;
import org.foyer.hub.governance.ReachGate.Given;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.governance.SharedUse;
import org.foyer.hub.model.House;

/** Carries the people of a house past both holders, its sketch to the pool, and what the pool tells back. */
final class ReachAsking {

    private static final byte[] NOTHING = {};
    private static final int NOTHING_YET = 204;
    private static final Pattern PROMISE = Pattern.compile("[0-9a-f]{64}");

    private final String self;
    private final ReachSides sides;
    private final ReachPeer peer;
    private final ReachGate gate;
    private final OverlapPace pace;
    private final Clock clock;

    ReachAsking(String self, ReachSides sides, ReachPeer peer, ReachGate gate, OverlapPace pace, Clock clock) {
        this.self = self;
        this.sides = sides;
        this.peer = peer;
        this.gate = gate;
        this.pace = pace;
        this.clock = clock;
    }

    Optional<ReachTold> ask(Actor actor, House house, Consumer<Progress> hears) {
        ReachNetwork network = allowed(house);
        ReachWay way = new ReachWay(peer, pace, clock);
        ReachCall call = call(
                house,
                network,
                gate.agreement(house).orElseThrow(() -> new OverlapStopped(SharedUse.SKETCHES.refusal())));
        hears.accept(new Progress("prepare", 0, 1));
        if (!isIn(way, call)) {
            give(actor, house, way, call, hears);
        }
        hears.accept(new Progress("figures", 0, 1));
        return hear(actor, house, way, call);
    }

    private ReachNetwork allowed(House house) {
        String refusal = gate.refusal(house);
        if (refusal != null) {
            throw new OverlapStopped(refusal);
        }
        ReachNetwork network = gate.named(house.id()).orElseThrow(() -> new OverlapStopped(ReachGate.NOT_NAMED));
        if (network.pool().equals(self)) {
            throw new OverlapStopped("reach-pool-house");
        }
        return network;
    }

    private ReachCall call(House house, ReachNetwork network, String agreement) {
        return new ReachCall(network, house.slug(), gate.period(), agreement, house.simulated(), NOTHING);
    }

    /** The pool knows best, since an answer to a sketch may have been lost. */
    private static boolean isIn(ReachWay way, ReachCall call) {
        try {
            way.call(call.network().pool(), "figures", call.bytes());
            return true;
        } catch (OverlapStopped stopped) {
            if (stopped.code().equals("reach-no-sketch")) {
                return false;
            }
            throw stopped;
        }
    }

    private void give(Actor actor, House house, ReachWay way, ReachCall call, Consumer<Progress> hears) {
        ReachNetwork network = call.network();
        for (String node : List.of(network.first(), network.second(), network.pool())) {
            way.call(
                    node,
                    "ready",
                    call.bytes()); // before anything is promised to one that another would not go on with
        }
        Question question = new Question(self + "/" + house.slug(), "pseudonyms", call.purpose(), call.period());
        People people = sides.blind(house, question);
        still(house, call);
        gate.giving(actor, house, network, call.agreement());
        pass(house, way, call, network.first(), people, hears, "first");
        pass(house, way, call, network.second(), people, hears, "second");
        still(house, call);
        hears.accept(new Progress("sketch", 0, 1));
        way.call(network.pool(), "sketch", call.with(people.sketch()).bytes());
        people.done();
    }

    /** A house may stop or withdraw at any step. */
    private void still(House house, ReachCall call) {
        if (!allowed(house).equals(call.network())) {
            throw new OverlapStopped(ReachGate.NOT_NAMED);
        }
        if (gate.agreement(house).filter(call.agreement()::equals).isEmpty()) {
            throw new OverlapStopped(SharedUse.SKETCHES.refusal());
        }
    }

    /** All messages by one holder, which is promised all of them before it multiplies the first. */
    private void pass(
            House house,
            ReachWay way,
            ReachCall call,
            String holder,
            People people,
            Consumer<Progress> hears,
            String step) {
        byte[] digests = people.digests();
        byte[] content = ByteBuffer.allocate(Integer.BYTES + digests.length)
                .putInt(people.size())
                .put(digests)
                .array();
        Reply promised = way.call(holder, "promise", call.with(content).bytes());
        String promise = promised.body().length > 64 ? "" : new String(promised.body(), StandardCharsets.US_ASCII);
        if (!PROMISE.matcher(promise).matches()) {
            throw new OverlapStopped("overlap-message");
        }
        for (int number = 0; number < people.messages(); number++) {
            hears.accept(new Progress(step, number, people.messages()));
            still(house, call);
            byte[] answer = way.call(holder, "points", promise, number, people.message(number))
                    .body();
            if (step.equals("first")) {
                people.byFirst(number, answer);
            } else {
                people.bySecond(number, answer);
            }
        }
    }

    private Optional<ReachTold> hear(Actor actor, House house, ReachWay way, ReachCall call) {
        Reply reply = way.call(call.network().pool(), "figures", call.bytes());
        if (reply.status() == NOTHING_YET) {
            return Optional.empty();
        }
        ReachTold told = ReachBook.read(reply.body(), call.period());
        boolean counted = told.houses().contains(self + "/" + house.slug());
        gate.keep(actor, house, told, ReachBook.write(told), counted);
        return Optional.of(told);
    }

    /** Hears of a new count, whoever asked for it: it stands in the audit of the house. */
    void hear(House house, Given given) {
        Actor pool = NodeOverlapGate.node(given.network().pool());
        hear(pool, house, new ReachWay(peer, pace, clock), call(house, given.network(), given.agreement()));
    }

    /** Has the pool throw the sketch away. */
    void withdraw(Actor actor, House house, Given given) {
        ReachCall call = call(house, given.network(), given.agreement());
        new ReachWay(peer, pace, clock).call(given.network().pool(), "withdraw", call.bytes());
        gate.withdrawn(actor, given);
    }
}

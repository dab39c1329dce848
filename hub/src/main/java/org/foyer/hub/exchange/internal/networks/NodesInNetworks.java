package org.foyer.hub.exchange.internal.networks;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.foyer.hub.exchange.Identity;
import org.foyer.hub.exchange.NetworkRefused;
import org.foyer.hub.exchange.NetworksBetweenNodes;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.Participants;
import org.foyer.hub.exchange.Post;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.SignedMessages;
import org.foyer.hub.exchange.internal.networks.NetworkBodies.Heard;
import org.foyer.hub.exchange.internal.networks.NetworkBodies.Look;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkErrands;
import org.foyer.hub.governance.NetworkErrands.Errand;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.governance.Pooling;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Says what houses of this node say about networks of others, and hears what is said about networks of this one. */
public final class NodesInNetworks implements NetworksBetweenNodes {

    private static final Logger LOG = Logger.getLogger(NodesInNetworks.class.getName());
    private static final int OK = 200;
    private static final int REFUSED = 409;
    private static final int UNREADABLE = 400;
    private static final long MINUTES = 5;
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PATIENCE_SECONDS = 1;

    private final Identity identity;
    private final Participants participants;
    private final Post post;
    private final SignedMessages messages;
    private final Pooling pooling;
    private final Houses houses;
    private final NetworksAbroad.Own own;
    private final String ownKey;
    private final ScheduledExecutorService carrier = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "networks between nodes");
        thread.setDaemon(true);
        return thread;
    });

    private Future<?> freshening = CompletableFuture.completedFuture(null);
    private volatile long fresh = System.nanoTime() - FRESH_NANOS;

    public NodesInNetworks(
            Identity identity,
            Participants participants,
            Post post,
            NodeKey key,
            Pooling pooling,
            Houses houses,
            String base) {
        this.identity = identity;
        this.participants = participants;
        this.post = post;
        this.messages = new SignedMessages("foyer-network", participants, key);
        this.pooling = pooling;
        this.houses = houses;
        this.ownKey = key.open();
        this.own = new NetworksAbroad.Own(base, text -> Base64.getEncoder().encodeToString(key.sign(text)));
    }

    @Override
    public Done invite(
            House by,
            String network,
            @Nullable String node,
            @Nullable String house,
            @Nullable String college,
            Actor actor) {
        Optional<Participant> there = node == null ? Optional.empty() : identity.find(node);
        if (there.isEmpty()) {
            return Done.refused("node", "node-unknown", String.valueOf(node));
        }
        NetworkGuests.Who who =
                new NetworkGuests.Who(there.get().id(), there.get().base(), house);
        return pooling.guests().invite(by, network, who, college, actor);
    }

    @Override
    public List<Fault> answer(House house, String uid, boolean accepts, Actor actor) {
        return pooling.abroad().answer(house, uid, accepts, own, actor);
    }

    @Override
    public List<Fault> leave(House house, String uid, Actor actor) {
        return pooling.abroad().leave(house, uid, own, actor);
    }

    @Override
    public List<Fault> sign(House house, String uid, String policy, @Nullable String hash, Actor actor) {
        return pooling.abroad().sign(house, uid, policy, hash, actor);
    }

    @Override
    public List<Fault> withdraw(House house, String uid, String policy, Actor actor) {
        return pooling.abroad().withdraw(house, uid, policy, actor);
    }

    @Override
    public List<Fault> vote(House house, String uid, long number, @Nullable Choice choice, Actor actor) {
        return pooling.abroad().vote(house, uid, number, choice, own, actor);
    }

    @Override
    public List<Fault> declareConflict(House house, String uid, long number, @Nullable String why, Actor actor) {
        return pooling.abroad().declareConflict(house, uid, number, why, own, actor);
    }

    @Override
    public List<Fault> propose(House house, String uid, Networks.Wish wish, Actor actor) {
        return pooling.abroad().propose(house, uid, wish, own, actor);
    }

    @Override
    public List<Fault> takeBack(House house, String uid, long number, Actor actor) {
        return pooling.abroad().takeBack(house, uid, number, own, actor);
    }

    @Override
    public void begin() {
        carrier.scheduleWithFixedDelay(this::carryQuietly, 0, MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void soon() {
        carrier.execute(this::carryQuietly);
    }

    @Override
    public void freshen() {
        try {
            Future<?> fresher = fresher();
            if (fresher != null) {
                fresher.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException slow) {
            LOG.log(Level.FINE, "a node is slow", slow);
        } catch (ExecutionException e) {
            throw new IllegalStateException("networks of other nodes could not be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return null when that is under way already, or was done a moment ago: however many look, a slow node is waited for once */
    private @Nullable Future<?> fresher() {
        synchronized (carrier) {
            if (!freshening.isDone() || System.nanoTime() - fresh < FRESH_NANOS) {
                return null;
            }
            freshening = carrier.submit(this::carryQuietly);
            return freshening;
        }
    }

    private void carryQuietly() {
        try {
            carry();
        } catch (RuntimeException e) { // the next time may do better, and a thread that ends would never try again
            LOG.log(Level.WARNING, "networks of other nodes could not be asked", e);
        }
    }

    @Override
    public void close() {
        carrier.shutdownNow();
    }

    /** One at a time: what is told by two at once would come out of order. */
    @Override
    public synchronized void carry() {
        Set<String> away = new HashSet<>();
        pooling.errands().waiting().forEach(errand -> tell(errand, away));
        pooling.abroad().memberships().forEach(one -> look(one, away));
        fresh = System.nanoTime();
    }

    private void tell(Errand errand, Set<String> away) {
        NetworkErrands errands = pooling.errands();
        if (away.contains(errand.node())) {
            return;
        }
        List<Fault> faults;
        try {
            faults = call(errand.node(), errand.step(), errand.body()).faults();
        } catch (NetworkRefused forGood) {
            faults = List.of(new Fault("network", "network-node-refused", errand.node()));
        } catch (IOException e) {
            away.add(errand.node());
            return;
        }
        if (!faults.isEmpty()) {
            refused(errand, faults);
        }
        errands.done(errand);
    }

    /** Of anything that is not told here, the next look tells how it stands. */
    private void refused(Errand errand, List<Fault> faults) {
        if (errand.step().equals(NetworkErrands.INVITE)) {
            String uid = NetworkBodies.read(errand.body(), NetworksAbroad.Invitation.class)
                    .uid();
            pooling.guests().turnedAway(errand.node(), uid);
        }
        if (errand.step().equals(NetworkErrands.PROPOSE)) {
            NetworkGuests.Proposed proposed = NetworkBodies.read(errand.body(), NetworkGuests.Proposed.class);
            pooling.abroad().turnedDown(proposed.uid(), proposed.key(), faults);
        }
    }

    private void look(NetworksAbroad.Membership membership, Set<String> away) {
        Optional<Participant> home = identity.find(membership.node());
        Optional<House> house = houses.byId(membership.house());
        Optional<NetworkAbroad> known = pooling.abroad().find(membership.house(), membership.uid());
        if (home.isEmpty() || house.isEmpty() || known.isEmpty() || away.contains(membership.node())) {
            return;
        }
        try {
            Heard heard = call(membership.node(), NetworkBodies.LOOK, NetworkBodies.write(new Look(membership.uid())));
            if (heard.told() != null
                    && heard.told().uid() != null
                    && heard.told().uid().equals(membership.uid())) {
                Believed believed =
                        new Believed(identity, participants, home.get(), house.get(), own.base(), ownKey, known.get());
                pooling.abroad().keep(membership, believed.of(heard.told()));
            }
        } catch (NetworkRefused refused) {
            LOG.log(Level.FINE, "a home does not tell", refused);
        } catch (IOException e) {
            away.add(membership.node());
        }
    }

    /**
     * @throws IOException when no answer came, or none that counts
     * @throws NetworkRefused when it was refused for good
     */
    private Heard call(String node, String step, String json) throws IOException {
        Participant to = identity.find(node).orElseThrow(() -> new IOException("no participant"));
        String sent = messages.sealed(node, step, json);
        Post.Reply reply = post.send(to, URI.create(to.address() + "/networks/" + step), identity.proofFor(to), sent);
        if (reply.status() == REFUSED || reply.status() == UNREADABLE) {
            throw new NetworkRefused("node-refused");
        }
        if (reply.status() != OK) {
            throw new IOException("refused: " + reply.status());
        }
        String told = messages.opened(node, answerTo(step, sent), reply.body())
                .orElseThrow(() -> new IOException("not signed by its node"));
        return NetworkBodies.read(told, Heard.class);
    }

    /** What an answer is signed as, so that no answer to another message passes for it. */
    private static String answerTo(String step, String message) {
        return org.foyer.hub.exchange.Tours.Peers.answerTo(step, message);
    }

    @Override
    public String answer(String caller, String step, String json) {
        String body = messages.opened(caller, step, json).orElseThrow(() -> new NetworkRefused("network-message"));
        return messages.sealed(caller, answerTo(step, json), NetworkBodies.write(heard(caller, step, body)));
    }

    private Heard heard(String caller, String step, String body) {
        return switch (step) {
            case NetworkErrands.INVITE ->
                new Heard(
                        pooling.abroad().invited(caller, NetworkBodies.read(body, NetworksAbroad.Invitation.class)),
                        null);
            case NetworkErrands.SAY -> said(caller, NetworkBodies.read(body, NetworkGuests.Said.class));
            case NetworkErrands.SIGN -> {
                NetworkGuests.Signed signed = NetworkBodies.read(body, NetworkGuests.Signed.class);
                NetworkBodies.required(signed.uid(), signed.policy());
                yield new Heard(pooling.guests().sign(caller, signed), null);
            }
            case NetworkErrands.VOTE -> {
                NetworkGuests.Voted voted = NetworkBodies.read(body, NetworkGuests.Voted.class);
                NetworkBodies.required(voted.uid(), voted.choice(), voted.jws());
                yield new Heard(pooling.guests().vote(caller, voted), null);
            }
            case NetworkErrands.PROPOSE -> {
                NetworkGuests.Proposed proposed = NetworkBodies.read(body, NetworkGuests.Proposed.class);
                NetworkBodies.required(proposed.uid(), proposed.key(), proposed.wish(), proposed.jws());
                yield new Heard(pooling.guests().propose(caller, proposed), null);
            }
            case NetworkBodies.LOOK -> {
                Look look = NetworkBodies.read(body, Look.class);
                NetworkBodies.required(look.uid());
                yield new Heard(
                        List.of(),
                        pooling.guests()
                                .tell(caller, look.uid())
                                .orElseThrow(() -> new NetworkRefused("network-not-invited")));
            }
            default -> throw new NetworkRefused("network-message");
        };
    }

    /** The key of a house counts only with the word of its node. */
    private Heard said(String caller, NetworkGuests.Said said) {
        NetworkBodies.required(said.uid(), said.step(), said.house(), said.name(), said.jws());
        if (said.key() != null) {
            List<String> keys =
                    participants.find(caller).map(Participants.Entry::keys).orElse(List.of());
            if (!Believed.answersFor(keys, said.house(), said.key(), said.vouched())) {
                throw new NetworkRefused("network-word-forged");
            }
        }
        return new Heard(pooling.guests().hear(caller, said), null);
    }
}

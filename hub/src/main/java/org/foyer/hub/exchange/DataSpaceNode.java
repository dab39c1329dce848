package org.foyer.hub.exchange;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.NotedKey;
import org.foyer.hub.exchange.internal.ProgrammeOffering;
import org.foyer.hub.exchange.internal.RegisterParticipants;
import org.foyer.hub.exchange.internal.RegisterShares;
import org.foyer.hub.exchange.internal.SignedIdentity;
import org.foyer.hub.exchange.internal.StandingDecisions;
import org.foyer.hub.exchange.internal.Workings;
import org.foyer.hub.exchange.internal.overlap.OverlapPace;
import org.foyer.hub.exchange.internal.overlap.OverlapsBetweenNodes;
import org.foyer.hub.exchange.internal.pooled.NodesTogether;
import org.foyer.hub.exchange.internal.product.ProductOffering;
import org.foyer.hub.exchange.internal.reach.NetworkReach;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.NodeOverlapGate;
import org.foyer.hub.governance.PooledGate;
import org.foyer.hub.governance.ReachGate;
import org.foyer.hub.governance.ReachPool;
import org.foyer.hub.insight.PooledFigures;
import org.foyer.hub.store.Register;

/**
 * This node in a data space: what the houses share of their programmes, with whom, and how the others know it.
 *
 * @param self how this node is called by the others
 * @param publicKey with which they check its tokens (Ed25519, X.509, Base64)
 */
public record DataSpaceNode(
        DataSpace space,
        Identity identity,
        Participants participants,
        Shares shares,
        Decisions decisions,
        Handover handover,
        PooledComparisons pooled,
        NodeOverlaps overlaps,
        NodeReach reach,
        String self,
        String publicKey)
        implements AutoCloseable {

    /**
     * Opens it. Nothing is sent before it is told to begin.
     *
     * @param keys folder of this node's keys
     * @param dumps whole programmes, found when they are needed; likewise {@code products} and {@code figures}
     * @param sides who makes the messages about shared buyers; likewise {@code reachSides} those of many nodes
     * @param serves whether this node counts for houses of others
     * @param address of this node, without a final slash
     * @param allowed addresses of this machine that may be written to
     * @throws NodeKeyMissing when the node had a key that is not in its folder
     */
    public static DataSpaceNode over(
            Register register,
            Path keys,
            Houses houses,
            Supplier<Dumps> dumps,
            Supplier<Licences> licences,
            Supplier<DataProducts> products,
            PooledGate gate,
            Supplier<PooledFigures> figures,
            NodeOverlapGate overlapGate,
            OverlapSides sides,
            ReachGate reachGate,
            ReachSides reachSides,
            boolean serves,
            Audit audit,
            FetchLimits limits,
            Set<InetSocketAddress> allowed,
            String address,
            Pace pace,
            Clock clock) {
        NodeKey key = NotedKey.of(keys, register);
        Participants participants = new RegisterParticipants(register, audit, clock);
        Shares shares = new RegisterShares(register, audit, clock);
        Identity identity = new SignedIdentity(register, participants, key, clock);
        Offering offering = new ProductOffering(
                new ProgrammeOffering(houses, shares, dumps, licences, audit), houses, products, audit);
        Decisions decisions = new StandingDecisions(register, identity, offering, clock);
        Post post = DataSpace.post(limits, Outside.real(allowed, clock));
        DataSpace space = DataSpace.over(
                register, identity, offering, decisions, post, address, keys.resolveSibling("received"), pace, clock);
        return new DataSpaceNode(
                space,
                identity,
                participants,
                shares,
                decisions,
                Workings.handover(space.conversations(), offering),
                NodesTogether.over(identity, participants, post, key, gate, figures, houses, register, clock),
                OverlapsBetweenNodes.over(identity, post, sides, overlapGate, houses, OverlapPace.DEFAULT, clock),
                NetworkReach.over(
                        identity,
                        post,
                        reachSides,
                        reachGate,
                        new ReachPool(register, clock),
                        houses,
                        serves,
                        OverlapPace.DEFAULT,
                        clock),
                key.name(),
                key.open());
    }

    /** The key that this node will sign with next, made at the first call: X.509, Base64. @param keys folder of this node's keys */
    public static String nextKey(Path keys) {
        return NodeKey.next(keys);
    }

    /** From its next start this node signs with its next key. Answers whether there was one. */
    public static boolean turnKey(Path keys) {
        return NodeKey.turn(keys);
    }

    /**
     * After its key was lost for good, this node begins anew: another key, another name. Participants must name it again, and what they agreed with the
     * old name ends. @param keys folder of this node's keys
     */
    public static void anew(Path keys, Register register) {
        NotedKey.forget(keys, register);
    }

    /** What two people read to each other to see that they mean the same key: 32 hexadecimal digits in groups of four. */
    public static String fingerprint(String publicKey) {
        return Workings.fingerprint(publicKey);
    }

    /** Participants that count, by name. */
    public List<Participant> known() {
        return participants.all().stream()
                .filter(entry -> entry.revokedAt() == null)
                .map(Participants.Entry::participant)
                .toList();
    }

    @Override
    public void close() {
        overlaps.close();
        reach.close();
        space.close();
    }
}

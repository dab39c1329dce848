package org.foyer.hub.exchange;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.exchange.internal.NodeKey;
import org.foyer.hub.exchange.internal.ProgrammeOffering;
import org.foyer.hub.exchange.internal.RegisterParticipants;
import org.foyer.hub.exchange.internal.RegisterShares;
import org.foyer.hub.exchange.internal.SignedIdentity;
import org.foyer.hub.exchange.internal.StandingDecisions;
import org.foyer.hub.exchange.internal.pooled.NodesTogether;
import org.foyer.hub.exchange.internal.product.ProductOffering;
import org.foyer.hub.fetching.FetchLimits;
import org.foyer.hub.fetching.Outside;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.PooledGate;
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
        String self,
        String publicKey)
        implements AutoCloseable {

    /**
     * Opens it. Nothing is sent before it is told to begin.
     *
     * @param keys folder of this node's keys
     * @param dumps whole programmes, found when they are needed; likewise {@code products} and {@code figures}
     * @param address of this node, without a final slash
     * @param allowed addresses of this machine that may be written to
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
            Audit audit,
            FetchLimits limits,
            Set<InetSocketAddress> allowed,
            String address,
            Clock clock) {
        NodeKey key = NodeKey.in(keys);
        Participants participants = new RegisterParticipants(register, audit, clock);
        Shares shares = new RegisterShares(register, audit, clock);
        Identity identity = new SignedIdentity(register, participants, key, clock);
        ProgrammeOffering programmes = new ProgrammeOffering(houses, shares, dumps, licences);
        ProductOffering offering = new ProductOffering(programmes, houses, products);
        Decisions decisions = new StandingDecisions(register, identity, offering, clock);
        Post post = DataSpace.post(limits, Outside.real(allowed, clock));
        DataSpace space = DataSpace.over(register, identity, offering, decisions, post, address, Pace.DEFAULT, clock);
        return new DataSpaceNode(
                space,
                identity,
                participants,
                shares,
                decisions,
                programmes.handover(space.conversations(), audit, transfer -> offering.handed(transfer, audit)),
                NodesTogether.over(identity, participants, post, key, gate, figures, houses, clock),
                key.name(),
                key.open());
    }

    @Override
    public void close() {
        space.close();
    }
}

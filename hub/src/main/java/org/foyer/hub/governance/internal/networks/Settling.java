package org.foyer.hub.governance.internal.networks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.Forgetting;
import org.foyer.hub.governance.internal.agreements.AgreementTables;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Counts proposals whose time is over and lets what was adopted take effect, from the moment at which they ended and not from the
 * moment at which somebody looked: so it does not matter who looks, or when.
 */
final class Settling {

    private final List<NetworkForm> forms;
    private final RegisterAudit audit;
    private final Clock clock;

    Settling(List<NetworkForm> forms, RegisterAudit audit, Clock clock) {
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    boolean anyDue(Handle handle) {
        return new ProposalTables(handle).anyDue(clock.millis());
    }

    /** Ends everything that is due. */
    void settle(Handle handle) {
        ProposalTables proposals = new ProposalTables(handle);
        for (Proposal due : proposals.due(clock.millis())) {
            end(handle, due, due.tally().outcome(), due.closesAt(), Actor.clock(), null);
        }
    }

    /** @param house that ended it; null when its time was over */
    void end(Handle handle, Proposal proposal, Outcome outcome, Instant at, Actor actor, @Nullable HouseId house) {
        ProposalTables proposals = new ProposalTables(handle);
        NetworkTables networks = new NetworkTables(handle, forms);
        NetworkTables.Row network = networks.bySlug(proposal.network()).orElseThrow();
        proposals.end(proposal.id(), outcome, at.toEpochMilli());
        if (outcome == Outcome.ADOPTED) {
            adopt(handle, networks, network, proposal, at.toEpochMilli());
            if (Boolean.TRUE.equals(proposal.matter().vacate()) && proposal.kind() == Proposal.Kind.MEMBER) {
                Forgetting.sweep(handle, clock, audit, actor);
            }
        }
        if (proposal.kind() == Proposal.Kind.MEMBER) {
            new GuestTables(handle).voted(proposal.id(), NetworkAbroad.State.REJECTED, at.toEpochMilli());
            handle.execute(
                    "delete from network_invitation where network = ? and proposal = ?", network.id(), proposal.id());
        }
        Proposal ended = proposals.find(network.id(), proposal.id()).orElseThrow();
        String hash = ProposalTables.digest(ended);
        long line = audit.append(
                handle,
                actor,
                house,
                "proposal-ended",
                null,
                "network %s, proposal %d, %s, minutes %s"
                        .formatted(network.slug(), proposal.id(), outcome.key(), hash));
        proposals.keepMinutes(proposal.id(), hash, line);
    }

    private static void adopt(
            Handle handle, NetworkTables networks, NetworkTables.Row network, Proposal proposal, long since) {
        Matter matter = proposal.matter();
        switch (proposal.kind()) {
            case MEMBER -> enter(handle, networks, network, proposal, since);
            case SEAT -> seat(handle, networks, network, proposal, since);
            case PURPOSE, DEFINITION, THRESHOLD ->
                networks.decide(
                        network.id(),
                        proposal.kind(),
                        String.valueOf(matter.subject()),
                        String.valueOf(matter.value()),
                        proposal.id(),
                        since);
            case AGREEMENT -> {
                Long agreement = matter.agreement();
                Integer version = matter.version();
                if (agreement != null && version != null) {
                    new AgreementTables(handle).open(agreement, version, since);
                }
            }
        }
    }

    private static void enter(
            Handle handle, NetworkTables networks, NetworkTables.Row network, Proposal proposal, long since) {
        String node = proposal.matter().node();
        if (node != null) {
            GuestTables guests = new GuestTables(handle);
            if (Boolean.TRUE.equals(proposal.matter().vacate())) {
                guests.exclude(
                        network.id(), node, String.valueOf(proposal.matter().house()), since);
            } else {
                guests.voted(proposal.id(), NetworkAbroad.State.MEMBER, since);
            }
            return;
        }
        Optional<Long> house = house(handle, proposal.matter());
        if (house.isPresent()
                && !networks.isMember(network.id(), new HouseId(house.get().intValue()))) {
            String college = handle.createQuery(
                            "select college from network_invitation where network = :network and proposal = :proposal")
                    .bind("network", network.id())
                    .bind("proposal", proposal.id())
                    .mapTo(String.class)
                    .findOne()
                    .orElse(null);
            networks.enter(network.id(), house.get(), college, proposal.id(), since);
        }
    }

    /** Who left meanwhile gets no seat. */
    private static void seat(
            Handle handle, NetworkTables networks, NetworkTables.Row network, Proposal proposal, long since) {
        Matter matter = proposal.matter();
        String organ = matter.organ();
        String node = matter.node();
        if (organ != null && node != null) {
            guestSeat(handle, network.id(), organ, proposal, since);
            return;
        }
        Optional<Long> house = house(handle, matter);
        if (house.isEmpty() || organ == null) {
            return;
        }
        networks.stand(network.id(), organ, house.get(), since);
        if (!Boolean.TRUE.equals(matter.vacate())
                && networks.isMember(network.id(), new HouseId(house.get().intValue()))) {
            networks.sit(network.id(), organ, house.get(), proposal.id(), since);
        }
    }

    private static void guestSeat(Handle handle, long network, String organ, Proposal proposal, long since) {
        Matter matter = proposal.matter();
        GuestOrgans organs = new GuestOrgans(handle);
        new GuestTables(handle)
                .member(network, String.valueOf(matter.node()), String.valueOf(matter.house()))
                .ifPresent(guest -> {
                    organs.stand(network, organ, guest, since);
                    if (!Boolean.TRUE.equals(matter.vacate())) {
                        organs.sit(network, organ, guest, proposal.id(), since);
                    }
                });
    }

    private static Optional<Long> house(Handle handle, Matter matter) {
        return handle.createQuery("select id from house where slug = :slug")
                .bind("slug", String.valueOf(matter.house()))
                .mapTo(Long.class)
                .findOne();
    }
}

package org.foyer.hub.governance.internal.networks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.Ballot.Seat;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Network.Threshold;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.governance.Proposal.Matter;
import org.foyer.hub.governance.Proposal.Outcome;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.DecisionsAbroad;
import org.foyer.hub.governance.internal.abroad.Forgetting;
import org.foyer.hub.governance.internal.agreements.AgreementTables;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Networks kept in the register; the forms come from the jar. */
public final class RegisterNetworks implements Networks {

    /** Read at the first question: the start of a node needs no form. */
    private static final class Shipped {
        static final List<NetworkForm> FORMS = NetworkFile.shipped();
    }

    private final Register register;
    private final Clock clock;
    private final RegisterAudit audit;

    public RegisterNetworks(Register register, Clock clock, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public List<NetworkForm> forms() {
        return shipped();
    }

    static List<NetworkForm> shipped() {
        return Shipped.FORMS;
    }

    private Settling settling() {
        return new Settling(forms(), audit, clock);
    }

    /** Counts what is due, so that everybody reads the same. */
    private void settle() {
        if (register.read(settling()::anyDue)) {
            register.write(handle -> {
                settling().settle(handle);
                return true;
            });
        }
    }

    @Override
    public List<Network> of(HouseId house) {
        settle();
        return register.read(handle -> {
            NetworkTables tables = new NetworkTables(handle, forms());
            return tables.of(house).stream().map(tables::whole).toList();
        });
    }

    @Override
    public Optional<Network> network(HouseId house, String slug) {
        return of(house).stream().filter(one -> one.slug().equals(slug)).findFirst();
    }

    @Override
    public Done found(House house, Founding wish, Actor actor) {
        Founding written =
                new Founding(stripped(wish.name()), stripped(wish.aim()), wish.form(), stripped(wish.college()));
        List<Fault> faults = NetworkFaults.of(written, forms());
        if (!faults.isEmpty()) {
            return Done.refused(faults);
        }
        return register.write(handle -> {
            NetworkTables tables = new NetworkTables(handle, forms());
            if (tables.count() >= NETWORKS_MAX) {
                return Done.refused("name", "networks-too-many", Integer.toString(NETWORKS_MAX));
            }
            long now = clock.millis();
            String slug = tables.freeSlug(String.valueOf(written.name()));
            long id = tables.add(slug, written, house.simulated(), actor.login(), now);
            tables.enter(id, house.id().value(), written.college(), null, now);
            forms().stream()
                    .filter(form -> form.id().equals(written.form()))
                    .flatMap(form -> form.organs().stream())
                    .filter(NetworkForm.Organ::elected)
                    .forEach(organ -> tables.sit(id, organ.id(), house.id().value(), null, now));
            audit.append(handle, actor, house.id(), "network-founded", null, slug);
            return new Done(slug, null, List.of());
        });
    }

    /** What of a network an act may touch. */
    private record Acting(Handle handle, NetworkTables tables, ProposalTables proposals, Network network, long now) {}

    @FunctionalInterface
    private interface Act {
        Done of(Acting acting);
    }

    /** Does something within a network, after what was due was counted. A network that is not one's own is not there. */
    private Done act(House house, String slug, boolean members, Act act) {
        return register.write(handle -> {
            settling().settle(handle);
            NetworkTables tables = new NetworkTables(handle, forms());
            Optional<Network> found = tables.of(house.id()).stream()
                    .filter(row -> row.slug().equals(slug))
                    .map(tables::whole)
                    .findFirst();
            if (found.isEmpty()) {
                return Done.refused("network", "network-unknown", slug);
            }
            if (members && !found.get().has(house.id())) {
                return Done.refused("network", "network-not-member");
            }
            return act.of(new Acting(handle, tables, new ProposalTables(handle), found.get(), clock.millis()));
        });
    }

    @Override
    public Done invite(House house, String slug, @Nullable String invited, @Nullable String college, Actor actor) {
        return act(house, slug, true, acting -> {
            Network network = acting.network();
            List<Fault> faults = new ArrayList<>();
            NetworkFaults.college(faults, network.form(), stripped(college));
            Optional<Long> guest = acting.handle()
                    .createQuery("select id from house where slug = :slug and simulated = :simulated")
                    .bind("slug", String.valueOf(invited).strip())
                    .bind("simulated", network.simulated() ? 1 : 0)
                    .mapTo(Long.class)
                    .findOne();
            if (guest.isEmpty()) {
                faults.add(new Fault("house", "network-guest-unknown"));
            } else if (network.has(new HouseId(guest.get().intValue()))
                    || network.invited().stream()
                            .anyMatch(one -> one.house().value() == guest.get().intValue())) {
                faults.add(new Fault("house", "network-guest-here"));
            }
            if (network.members().size() + network.invited().size() >= MEMBERS_MAX) {
                faults.add(new Fault("house", "network-full", Integer.toString(MEMBERS_MAX)));
            }
            if (!faults.isEmpty()) {
                return Done.refused(faults);
            }
            acting.handle()
                    .createUpdate("""
                            insert into network_invitation (network, house, college, invited_by, at)
                            values (:network, :house, :college, :by, :now)
                            """)
                    .bind("network", network.id())
                    .bind("house", guest.orElseThrow())
                    .bindByType("college", stripped(college), String.class)
                    .bind("by", house.id().value())
                    .bind("now", acting.now())
                    .execute();
            audit.append(acting.handle(), actor, house.id(), "network-invited", null, slug + ", " + invited);
            return new Done(slug, null, List.of());
        });
    }

    @Override
    public Done join(House house, String slug, Actor actor) {
        return act(house, slug, false, acting -> {
            Network network = acting.network();
            Optional<Network.Invited> invitation = network.invited().stream()
                    .filter(one -> one.house().equals(house.id()))
                    .findFirst();
            if (invitation.isEmpty() || invitation.get().proposal() != null) {
                return Done.refused("network", "network-not-invited");
            }
            Wish wish = new Wish(Kind.MEMBER, house.name(), network.aim(), Matter.member(house.slug()), null);
            long proposal = open(acting, wish, house, actor);
            acting.handle()
                    .execute(
                            "update network_invitation set proposal = ? where network = ? and house = ?",
                            proposal,
                            network.id(),
                            house.id().value());
            return new Done(slug, proposal, List.of());
        });
    }

    @Override
    public Done leave(House house, String slug, Actor actor) {
        return act(house, slug, false, acting -> {
            long network = acting.network().id();
            acting.proposals().strikeAll(network, house.id(), acting.now());
            acting.network().invited().stream()
                    .filter(one -> one.house().equals(house.id()) && one.proposal() != null)
                    .forEach(one -> acting.proposals()
                            .find(network, one.proposal())
                            .ifPresent(proposal -> settling()
                                    .end(
                                            acting.handle(),
                                            proposal,
                                            Outcome.WITHDRAWN,
                                            Instant.ofEpochMilli(acting.now()),
                                            actor,
                                            house.id())));
            acting.tables().leave(network, house.id(), acting.now());
            new AgreementTables(acting.handle()).withdrawAll(network, house.id(), actor.login(), acting.now());
            audit.append(acting.handle(), actor, house.id(), "network-left", null, slug);
            Forgetting.sweep(acting.handle(), clock, audit, actor);
            return new Done(slug, null, List.of());
        });
    }

    @Override
    public Done propose(House house, String slug, Wish wish, Actor actor) {
        Wish written =
                new Wish(wish.kind(), stripped(wish.title()), stripped(wish.reason()), wish.matter(), wish.days());
        return act(house, slug, true, acting -> {
            List<Fault> faults = NetworkFaults.of(written, acting.network(), acting.tables());
            if (acting.proposals().openOnes(acting.network().id()) >= OPEN_PROPOSALS_MAX) {
                faults.add(new Fault("kind", "proposals-too-many", Integer.toString(OPEN_PROPOSALS_MAX)));
            }
            return faults.isEmpty()
                    ? new Done(slug, open(acting, written, house, actor), List.of())
                    : Done.refused(faults);
        });
    }

    private long open(Acting acting, Wish wish, House house, Actor actor) {
        NetworkTables.Row network = acting.tables().byId(acting.network().id()).orElseThrow();
        return Opening.open(acting.handle(), network, wish, house.id(), actor, acting.now(), audit);
    }

    /** An open proposal in which the house has a seat that counts. */
    private Done seated(
            House house,
            String slug,
            long id,
            boolean mayBeStruck,
            java.util.function.BiFunction<Acting, Proposal, Done> act) {
        return act(house, slug, true, acting -> {
            Optional<Proposal> proposal =
                    acting.proposals().find(acting.network().id(), id);
            if (proposal.isEmpty()) {
                return Done.refused("proposal", "proposal-unknown", Long.toString(id));
            }
            if (proposal.get().outcome() != null) {
                return Done.refused("proposal", "proposal-ended");
            }
            Optional<Seat> seat = proposal.get().ballot().seats().stream()
                    .filter(one -> one.house().equals(house.slug()))
                    .findFirst();
            if (seat.isEmpty()) {
                return Done.refused("proposal", "proposal-no-seat");
            }
            if (seat.get().struck() != null && !mayBeStruck) {
                return Done.refused("proposal", "proposal-seat-struck");
            }
            return act.apply(acting, proposal.get());
        });
    }

    @Override
    public Done vote(House house, String slug, long id, @Nullable Choice choice, Actor actor) {
        if (choice == null) {
            return Done.refused("choice", "vote-unreadable");
        }
        return seated(house, slug, id, false, (acting, proposal) -> {
            acting.proposals().vote(id, house.id(), choice, actor.login(), acting.now());
            audit.append(
                    acting.handle(),
                    actor,
                    house.id(),
                    "proposal-voted",
                    null,
                    "network %s, proposal %d, %s".formatted(slug, id, choice.key()));
            return new Done(slug, id, List.of());
        });
    }

    @Override
    public Done declareConflict(House house, String slug, long id, @Nullable String why, Actor actor) {
        List<Fault> faults = new ArrayList<>();
        NetworkFaults.text(faults, "why", stripped(why), TEXT_CHARACTERS_MAX);
        if (!faults.isEmpty()) {
            return Done.refused(faults);
        }
        return seated(house, slug, id, false, (acting, proposal) -> {
            acting.proposals().strike(id, house.id(), "conflict", stripped(why), acting.now());
            audit.append(
                    acting.handle(),
                    actor,
                    house.id(),
                    "conflict-declared",
                    null,
                    "network %s, proposal %d".formatted(slug, id));
            return new Done(slug, id, List.of());
        });
    }

    @Override
    public Done withdraw(House house, String slug, long id, Actor actor) {
        return act(house, slug, false, acting -> {
            Optional<Proposal> proposal = acting.proposals()
                    .find(acting.network().id(), id)
                    .filter(one -> one.house().equals(house.slug()));
            if (proposal.isEmpty()) {
                return Done.refused("proposal", "proposal-not-yours");
            }
            return end(acting, proposal.get(), Outcome.WITHDRAWN, house, actor);
        });
    }

    @Override
    public Done close(House house, String slug, long id, Actor actor) {
        return seated(house, slug, id, true, (acting, proposal) -> {
            if (proposal.tally().voted() < proposal.tally().seats()) {
                return Done.refused("proposal", "proposal-not-all-voted");
            }
            return end(acting, proposal, proposal.tally().outcome(), house, actor);
        });
    }

    private Done end(Acting acting, Proposal proposal, Outcome outcome, House house, Actor actor) {
        if (proposal.outcome() != null) {
            return Done.refused("proposal", "proposal-ended");
        }
        settling().end(acting.handle(), proposal, outcome, Instant.ofEpochMilli(acting.now()), actor, house.id());
        return new Done(proposal.network(), proposal.id(), List.of());
    }

    @Override
    public List<Proposal> proposals(HouseId house, String slug) {
        settle();
        return register.read(handle -> member(handle, house, slug)
                .map(row -> new ProposalTables(handle).of(row.id()))
                .orElse(List.of()));
    }

    @Override
    public Optional<Proposal> proposal(HouseId house, String slug, long proposal) {
        settle();
        return register.read(handle ->
                member(handle, house, slug).flatMap(row -> new ProposalTables(handle).find(row.id(), proposal)));
    }

    private Optional<NetworkTables.Row> member(Handle handle, HouseId house, String slug) {
        NetworkTables tables = new NetworkTables(handle, forms());
        return tables.bySlug(slug).filter(row -> tables.isMember(row.id(), house));
    }

    @Override
    public int least(Collection<HouseId> houses, Threshold threshold) {
        settle();
        return register.read(handle -> Thresholds.least(handle, houses, threshold));
    }

    @Override
    public List<AdoptedDefinition> definitions(HouseId house) {
        Stream<AdoptedDefinition> here = of(house).stream()
                .filter(network -> network.has(house))
                .flatMap(network -> network.decisions().stream()
                        .filter(one -> one.kind() == Kind.DEFINITION)
                        .map(one -> new AdoptedDefinition(network.name(), one)));
        return Stream.concat(here, register.read(handle -> new DecisionsAbroad(handle).definitions(house)).stream())
                .toList();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package org.foyer.hub.governance.internal.networks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkErrands;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Done;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.governance.Proposal;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.abroad.Forgetting;
import org.foyer.hub.governance.internal.abroad.NetworkWords;
import org.foyer.hub.governance.internal.abroad.RegisterErrands;
import org.foyer.hub.governance.internal.agreements.GuestAgreements;
import org.foyer.hub.governance.internal.agreements.Signing;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps the houses of other nodes in networks of this one. What they say counts by the key that they named when they came in. */
public final class RegisterGuests implements NetworkGuests {

    /** Short names of houses, as every node makes them. */
    private static final String SLUG = "[a-z0-9][a-z0-9-]{0,99}";

    private final Register register;
    private final Clock clock;
    private final RegisterAudit audit;

    public RegisterGuests(Register register, Clock clock, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.audit = audit;
    }

    private List<NetworkForm> forms() {
        return RegisterNetworks.shipped();
    }

    private void settle(Handle handle) {
        new Settling(forms(), audit, clock).settle(handle);
    }

    @Override
    public Done invite(House by, String slug, Who who, @Nullable String college, Actor actor) {
        return register.write(handle -> {
            settle(handle);
            NetworkTables tables = new NetworkTables(handle, forms());
            Optional<Network> found = tables.of(by.id()).stream()
                    .filter(row -> row.slug().equals(slug))
                    .map(tables::whole)
                    .filter(network -> network.has(by.id()))
                    .findFirst();
            if (found.isEmpty()) {
                return Done.refused("network", "network-unknown", slug);
            }
            List<Fault> faults = faults(found.get(), who, college);
            if (!faults.isEmpty()) {
                return Done.refused(faults);
            }
            Network network = found.get();
            String house = String.valueOf(who.house());
            Network.Guest guest = new Network.Guest(
                    UUID.randomUUID().toString(),
                    who.node(),
                    house,
                    house,
                    who.base(),
                    college,
                    State.INVITED,
                    Instant.ofEpochMilli(clock.millis()),
                    null,
                    List.of());
            new GuestTables(handle).add(network.id(), guest, by.id());
            RegisterErrands.add(
                    handle,
                    who.node(),
                    NetworkErrands.INVITE,
                    guest.uid(),
                    NetworkWords.invitation(guest.uid(), house, network),
                    clock.millis());
            audit.append(
                    handle, actor, by.id(), "network-invited", null, slug + ", " + house + " of node " + who.node());
            return new Done(slug, null, List.of());
        });
    }

    private static List<Fault> faults(Network network, Who who, @Nullable String college) {
        List<Fault> faults = new ArrayList<>();
        NetworkFaults.college(faults, network.form(), college);
        if (who.house() == null || !who.house().matches(SLUG)) {
            faults.add(new Fault("house", "network-guest-unknown"));
        } else if (network.guests().stream()
                .anyMatch(one -> one.node().equals(who.node()) && one.slug().equals(who.house()))) {
            faults.add(new Fault("house", "network-guest-here"));
        }
        if (network.members().size()
                        + network.invited().size()
                        + network.guests().size()
                >= Networks.MEMBERS_MAX) {
            faults.add(new Fault("house", "network-full", Integer.toString(Networks.MEMBERS_MAX)));
        }
        return faults;
    }

    private Optional<Speaking> speaking(Handle handle, String node, String uid) {
        settle(handle);
        return new GuestTables(handle)
                .find(node, uid)
                .flatMap(row -> new NetworkTables(handle, forms())
                        .byId(row.network())
                        .map(network -> new Speaking(handle, network, row)));
    }

    private static List<Fault> refused(String field, String code) {
        return List.of(new Fault(field, code));
    }

    @Override
    public void turnedAway(String node, String uid) {
        register.write(handle -> {
            new GuestTables(handle)
                    .find(node, uid)
                    .filter(row -> row.guest().state() == State.INVITED)
                    .ifPresent(row -> new GuestTables(handle).over(uid, State.DECLINED, "", clock.millis()));
            return true;
        });
    }

    @Override
    public List<Fault> hear(String node, Said said) {
        return register.write(handle -> {
            Optional<Speaking> found = speaking(handle, node, said.uid());
            if (found.isEmpty()) {
                return refused("network", "network-not-invited");
            }
            Speaking speaking = found.get();
            String pinned = speaking.row().key();
            String key = pinned == null ? said.key() : pinned;
            Map<String, String> claims = NetworkWords.claims(
                    said.step(), said.uid(), speaking.network().slug(), speaking.iri());
            if (!said.house().equals(speaking.iri()) || !Signing.holds(said.jws(), claims, key)) {
                return refused("jws", "network-word-forged");
            }
            return switch (said.step()) {
                case ACCEPT -> accept(speaking, said);
                case DECLINE, LEAVE -> over(speaking, said);
                default -> refused("step", "network-word-forged");
            };
        });
    }

    private List<Fault> accept(Speaking speaking, Said said) {
        GuestTables.Row row = speaking.row();
        if (said.jws().equals(row.said())) {
            return List.of(); // it came twice
        }
        String key = said.key();
        String vouched = said.vouched();
        String name = said.name().strip();
        if (row.guest().state() != State.INVITED || key == null || vouched == null) {
            return refused("network", "network-not-invited");
        }
        List<Fault> faults = new ArrayList<>();
        NetworkFaults.text(faults, "name", name, Networks.NAME_CHARACTERS_MAX);
        if (!faults.isEmpty()) {
            return faults;
        }
        Actor actor = row.actor();
        long now = clock.millis();
        Networks.Wish wish = new Networks.Wish(
                Proposal.Kind.MEMBER,
                name,
                speaking.network().aim(),
                Proposal.Matter.guest(row.guest().slug(), row.guest().node(), false),
                null);
        long proposal = Opening.open(speaking.handle(), speaking.network(), wish, row.invitedBy(), actor, now, audit);
        new GuestTables(speaking.handle()).accepted(row.guest().uid(), name, key, vouched, said.jws(), proposal);
        return List.of();
    }

    /** A no, or a leave: at once, with its open vote and its signatures. */
    private List<Fault> over(Speaking speaking, Said said) {
        GuestTables.Row row = speaking.row();
        Network.Guest guest = row.guest();
        boolean open = guest.state() == State.INVITED || guest.state() == State.ACCEPTED;
        if (!open && guest.state() != State.MEMBER) {
            return List.of(); // it is over already
        }
        long now = clock.millis();
        Handle handle = speaking.handle();
        new GuestTables(handle)
                .over(guest.uid(), said.step().equals(DECLINE) ? State.DECLINED : State.LEFT, said.jws(), now);
        Long vote = guest.state() == State.ACCEPTED ? guest.proposal() : null;
        if (vote != null) {
            new ProposalTables(handle)
                    .find(speaking.network().id(), vote)
                    .filter(one -> one.outcome() == null)
                    .ifPresent(one -> new Settling(forms(), audit, clock)
                            .end(
                                    handle,
                                    one,
                                    Proposal.Outcome.WITHDRAWN,
                                    Instant.ofEpochMilli(now),
                                    row.actor(),
                                    row.invitedBy()));
        }
        GuestAgreements.withdrawAll(handle, guest.uid(), now);
        new GuestSeats(handle).strike(guest.uid(), now);
        audit.append(
                handle,
                row.actor(),
                row.invitedBy(),
                "network-left",
                null,
                speaking.network().slug() + ", " + guest.slug() + " of node " + guest.node());
        Forgetting.sweep(handle, clock, audit, row.actor());
        return List.of();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public List<Fault> sign(String node, Signed signed) {
        return register.write(handle -> {
            Optional<Speaking> found = speaking(handle, node, signed.uid());
            if (found.isEmpty() || found.get().row().guest().state() != State.MEMBER) {
                return refused("network", "network-not-member");
            }
            GuestTables.Row row = found.get().row();
            List<Fault> faults = new GuestAgreements(handle, today())
                    .sign(row.guest(), row.key(), signed.policy(), signed.jws(), clock.millis());
            if (faults.isEmpty()) {
                audit.append(
                        handle,
                        row.actor(),
                        row.invitedBy(),
                        signed.jws() == null ? "agreement-withdrawn" : "agreement-signed",
                        null,
                        signed.policy() + ", " + row.guest().slug() + " of node " + node);
            }
            if (faults.isEmpty() && signed.jws() == null) {
                Forgetting.sweep(handle, clock, audit, row.actor());
            }
            return faults;
        });
    }

    @Override
    public List<Fault> vote(String node, Voted voted) {
        return ofMember(node, voted.uid(), voices -> voices.voted(voted));
    }

    @Override
    public List<Fault> propose(String node, Proposed proposed) {
        return ofMember(node, proposed.uid(), voices -> voices.proposed(proposed));
    }

    private List<Fault> ofMember(String node, String uid, Function<GuestVoices, List<Fault>> act) {
        return register.write(handle -> speaking(handle, node, uid)
                .filter(one -> one.row().guest().state() == State.MEMBER)
                .map(one -> act.apply(new GuestVoices(one, forms(), audit, clock)))
                .orElseGet(() -> refused("network", "network-not-member")));
    }

    @Override
    public Optional<Told> tell(String node, String uid) {
        return register.write(handle -> speaking(handle, node, uid).map(this::told));
    }

    private Told told(Speaking speaking) {
        Network.Guest guest = speaking.row().guest();
        boolean member = guest.state() == State.MEMBER;
        Network network = new NetworkTables(speaking.handle(), forms()).whole(speaking.network());
        List<NetworkAbroad.Member> members = new ArrayList<>();
        Map<String, String> vouched = new LinkedHashMap<>();
        if (member) {
            network.members()
                    .forEach(one -> members.add(new NetworkAbroad.Member("", one.slug(), one.name(), one.seats())));
            network.guests().stream().filter(one -> one.state() == State.MEMBER).forEach(one -> {
                members.add(new NetworkAbroad.Member(one.node(), one.slug(), one.name(), one.seats()));
                new GuestTables(speaking.handle())
                        .find(one.node(), one.uid())
                        .ifPresent(row ->
                                vouched.put(one.base() + "/id/house/" + one.slug(), String.valueOf(row.vouched())));
            });
        }
        return new Told(
                guest.uid(),
                guest.state(),
                network.name(),
                network.aim(),
                List.copyOf(members),
                member ? new GuestAgreements(speaking.handle(), today()).of(guest.uid()) : List.of(),
                member ? new GuestSeats(speaking.handle()).told(guest.uid()) : List.of(),
                member
                        ? network.decisions().stream()
                                .limit(NetworksAbroad.DECISIONS_MAX)
                                .toList()
                        : List.of(),
                vouched);
    }
}

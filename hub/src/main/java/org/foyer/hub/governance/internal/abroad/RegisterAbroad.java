package org.foyer.hub.governance.internal.abroad;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Ballot.Choice;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworkErrands;
import org.foyer.hub.governance.NetworkGuests;
import org.foyer.hub.governance.NetworkGuests.Told;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.agreements.Signing;
import org.foyer.hub.governance.internal.agreements.SigningKeys;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps what homes of networks told in the register, and what houses of this node said; days are days in UTC. */
public final class RegisterAbroad implements NetworksAbroad {

    private static final String UID = "[0-9a-f-]{36}";
    private static final String SLUG = "[a-z0-9][a-z0-9-]{0,99}";

    private final Register register;
    private final Clock clock;
    private final SigningKeys keys;
    private final RegisterAudit audit;

    public RegisterAbroad(Register register, Clock clock, SigningKeys keys, RegisterAudit audit) {
        this.register = register;
        this.clock = clock;
        this.keys = keys;
        this.audit = audit;
    }

    private AbroadTables tables(Handle handle) {
        return new AbroadTables(handle, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public List<NetworkAbroad> of(HouseId house) {
        return register.read(handle -> tables(handle).of(house));
    }

    @Override
    public Optional<NetworkAbroad> find(HouseId house, String uid) {
        return register.read(handle -> tables(handle).find(house, uid));
    }

    private static List<Fault> refused(String field, String code, String... arguments) {
        return List.of(new Fault(field, code, arguments));
    }

    static boolean fits(@Nullable String text, int most) {
        return text != null
                && !text.isBlank()
                && text.length() <= most
                && text.chars().noneMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\r');
    }

    private static boolean isWhole(Invitation told) {
        return fits(told.uid(), 36)
                && told.uid().matches(UID)
                && fits(told.house(), 100)
                && fits(told.network(), 100)
                && told.network().matches(SLUG)
                && fits(told.name(), Networks.NAME_CHARACTERS_MAX)
                && fits(told.aim(), Networks.TEXT_CHARACTERS_MAX)
                && fits(told.form(), Networks.NAME_CHARACTERS_MAX);
    }

    @Override
    public List<Fault> invited(String node, Invitation told) {
        if (!isWhole(told)) {
            return refused("invitation", "network-message");
        }
        return register.write(handle -> {
            Optional<Integer> house = handle.createQuery(
                            "select id from house where slug = :slug and simulated = :simulated")
                    .bind("slug", told.house())
                    .bind("simulated", told.simulated() ? 1 : 0)
                    .mapTo(Integer.class)
                    .findOne();
            if (house.isEmpty()) {
                return refused("house", "network-guest-unknown");
            }
            Optional<String> sender = handle.createQuery("select node from network_abroad where uid = :uid")
                    .bind("uid", told.uid())
                    .mapTo(String.class)
                    .findOne();
            if (sender.isPresent()) { // it came twice, or somebody repeats another's
                return sender.get().equals(node) ? List.of() : refused("invitation", "network-not-invited");
            }
            if (isFull(handle, node, house.get())) {
                return refused("house", "network-guest-here");
            }
            add(handle, node, told, house.get());
            audit.append(
                    handle,
                    new Actor("node " + node, false, Map.of(), true),
                    new HouseId(house.get()),
                    "network-invitation",
                    null,
                    told.network() + " of node " + node);
            return List.of();
        });
    }

    private static boolean isFull(Handle handle, String node, int house) {
        long open = handle.createQuery(
                        "select count(*) from network_abroad where house = :house and node = :node and state = 'invited'")
                .bind("house", house)
                .bind("node", node)
                .mapTo(Long.class)
                .one();
        long all = handle.createQuery("select count(*) from network_abroad where house = :house")
                .bind("house", house)
                .mapTo(Long.class)
                .one();
        return open >= OPEN_MAX || all >= NETWORKS_MAX;
    }

    private void add(Handle handle, String node, Invitation told, int house) {
        handle.createUpdate("""
                        insert into network_abroad (uid, house, node, slug, name, aim, form, state, members, at)
                        values (:uid, :house, :node, :slug, :name, :aim, :form, 'invited', '[]', :at)
                        """)
                .bind("uid", told.uid())
                .bind("house", house)
                .bind("node", node)
                .bind("slug", told.network())
                .bind("name", told.name())
                .bind("aim", told.aim())
                .bind("form", told.form())
                .bind("at", clock.millis())
                .execute();
    }

    @FunctionalInterface
    private interface Act {
        List<Fault> of(Handle handle, AbroadTables tables, NetworkAbroad network);
    }

    private List<Fault> act(House house, String uid, Act act) {
        return register.write(handle -> {
            AbroadTables tables = tables(handle);
            return tables.find(house.id(), uid)
                    .map(network -> act.of(handle, tables, network))
                    .orElseGet(() -> refused("network", "network-unknown", uid));
        });
    }

    @Override
    public List<Fault> answer(House house, String uid, boolean accepts, Own own, Actor actor) {
        return act(house, uid, (handle, tables, network) -> {
            if (network.state() != State.INVITED) {
                return refused("network", "network-not-invited");
            }
            tables.state(uid, accepts ? State.ACCEPTED : State.DECLINED);
            say(handle, house, network, accepts ? NetworkGuests.ACCEPT : NetworkGuests.DECLINE, own, actor);
            return List.of();
        });
    }

    @Override
    public List<Fault> leave(House house, String uid, Own own, Actor actor) {
        return act(house, uid, (handle, tables, network) -> {
            if (network.state() != State.ACCEPTED && network.state() != State.MEMBER) {
                return refused("network", "network-not-member");
            }
            tables.left(uid, actor.login(), clock.millis());
            say(handle, house, network, NetworkGuests.LEAVE, own, actor);
            Forgetting.sweep(handle, clock, audit, actor);
            return List.of();
        });
    }

    /** Signs a word with the key of the house, and leaves it to be told. */
    private void say(Handle handle, House house, NetworkAbroad network, String step, Own own, Actor actor) {
        SigningKeys.Pair pair = keys.of(handle, house, actor, clock.millis());
        String iri = own.base() + "/id/house/" + house.slug();
        String jws = Signing.sign(NetworkWords.claims(step, network.uid(), network.slug(), iri), pair.privateKey());
        String key = pair.publicKey();
        NetworkGuests.Said said = new NetworkGuests.Said(
                network.uid(),
                step,
                iri,
                house.name(),
                key,
                own.vouching().apply(NetworkGuests.vouching(iri, key)),
                jws);
        RegisterErrands.add(
                handle, network.node(), NetworkErrands.SAY, network.uid(), NetworkWords.write(said), clock.millis());
        audit.append(handle, actor, house.id(), "network-" + step, null, network.slug() + " of node " + network.node());
    }

    @Override
    public List<Fault> sign(House house, String uid, String policy, @Nullable String hash, Actor actor) {
        return ofParty(house, uid, policy, (handle, network, agreement, party) -> {
            Agreement.Version version = agreement.versions().get(0);
            if (network.state() != State.MEMBER
                    || version.state() != Agreement.State.OPEN
                    || party.standing() != Standing.WAITING) {
                return refused("agreement", "agreement-not-to-sign");
            }
            if (!version.hash().equals(hash)) {
                return refused("hash", "agreement-other-text");
            }
            String iri = version.terms()
                    .party(party.node(), party.slug())
                    .map(version.terms()::iri)
                    .orElse("");
            long now = clock.millis();
            String jws = Signing.sign(
                    Signing.Signed.of(version, iri),
                    keys.of(handle, house, actor, now).privateKey());
            handle.execute(
                    "update agreement_abroad set jws = ?, signed_by = ?, signed_at = ? where abroad = ? and uid = ?",
                    jws,
                    actor.login(),
                    now,
                    uid,
                    policy);
            tell(handle, network, new NetworkGuests.Signed(uid, policy, jws));
            audit.append(handle, actor, house.id(), "agreement-signed", null, named(network, agreement) + ", " + hash);
            return List.of();
        });
    }

    /** Agreement, version and network, for the audit. */
    static String named(NetworkAbroad network, Agreement agreement) {
        return "agreement %d, version %d, of network %s of node %s"
                .formatted(agreement.id(), agreement.versions().get(0).version(), network.slug(), network.node());
    }

    private void tell(Handle handle, NetworkAbroad network, NetworkGuests.Signed signed) {
        RegisterErrands.add(
                handle, network.node(), NetworkErrands.SIGN, network.uid(), NetworkWords.write(signed), clock.millis());
    }

    @Override
    public List<Fault> withdraw(House house, String uid, String policy, Actor actor) {
        return ofParty(house, uid, policy, (handle, network, agreement, party) -> {
            if (party.standing() == Standing.WITHDRAWN) {
                return refused("agreement", "agreement-withdrawn-already");
            }
            tables(handle).withdrawn(uid, policy, actor.login(), clock.millis());
            tell(handle, network, new NetworkGuests.Signed(uid, policy, null));
            audit.append(handle, actor, house.id(), "agreement-withdrawn", null, named(network, agreement));
            Forgetting.sweep(handle, clock, audit, actor);
            return List.of();
        });
    }

    private List<Fault> says(House house, String uid, Own own, Actor actor, Function<VoicesAbroad, List<Fault>> act) {
        return act(
                house,
                uid,
                (handle, tables, network) ->
                        act.apply(new VoicesAbroad(handle, network, house, own, actor, keys, audit, clock)));
    }

    @Override
    public List<Fault> vote(House house, String uid, long number, @Nullable Choice choice, Own own, Actor actor) {
        return choice == null
                ? refused("choice", "vote-unreadable")
                : says(house, uid, own, actor, voices -> voices.says(number, choice.key(), null));
    }

    @Override
    public List<Fault> declareConflict(
            House house, String uid, long number, @Nullable String why, Own own, Actor actor) {
        List<Fault> faults = new ArrayList<>();
        String words = why == null ? null : why.strip();
        VoicesAbroad.text(faults, "why", words, Networks.TEXT_CHARACTERS_MAX);
        return faults.isEmpty()
                ? says(house, uid, own, actor, voices -> voices.says(number, NetworkGuests.CONFLICT, words))
                : faults;
    }

    @Override
    public List<Fault> propose(House house, String uid, Networks.Wish wish, Own own, Actor actor) {
        return says(house, uid, own, actor, voices -> voices.proposes(wish));
    }

    @Override
    public List<Fault> takeBack(House house, String uid, long number, Own own, Actor actor) {
        return says(house, uid, own, actor, voices -> voices.takesBack(number));
    }

    @Override
    public void turnedDown(String uid, String key, List<Fault> faults) {
        register.write(handle -> {
            new SentAbroad(handle).turnedDown(uid, key, faults);
            return true;
        });
    }

    @FunctionalInterface
    private interface PartyAct {
        List<Fault> of(Handle handle, NetworkAbroad network, Agreement agreement, Agreement.Party party);
    }

    private List<Fault> ofParty(House house, String uid, String policy, PartyAct act) {
        return act(house, uid, (handle, tables, network) -> {
            Optional<Agreement> agreement = network.agreement(policy);
            Optional<Agreement.Party> party =
                    agreement.flatMap(one -> one.versions().get(0).party(house.id()));
            return agreement.isEmpty() || party.isEmpty()
                    ? refused("agreement", "agreement-unknown", policy)
                    : act.of(handle, network, agreement.get(), party.get());
        });
    }

    @Override
    public List<Membership> memberships() {
        return register.read(handle -> handle.createQuery("""
                        select uid, node, house from network_abroad where state in ('accepted', 'member') order by node, uid
                        """)
                .map((row, context) ->
                        new Membership(row.getString("uid"), row.getString("node"), new HouseId(row.getInt("house"))))
                .list());
    }

    @Override
    public void keep(Membership membership, Told told) {
        register.write(handle -> {
            AbroadTables tables = tables(handle);
            Optional<NetworkAbroad> known = tables.find(membership.house(), membership.uid());
            if (known.isEmpty()
                    || known.get().state() != State.ACCEPTED && known.get().state() != State.MEMBER) {
                return false; // the house said otherwise meanwhile
            }
            Actor home = new Actor("node " + membership.node(), false, Map.of(), true);
            if (told.state() == State.EXCLUDED) {
                tables.left(membership.uid(), home.login(), clock.millis());
            }
            if (told.state() == State.MEMBER || told.state() == State.REJECTED || told.state() == State.EXCLUDED) {
                tables.state(membership.uid(), told.state());
            }
            handle.execute(
                    "update network_abroad set name = ?, aim = ?, members = ?, told_at = ? where uid = ?",
                    told.name(),
                    told.aim(),
                    NetworkWords.write(told.members()),
                    clock.millis(),
                    membership.uid());
            told.agreements().forEach(agreement -> keep(handle, tables, membership, agreement));
            new VotesAbroad(handle).keep(membership.uid(), told.votes());
            new DecisionsAbroad(handle).keep(membership.uid(), told.decisions());
            new Recalled(tables, audit, clock.millis()).of(membership, known.get(), told);
            if (Forgetting.isDue(known.get(), told)) {
                Forgetting.sweep(handle, clock, audit, home);
            }
            return true;
        });
    }

    /** No version is ever changed: what comes with another text under the same name is not kept. */
    private static void keep(Handle handle, AbroadTables tables, Membership membership, Agreement agreement) {
        Agreement.Version version = agreement.versions().get(0);
        Optional<String> kept = tables.kept(membership.uid(), version.uid());
        if (kept.isEmpty() || kept.get().equals(Signing.Signed.of(version, "").hash())) {
            tables.keep(membership.uid(), agreement);
        }
    }
}

package org.foyer.hub.governance.internal.abroad;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.PooledGate.Asking;
import org.foyer.hub.governance.PooledGate.Under;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.agreements.AgreementReading;
import org.foyer.hub.governance.internal.agreements.AgreementTables;
import org.foyer.hub.governance.internal.agreements.PolicyDecider;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * By which agreements houses of this node are counted with houses of other nodes, in one transaction. A house in a network over several
 * nodes is counted by an agreement of that network that it signed, and by nothing else.
 *
 * <p>How many houses are behind a figure is known when all have given, so that the asker's gate judges it; how many buyers is known to
 * each house of its own figure alone, which must rest on as many by itself.
 */
public record PooledAgreements(Handle handle, LocalDate today) {

    private static final String ACTION = "compare";

    public static PooledAgreements at(Handle handle, Clock clock) {
        return new PooledAgreements(handle, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * In what a house may be counted.
     *
     * @param indicators what is permitted of what was asked
     * @param buyersMin what a figure must rest on
     * @param named agreement and version, for the audit
     * @param refusal code of why nothing is permitted; null when something is
     */
    public record Counted(
            Set<String> indicators,
            int buyersMin,
            String named,
            @Nullable String refusal) {}

    /**
     * A version that names a house of this node and one of another.
     *
     * @param abroad the network, when it is of another node
     */
    private record Held(
            Agreement agreement,
            Agreement.Version version,
            Agreement.Party own,
            @Nullable NetworkAbroad abroad) {

        /** How the version calls a node: its home is nameless in it. */
        String named(String node, boolean here) {
            NetworkAbroad from = abroad;
            boolean home = from == null ? here : from.node().equals(node);
            return home ? "" : node;
        }

        String told() {
            NetworkAbroad from = abroad;
            return from == null
                    ? "agreement %d, version %d".formatted(agreement.id(), version.version())
                    : RegisterAbroad.named(from, agreement);
        }
    }

    /** Whether agreements decide about a house. */
    public boolean isBound(HouseId house) {
        return handle.createQuery("""
                        select (select count(*) from network_abroad where house = :house and state = 'member')
                          + (select count(*) from network_member m join network_guest g on g.network = m.network
                             where m.house = :house and m.until is null and g.state = 'member')
                        """)
                        .bind("house", house.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private List<Held> held(HouseId house) {
        List<Held> held = new ArrayList<>();
        AgreementTables tables = new AgreementTables(handle);
        for (AgreementTables.Row row : tables.of(house, Agreements.AGREEMENTS_MAX)) {
            Agreement whole = new AgreementReading(tables, today).whole(row);
            whole.versions().stream()
                    .filter(one -> one.parties().stream()
                            .anyMatch(party -> !party.node().isEmpty()))
                    .forEach(one -> one.party(house).ifPresent(own -> held.add(new Held(whole, one, own, null))));
        }
        for (NetworkAbroad network : new AbroadTables(handle, today).of(house)) {
            for (Agreement agreement : network.agreements()) {
                Agreement.Version version = agreement.versions().get(0);
                version.party(house).ifPresent(own -> held.add(new Held(agreement, version, own, network)));
            }
        }
        return held;
    }

    /** @param self how this node is called by the others */
    public Asking asking(HouseId house, String self) {
        if (!isBound(house)) {
            return new Asking(null, Set.of(), HouseRules.HOUSES_MIN, null);
        }
        String why = "agreement-needed";
        for (Held one : held(house)) {
            AgreementTerms terms = one.version().terms();
            List<String> data = terms.data().stream().map(each -> each.id()).toList();
            Counted counted = counted(one, one.own().node(), one.own().slug(), data);
            if (counted.refusal() == null) {
                return new Asking(
                        one.version().uid(),
                        nodes(one, self),
                        Math.max(terms.housesMin(), HouseRules.HOUSES_MIN),
                        null);
            }
            if (isComparison(one)) {
                why = why.equals("agreement-needed") ? counted.refusal() : why;
            }
        }
        return new Asking(null, Set.of(), HouseRules.HOUSES_MIN, why);
    }

    private static boolean isComparison(Held one) {
        return one.agreement().template().equals(Gate.COMPARISON);
    }

    private static Set<String> nodes(Held one, String self) {
        Set<String> nodes = new TreeSet<>(Set.of(self));
        NetworkAbroad from = one.abroad();
        if (from != null) {
            nodes.add(from.node());
        }
        one.version().parties().stream()
                .map(Agreement.Party::node)
                .filter(node -> !node.isEmpty())
                .forEach(nodes::add);
        return nodes;
    }

    /** In what this house may be counted now. */
    public Counted counted(HouseId house, Under under, List<String> indicators) {
        return find(house, under)
                .map(one -> counted(one, one.named(under.node(), under.here()), under.house(), indicators))
                .orElseGet(() -> new Counted(Set.of(), 0, "", "agreement-unknown"));
    }

    private Optional<Held> find(HouseId house, Under under) {
        return held(house).stream()
                .filter(one -> one.version().uid().equals(under.policy()))
                .findFirst();
    }

    /** @param node of who asks, as the version calls it @param house its short name there */
    private Counted counted(Held one, String node, String house, List<String> indicators) {
        String refusal = standing(one);
        if (refusal != null) {
            return new Counted(Set.of(), 0, one.told(), refusal);
        }
        Agreement.Version version = one.version();
        AgreementTerms terms = version.terms();
        boolean taking = version.parties().stream()
                .anyMatch(party ->
                        party.node().equals(node) && party.slug().equals(house) && party.standing() == Standing.SIGNED);
        if (!taking) {
            return new Counted(Set.of(), 0, one.told(), "use-not-signed");
        }
        String giver =
                terms.party(one.own().node(), one.own().slug()).map(terms::iri).orElse("");
        String taker = terms.party(node, house).map(terms::iri).orElse("");
        Set<String> permitted = new TreeSet<>();
        String why = "use-not-permitted";
        for (String indicator : indicators) {
            Agreements.Use use = new Agreements.Use(
                    ACTION,
                    indicator,
                    giver,
                    taker,
                    Gate.COMPARISON,
                    today,
                    Agreements.USES_MAX,
                    Agreements.USES_MAX,
                    version.uses());
            List<Fault> against = PolicyDecider.decide(version.policy(), use).reasons();
            if (against.isEmpty()) {
                permitted.add(indicator);
            } else {
                why = against.get(0).code();
            }
        }
        return new Counted(permitted, terms.buyersMin(), one.told(), permitted.isEmpty() ? why : null);
    }

    /** Why a version lets nothing of a house through, whatever is asked; null when it holds. */
    private static @Nullable String standing(Held one) {
        NetworkAbroad from = one.abroad();
        if (from != null && from.state() != NetworkAbroad.State.MEMBER) {
            return "network-not-member";
        }
        return switch (one.own().standing()) {
            case WITHDRAWN -> "agreement-withdrawn";
            case WAITING -> "agreement-not-signed";
            case BROKEN -> "agreement-is-broken";
            case SIGNED ->
                one.version().state() == State.IN_FORCE
                        ? null
                        : "agreement-is-" + one.version().state().key();
        };
    }

    /** Counts that a house was counted by a version. */
    public void used(HouseId house, Under under, Actor actor, long now) {
        find(house, under).ifPresent(one -> {
            NetworkAbroad from = one.abroad();
            if (from == null) {
                new AgreementTables(handle)
                        .used(
                                one.agreement().id(),
                                one.version().version(),
                                house,
                                Gate.COMPARISON,
                                actor.login(),
                                now);
            } else {
                handle.execute(
                        "update agreement_abroad set uses = uses + 1 where abroad = ? and uid = ?",
                        from.uid(),
                        under.policy());
            }
        });
    }
}

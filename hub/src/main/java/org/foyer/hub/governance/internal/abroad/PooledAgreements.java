package org.foyer.hub.governance.internal.abroad;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.PooledGate.Asking;
import org.foyer.hub.governance.PooledGate.Under;
import org.foyer.hub.governance.internal.HouseRules;
import org.foyer.hub.governance.internal.networks.Definitions;
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
        return Held.of(handle, today, house, Gate.COMPARISON, new HashMap<>()).stream()
                .filter(Held::isOverNodes)
                .toList();
    }

    /** @param self how this node is called by the others */
    public Asking asking(HouseId house, String self) {
        if (!isBound(house)) {
            return new Asking(null, Set.of(), HouseRules.HOUSES_MIN, null);
        }
        String why = "agreement-needed";
        for (Held one : held(house)) {
            AgreementTerms terms = one.version().terms();
            Counted counted = asking(one);
            if (counted.refusal() == null) {
                return new Asking(
                        one.version().uid(),
                        nodes(one, self),
                        Math.max(terms.housesMin(), HouseRules.HOUSES_MIN),
                        null);
            }
            why = why.equals("agreement-needed") ? counted.refusal() : why;
        }
        return new Asking(null, Set.of(), HouseRules.HOUSES_MIN, why);
    }

    /** Whether a house may ask by a version that names it. */
    private Counted asking(Held one) {
        List<String> data =
                one.version().terms().data().stream().map(each -> each.id()).toList();
        return counted(one, one.own().node(), one.own().slug(), data);
    }

    private static Set<String> nodes(Held one, String self) {
        Set<String> nodes = new TreeSet<>(Set.of(self));
        nodes.addAll(one.otherNodes());
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
        String refusal = one.standing();
        if (refusal != null) {
            return new Counted(Set.of(), 0, one.told(), refusal);
        }
        Agreement.Party taker = one.signed(node, house).orElse(null);
        if (taker == null) {
            return new Counted(Set.of(), 0, one.told(), "use-not-signed");
        }
        AgreementTerms terms = one.version().terms();
        Set<String> permitted = new TreeSet<>();
        String why = "use-not-permitted";
        for (String indicator : indicators) {
            List<Fault> against =
                    one.against(one.own(), taker, ACTION, indicator, Gate.COMPARISON, Agreements.USES_MAX, today);
            if (against.isEmpty()) {
                permitted.add(indicator);
            } else {
                why = against.get(0).code();
            }
        }
        return new Counted(permitted, terms.buyersMin(), one.told(), permitted.isEmpty() ? why : null);
    }

    /** What the network adopted by whose agreement a house asks; of a house about which none decides what all its networks did. */
    public Definitions asked(HouseId house) {
        return isBound(house)
                ? held(house).stream()
                        .filter(one -> asking(one).refusal() == null)
                        .findFirst()
                        .map(this::definitions)
                        .orElse(Definitions.NONE)
                : Definitions.of(handle, house);
    }

    /** What the network of an agreement adopted of which this house is. */
    public Definitions counted(HouseId house, Under under) {
        return find(house, under).map(this::definitions).orElse(Definitions.NONE);
    }

    private Definitions definitions(Held held) {
        NetworkAbroad abroad = held.abroad();
        String slug = held.agreement().network();
        if (abroad != null) {
            return Definitions.bindingAbroad(handle, abroad.uid());
        }
        return slug == null ? Definitions.NONE : Definitions.binding(handle, slug);
    }

    /** Counts that a house was counted by a version. */
    public void used(HouseId house, Under under, Actor actor, long now) {
        find(house, under).ifPresent(one -> one.used(handle, house, Gate.COMPARISON, actor, now));
    }
}

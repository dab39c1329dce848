package org.foyer.hub.governance.internal.abroad;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.Agreements;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NodeOverlapGate.Other;
import org.foyer.hub.governance.internal.agreements.AgreementReading;
import org.foyer.hub.governance.internal.agreements.AgreementTables;
import org.foyer.hub.governance.internal.agreements.PolicyDecider;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A version of an agreement that names a house of this node, of this node or of a network of another one.
 *
 * @param own the house as the version names it
 * @param abroad the network, when it is of another node
 */
record Held(
        Agreement agreement,
        Agreement.Version version,
        Agreement.Party own,
        @Nullable NetworkAbroad abroad) {

    /**
     * All of a house, the newest agreement first.
     *
     * @param template of which they are
     * @param read agreements that were read in this transaction, each verified once
     */
    static List<Held> of(Handle handle, LocalDate today, HouseId house, String template, Map<Long, Agreement> read) {
        List<Held> held = new ArrayList<>();
        AgreementTables tables = new AgreementTables(handle);
        for (AgreementTables.Row row : tables.of(house, Agreements.AGREEMENTS_MAX)) {
            if (row.template().equals(template)) {
                Agreement whole = read.computeIfAbsent(row.id(), id -> new AgreementReading(tables, today).whole(row));
                whole.versions()
                        .forEach(one -> one.party(house).ifPresent(own -> held.add(new Held(whole, one, own, null))));
            }
        }
        for (NetworkAbroad network : new AbroadTables(handle, today).of(house)) {
            for (Agreement agreement : network.agreements()) {
                Agreement.Version version = agreement.versions().get(0);
                if (agreement.template().equals(template)) {
                    version.party(house).ifPresent(own -> held.add(new Held(agreement, version, own, network)));
                }
            }
        }
        return held;
    }

    /** Whether it names houses of more than one node. */
    boolean isOverNodes() {
        return abroad != null
                || version.parties().stream().anyMatch(party -> !party.node().isEmpty());
    }

    /** How the version calls a node: its home is nameless in it. */
    String named(String node, boolean here) {
        NetworkAbroad from = abroad;
        boolean home = from == null ? here : from.node().equals(node);
        return home ? "" : node;
    }

    /** Other participants whose houses it names. */
    Set<String> otherNodes() {
        Set<String> nodes = new TreeSet<>();
        NetworkAbroad from = abroad;
        if (from != null) {
            nodes.add(from.node());
        }
        version.parties().stream()
                .map(Agreement.Party::node)
                .filter(node -> !node.isEmpty() && !node.equals(own.node()))
                .forEach(nodes::add);
        return nodes;
    }

    /** For the audit. */
    String told() {
        NetworkAbroad from = abroad;
        return from == null
                ? "agreement %d, version %d".formatted(agreement.id(), version.version())
                : RegisterAbroad.named(from, agreement);
    }

    /** Why it lets nothing of the house through, whatever is asked; null when it holds. */
    @Nullable
    String standing() {
        NetworkAbroad from = abroad;
        if (from != null && from.state() != NetworkAbroad.State.MEMBER) {
            return "network-not-member";
        }
        return switch (own.standing()) {
            case WITHDRAWN -> "agreement-withdrawn";
            case WAITING -> "agreement-not-signed";
            case BROKEN -> "agreement-is-broken";
            case SIGNED ->
                version.state() == State.IN_FORCE
                        ? null
                        : "agreement-is-" + version.state().key();
        };
    }

    /** The party of a node that signed. @param node as the version calls it */
    Optional<Agreement.Party> signed(String node, String slug) {
        return party(node, slug).filter(party -> party.standing() == Standing.SIGNED);
    }

    private Optional<Agreement.Party> party(String node, String slug) {
        return version.parties().stream()
                .filter(party -> party.node().equals(node) && party.slug().equals(slug))
                .findFirst();
    }

    /** The participant whose house a party is; empty when it is of this node. */
    String nodeOf(Agreement.Party party) {
        if (party.node().equals(own.node())) {
            return "";
        }
        NetworkAbroad from = abroad;
        return from != null && party.node().isEmpty() ? from.node() : party.node();
    }

    /** Which of the house and one of another node, that both signed, withdrew since; empty when neither did. */
    Optional<Agreement.Party> withdrew(Other other) {
        return party(named(other.node(), false), other.house())
                .filter(party -> own.jws() != null && party.jws() != null)
                .flatMap(party -> Stream.of(own, party)
                        .filter(one -> one.standing() == Standing.WITHDRAWN)
                        .findFirst());
    }

    /**
     * What the policy says against a use between two parties; empty when it permits it.
     *
     * @param houses behind what comes of it
     */
    List<Fault> against(
            Agreement.Party giver,
            Agreement.Party taker,
            String action,
            String data,
            String purpose,
            long houses,
            LocalDate day) {
        return PolicyDecider.decide(
                        version.policy(),
                        new Agreements.Use(
                                action,
                                data,
                                iri(giver),
                                iri(taker),
                                purpose,
                                day,
                                houses,
                                Agreements.USES_MAX,
                                version.uses()))
                .reasons();
    }

    private String iri(Agreement.Party party) {
        AgreementTerms terms = version.terms();
        return terms.party(party.node(), party.slug()).map(terms::iri).orElse("");
    }

    /** Counts that the house did what it permits. */
    void used(Handle handle, HouseId house, String target, Actor actor, long now) {
        NetworkAbroad from = abroad;
        if (from == null) {
            new AgreementTables(handle).used(agreement.id(), version.version(), house, target, actor.login(), now);
        } else {
            handle.execute(
                    "update agreement_abroad set uses = uses + 1 where abroad = ? and uid = ?",
                    from.uid(),
                    version.uid());
        }
    }
}

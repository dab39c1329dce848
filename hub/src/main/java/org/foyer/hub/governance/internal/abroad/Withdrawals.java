package org.foyer.hub.governance.internal.abroad;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.internal.agreements.AgreementReading;
import org.foyer.hub.governance.internal.agreements.AgreementTables;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who withdrew from versions of agreements that this node knows, in one transaction. */
final class Withdrawals {

    private final Handle handle;
    private final LocalDate today;
    private final Map<String, List<Withdrawal>> read = new HashMap<>();

    Withdrawals(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    /**
     * A house that signed a version, and withdrew.
     *
     * @param house null when it is of another node
     * @param node participant; empty when it is of this node
     * @param at milliseconds, by the clock of whoever heard it first
     * @param named agreement and version, for the audit
     */
    record Withdrawal(@Nullable HouseId house, String node, String slug, long at, String named) {

        /** Whether a party of a version is this house. */
        boolean isOf(Held held, Agreement.Party party) {
            return slug.equals(party.slug()) && node.equals(held.nodeOf(party));
        }
    }

    /** Of a version, whichever node is its home. */
    List<Withdrawal> of(String policy) {
        return read.computeIfAbsent(policy, this::found);
    }

    private List<Withdrawal> found(String policy) {
        Map<String, Withdrawal> found = new LinkedHashMap<>();
        for (Held held : versions(policy)) {
            for (Agreement.Party party : held.version().parties()) {
                if (party.standing() == Standing.WITHDRAWN && party.jws() != null) {
                    Withdrawal one = of(held, party);
                    found.merge(
                            one.node() + " " + one.slug(),
                            one,
                            (before, now) -> before.at() <= now.at() ? before : now);
                }
            }
        }
        return List.copyOf(found.values());
    }

    Withdrawal of(Held held, Agreement.Party party) {
        String node = held.nodeOf(party);
        Instant at = party.withdrawnAt();
        return new Withdrawal(
                node.isEmpty() ? house(party.slug()).orElse(null) : null,
                node,
                party.slug(),
                at == null ? Long.MAX_VALUE : at.toEpochMilli(),
                held.told());
    }

    private Optional<HouseId> house(String slug) {
        return handle.createQuery("select id from house where slug = :slug")
                .bind("slug", slug)
                .mapTo(Integer.class)
                .findOne()
                .map(HouseId::new);
    }

    private List<Held> versions(String policy) {
        List<Held> held = new ArrayList<>();
        AgreementTables tables = new AgreementTables(handle);
        handle.createQuery("select agreement, version from agreement_version where uid = :policy")
                .bind("policy", policy)
                .map((row, context) -> Map.entry(row.getLong("agreement"), row.getInt("version")))
                .forEach(place -> tables.find(place.getKey())
                        .map(new AgreementReading(tables, today)::whole)
                        .ifPresent(whole -> whole.version(place.getValue())
                                .ifPresent(version -> version.parties().stream()
                                        .filter(party -> party.node().isEmpty())
                                        .findFirst()
                                        .ifPresent(own -> held.add(new Held(whole, version, own, null))))));
        handle.createQuery("""
                        select n.uid, n.house from network_abroad n join agreement_abroad a on a.abroad = n.uid
                        where a.uid = :policy order by n.uid
                        """)
                .bind("policy", policy)
                .map((row, context) -> Map.entry(row.getString("uid"), new HouseId(row.getInt("house"))))
                .list()
                .forEach(place -> new AbroadTables(handle, today)
                        .find(place.getValue(), place.getKey())
                        .ifPresent(network -> network.agreement(policy).ifPresent(agreement -> {
                            Agreement.Version version = agreement.versions().get(0);
                            version.party(place.getValue())
                                    .ifPresent(own -> held.add(new Held(agreement, version, own, network)));
                        })));
        return held;
    }
}

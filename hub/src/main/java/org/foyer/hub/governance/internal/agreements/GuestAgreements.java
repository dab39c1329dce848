package org.foyer.hub.governance.internal.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.Agreement.State;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.Networks.Fault;
import org.foyer.hub.governance.NetworksAbroad;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Versions of agreements that name a house of another node, in one transaction. */
public record GuestAgreements(Handle handle, LocalDate today) {

    /** Where a version is. */
    private record Place(long agreement, int version) {}

    /** Each with one version, the newest first; without the numbers that only this node understands. */
    public List<Agreement> of(String guest) {
        List<Place> places = handle.createQuery("""
                        select p.agreement, p.version from agreement_guest p
                        join agreement_version v on v.agreement = p.agreement and v.version = p.version
                        where p.guest = :guest and v.opened_at is not null order by v.made_at desc, v.version desc limit :max
                        """)
                .bind("guest", guest)
                .bind("max", NetworksAbroad.VERSIONS_MAX)
                .map((row, context) -> new Place(row.getLong("agreement"), row.getInt("version")))
                .list();
        return places.stream()
                .flatMap(place -> whole(place.agreement()).stream().map(one -> only(one, place.version())))
                .toList();
    }

    private Optional<Agreement> whole(long agreement) {
        AgreementTables tables = new AgreementTables(handle);
        return tables.find(agreement).map(row -> new AgreementReading(tables, today).whole(row));
    }

    private static Agreement only(Agreement all, int version) {
        return new Agreement(
                all.id(),
                all.network(),
                all.template(),
                all.title(),
                all.house(),
                all.madeAt(),
                all.version(version).map(GuestAgreements::outside).stream().toList());
    }

    private static Agreement.Version outside(Agreement.Version version) {
        return version.with(
                version.state(),
                version.parties().stream()
                        .map(one -> one.with(null, one.standing()))
                        .toList());
    }

    /** Takes a signature, or with null a withdrawal; what is so already stays. */
    public List<Fault> sign(Network.Guest guest, @Nullable String key, String policy, @Nullable String jws, long now) {
        Optional<Place> place = handle.createQuery("""
                        select p.agreement, p.version from agreement_guest p
                        join agreement_version v on v.agreement = p.agreement and v.version = p.version
                        where p.guest = :guest and v.uid = :policy
                        """)
                .bind("guest", guest.uid())
                .bind("policy", policy)
                .map((row, context) -> new Place(row.getLong("agreement"), row.getInt("version")))
                .findOne();
        Optional<Agreement.Version> found =
                place.flatMap(at -> whole(at.agreement()).flatMap(one -> one.version(at.version())));
        if (place.isEmpty() || found.isEmpty()) {
            return List.of(new Fault("agreement", "agreement-unknown", policy));
        }
        Agreement.Version version = found.get();
        Agreement.Party party = version.parties().stream()
                .filter(one -> one.node().equals(guest.node()) && one.slug().equals(guest.slug()))
                .findFirst()
                .orElseThrow();
        if (jws == null) {
            withdraw(guest, place.get(), now);
            return List.of();
        }
        if (jws.equals(party.jws())) {
            return List.of(); // it came twice
        }
        if (version.state() != State.OPEN || party.standing() != Standing.WAITING) {
            return List.of(new Fault("agreement", "agreement-not-to-sign"));
        }
        String iri = version.terms()
                .party(guest.node(), guest.slug())
                .map(version.terms()::iri)
                .orElse("");
        if (!Signing.holds(jws, Signing.Signed.of(version, iri), key)) {
            return List.of(new Fault("jws", "agreement-signature"));
        }
        handle.execute(
                "update agreement_guest set jws = ?, signed_at = ? where agreement = ? and version = ? and guest = ?",
                jws,
                now,
                place.get().agreement(),
                place.get().version(),
                guest.uid());
        return List.of();
    }

    private void withdraw(Network.Guest guest, Place place, long now) {
        handle.execute(
                "update agreement_guest set withdrawn_at = ? where agreement = ? and version = ? and guest = ?"
                        + " and withdrawn_at is null",
                now,
                place.agreement(),
                place.version(),
                guest.uid());
    }

    /** Takes a house out of everything that it signed. */
    public static void withdrawAll(Handle handle, String guest, long now) {
        handle.execute(
                "update agreement_guest set withdrawn_at = ? where guest = ? and withdrawn_at is null", now, guest);
    }
}

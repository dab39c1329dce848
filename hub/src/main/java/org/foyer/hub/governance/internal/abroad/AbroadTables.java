package org.foyer.hub.governance.internal.abroad;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Agreement;
import org.foyer.hub.governance.Agreement.Standing;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.governance.NetworkAbroad;
import org.foyer.hub.governance.NetworkAbroad.State;
import org.foyer.hub.governance.NetworksAbroad;
import org.foyer.hub.governance.internal.agreements.AgreementReading;
import org.foyer.hub.governance.internal.agreements.AgreementTables;
import org.foyer.hub.governance.internal.agreements.Signing;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Networks of other nodes and their agreements as they stand on a day, in one transaction: every signature is verified anew each time
 * somebody reads them.
 */
record AbroadTables(Handle handle, LocalDate today) {

    private static final TypeReference<List<NetworkAbroad.Member>> MEMBERS = new TypeReference<>() {};
    private static final TypeReference<Agreement> AGREEMENT = new TypeReference<>() {};

    /** The newest first. */
    List<NetworkAbroad> of(HouseId house) {
        return handle.createQuery("""
                        select n.*, (select count(*) from network_errand e
                            where e.node = n.node and e.about = n.uid) as errands
                        from network_abroad n where n.house = :house order by n.at desc, n.uid limit :max
                        """)
                .bind("house", house.value())
                .bind("max", NetworksAbroad.NETWORKS_MAX)
                .map((row, context) -> network(row, house))
                .list();
    }

    Optional<NetworkAbroad> find(HouseId house, String uid) {
        return of(house).stream().filter(one -> one.uid().equals(uid)).findFirst();
    }

    private NetworkAbroad network(ResultSet row, HouseId house) throws SQLException {
        String uid = row.getString("uid");
        Object told = row.getObject("told_at");
        return new NetworkAbroad(
                uid,
                row.getString("node"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("aim"),
                row.getString("form"),
                State.of(row.getString("state")),
                NetworkWords.read(row.getString("members"), MEMBERS),
                agreements(uid, house),
                new VotesAbroad(handle).of(uid),
                new SentAbroad(handle).of(uid),
                new DecisionsAbroad(handle).of(uid),
                Instant.ofEpochMilli(row.getLong("at")),
                told == null ? null : Instant.ofEpochMilli(((Number) told).longValue()),
                row.getInt("errands") > 0);
    }

    /** What is in force sets aside what is older of the same agreement. */
    private List<Agreement> agreements(String uid, HouseId house) {
        String key = new AgreementTables(handle).publicKey(house).orElse(null);
        List<Agreement> all = new ArrayList<>();
        List<Long> inForce = new ArrayList<>();
        handle.createQuery("select * from agreement_abroad where abroad = :uid order by number desc, version desc")
                .bind("uid", uid)
                .map((row, context) -> read(row, key))
                .forEach(one -> {
                    Agreement.Version version = one.versions().get(0);
                    boolean holds = version.state() == Agreement.State.IN_FORCE;
                    boolean older = holds && inForce.contains(one.id());
                    if (holds) {
                        inForce.add(one.id());
                    }
                    all.add(older ? with(one, version.with(Agreement.State.SUPERSEDED, version.parties())) : one);
                });
        return List.copyOf(all);
    }

    private static Agreement with(Agreement all, Agreement.Version version) {
        return new Agreement(
                all.id(), all.network(), all.template(), all.title(), all.house(), all.madeAt(), List.of(version));
    }

    private Agreement read(ResultSet row, @Nullable String key) throws SQLException {
        Agreement told = NetworkWords.read(row.getString("told"), AGREEMENT);
        Agreement.Version version = told.versions().get(0);
        Own own = new Own(
                key,
                row.getString("jws"),
                row.getString("signed_by"),
                instant(row.getObject("signed_at")),
                instant(row.getObject("withdrawn_at")));
        List<Agreement.Party> parties = new ArrayList<>();
        for (Agreement.Party party : version.parties()) {
            parties.add(party.house() == null ? verified(version, party) : own.party(version, party));
        }
        Agreement.State state = AgreementReading.state(true, version.terms(), parties, today);
        return with(
                told,
                new Agreement.Version(
                        version.version(),
                        version.uid(),
                        version.terms(),
                        version.textFr(),
                        version.textEn(),
                        version.policy(),
                        Signing.Signed.of(version, "").hash(),
                        version.openedAt(),
                        version.madeAt(),
                        state,
                        List.copyOf(parties),
                        row.getLong("uses")));
    }

    private static Agreement.Party verified(Agreement.Version version, Agreement.Party party) {
        return party.standing() == Standing.SIGNED && !holds(version, party, party.jws(), party.key())
                ? party.with(null, Standing.BROKEN)
                : party;
    }

    private static boolean holds(
            Agreement.Version version, Agreement.Party party, @Nullable String jws, @Nullable String key) {
        AgreementTerms terms = version.terms();
        String iri = terms.party(party.node(), party.slug()).map(terms::iri).orElse("");
        return jws != null && Signing.holds(jws, Signing.Signed.of(version, iri), key);
    }

    /** What the house of this node said, which its home only repeats. */
    private record Own(
            @Nullable String key,
            @Nullable String jws,
            @Nullable String signedBy,
            @Nullable Instant signedAt,
            @Nullable Instant withdrawnAt) {

        Agreement.Party party(Agreement.Version version, Agreement.Party told) {
            Standing standing = withdrawnAt != null
                    ? Standing.WITHDRAWN
                    : jws == null
                            ? Standing.WAITING
                            : holds(version, told, jws, key) ? Standing.SIGNED : Standing.BROKEN;
            return new Agreement.Party(
                    told.house(),
                    told.node(),
                    told.slug(),
                    told.name(),
                    standing,
                    jws,
                    key,
                    signedBy,
                    signedAt,
                    withdrawnAt);
        }
    }

    private static @Nullable Instant instant(@Nullable Object millis) {
        return millis == null ? null : Instant.ofEpochMilli(((Number) millis).longValue());
    }

    void state(String uid, State state) {
        handle.execute("update network_abroad set state = ? where uid = ?", state.key(), uid);
    }

    /** A house has left, and with it every agreement. @param by login @param at milliseconds */
    void left(String uid, String by, long at) {
        state(uid, State.LEFT);
        handle.execute(
                "update agreement_abroad set withdrawn_by = ?, withdrawn_at = ? where abroad = ? and withdrawn_at is null",
                by,
                at,
                uid);
    }

    /** A house has withdrawn from a version. @param by login @param at milliseconds */
    void withdrawn(String uid, String policy, String by, long at) {
        handle.execute(
                "update agreement_abroad set withdrawn_by = ?, withdrawn_at = ? where abroad = ? and uid = ?",
                by,
                at,
                uid,
                policy);
    }

    /** Digest of what is kept of a version; empty when it is not. */
    Optional<String> kept(String uid, String policy) {
        return handle.createQuery("select told from agreement_abroad where abroad = :uid and uid = :policy")
                .bind("uid", uid)
                .bind("policy", policy)
                .mapTo(String.class)
                .findOne()
                .map(told -> Signing.Signed.of(
                                NetworkWords.read(told, AGREEMENT).versions().get(0), "")
                        .hash());
    }

    /** @param agreement with one version */
    void keep(String uid, Agreement agreement) {
        Agreement.Version version = agreement.versions().get(0);
        handle.createUpdate("""
                        insert into agreement_abroad (abroad, uid, number, version, told)
                        values (:abroad, :uid, :number, :version, :told)
                        on conflict (abroad, uid) do update set told = excluded.told
                        """)
                .bind("abroad", uid)
                .bind("uid", version.uid())
                .bind("number", agreement.id())
                .bind("version", version.version())
                .bind("told", NetworkWords.write(agreement))
                .execute();
    }
}

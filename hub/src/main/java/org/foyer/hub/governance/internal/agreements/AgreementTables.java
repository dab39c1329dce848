package org.foyer.hub.governance.internal.agreements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.AgreementTerms;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Agreements, versions, parties and signatures, in one transaction. */
public record AgreementTables(Handle handle) {

    /** An agreement without its versions. */
    public record Row(long id, @Nullable String network, String template, String title, String house, Instant madeAt) {}

    /** A version as it is kept. */
    record VersionRow(
            int version,
            String uid,
            String terms,
            String textFr,
            String textEn,
            String policy,
            @Nullable Instant openedAt,
            Instant madeAt,
            long uses) {}

    /** A party as it is kept, with the key that its signature names. */
    record PartyRow(
            @Nullable HouseId house,
            String node,
            String slug,
            String name,
            @Nullable String jws,
            @Nullable String key,
            @Nullable String signedBy,
            @Nullable Instant signedAt,
            @Nullable Instant withdrawnAt) {}

    /** Opens a version for signature, from a moment on. */
    public void open(long agreement, int version, long at) {
        handle.execute(
                "update agreement_version set opened_at = ? where agreement = ? and version = ? and opened_at is null",
                at,
                agreement,
                version);
    }

    /** Whether there is such a version in a network, which nothing opened yet. */
    public boolean isDraftOf(long network, long agreement, int version) {
        return handle.createQuery("""
                        select count(*) from agreement_version v join agreement a on a.id = v.agreement
                        where a.network = :network and a.id = :agreement and v.version = :version and v.opened_at is null
                        """)
                        .bind("network", network)
                        .bind("agreement", agreement)
                        .bind("version", version)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Takes a house out of everything that it signed within a network. */
    public void withdrawAll(long network, HouseId house, String actor, long now) {
        handle.execute("""
                update agreement_party set withdrawn_by = ?, withdrawn_at = ?
                where house = ? and withdrawn_at is null and agreement in (select id from agreement where network = ?)
                """, actor, now, house.value(), network);
    }

    int withdraw(long agreement, int version, HouseId house, String actor, long now) {
        return handle.execute("""
                update agreement_party set withdrawn_by = ?, withdrawn_at = ?
                where agreement = ? and version = ? and house = ? and withdrawn_at is null
                """, actor, now, agreement, version, house.value());
    }

    void sign(long agreement, int version, HouseId house, String jws, String actor, long now) {
        handle.execute("""
                update agreement_party set jws = ?, signed_by = ?, signed_at = ?
                where agreement = ? and version = ? and house = ? and withdrawn_at is null
                """, jws, actor, now, agreement, version, house.value());
    }

    long add(@Nullable Long network, String template, String title, HouseId house, String actor, long now) {
        return handle.createQuery("""
                        insert into agreement (network, template, title, house, actor, made_at)
                        values (:network, :template, :title, :house, :actor, :now) returning id
                        """)
                .bindByType("network", network, Long.class)
                .bind("template", template)
                .bind("title", title)
                .bind("house", house.value())
                .bind("actor", actor)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    void addVersion(long agreement, VersionRow row, AgreementTerms terms, String actor, long now) {
        handle.createUpdate("""
                        insert into agreement_version (agreement, version, uid, terms, text_fr, text_en, policy, from_day,
                          until_day, opened_at, actor, made_at)
                        values (:agreement, :version, :uid, :terms, :fr, :en, :policy, :from, :until, :opened, :actor, :now)
                        """)
                .bind("agreement", agreement)
                .bind("version", row.version())
                .bind("uid", row.uid())
                .bind("terms", row.terms())
                .bind("fr", row.textFr())
                .bind("en", row.textEn())
                .bind("policy", row.policy())
                .bind("from", terms.from().toString())
                .bind("until", terms.until().toString())
                .bindByType(
                        "opened", row.openedAt() == null ? null : row.openedAt().toEpochMilli(), Long.class)
                .bind("actor", actor)
                .bind("now", now)
                .execute();
        for (AgreementTerms.Party party : terms.parties()) {
            addParty(agreement, row.version(), party);
        }
    }

    private void addParty(long agreement, int version, AgreementTerms.Party party) {
        if (party.node() == null) {
            handle.execute(
                    "insert into agreement_party (agreement, version, house) select ?, ?, id from house where slug = ?",
                    agreement,
                    version,
                    party.slug());
        } else {
            handle.execute(
                    "insert into agreement_guest (agreement, version, guest) select a.id, ?, g.uid from agreement a"
                            + " join network_guest g on g.network = a.network"
                            + " where a.id = ? and g.house = ? and g.node = ? and g.state = 'member'",
                    version,
                    agreement,
                    party.slug(),
                    party.node());
        }
    }

    long count() {
        return handle.createQuery("select count(*) from agreement")
                .mapTo(Long.class)
                .one();
    }

    /** Of a house and of the networks it is a member of, the newest first. */
    public List<Row> of(HouseId house, int max) {
        return handle.createQuery("""
                        select a.id, n.slug as network_slug, a.template, a.title, h.slug as house_slug, a.made_at
                        from agreement a left join network n on n.id = a.network left join house h on h.id = a.house
                        where exists (select 1 from agreement_party p where p.agreement = a.id and p.house = :house)
                          or exists (select 1 from network_member m
                            where m.network = a.network and m.house = :house and m.until is null)
                        order by a.made_at desc, a.id desc limit :max
                        """)
                .bind("house", house.value())
                .bind("max", max)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getString("network_slug"),
                        row.getString("template"),
                        row.getString("title"),
                        String.valueOf(row.getString("house_slug")),
                        Instant.ofEpochMilli(row.getLong("made_at"))))
                .list();
    }

    /** For the gate, whoever asks. */
    public Optional<Row> find(long agreement) {
        return handle.createQuery("""
                        select a.id, n.slug as network_slug, a.template, a.title, h.slug as house_slug, a.made_at
                        from agreement a left join network n on n.id = a.network left join house h on h.id = a.house
                        where a.id = :id
                        """)
                .bind("id", agreement)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        row.getString("network_slug"),
                        row.getString("template"),
                        row.getString("title"),
                        String.valueOf(row.getString("house_slug")),
                        Instant.ofEpochMilli(row.getLong("made_at"))))
                .findOne();
    }

    List<VersionRow> versions(long agreement) {
        return handle.createQuery("""
                        select v.*, (select count(*) from agreement_use u
                            where u.agreement = v.agreement and u.version = v.version) as uses
                        from agreement_version v where v.agreement = :agreement order by v.version desc
                        """)
                .bind("agreement", agreement)
                .map((row, context) -> new VersionRow(
                        row.getInt("version"),
                        row.getString("uid"),
                        row.getString("terms"),
                        row.getString("text_fr"),
                        row.getString("text_en"),
                        row.getString("policy"),
                        instant(row.getObject("opened_at")),
                        Instant.ofEpochMilli(row.getLong("made_at")),
                        row.getLong("uses")))
                .list();
    }

    List<PartyRow> parties(long agreement, int version) {
        List<PartyRow> parties = new ArrayList<>(here(agreement, version));
        parties.addAll(guests(agreement, version));
        return parties;
    }

    /** Houses of other nodes, with the key that each said when it came in. */
    private List<PartyRow> guests(long agreement, int version) {
        return handle.createQuery("""
                        select p.*, g.node, g.house, g.name, g.public_key from agreement_guest p
                        join network_guest g on g.uid = p.guest
                        where p.agreement = :agreement and p.version = :version order by g.house, g.node
                        """)
                .bind("agreement", agreement)
                .bind("version", version)
                .map((row, context) -> new PartyRow(
                        null,
                        row.getString("node"),
                        row.getString("house"),
                        row.getString("name"),
                        row.getString("jws"),
                        row.getString("public_key"),
                        null,
                        instant(row.getObject("signed_at")),
                        instant(row.getObject("withdrawn_at"))))
                .list();
    }

    private List<PartyRow> here(long agreement, int version) {
        return handle.createQuery("""
                        select p.*, h.slug, h.name, (select k.public_key from signing_key k
                            where k.house = p.house order by k.made_at desc limit 1) as public_key
                        from agreement_party p join house h on h.id = p.house
                        where p.agreement = :agreement and p.version = :version order by h.slug
                        """)
                .bind("agreement", agreement)
                .bind("version", version)
                .map((row, context) -> new PartyRow(
                        new HouseId(row.getInt("house")),
                        "",
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("jws"),
                        row.getString("public_key"),
                        row.getString("signed_by"),
                        instant(row.getObject("signed_at")),
                        instant(row.getObject("withdrawn_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Object millis) {
        return millis == null ? null : Instant.ofEpochMilli(((Number) millis).longValue());
    }

    public void used(long agreement, int version, HouseId house, String target, String actor, long now) {
        handle.execute(
                "insert into agreement_use (agreement, version, house, target, actor, at) values (?, ?, ?, ?, ?, ?)",
                agreement,
                version,
                house.value(),
                target,
                actor,
                now);
    }

    /** The sealed private key with which a house signs. */
    Optional<String> sealedKey(HouseId house) {
        return handle.createQuery("select sealed from signing_key where house = :house order by made_at desc limit 1")
                .bind("house", house.value())
                .mapTo(String.class)
                .findOne();
    }

    /** What verifies the signatures of a house. */
    public Optional<String> publicKey(HouseId house) {
        return handle.createQuery(
                        "select public_key from signing_key where house = :house order by made_at desc limit 1")
                .bind("house", house.value())
                .mapTo(String.class)
                .findOne();
    }

    void keepKey(HouseId house, Signing.Keys keys, String sealed, long now) {
        handle.execute(
                "insert into signing_key (house, id, public_key, sealed, made_at) values (?, ?, ?, ?, ?)",
                house.value(),
                keys.id(),
                keys.publicKey(),
                sealed,
                now);
    }
}

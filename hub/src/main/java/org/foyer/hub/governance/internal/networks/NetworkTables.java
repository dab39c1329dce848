package org.foyer.hub.governance.internal.networks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Network;
import org.foyer.hub.governance.NetworkForm;
import org.foyer.hub.governance.Networks;
import org.foyer.hub.governance.Proposal.Kind;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.ShortName;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Networks, their members and what they adopted, in one transaction. */
record NetworkTables(Handle handle, List<NetworkForm> forms) {

    private static final int SLUG_CHARACTERS_MAX = 40;

    /** A network without its members. */
    record Row(long id, String slug, String name, String aim, NetworkForm form, boolean simulated, Instant foundedAt) {}

    private Row row(ResultSet row) throws SQLException {
        String form = row.getString("form");
        return new Row(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("aim"),
                forms.stream()
                        .filter(one -> one.id().equals(form))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no such form: " + form)),
                row.getInt("simulated") == 1,
                Instant.ofEpochMilli(row.getLong("founded_at")));
    }

    Optional<Row> bySlug(String slug) {
        return handle.createQuery("select * from network where slug = :slug")
                .bind("slug", slug)
                .map((row, context) -> row(row))
                .findOne();
    }

    Optional<Row> byId(long id) {
        return handle.createQuery("select * from network where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** Where a house is a member or invited. */
    List<Row> of(HouseId house) {
        return handle.createQuery("""
                        select * from network n
                        where exists (select 1 from network_member m
                            where m.network = n.id and m.house = :house and m.until is null)
                          or exists (select 1 from network_invitation i where i.network = n.id and i.house = :house)
                        order by name, id limit :max
                        """)
                .bind("house", house.value())
                .bind("max", Networks.NETWORKS_MAX)
                .map((row, context) -> row(row))
                .list();
    }

    long count() {
        return handle.createQuery("select count(*) from network")
                .mapTo(Long.class)
                .one();
    }

    long add(String slug, Networks.Founding wish, boolean simulated, String actor, long now) {
        return handle.createQuery("""
                        insert into network (slug, name, aim, form, simulated, founded_by, founded_at)
                        values (:slug, :name, :aim, :form, :simulated, :by, :now) returning id
                        """)
                .bind("slug", slug)
                .bind("name", wish.name())
                .bind("aim", wish.aim())
                .bind("form", wish.form())
                .bind("simulated", simulated ? 1 : 0)
                .bind("by", actor)
                .bind("now", now)
                .mapTo(Long.class)
                .one();
    }

    Network whole(Row row) {
        return new Network(
                row.id(),
                row.slug(),
                row.name(),
                row.aim(),
                row.form(),
                row.simulated(),
                row.foundedAt(),
                members(row),
                invited(row),
                new GuestTables(handle).of(row.id()),
                decisions(row.id()));
    }

    boolean isMember(long network, HouseId house) {
        return handle.createQuery("""
                        select count(*) from network_member
                        where network = :network and house = :house and until is null
                        """)
                        .bind("network", network)
                        .bind("house", house.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private List<Network.Member> members(Row network) {
        return handle.createQuery("""
                        select m.house, h.slug, h.name, m.college, m.since from network_member m
                        join house h on h.id = m.house
                        where m.network = :network and m.until is null order by m.since, h.slug
                        """)
                .bind("network", network.id())
                .map((row, context) -> new Network.Member(
                        new HouseId(row.getInt("house")),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("college"),
                        Instant.ofEpochMilli(row.getLong("since")),
                        organsOf(network.id(), row.getInt("house"))))
                .list();
    }

    private List<String> organsOf(long network, int house) {
        return handle.createQuery("""
                        select organ from network_seat
                        where network = :network and house = :house and until is null order by organ
                        """)
                .bind("network", network)
                .bind("house", house)
                .mapTo(String.class)
                .list();
    }

    private List<Network.Invited> invited(Row network) {
        return handle.createQuery("""
                        select i.house, h.slug, h.name, i.college, i.at, i.proposal from network_invitation i
                        join house h on h.id = i.house where i.network = :network order by i.at, h.slug
                        """)
                .bind("network", network.id())
                .map((row, context) -> new Network.Invited(
                        new HouseId(row.getInt("house")),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("college"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getObject("proposal") == null ? null : row.getLong("proposal")))
                .list();
    }

    /** The last word on each subject. */
    private List<Network.Decision> decisions(long network) {
        return handle.createQuery("""
                        select * from network_decision d where network = :network and version =
                          (select max(version) from network_decision l
                           where l.network = d.network and l.kind = d.kind and l.subject = d.subject)
                        order by kind, subject
                        """)
                .bind("network", network)
                .map((row, context) -> new Network.Decision(
                        Kind.of(row.getString("kind")).orElseThrow(),
                        row.getString("subject"),
                        row.getInt("version"),
                        row.getString("value"),
                        row.getLong("proposal"),
                        Instant.ofEpochMilli(row.getLong("since"))))
                .list();
    }

    void decide(long network, Kind kind, String subject, String value, long proposal, long since) {
        handle.createUpdate("""
                        insert into network_decision (network, kind, subject, version, value, proposal, since)
                        select :network, :kind, :subject, coalesce(max(version), 0) + 1, :value, :proposal, :since
                        from network_decision where network = :network and kind = :kind and subject = :subject
                        """)
                .bind("network", network)
                .bind("kind", kind.key())
                .bind("subject", subject)
                .bind("value", value)
                .bind("proposal", proposal)
                .bind("since", since)
                .execute();
    }

    void enter(long network, long house, @Nullable String college, @Nullable Long proposal, long since) {
        handle.createUpdate("""
                        insert into network_member (network, house, college, since, proposal)
                        values (:network, :house, :college, :since, :proposal)
                        on conflict (network, house, since) do update set until = null
                        """)
                .bind("network", network)
                .bind("house", house)
                .bindByType("college", college, String.class)
                .bind("since", since)
                .bindByType("proposal", proposal, Long.class)
                .execute();
    }

    void sit(long network, String organ, long house, @Nullable Long proposal, long since) {
        handle.createUpdate("""
                        insert into network_seat (network, organ, house, since, proposal)
                        values (:network, :organ, :house, :since, :proposal)
                        on conflict (network, organ, house, since) do update set until = null
                        """)
                .bind("network", network)
                .bind("organ", organ)
                .bind("house", house)
                .bind("since", since)
                .bindByType("proposal", proposal, Long.class)
                .execute();
    }

    void stand(long network, String organ, long house, long now) {
        handle.execute(
                "update network_seat set until = ? where network = ? and organ = ? and house = ? and until is null",
                now,
                network,
                organ,
                house);
    }

    /** Seats of an organ that are given. */
    long seats(long network, String organ) {
        return new GuestOrgans(handle).count(network, organ) + ownSeats(network, organ);
    }

    private long ownSeats(long network, String organ) {
        return handle.createQuery("""
                        select count(*) from network_seat where network = :network and organ = :organ and until is null
                        """)
                .bind("network", network)
                .bind("organ", organ)
                .mapTo(Long.class)
                .one();
    }

    void leave(long network, HouseId house, long now) {
        handle.execute(
                "update network_member set until = ? where network = ? and house = ? and until is null",
                now,
                network,
                house.value());
        handle.execute(
                "update network_seat set until = ? where network = ? and house = ? and until is null",
                now,
                network,
                house.value());
        handle.execute("delete from network_invitation where network = ? and house = ?", network, house.value());
    }

    /** Short name made of a name, and a number behind it when it is taken. */
    String freeSlug(String name) {
        String plain = ShortName.cut(ShortName.of(name), SLUG_CHARACTERS_MAX);
        return ShortName.free(
                plain.isEmpty() ? "network" : plain, slug -> bySlug(slug).isPresent());
    }
}

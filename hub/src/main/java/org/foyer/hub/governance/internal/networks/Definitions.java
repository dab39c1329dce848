package org.foyer.hub.governance.internal.networks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.foyer.hub.governance.Followed;
import org.foyer.hub.governance.Followed.By;
import org.foyer.hub.governance.Gate.Question;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;

/**
 * By which versions networks decided to tell figures, whichever node keeps them, in one transaction. What was adopted last of a subject
 * counts.
 *
 * @param binding whether they are of the network by whose agreement figures are told
 */
public record Definitions(List<Adopted> adopted, boolean binding) {

    /** No network, or none that adopted anything. */
    public static final Definitions NONE = new Definitions(List.of(), false);

    private static final String HERE = """
            select n.name, d.subject, d.value from network n join network_decision d on d.network = n.id
            where d.kind = 'definition' and d.version = (select max(l.version) from network_decision l
              where l.network = d.network and l.kind = d.kind and l.subject = d.subject)
            """;

    /** @param subject indicator, or table of the observatory */
    public record Adopted(String network, String subject, int version) {}

    /** What another node told as a version and is none counts as one that nobody computes. */
    private static Adopted adopted(ResultSet row) throws SQLException {
        String version = row.getString(3);
        return new Adopted(
                row.getString(1), row.getString(2), version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0);
    }

    /** Of the networks that a house is a member of. */
    public static Definitions of(Handle handle, HouseId house) {
        String mine = HERE + """
                 and exists (select 1 from network_member m
                   where m.network = n.id and m.house = :house and m.until is null)
                union all
                select a.name, d.subject, d.value from network_abroad a join decision_abroad d on d.abroad = a.uid
                where a.house = :house and a.state = 'member' and d.kind = 'definition'
                order by 1, 2
                """;
        return new Definitions(
                handle.createQuery(mine)
                        .bind("house", house.value())
                        .map((row, context) -> adopted(row))
                        .list(),
                false);
    }

    /** Of the network of this node within which an agreement was made. @param slug its short name */
    public static Definitions binding(Handle handle, String slug) {
        return new Definitions(
                handle.createQuery(HERE + " and n.slug = :slug order by d.subject")
                        .bind("slug", slug)
                        .map((row, context) -> adopted(row))
                        .list(),
                true);
    }

    /** Of a network of another node. @param uid of the invitation to it */
    public static Definitions bindingAbroad(Handle handle, String uid) {
        return new Definitions(
                handle.createQuery("""
                                select a.name, d.subject, d.value from network_abroad a
                                join decision_abroad d on d.abroad = a.uid
                                where a.uid = :uid and d.kind = 'definition' order by d.subject
                                """)
                        .bind("uid", uid)
                        .map((row, context) -> adopted(row))
                        .list(),
                true);
    }

    /**
     * Of the network of the version of an agreement.
     *
     * @param policy identifier of the version
     */
    public static Definitions byPolicy(Handle handle, String policy) {
        return handle.createQuery("""
                        select n.slug from agreement_version v join agreement a on a.id = v.agreement
                        join network n on n.id = a.network where v.uid = :uid
                        """)
                .bind("uid", policy)
                .mapTo(String.class)
                .findOne()
                .map(slug -> binding(handle, slug))
                .or(() -> handle.createQuery(
                                "select abroad from agreement_abroad where uid = :uid order by abroad limit 1")
                        .bind("uid", policy)
                        .mapTo(String.class)
                        .findOne()
                        .map(uid -> bindingAbroad(handle, uid)))
                .orElse(NONE);
    }

    /** The same for what is out already and cannot be refused any more, and for readers who may not know that there is such a network. */
    public Definitions nameless() {
        return new Definitions(
                adopted.stream()
                        .map(one -> new Adopted("", one.subject(), one.version()))
                        .toList(),
                false);
    }

    /** How a figure stands that is computed by a version. */
    public Followed followed(String subject, int computed) {
        return Followed.of(
                computed,
                adopted.stream()
                        .filter(one -> one.subject().equals(subject))
                        .map(one -> new By(one.network(), one.version()))
                        .toList(),
                binding);
    }

    public Followed followed(Question question) {
        return followed(question.indicator(), question.version());
    }
}

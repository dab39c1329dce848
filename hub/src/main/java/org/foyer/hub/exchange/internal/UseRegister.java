package org.foyer.hub.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Side;
import org.foyer.hub.exchange.UseMade;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Uses of what is agreed about, as rows. Everything here happens in the transaction of whoever calls. */
final class UseRegister {

    private UseRegister() {}

    /**
     * Makes a use if the terms let it through, and keeps it; the count and the check are one transaction, so two at one time are counted
     * as two.
     *
     * @param self this node, which is who has the data when it is the consumer
     * @return what stands against it; nothing was kept if there is anything
     */
    static List<String> use(
            Handle handle, Agreement agreement, String self, String transfer, @Nullable String purpose, Instant now) {
        if (!agreement.holds(now)) {
            return List.of("the agreement counts no longer");
        }
        String recipient = agreement.side() == Side.PROVIDER ? agreement.participant() : self;
        // a programme is about one house and no buyer
        PolicyJudge.Use use = new PolicyJudge.Use(recipient, purpose, now, count(handle, agreement.id()), 1, 0, true);
        List<String> against = PolicyJudge.against(Json.own(agreement.terms()), use);
        if (against.isEmpty()) {
            handle.createUpdate("insert into dataspace_use (agreement, transfer, side, purpose, used_at)"
                            + " values (:agreement, :transfer, :side, :purpose, :at)")
                    .bind("agreement", agreement.id())
                    .bind("transfer", transfer)
                    .bind("side", agreement.side().name())
                    .bindByType("purpose", purpose, String.class)
                    .bind("at", now.toEpochMilli())
                    .execute();
        }
        return against;
    }

    static long count(Handle handle, String agreement) {
        return handle.createQuery("select count(*) from dataspace_use where agreement = :agreement")
                .bind("agreement", agreement)
                .mapTo(Long.class)
                .one();
    }

    /** Newest first. */
    static List<UseMade> of(Handle handle, String agreement, int limit) {
        return handle.createQuery(
                        "select * from dataspace_use where agreement = :agreement order by id desc limit :limit")
                .bind("agreement", agreement)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static UseMade read(ResultSet row) throws SQLException {
        return new UseMade(
                row.getString("agreement"),
                row.getString("transfer"),
                Side.valueOf(row.getString("side")),
                row.getString("purpose"),
                Instant.ofEpochMilli(row.getLong("used_at")));
    }
}

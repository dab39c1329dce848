package org.foyer.hub.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.Agreement;
import org.foyer.hub.exchange.Side;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Agreements as rows. */
final class AgreementRegister {

    private AgreementRegister() {}

    static Optional<Agreement> find(Handle handle, String id) {
        return handle.createQuery("select * from dataspace_agreement where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Newest first. */
    static List<Agreement> all(Handle handle, int offset, int limit) {
        return handle.createQuery(
                        "select * from dataspace_agreement order by agreed_at desc, id limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> read(row))
                .list();
    }

    /** Answers whether there was none of that name. */
    static boolean insert(Handle handle, Agreement made) {
        return handle.createUpdate("""
                                insert into dataspace_agreement
                                  (id, participant, side, dataset, terms, agreed_at, effective_at, ends_at, revoked_at)
                                values (:id, :participant, :side, :dataset, :terms, :agreed, :effective, :ends, :revoked)
                                on conflict do nothing
                                """)
                        .bind("id", made.id())
                        .bind("participant", made.participant())
                        .bind("side", made.side().name())
                        .bind("dataset", made.dataset())
                        .bind("terms", made.terms())
                        .bind("agreed", made.agreedAt().toEpochMilli())
                        .bindByType("effective", millis(made.effectiveAt()), Long.class)
                        .bindByType("ends", millis(made.endsAt()), Long.class)
                        .bindByType("revoked", millis(made.revokedAt()), Long.class)
                        .execute()
                == 1;
    }

    static void effective(Handle handle, String id, Instant now) {
        handle.createUpdate(
                        "update dataspace_agreement set effective_at = :now where id = :id and effective_at is null")
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Answers whether it counted until now. */
    static boolean revoke(Handle handle, String id, Instant now) {
        return handle.createUpdate(
                                "update dataspace_agreement set revoked_at = :now where id = :id and revoked_at is null")
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static Agreement read(ResultSet row) throws SQLException {
        return new Agreement(
                row.getString("id"),
                row.getString("participant"),
                Side.valueOf(row.getString("side")),
                row.getString("dataset"),
                row.getString("terms"),
                Instant.ofEpochMilli(row.getLong("agreed_at")),
                instant(row, "effective_at"),
                instant(row, "ends_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}

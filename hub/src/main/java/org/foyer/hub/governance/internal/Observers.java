package org.foyer.hub.governance.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.foyer.hub.governance.Accounts.Account;
import org.foyer.hub.governance.Accounts.Observer;
import org.jdbi.v3.core.Handle;

/** Which accounts are those of funders and researchers. */
final class Observers {

    private static final int LISTED_MAX = 1_000;

    private Observers() {}

    /** Makes an account of a row. */
    @FunctionalInterface
    interface Reading {
        Account of(ResultSet row) throws SQLException;
    }

    static void add(Handle handle, long account, String body, long now) {
        handle.createUpdate("insert into observer (account, body, since) values (:account, :body, :now)")
                .bind("account", account)
                .bind("body", body)
                .bind("now", now)
                .execute();
    }

    static boolean is(Handle handle, long account) {
        return handle.createQuery("select 1 from observer where account = :account")
                .bind("account", account)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static List<Observer> all(Handle handle, Reading reading) {
        return handle.createQuery("""
                        select account.*, observer.body, observer.since from observer join account on account.id = observer.account
                        where account.disabled_at is null order by observer.body, account.login limit :limit
                        """)
                .bind("limit", LISTED_MAX)
                .map((row, context) -> new Observer(
                        reading.of(row), row.getString("body"), Instant.ofEpochMilli(row.getLong("since"))))
                .list();
    }
}

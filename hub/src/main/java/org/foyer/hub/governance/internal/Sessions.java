package org.foyer.hub.governance.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/** Sessions and one-time links: secrets with an end, of which only digests are kept. */
final class Sessions {

    private static final Duration SESSION_LENGTH = Duration.ofHours(12);
    private static final int SESSIONS_PER_ACCOUNT_MAX = 20;
    private static final Duration LINK_LENGTH_MAX = Duration.ofDays(7);

    private final Register register;
    private final Clock clock;
    private final Secrets secrets;

    Sessions(Register register, Clock clock, Secrets secrets) {
        this.register = register;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** Opens a session. Ended ones are cleared away, and beyond twenty the oldest ends. */
    String open(Handle handle, long account) {
        String secret = secrets.fresh();
        long now = clock.millis();
        handle.execute("delete from session where expires_at <= ?", now);
        handle.execute("""
                delete from session where token_hash in (
                  select token_hash from session where account = ?
                  order by created_at desc, token_hash limit 1000000 offset ?)
                """, account, SESSIONS_PER_ACCOUNT_MAX - 1);
        handle.execute(
                "insert into session (token_hash, account, created_at, expires_at) values (?, ?, ?, ?)",
                Secrets.digest(secret),
                account,
                now,
                now + SESSION_LENGTH.toMillis());
        return secret;
    }

    Optional<Long> owner(Handle handle, String secret) {
        return handle.createQuery("select account from session where token_hash = :hash and expires_at > :now")
                .bind("hash", Secrets.digest(secret))
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .findOne();
    }

    void close(String secret) {
        register.write(handle -> handle.execute("delete from session where token_hash = ?", Secrets.digest(secret)));
    }

    static void closeAll(Handle handle, long account) {
        handle.execute("delete from session where account = ?", account);
        handle.execute("delete from one_time_link where account = ?", account);
    }

    /** Makes a link; it replaces the account's earlier ones. */
    String link(long account, Duration valid) {
        if (valid.isNegative() || valid.isZero() || valid.compareTo(LINK_LENGTH_MAX) > 0) {
            throw new IllegalArgumentException("a one-time link is valid for at most " + LINK_LENGTH_MAX);
        }
        String secret = secrets.fresh();
        register.write(handle -> {
            handle.execute("delete from one_time_link where account = ?", account);
            return handle.execute(
                    "insert into one_time_link (token_hash, account, expires_at) values (?, ?, ?)",
                    Secrets.digest(secret),
                    account,
                    clock.millis() + valid.toMillis());
        });
        return secret;
    }

    /** Marks a link as used; empty when it is unknown, used or too old. */
    Optional<Long> use(Handle handle, String secret) {
        long now = clock.millis();
        int used = handle.execute(
                "update one_time_link set used_at = ? where token_hash = ? and used_at is null and expires_at > ?",
                now,
                Secrets.digest(secret),
                now);
        if (used == 0) {
            return Optional.empty();
        }
        return handle.createQuery("select account from one_time_link where token_hash = :hash")
                .bind("hash", Secrets.digest(secret))
                .mapTo(Long.class)
                .findOne();
    }
}

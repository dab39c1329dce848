package org.foyer.hub.governance.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.governance.Accounts.Token;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** API tokens: narrower copies of an account's rights, with an end. */
final class Tokens {

    private static final Duration LENGTH_MAX = Duration.ofDays(366);
    private static final int TOKENS_PER_ACCOUNT_MAX = 50;

    /** What a token leaves of its account. */
    record Leave(long account, @Nullable HouseId house, boolean readOnly) {}

    private final Register register;
    private final Clock clock;
    private final Secrets secrets;

    Tokens(Register register, Clock clock, Secrets secrets) {
        this.register = register;
        this.clock = clock;
        this.secrets = secrets;
    }

    String make(long account, String name, @Nullable HouseId house, boolean readOnly, Duration valid) {
        if (valid.isNegative() || valid.isZero() || valid.compareTo(LENGTH_MAX) > 0) {
            throw new IllegalArgumentException("a token is valid for at most " + LENGTH_MAX.toDays() + " days");
        }
        String secret = secrets.fresh();
        long now = clock.millis();
        register.write(handle -> {
            handle.execute("delete from api_token where account = ? and expires_at <= ?", account, now);
            int held = handle.createQuery("select count(*) from api_token where account = :account")
                    .bind("account", account)
                    .mapTo(Integer.class)
                    .one();
            if (held >= TOKENS_PER_ACCOUNT_MAX) {
                throw new IllegalArgumentException("at most " + TOKENS_PER_ACCOUNT_MAX + " tokens an account");
            }
            return handle.createUpdate("""
                            insert into api_token (token_hash, account, house, name, scope, created_at, expires_at)
                            values (:hash, :account, :house, :name, :scope, :now, :ends)
                            """)
                    .bind("hash", Secrets.digest(secret))
                    .bind("account", account)
                    .bindByType("house", house == null ? null : (long) house.value(), Long.class)
                    .bind("name", name)
                    .bind("scope", readOnly ? "read" : "write")
                    .bind("now", now)
                    .bind("ends", now + valid.toMillis())
                    .execute();
        });
        return secret;
    }

    Optional<Leave> leave(Handle handle, String secret) {
        return handle.createQuery("""
                        select account, house, scope from api_token
                        where token_hash = :hash and revoked_at is null and expires_at > :now
                        """)
                .bind("hash", Secrets.digest(secret))
                .bind("now", clock.millis())
                .map((row, context) -> new Leave(
                        row.getLong("account"),
                        house(row.getInt("house")),
                        row.getString("scope").equals("read")))
                .findOne();
    }

    void revoke(long account, long token) {
        register.write(handle -> handle.execute(
                "update api_token set revoked_at = ? where id = ? and account = ? and revoked_at is null",
                clock.millis(),
                token,
                account));
    }

    List<Token> of(long account) {
        return register.read(handle -> handle.createQuery("""
                        select id, name, house, scope, expires_at, revoked_at from api_token
                        where account = :account order by id desc limit 50
                        """)
                .bind("account", account)
                .map((row, context) -> new Token(
                        row.getLong("id"),
                        row.getString("name"),
                        house(row.getInt("house")),
                        row.getString("scope").equals("read"),
                        row.getLong("expires_at"),
                        row.getObject("revoked_at") != null))
                .list());
    }

    /** A missing number reads as 0, which no house has. */
    private static @Nullable HouseId house(int number) {
        return number == 0 ? null : new HouseId(number);
    }
}

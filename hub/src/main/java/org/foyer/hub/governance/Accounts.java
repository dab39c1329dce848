package org.foyer.hub.governance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Accounts, logins, sessions and tokens. Secrets are kept as digests only. */
public interface Accounts {

    /** An account as pages show it. */
    record Account(
            long id,
            String login,
            String name,
            boolean operator,
            boolean enabled,
            @Nullable String language) {}

    /** A member of a house. */
    record Member(Account account, Role role) {}

    /**
     * The account of a funder or researcher.
     *
     * @param body for whom they look, for instance a region or an institute
     */
    record Observer(Account account, String body, Instant since) {}

    /** A token as pages show it; the secret is shown once, when it is made. */
    record Token(long id, String name, @Nullable HouseId house, boolean readOnly, long expiresAt, boolean revoked) {}

    /** The outcome of a login. */
    sealed interface Login {
        /** It is the person; the session secret goes into the cookie. */
        record Welcome(Account account, String sessionSecret) implements Login {}

        /** Wrong name or password; which of them is not said. */
        record Refused() implements Login {}

        /** Too many failures; try again after the delay. */
        record Throttled(Duration delay) implements Login {}
    }

    boolean none();

    Account add(String login, String name, boolean operator);

    /** Adds the account of a funder or researcher. Roles in houses count for nothing in it. */
    Account addObserver(String login, String name, String body);

    /** Those that are enabled, by body. */
    List<Observer> observers();

    void setPassword(long account, String password);

    void disable(long account);

    /** Gives a role in a house, or takes it away with null. */
    void setRole(long account, HouseId house, @Nullable Role role);

    Login login(String login, String password, String clientAddress);

    /** The session's owner with present rights, or empty when it ended. */
    Optional<Actor> bySession(String sessionSecret);

    /** The token's owner with the rights the token leaves, or empty when it ended. */
    Optional<Actor> byToken(String tokenSecret);

    /** Finds or makes the account of an OpenID Connect subject. */
    Optional<Actor> bySubject(String issuerAndSubject);

    void logout(String sessionSecret);

    /** Makes a secret that logs in once and lets the person set a password. */
    String oneTimeLink(long account, Duration valid);

    /** Uses such a secret; empty when it is unknown, used or too old. */
    Optional<Login.Welcome> useOneTimeLink(String secret);

    /** @return the secret, never shown again */
    String makeToken(long account, String name, @Nullable HouseId house, boolean readOnly, Duration valid);

    void revokeToken(long account, long token);

    List<Token> tokens(long account);

    List<Member> members(HouseId house);

    List<Account> all();

    Optional<Account> byLogin(String login);
}

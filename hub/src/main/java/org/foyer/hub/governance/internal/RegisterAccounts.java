package org.foyer.hub.governance.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Accounts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Accounts kept in the register. Rights are read at each request, so that what is taken away ends at once. */
public final class RegisterAccounts implements Accounts {

    private static final int LISTED_MAX = 10_000;
    private static final int FREE_FAILURES_PER_LOGIN = 5;
    /** A whole house may sit behind one address. */
    private static final int FREE_FAILURES_PER_ADDRESS = 20;

    private static final int DIGEST_CHARACTERS_IN_LOGIN = 24;

    private final Register register;
    private final Clock clock;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Tokens tokens;
    private final LoginThrottle byLogin;
    private final LoginThrottle byAddress;

    public RegisterAccounts(Register register, Clock clock, SecureRandom random) {
        Secrets secrets = new Secrets(random);
        this.register = register;
        this.clock = clock;
        this.passwords = new Passwords(random);
        this.sessions = new Sessions(register, clock, secrets);
        this.tokens = new Tokens(register, clock, secrets);
        this.byLogin = new LoginThrottle(clock, FREE_FAILURES_PER_LOGIN);
        this.byAddress = new LoginThrottle(clock, FREE_FAILURES_PER_ADDRESS);
    }

    @Override
    public boolean none() {
        return register.read(handle -> handle.createQuery("select count(*) from account")
                        .mapTo(Long.class)
                        .one()
                == 0);
    }

    @Override
    public Account add(String login, String name, boolean operator) {
        String written = written(login);
        return register.write(handle -> insert(handle, written, name, operator, null));
    }

    @Override
    public Account addObserver(String login, String name, String body) {
        return register.write(handle -> {
            Account added = insert(handle, written(login), name, false, null);
            Observers.add(handle, added.id(), body.strip(), clock.millis());
            return added;
        });
    }

    @Override
    public List<Observer> observers() {
        return register.read(handle -> Observers.all(handle, RegisterAccounts::account));
    }

    private Account insert(Handle handle, String login, String name, boolean operator, @Nullable String subject) {
        if (login.isEmpty() || login.equals(Actor.commandLine().login())) {
            throw new IllegalArgumentException("this login cannot be given");
        }
        long id = handle.createQuery("""
                        insert into account (login, name, oidc_subject, operator, created_at)
                        values (:login, :name, :subject, :operator, :now) returning id
                        """)
                .bind("login", login)
                .bind("name", name)
                .bindByType("subject", subject, String.class)
                .bind("operator", operator ? 1 : 0)
                .bind("now", clock.millis())
                .mapTo(Long.class)
                .one();
        return new Account(id, login, name, operator, true, null);
    }

    @Override
    public void setPassword(long account, String password) {
        String digest = passwords.digest(password);
        register.write(handle -> handle.execute("update account set password_hash = ? where id = ?", digest, account));
    }

    @Override
    public void disable(long account) {
        register.write(handle -> {
            Sessions.closeAll(handle, account);
            return handle.execute(
                    "update account set disabled_at = ? where id = ? and disabled_at is null", clock.millis(), account);
        });
    }

    @Override
    public void setRole(long account, HouseId house, @Nullable Role role) {
        register.write(handle -> role == null
                ? handle.execute("delete from membership where account = ? and house = ?", account, house.value())
                : handle.execute("""
                        insert into membership (account, house, role) values (?, ?, ?)
                        on conflict (account, house) do update set role = excluded.role
                        """, account, house.value(), role.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Login login(String login, String password, String clientAddress) {
        String written = written(login);
        Duration delay = longer(byLogin.delay(Secrets.digest(written)), byAddress.delay(clientAddress));
        if (!delay.isZero()) {
            return new Login.Throttled(delay);
        }
        Optional<Account> account = byLogin(written).filter(Account::enabled);
        @Nullable
        String kept = account.flatMap(found -> keptPassword(found.id())).orElse(null);
        boolean itIs = passwords.matches(password, kept);
        if (account.isEmpty() || !itIs) {
            byLogin.failed(Secrets.digest(written));
            byAddress.failed(clientAddress);
            return new Login.Refused();
        }
        byLogin.succeeded(Secrets.digest(written));
        return register.write(handle -> new Login.Welcome(
                account.get(), sessions.open(handle, account.get().id())));
    }

    private Optional<String> keptPassword(long account) {
        return register.read(handle -> handle.createQuery("select password_hash from account where id = :id")
                .bind("id", account)
                .mapTo(String.class)
                .findOne());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    @Override
    public Optional<Actor> bySession(String sessionSecret) {
        return register.read(handle -> sessions.owner(handle, sessionSecret)
                .flatMap(account -> enabled(handle, account))
                .map(account -> actor(handle, account)));
    }

    /** A funder or researcher has no role in any house, whatever was given. */
    private static Actor actor(Handle handle, Account account) {
        return Observers.is(handle, account.id())
                ? new Actor(account.login(), false, Map.of(), false, account.id())
                : new Actor(account.login(), account.operator(), roles(handle, account.id()), false);
    }

    @Override
    public Optional<Actor> byToken(String tokenSecret) {
        return register.read(handle -> tokens.leave(handle, tokenSecret)
                .flatMap(leave -> enabled(handle, leave.account()).map(account -> narrowed(handle, account, leave))));
    }

    /** A token for one house knows no other house and nothing of the node; one that only reads does not run the node. */
    private static Actor narrowed(Handle handle, Account account, Tokens.Leave leave) {
        Actor whole = actor(handle, account);
        Map<HouseId, Role> roles = new HashMap<>(whole.roles());
        if (leave.house() != null) {
            roles.keySet().removeIf(house -> !house.equals(leave.house()));
        }
        boolean operator = whole.operator() && leave.house() == null && !leave.readOnly();
        long observer = leave.house() == null ? whole.observer() : 0;
        return new Actor(account.login(), operator, Map.copyOf(roles), leave.readOnly(), observer);
    }

    @Override
    public Optional<Actor> bySubject(String issuerAndSubject) {
        return register.write(handle -> {
            Account account = handle.createQuery("select * from account where oidc_subject = :subject")
                    .bind("subject", issuerAndSubject)
                    .map((row, context) -> account(row))
                    .findOne()
                    .orElseGet(() -> {
                        // a stable login that is nobody's e-mail; an operator may give the account its rights
                        String login =
                                "oidc-" + Secrets.digest(issuerAndSubject).substring(0, DIGEST_CHARACTERS_IN_LOGIN);
                        return insert(handle, login, login, false, issuerAndSubject);
                    });
            return account.enabled() ? Optional.of(actor(handle, account)) : Optional.empty();
        });
    }

    @Override
    public void logout(String sessionSecret) {
        sessions.close(sessionSecret);
    }

    @Override
    public String oneTimeLink(long account, Duration valid) {
        return sessions.link(account, valid);
    }

    @Override
    public Optional<Login.Welcome> useOneTimeLink(String secret) {
        return register.write(handle -> sessions.use(handle, secret)
                .flatMap(account -> enabled(handle, account))
                .map(account -> {
                    // whoever held the account before, perhaps with a stolen password, is out
                    Sessions.closeAll(handle, account.id());
                    return new Login.Welcome(account, sessions.open(handle, account.id()));
                }));
    }

    @Override
    public String makeToken(long account, String name, @Nullable HouseId house, boolean readOnly, Duration valid) {
        return tokens.make(account, name, house, readOnly, valid);
    }

    @Override
    public void revokeToken(long account, long token) {
        tokens.revoke(account, token);
    }

    @Override
    public List<Token> tokens(long account) {
        return tokens.of(account);
    }

    @Override
    public List<Member> members(HouseId house) {
        return register.read(handle -> handle.createQuery("""
                        select account.*, membership.role from membership join account on account.id = membership.account
                        where membership.house = :house order by account.login limit :limit
                        """)
                .bind("house", house.value())
                .bind("limit", LISTED_MAX)
                .map((row, context) -> new Member(account(row), role(row)))
                .list());
    }

    @Override
    public List<Account> all() {
        return register.read(handle -> handle.createQuery("select * from account order by login limit :limit")
                .bind("limit", LISTED_MAX)
                .map((row, context) -> account(row))
                .list());
    }

    @Override
    public Optional<Account> byLogin(String login) {
        return register.read(handle -> handle.createQuery("select * from account where login = :login")
                .bind("login", written(login))
                .map((row, context) -> account(row))
                .findOne());
    }

    /** Logins are one whatever the case they are typed in. */
    private static String written(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Account> enabled(Handle handle, long account) {
        return handle.createQuery("select * from account where id = :id and disabled_at is null")
                .bind("id", account)
                .map((row, context) -> account(row))
                .findOne();
    }

    private static Map<HouseId, Role> roles(Handle handle, long account) {
        Map<HouseId, Role> roles = new HashMap<>();
        handle.createQuery("select house, role from membership where account = :account")
                .bind("account", account)
                .map((row, context) -> Map.entry(new HouseId(row.getInt("house")), role(row)))
                .forEach(entry -> roles.put(entry.getKey(), entry.getValue()));
        return Map.copyOf(roles);
    }

    private static Role role(ResultSet row) throws SQLException {
        return Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getInt("operator") == 1,
                row.getObject("disabled_at") == null,
                row.getString("language"));
    }
}

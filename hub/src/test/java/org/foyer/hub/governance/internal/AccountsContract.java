package org.foyer.hub.governance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.governance.Accounts.Account;
import org.foyer.hub.governance.Accounts.Login;
import org.foyer.hub.governance.Accounts.Member;
import org.foyer.hub.governance.Accounts.Token;
import org.foyer.hub.governance.Role;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What accounts must do on every register. */
abstract class AccountsContract {

    private static final String PASSWORD = "rideau rouge à 20 h";
    private static final String HERE = "192.0.2.7";

    private final MovingClock clock = new MovingClock();
    private Register register;
    private RegisterAccounts accounts;
    private HouseId opera;
    private HouseId stage;

    abstract Register register();

    @BeforeEach
    void open() {
        register = register();
        accounts = new RegisterAccounts(register, clock, new SecureRandom());
        RegisterHouses houses = new RegisterHouses(register, clock, new SecureRandom());
        opera = houses.add(Sample.house("opera")).id();
        stage = houses.add(Sample.house("stage")).id();
    }

    private Account withPassword(String login) {
        Account account = accounts.add(login, "Une Personne", false);
        accounts.setPassword(account.id(), PASSWORD);
        return account;
    }

    private String session(String login) {
        return ((Login.Welcome) accounts.login(login, PASSWORD, HERE)).sessionSecret();
    }

    @Test
    void theFirstAccountEndsTheEmptyState() {
        assertThat(accounts.none()).isTrue();
        accounts.add("admin", "Admin", true);
        assertThat(accounts.none()).isFalse();
        assertThat(accounts.all()).extracting(Account::login).containsExactly("admin");
    }

    @Test
    void aLoginIsOneWhateverItsCaseAndGivenOnce() {
        withPassword("Zoé@exemple.fr");
        assertThat(accounts.login(" zoé@EXEMPLE.fr ", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);
        assertThatThrownBy(() -> accounts.add("ZOÉ@exemple.fr", "Autre", false)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> accounts.add("command-line", "Le terminal", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wrongPasswordUnknownLoginAndNoPasswordAreRefusedAlike() {
        withPassword("lea");
        accounts.add("nopass", "Sans", false);
        assertThat(accounts.login("lea", PASSWORD + "!", HERE)).isEqualTo(new Login.Refused());
        assertThat(accounts.login("nobody", PASSWORD, HERE)).isEqualTo(new Login.Refused());
        assertThat(accounts.login("nopass", "", HERE)).isEqualTo(new Login.Refused());
        assertThat(accounts.login("nopass", PASSWORD, HERE)).isEqualTo(new Login.Refused());
    }

    @Test
    void secretsAndPasswordsAreKeptAsDigestsOnly() {
        Account account = withPassword("lea");
        List<String> secrets = List.of(
                session("lea"),
                accounts.makeToken(account.id(), "outil", opera, false, Duration.ofDays(1)),
                accounts.oneTimeLink(account.id(), Duration.ofHours(1)),
                PASSWORD);
        String kept = register.read(handle ->
                String.join("\n", handle.createQuery("""
                                select password_hash from account union all select token_hash from session
                                union all select token_hash from api_token union all select token_hash from one_time_link
                                """).mapTo(String.class).list()));
        assertThat(kept.lines()).hasSize(4);
        assertThat(secrets).noneMatch(kept::contains);
        assertThat(kept).contains("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(secrets.get(0)).hasSize(43); // 256 bits in base 64
    }

    @Test
    void aSessionBringsPresentRightsAndEndsAfterTwelveHours() {
        Account account = withPassword("lea");
        accounts.setRole(account.id(), opera, Role.READER);
        String session = session("lea");
        assertThat(accounts.bySession(session).orElseThrow().roles()).isEqualTo(Map.of(opera, Role.READER));
        accounts.setRole(account.id(), opera, Role.STEWARD);
        assertThat(accounts.bySession(session).orElseThrow().may(opera, Role.STEWARD))
                .isTrue();
        accounts.setRole(account.id(), opera, null);
        assertThat(accounts.bySession(session).orElseThrow().may(opera, Role.READER))
                .isFalse();
        clock.advance(Duration.ofHours(12));
        assertThat(accounts.bySession(session)).isEmpty();
        assertThat(accounts.bySession("guess")).isEmpty();
    }

    @Test
    void logoutEndsOneSession() {
        withPassword("lea");
        String one = session("lea");
        String other = session("lea");
        accounts.logout(one);
        assertThat(accounts.bySession(one)).isEmpty();
        assertThat(accounts.bySession(other)).isPresent();
    }

    @Test
    void beyondTwentySessionsTheOldestEnds() {
        Account account = withPassword("lea");
        String first = session("lea");
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofSeconds(1));
            accounts.useOneTimeLink("nothing");
            register.write(handle ->
                    new Sessions(register, clock, new Secrets(new SecureRandom())).open(handle, account.id()));
        }
        assertThat(accounts.bySession(first)).isEmpty();
        int open = register.read(handle -> handle.createQuery("select count(*) from session")
                .mapTo(Integer.class)
                .one());
        assertThat(open).isEqualTo(20);
    }

    @Test
    void theOperatorHasNoRightOnRowsOfAHouse() {
        Account operator = accounts.add("op", "Op", true);
        accounts.setPassword(operator.id(), PASSWORD);
        var actor = accounts.bySession(session("op")).orElseThrow();
        assertThat(actor.operator()).isTrue();
        assertThat(actor.may(opera, Role.READER)).isFalse();
    }

    @Test
    void aDisabledAccountEndsAtOnceOnEveryWayIn() {
        Account account = withPassword("lea");
        String session = session("lea");
        String token = accounts.makeToken(account.id(), "outil", null, false, Duration.ofDays(1));
        String link = accounts.oneTimeLink(account.id(), Duration.ofHours(1));
        accounts.bySubject("https://id.example#7").orElseThrow();
        accounts.disable(account.id());
        assertThat(accounts.bySession(session)).isEmpty();
        assertThat(accounts.byToken(token)).isEmpty();
        assertThat(accounts.useOneTimeLink(link)).isEmpty();
        assertThat(accounts.login("lea", PASSWORD, HERE)).isEqualTo(new Login.Refused());
        assertThat(accounts.byLogin("lea").orElseThrow().enabled()).isFalse();
    }

    @Test
    void aTokenLeavesNoMoreThanAccountScopeAndHouse() {
        Account account = accounts.add("lea", "Léa", true);
        accounts.setRole(account.id(), opera, Role.EDITOR);
        accounts.setRole(account.id(), stage, Role.READER);
        var whole = accounts.byToken(token(account, null, false)).orElseThrow();
        assertThat(whole.may(opera, Role.EDITOR)).isTrue();
        assertThat(whole.may(opera, Role.STEWARD)).isFalse();
        assertThat(whole.operator()).isTrue();
        var reads = accounts.byToken(token(account, null, true)).orElseThrow();
        assertThat(reads.may(opera, Role.READER)).isTrue();
        assertThat(reads.may(opera, Role.EDITOR)).isFalse();
        assertThat(reads.operator()).isFalse();
        var oneHouse = accounts.byToken(token(account, opera, false)).orElseThrow();
        assertThat(oneHouse.roles()).isEqualTo(Map.of(opera, Role.EDITOR));
        assertThat(oneHouse.operator()).isFalse();
        accounts.setRole(account.id(), opera, null);
        assertThat(accounts.byToken(token(account, opera, false)).orElseThrow().roles())
                .isEmpty();
    }

    private String token(Account account, HouseId house, boolean readOnly) {
        return accounts.makeToken(account.id(), "outil", house, readOnly, Duration.ofDays(30));
    }

    @Test
    void aTokenEndsOnItsDayOrWhenItsOwnerRevokesIt() {
        Account account = accounts.add("lea", "Léa", false);
        Account other = accounts.add("max", "Max", false);
        String secret = token(account, opera, true);
        Token shown = accounts.tokens(account.id()).get(0);
        assertThat(shown.house()).isEqualTo(opera);
        assertThat(shown.readOnly()).isTrue();
        accounts.revokeToken(other.id(), shown.id());
        assertThat(accounts.byToken(secret)).isPresent();
        clock.advance(Duration.ofDays(30));
        assertThat(accounts.byToken(secret)).isEmpty();
        String second = token(account, null, false);
        accounts.revokeToken(account.id(), accounts.tokens(account.id()).get(0).id());
        assertThat(accounts.byToken(second)).isEmpty();
        assertThat(accounts.tokens(account.id()).get(0).revoked()).isTrue();
        assertThat(accounts.tokens(other.id())).isEmpty();
    }

    @Test
    void aOneTimeLinkWorksOnceInTimeAndPutsOutWhoWasIn() {
        Account account = withPassword("lea");
        String before = session("lea");
        String replaced = accounts.oneTimeLink(account.id(), Duration.ofHours(1));
        String link = accounts.oneTimeLink(account.id(), Duration.ofHours(1));
        assertThat(accounts.useOneTimeLink(replaced)).isEmpty();
        Login.Welcome welcome = accounts.useOneTimeLink(link).orElseThrow();
        assertThat(accounts.bySession(welcome.sessionSecret())).isPresent();
        assertThat(accounts.bySession(before)).isEmpty();
        assertThat(accounts.useOneTimeLink(link)).isEmpty();
        String late = accounts.oneTimeLink(account.id(), Duration.ofHours(1));
        clock.advance(Duration.ofHours(1));
        assertThat(accounts.useOneTimeLink(late)).isEmpty();
    }

    @Test
    void anOpenIdSubjectFindsItsAccountAgain() {
        var first = accounts.bySubject("https://id.example#42").orElseThrow();
        assertThat(first.roles()).isEmpty();
        assertThat(first.login()).startsWith("oidc-").doesNotContain("example");
        long id = accounts.byLogin(first.login()).orElseThrow().id();
        accounts.setRole(id, stage, Role.EDITOR);
        assertThat(accounts.bySubject("https://id.example#42").orElseThrow().roles())
                .isEqualTo(Map.of(stage, Role.EDITOR));
        accounts.disable(id);
        assertThat(accounts.bySubject("https://id.example#42")).isEmpty();
        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    void theMembersOfAHouseAreThoseWithARoleThere() {
        Account lea = accounts.add("lea", "Léa", false);
        Account max = accounts.add("max", "Max", false);
        accounts.setRole(lea.id(), opera, Role.STEWARD);
        accounts.setRole(max.id(), stage, Role.READER);
        assertThat(accounts.members(opera)).containsExactly(new Member(lea, Role.STEWARD));
    }

    @Test
    void guessingOneLoginIsSlowedDownEvenFromManyAddresses() {
        withPassword("lea");
        for (int i = 0; i < 5; i++) {
            assertThat(accounts.login("lea", "", "198.51.100." + i)).isEqualTo(new Login.Refused());
        }
        assertThat(accounts.login("lea", PASSWORD, HERE)).isInstanceOf(Login.Throttled.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(accounts.login("lea", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);
        assertThat(accounts.login("lea", PASSWORD, HERE)).isInstanceOf(Login.Welcome.class);
    }

    @Test
    void guessingManyLoginsFromOneAddressIsSlowedDown() {
        withPassword("lea");
        for (int i = 0; i < 20; i++) {
            assertThat(accounts.login("guess" + i, "", HERE)).isEqualTo(new Login.Refused());
        }
        assertThat(accounts.login("lea", PASSWORD, HERE)).isInstanceOf(Login.Throttled.class);
        assertThat(accounts.login("lea", PASSWORD, "198.51.100.1")).isInstanceOf(Login.Welcome.class);
    }
}

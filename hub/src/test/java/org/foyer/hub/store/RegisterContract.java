package org.foyer.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a register must do, whichever database keeps it. */
abstract class RegisterContract {

    private Register register;

    abstract String emptyDatabase();

    abstract Register open(String url);

    private String url;

    @BeforeEach
    void open() {
        url = emptyDatabase();
        register = open(url);
    }

    private int purposes() {
        return register.read(handle -> handle.createQuery("select count(*) from account")
                .mapTo(Integer.class)
                .one());
    }

    private static final String ADD = "insert into account (login, name, operator, created_at) values (?, 'x', 0, 0)";

    @Test
    void openingTwiceKeepsWhatIsThere() {
        register.write(handle -> handle.execute(ADD, "lea"));
        register = open(url);
        assertThat(purposes()).isEqualTo(1);
    }

    @Test
    void aWriteIsKeptWholeOrNotAtAll() {
        assertThatThrownBy(() -> register.write(handle -> {
                    handle.execute(ADD, "lea");
                    return handle.execute(ADD, "lea");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(purposes()).isZero();
    }

    @Test
    void aWriteWithinAWriteIsABug() {
        assertThatThrownBy(() -> register.write(outer -> register.write(inner -> inner.execute(ADD, "lea"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(purposes()).isZero();
    }

    @Test
    void aFailureTellsNoValueOfTheStatement() {
        assertThatThrownBy(() -> register.write(handle -> {
                    handle.execute(ADD, "lea.secret@exemple.fr");
                    return handle.createUpdate("insert into membership (account, house, role) values (1, 1, :role)")
                            .bind("role", "lea.secret@exemple.fr")
                            .execute();
                }))
                .message()
                .doesNotContain("lea.secret");
    }

    @Test
    void manyWritersWaitForEachOther() throws InterruptedException {
        register.write(handle -> handle.execute(ADD, "counter"));
        ExecutorService writers = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 40; i++) {
            writers.execute(() -> register.write(handle -> {
                long seen = handle.createQuery("select created_at from account")
                        .mapTo(Long.class)
                        .one();
                return handle.execute("update account set created_at = ?", seen + 1);
            }));
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        long counted = register.read(handle -> handle.createQuery("select created_at from account")
                .mapTo(Long.class)
                .one());
        assertThat(counted).isEqualTo(40);
    }

    @Test
    void whatDependsOnARowGoesWithIt() {
        register.write(handle -> {
            handle.execute(ADD, "lea");
            handle.execute("insert into session select 'hash', id, 0, 0 from account");
            return handle.execute("delete from account");
        });
        int sessions = register.read(handle -> handle.createQuery("select count(*) from session")
                .mapTo(Integer.class)
                .one());
        assertThat(sessions).isZero();
    }
}

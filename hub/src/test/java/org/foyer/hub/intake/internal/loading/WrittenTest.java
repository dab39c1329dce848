package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WrittenTest {

    private static final String ASKED = "select '?' || ? || '''?' as \"a?\", 9000000000 -? as b, ? as c";

    @Test
    void numbersAndCodesStandWhereTheParametersStood() {
        assertThat(Written.in("update t set a = ? where b = ? and c = 'why?'", 3, "typed-here"))
                .isEqualTo("update t set a = 3 where b = 'typed-here' and c = 'why?'");
        assertThat(Written.in("select 1 -?", -2L)).isEqualTo("select 1 -cast(-2 as bigint)");
        assertThat(Written.in("select 1 -?", -2)).isEqualTo("select 1 -(-2)");
        assertThat(Written.in("delete from t")).isEqualTo("delete from t");
    }

    @Test
    void anythingElseStaysAParameter() {
        assertThat(Written.in("select ?", "O'Neill")).isNull();
        assertThat(Written.in("select ?", "a b")).isNull();
        assertThat(Written.in("select ?", "")).isNull();
        assertThat(Written.in("select ?", LocalDate.of(2026, 3, 5))).isNull();
        assertThat(Written.in("select ?", new Object[] {null})).isNull();
        assertThat(Written.in("select ?, ?", 1)).isNull();
        assertThat(Written.in("select ?", 1, 2)).isNull();
    }

    @Property(tries = 100)
    void whatIsWrittenIsWhatWouldBeBound(@ForAll("texts") String text, @ForAll int number) throws SQLException {
        String written = Written.in(ASKED, text, number, number);
        if (written == null) {
            assertThat(text).doesNotMatch("[a-z]{1,20}");
            return;
        }
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:")) {
            assertThat(row(engine, written)).isEqualTo(bound(engine, text, number));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("abz09-_/+").ofMaxLength(20),
                Arbitraries.strings().ofMaxLength(5),
                Arbitraries.of("' or 1=1 --", "--", "/*", "Europe/Paris", "typed-here", "?", "\\'", "a'b"));
    }

    private static List<String> row(Connection engine, String sql) throws SQLException {
        try (Statement statement = engine.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return read(row);
        }
    }

    private static List<String> bound(Connection engine, String text, int number) throws SQLException {
        try (PreparedStatement statement = engine.prepareStatement(ASKED)) {
            statement.setString(1, text);
            statement.setInt(2, number);
            statement.setInt(3, number);
            try (ResultSet row = statement.executeQuery()) {
                return read(row);
            }
        }
    }

    private static List<String> read(ResultSet row) throws SQLException {
        row.next();
        return List.of(row.getString(1), row.getString(2), row.getString(3));
    }
}

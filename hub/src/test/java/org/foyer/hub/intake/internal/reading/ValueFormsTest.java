package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine itself reads the values with the patterns that were found. */
class ValueFormsTest {

    private static Connection engine;

    @BeforeAll
    static void open() throws SQLException {
        engine = DriverManager.getConnection("jdbc:duckdb:");
        engine.createStatement().execute("set timezone = 'UTC'");
    }

    @AfterAll
    static void close() throws SQLException {
        engine.close();
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                date(DateOrder.DMY, "31/03/2024 20:30", "2024-03-31 20:30:00"),
                date(DateOrder.MDY, "03/31/2024 8:30 PM", "2024-03-31 20:30:00"),
                date(DateOrder.MDY, "03/31/2024 7:30PM", "2024-03-31 19:30:00"),
                date(DateOrder.DMY, "31/03/2024", "2024-03-31 00:00:00"),
                date(DateOrder.DMY, "31/03/24", "2024-03-31 00:00:00"),
                date(DateOrder.DMY, "31.03.2024 20:30:15", "2024-03-31 20:30:15"),
                date(DateOrder.DMY, "1.2.2024", "2024-02-01 00:00:00"),
                date(DateOrder.DMY, "31/03/2024 à 20h30", "2024-03-31 20:30:00"),
                date(DateOrder.DMY, "31-03-2024", "2024-03-31 00:00:00"),
                date(DateOrder.YMD, "2024-03-31", "2024-03-31 00:00:00"),
                date(DateOrder.YMD, "2024/03/31 09:05", "2024-03-31 09:05:00"),
                date(DateOrder.YMD, "2024-03-31T20:30:00", "2024-03-31 20:30:00"),
                date(DateOrder.YMD, "2024-03-31 20:30:00.250", "2024-03-31 20:30:00.25"),
                date(DateOrder.YMD, "2024-03-31T20:30:00Z", "2024-03-31 20:30:00"),
                date(DateOrder.YMD, "2024-03-31T20:30:00.123456+02:00", "2024-03-31 18:30:00.123456"),
                date(DateOrder.YMD, "2024-03-31T20:30:00+0200", "2024-03-31 18:30:00"),
                date(DateOrder.YMD, "20240331", "2024-03-31 00:00:00"),
                date(DateOrder.YMD, "20240331203000", "2024-03-31 20:30:00"),
                date(DateOrder.DMY, "31 March 2024", "2024-03-31 00:00:00"),
                date(DateOrder.DMY, "31-Mar-2024 20:30", "2024-03-31 20:30:00"));
    }

    private static Arguments date(DateOrder order, String value, String expected) {
        return Arguments.of(order, value, expected);
    }

    @ParameterizedTest
    @MethodSource("dates")
    void aDateIsReadByTheEngineWithThePatternFound(DateOrder order, String value, String expected) throws SQLException {
        DateForm form =
                Objects.requireNonNull(ValueForms.examine("c", List.of(value)).date());
        assertThat(form.order()).isEqualTo(order);
        assertThat(engineDate(value, form.patterns())).isEqualTo(expected);
    }

    @Test
    void onlyWholeColumnsTellTheDayFromTheMonth() throws SQLException {
        DateForm form = Objects.requireNonNull(
                ValueForms.examine("c", List.of("01/02/2024", "03/04/2024")).date());
        assertThat(form.order()).isEqualTo(DateOrder.AMBIGUOUS);
        assertThat(form.patterns()).isEmpty();
        assertThat(engineDate("01/02/2024", form.patterns(DateOrder.DMY))).isEqualTo("2024-02-01 00:00:00");
        assertThat(engineDate("01/02/2024", form.patterns(DateOrder.MDY))).isEqualTo("2024-01-02 00:00:00");
    }

    @Test
    void twoDigitYearsAreNotTakenForTheFirstCentury() throws SQLException {
        DateForm form = Objects.requireNonNull(ValueForms.examine("c", List.of("13/02/2024", "14/02/2024", "15/02/24"))
                .date());
        assertThat(engineDate("15/02/24", form.patterns())).isEqualTo("2024-02-15 00:00:00");
        assertThat(engineDate("13/02/2024", form.patterns())).isEqualTo("2024-02-13 00:00:00");
    }

    @Test
    void anAmbiguousColumnFollowsTheOthersAndOtherwiseSaysSo() {
        List<String> header = List.of("sold", "plays");
        ValueForms agreed = ValueForms.examine(
                "f", header, List.of(List.of("01/02/2024", "25/02/2024"), List.of("02/02/2024", "26/02/2024")));
        assertThat(agreed.columns())
                .allMatch(column -> Objects.requireNonNull(column.date()).order() == DateOrder.DMY);
        assertThat(agreed.problems()).isEmpty();
        ValueForms open = ValueForms.examine("f", header, List.of(List.of("01/02/2024", "2024-02-25")));
        assertThat(open.problems()).extracting(Problem::code).containsExactly("date-order-ambiguous");
        assertThat(open.problems().get(0).place().column()).isEqualTo("sold");
    }

    @Test
    void someBrokenDatesDoNotHideTheFormOfTheOthers() {
        List<String> values = List.of("31/02/2024", "12/04/2024", "13/04/2024", "14/04/2024", "n.c.");
        assertThat(Objects.requireNonNull(ValueForms.examine("c", values).date())
                        .order())
                .isEqualTo(DateOrder.DMY);
        assertThat(ValueForms.examine("c", List.of("12/04/2024", "Carmen", "Aida"))
                        .date())
                .isNull();
    }

    @Test
    void secondsAndMillisecondsAreToldApart() {
        assertThat(Objects.requireNonNull(
                                ValueForms.examine("c", List.of("1711917000")).date())
                        .order())
                .isEqualTo(DateOrder.EPOCH_SECONDS);
        assertThat(Objects.requireNonNull(ValueForms.examine("c", List.of("1711917000000"))
                                .date())
                        .order())
                .isEqualTo(DateOrder.EPOCH_MILLIS);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of(",", List.of("23,50", "1 234,50"), "1 234,50", "1234.50"),
                Arguments.of(",", List.of("23,50 €"), "1\u202F234,50 €", "1234.50"),
                Arguments.of(",", List.of("1.234,5"), "1.234,5", "1234.5"),
                Arguments.of(",", List.of("1.234.567", "1,5"), "1.234.567", "1234567"),
                Arguments.of(".", List.of("1,234.50"), "1,234.50", "1234.50"),
                Arguments.of(".", List.of("1'234.50 CHF"), "1'234.50 CHF", "1234.50"),
                Arguments.of(".", List.of("$12.00"), "$12.00", "12.00"),
                Arguments.of(".", List.of("-23.5"), "-23.5", "-23.5"),
                Arguments.of(",", List.of("\u22120,00"), "\u22120,00", "-0.00"),
                Arguments.of(",", List.of("5,5 %"), "5,5 %", "5.5"),
                Arguments.of(".", List.of("0.500"), "0.500", "0.500"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberIsReadByTheEngineWithTheFormFound(String decimal, List<String> sample, String value, String expected)
            throws SQLException {
        NumberForm form = Objects.requireNonNull(ValueForms.examine("c", sample).number());
        assertThat(form.decimal()).isEqualTo(decimal);
        assertThat(form.ambiguous()).isFalse();
        assertThat(engineNumber(value, form)).isEqualTo(expected);
    }

    @Test
    void aWrongGroupIsNoNumber() throws SQLException {
        NumberForm form = Objects.requireNonNull(
                ValueForms.examine("c", List.of("1.234,50")).number());
        assertThat(engineNumber("12.5", form)).isNull();
        assertThat(engineNumber("NaN", form)).isNull();
        assertThat(engineNumber("1e3", form)).isNull();
    }

    @Test
    void aMarkBeforeThreeDigitsIsAmbiguousUntilAnotherColumnTells() {
        assertThat(Objects.requireNonNull(
                                ValueForms.examine("c", List.of("1.234", "12")).number())
                        .ambiguous())
                .isTrue();
        ValueForms forms = ValueForms.examine(
                "f", List.of("total", "price"), List.of(List.of("1.234", "23,50"), List.of("12", "8,00")));
        NumberForm total = Objects.requireNonNull(forms.columns().get(0).number());
        assertThat(total.decimal()).isEqualTo(",");
        assertThat(total.thousands()).contains(".");
        assertThat(forms.problems()).isEmpty();
        assertThat(ValueForms.examine("f", List.of("total"), List.of(List.of("1.234")))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("decimal-mark-ambiguous");
    }

    @Test
    void wordsForYesAndNoAreFoundInPairs() {
        assertThat(ValueForms.examine("c", List.of("Oui", "non", "oui")).truth())
                .isEqualTo(new TruthForm("oui", "non"));
        assertThat(ValueForms.examine("c", List.of("ja", "nee")).truth()).isEqualTo(new TruthForm("ja", "nee"));
        assertThat(ValueForms.examine("c", List.of("1", "0")).truth()).isEqualTo(new TruthForm("1", "0"));
        assertThat(ValueForms.examine("c", List.of("1", "2")).truth()).isNull();
        assertThat(ValueForms.examine("c", List.of("", " ")).truth()).isNull();
    }

    private static String engineDate(String value, List<String> patterns) throws SQLException {
        String list = String.join(
                ",", patterns.stream().map(pattern -> "'" + pattern + "'").toList());
        return answer("select cast(try_strptime(?, [" + list + "]) as varchar)", value)
                .replaceFirst("\\+00$", "");
    }

    private static String engineNumber(String value, NumberForm form) throws SQLException {
        String mark = form.decimal() == null ? "." : form.decimal();
        return answer("""
                select case when regexp_full_match(v, ?) then
                    replace(replace(regexp_replace(v, ?, '', 'g'), '\u2212', '-'), ?, '.') end
                from (select cast(? as varchar) as v)
                """, form.pattern(), form.removal(), mark, value);
    }

    private static String answer(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = engine.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}

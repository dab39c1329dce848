package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.FieldRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write in the cells of a programme sheet, and what is certain of it. */
class CertainTest {

    private static Connection engine;

    @BeforeAll
    static void open() throws SQLException {
        engine = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void close() throws SQLException {
        engine.close();
    }

    private static String read(Field field, String cell, String currency) throws SQLException {
        FieldRule rule = new FieldRule(
                field,
                true,
                false,
                List.of(),
                List.of(),
                List.of(),
                "-",
                null,
                null,
                Map.of("complet", "sold-out"),
                List.of());
        return new Examples(engine, 2, currency).after(rule, Form.PLAIN, cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "95|95",
                "1h30|90",
                "1 h 30|90",
                "1H05 min|65",
                "2h|120",
                "1:30|90",
                "01:30:00|90",
                "PT1H35M|95",
                "75 min.|75",
                "75'|",
                "environ 1h15|75",
                "1h50 (avec entracte)|110",
                "2 heures 10 minutes|130",
                "1 Std. 20 Min.|80",
                "2 uur 15 min|135",
                "1 hour and 20 minutes|80",
                "1h30 + entracte|",
                "1h30 avec 20 min d’entracte|",
                "2|",
                "1h75|",
                "0|",
                "25h|",
                "deux heures|",
                "1h30/2h|"
            })
    void lengths(String cell, String minutes) throws SQLException {
        assertThat(read(Field.DURATION, cell, "EUR")).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dès 8 ans|8–",
                "8+|8–",
                "à partir de 12 ans|12–",
                "À partir de l'âge de 6 ans|6–",
                "6-12|6–12",
                "6 à 12 ans|6–12",
                "ab 8 Jahren|8–",
                "8 ans et plus|8–",
                "from 8 years|8–",
                "8 and over|8–",
                "vanaf 8 jaar|8–",
                "6 tot 12 jaar|6–12",
                "tout public|",
                "8|",
                "12-6|",
                "6-121|",
                "dès 6 mois|",
                "-18|",
                "moins de 12 ans|"
            })
    void ages(String cell, String ages) throws SQLException {
        assertThat(read(Field.AGES, cell, "EUR")).isEqualTo(ages);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"8|8", "8 ans|8", "dès 8 ans|8", "8+|8", "130|", "huit|"})
    void oneAge(String cell, String age) throws SQLException {
        assertThat(read(Field.AGE_FROM, cell, "EUR")).isEqualTo(age);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|EUR|12–12",
                "12,50 €|EUR|12.5–12.5",
                "de 8 à 25 €|EUR|8–25",
                "25€ / 15€ / 8,50€|EUR|8.5–25",
                "8-25 EUR|EUR|8–25",
                "à partir de 12 €|EUR|12–",
                "ab 12 €|EUR|12–",
                "Entrée libre|EUR|0–0",
                "gratuit|CHF|0–0",
                "CHF 30|CHF|30–30",
                "Fr. 30 / 20|CHF|20–30",
                "£10 to £25|GBP|10–25",
                "30 €|CHF|",
                "CHF 30|EUR|",
                "A|EUR|",
                "prix libre|EUR|",
                "-5 €|EUR|",
                "12 € (réduit 8 €)|EUR|",
                "gratuit - 12 ans|EUR|"
            })
    void prices(String cell, String currency, String prices) throws SQLException {
        String found = read(Field.PRICES, cell, currency);
        assertThat(
                        found == null
                                ? null
                                : found.replaceAll("(\\.\\d*?)0+(?=–|$)", "$1").replaceAll("\\.(?=–|$)", ""))
                .isEqualTo(prices);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "français|fr",
                "Français, anglais|fr, en",
                "fr-BE|fr",
                "FR / NL|fr, nl",
                "Deutsch und Englisch|de, en",
                "en français|fr",
                "surtitré en anglais|en",
                "Nederlands en Frans|nl, fr",
                "français et français|fr",
                "français, klingon|",
                "sans paroles|",
                "oui|",
                "arabe|ar"
            })
    void languages(String cell, String codes) throws SQLException {
        assertThat(read(Field.LANGUAGES, cell, "EUR")).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PMR, boucle magnétique|PMR, boucle magnétique",
                "oui|",
                "non|",
                "Non accessible PMR|",
                "not wheelchair accessible|"
            })
    void access(String cell, String told) throws SQLException {
        assertThat(read(Field.ACCESSIBILITY, cell, "EUR")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"https://a.example/b.jpg?x=1|https://a.example/b.jpg?x=1", "javascript:alert(1)|", "b.jpg|"})
    void pictures(String cell, String address) throws SQLException {
        assertThat(read(Field.PICTURE, cell, "EUR")).isEqualTo(address);
    }
}

package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import org.foyer.hub.insight.ExpectedPurchases;
import org.foyer.hub.insight.ExpectedPurchases.Tenth;
import org.foyer.hub.insight.ExpectedPurchases.Trial;
import org.foyer.hub.insight.ExpectedPurchases.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a house is told what it may expect, and when it is not. Three years of purchases up to 30 December 2024. */
class ExpectedPurchasesTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 30);
    private static final LocalDate START = END.minusWeeks(156);

    @TempDir
    static Path folder;

    private static BoxOffice office;

    @BeforeAll
    static void open() {
        office = new BoxOffice(folder);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static ExpectedPurchases told(StringBuilder lines, LocalDate asOf) {
        BoxOffice.House house = office.house()
                .productions("1 | Hamlet | Theatre\n2 | Giselle | Dance\n3 | Norma | Opera")
                .performances(BoxOffice.SIX_SEASONS)
                .lines(lines.toString())
                .counted();
        return new AudienceFigures(office.warehouse, new AnyHouse(Currency.getInstance("EUR")))
                .expected(house.id, asOf);
    }

    private static void bought(StringBuilder lines, int person, long week) {
        lines.append("26 | %s | - | sale | 1000 | - | - | - | - | %d | o | t%d-%d%n"
                .formatted(START.plusWeeks(week), person, person, week));
    }

    /** The last day of which sales are known is told by somebody without a name. */
    private static StringBuilder known() {
        return new StringBuilder("26 | %s | - | sale | 1000 | - | - | - | - | - | o | last%n".formatted(END));
    }

    /** Of each ten buyers eight never come again, one comes every ten weeks, and one did so in the first year only. */
    private static StringBuilder mixed(int people) {
        StringBuilder lines = known();
        for (int person = 0; person < people; person++) {
            int first = person % 45;
            bought(lines, person + 1, first);
            int last = person % 10 == 0 ? 155 : person % 10 == 1 ? 60 : 0;
            for (int week = first + 10; week <= last; week += 10) {
                bought(lines, person + 1, week);
            }
        }
        return lines;
    }

    @Test
    void whatTheModelToldBetterThanTheRuleIsShownWithItsErrorBesideIt() {
        StringBuilder lines = mixed(200);
        for (int person = 201; person <= 400; person++) {
            bought(lines, person, 60 + person % 40); // came once in the year before the one held out
        }
        ExpectedPurchases told = told(lines, END.plusDays(9));
        assertThat(told.knownUntil())
                .as("nine days without an export are no days without a sale")
                .isEqualTo(END);
        assertThat(told.verdict()).as("%s", told).isEqualTo(Verdict.SHOWN);
        assertThat(told.buyers()).isEqualTo(400);
        assertThat(told.early()).isEqualTo(200);
        assertThat(told.holdOut()).isNotNull();
        assertThat(told.holdOut().cut()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(told.holdOut().seen())
                .as("of twenty regulars eight buy in weeks 105 to 155 and twelve in weeks 110 to 150")
                .isEqualTo(8 * 6 + 12 * 5);
        assertThat(told.model()).isEqualTo(told.holdOut().models().get(0).rule());
        assertThat(told.expected()).isNotNull();
        assertThat(told.tenths().stream().mapToDouble(Tenth::expected).sum()).isCloseTo(told.expected(), within(1e-6));
        assertThat(told.tenths()).allMatch(tenth -> tenth.buyers() >= 5);
        assertThat(told.money())
                .as("every purchase is of ten euros: no parameters of gamma-gamma are the likeliest")
                .isNull();
    }

    /** Everybody comes once a year in the same week: no model can be as near as the year before. */
    @Test
    void whereTheRuleIsNearerNoNumberIsSaid() {
        StringBuilder lines = known();
        for (int person = 1; person <= 150; person++) {
            for (int year = 0; year < 3; year++) {
                bought(lines, person, person % 50 + 52L * year + 1);
            }
        }
        ExpectedPurchases told = told(lines, END);
        assertThat(told.verdict()).isEqualTo(Verdict.NOT_BETTER);
        assertThat(told.expected()).isNull();
        assertThat(told.model()).isNull();
        assertThat(told.tenths()).isEmpty();
        assertThat(told.holdOut()).isNotNull();
        assertThat(told.holdOut().naive()).isEqualTo(new Trial("as-many-as-before", 150, 0));
        assertThat(told.money()).as("without purchases no money").isNull();
        assertThat(told.holdOut().seen()).isEqualTo(150);
    }

    @Test
    void aSmallHouseIsTold() {
        ExpectedPurchases told = told(mixed(99), END);
        assertThat(told.verdict()).isEqualTo(Verdict.TOO_FEW_BUYERS);
        assertThat(told.buyers()).isEqualTo(99);
        assertThat(told.expected()).isNull();
        assertThat(told.holdOut()).isNull();
    }

    @Test
    void lessThanTwoYearsAreTooShort() {
        StringBuilder lines = known();
        for (int person = 1; person <= 300; person++) {
            bought(lines, person, 53 + person % 90);
            bought(lines, person, 60 + person % 90);
        }
        assertThat(told(lines, END).verdict()).isEqualTo(Verdict.HISTORY_TOO_SHORT);
    }

    @Test
    void aHouseWithoutSalesOrWithoutNamesIsTold() {
        ExpectedPurchases none = told(new StringBuilder(), END);
        assertThat(none.verdict()).isEqualTo(Verdict.NO_BUYERS);
        assertThat(none.knownUntil()).isEqualTo(END);
        ExpectedPurchases nameless = told(known(), END);
        assertThat(nameless.verdict()).isEqualTo(Verdict.NO_BUYERS);
        assertThat(nameless.buyers()).isZero();
    }

    /** Three of two hundred are first seen late: how many were first seen early would tell them by subtraction. */
    @Test
    void howManyMayHaveComeBeforeIsNotToldWhenItTellsAFew() {
        StringBuilder lines = mixed(200);
        for (int person = 201; person <= 203; person++) {
            bought(lines, person, 120);
        }
        assertThat(told(lines, END).early()).isNull();
    }
}

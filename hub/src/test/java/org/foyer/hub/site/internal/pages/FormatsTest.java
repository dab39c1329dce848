package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Formats FRENCH = Language.FRENCH.formats();
    private static final Formats ENGLISH = Language.ENGLISH.formats();

    @Test
    void moneyIsWrittenAsReadersOfEachLanguageWriteIt() {
        assertThat(FRENCH.money(1_234_567, "EUR")).isEqualTo("12\u202f345,67\u00a0€");
        assertThat(ENGLISH.money(1_234_567, "EUR")).isEqualTo("€12,345.67");
        assertThat(FRENCH.money(12_345, "JPY")).startsWith("12\u202f345\u00a0");
        assertThat(FRENCH.roundMoney(1_234_567, "EUR")).isEqualTo("12\u202f346\u00a0€");
    }

    @Test
    void numbersAndSharesAreWrittenAsReadersOfEachLanguageWriteThem() {
        assertThat(FRENCH.number(12_345)).isEqualTo("12\u202f345");
        assertThat(ENGLISH.number(12_345)).isEqualTo("12,345");
        assertThat(FRENCH.percent(0.784)).matches("78,4[\u00a0\u202f]%");
        assertThat(ENGLISH.percent(0.784)).isEqualTo("78.4%");
        assertThat(FRENCH.points(-0.0312)).isEqualTo("−3,1\u00a0pts");
        assertThat(ENGLISH.change(0.05)).isEqualTo("+5%");
    }

    @Test
    void daysAndTimesAreWrittenAsReadersOfEachLanguageWriteThem() {
        LocalDate day = LocalDate.of(2026, 12, 31);
        assertThat(FRENCH.day(day)).isEqualTo("31/12/2026");
        assertThat(ENGLISH.day(day)).isEqualTo("31 Dec 2026");
        assertThat(FRENCH.longDay(day)).isEqualTo("jeudi 31 décembre 2026");
        assertThat(FRENCH.longDay(LocalDate.of(2026, 12, 1))).isEqualTo("mardi 1er décembre 2026");
        assertThat(FRENCH.time(LocalDateTime.of(2026, 12, 31, 20, 30))).isEqualTo("20\u00a0h\u00a030");
        assertThat(FRENCH.time(LocalDateTime.of(2026, 12, 31, 20, 0))).isEqualTo("20\u00a0h");
        assertThat(ENGLISH.time(LocalDateTime.of(2026, 12, 31, 20, 0))).isEqualTo("20:00");
        assertThat(FRENCH.point("-20.00")).isEqualTo("-20,00");
        assertThat(ENGLISH.point("20.00")).isEqualTo("20.00");
        assertThat(FRENCH.quarter(LocalDate.of(2026, 1, 1))).isEqualTo("1er trimestre 2026");
        assertThat(FRENCH.quarter(day)).isEqualTo("4e trimestre 2026");
        assertThat(ENGLISH.quarter(day)).isEqualTo("Q4 2026");
        assertThat(FRENCH.season(new Season(2025))).isEqualTo("2025-2026");
    }

    @Test
    void aListIsCountedWholeEvenWhereOneWalksOnlySoFar() {
        Pager last = Pager.of(Language.ENGLISH, 1_000, 20, 3_385, 1_020, 20, "/x?offset=");
        assertThat(last.told()).contains("3,385");
        assertThat(last.next()).isNull();
        assertThat(last.previous()).isEqualTo("/x?offset=980");
        assertThat(Pager.of(Language.ENGLISH, 0, 20, 3_385, 1_020, 20, "/x?offset=")
                        .next())
                .isEqualTo("/x?offset=20");
        assertThat(Pager.of(Language.ENGLISH, 0, 7, 7, 20, "/x?offset=").told()).isEmpty();
    }

    @Test
    void aTypedAmountIsReadWithEveryKindOfSpaceAndSign() {
        assertThat(TypedAmount.minor("18 500,00", 2)).contains(1_850_000L);
        assertThat(TypedAmount.minor("18500.00", 2)).contains(1_850_000L);
        assertThat(TypedAmount.minor("18\u202f500,5\u00a0€", 2)).contains(1_850_050L);
        assertThat(TypedAmount.minor("1.234,56", 2)).contains(123_456L);
        assertThat(TypedAmount.minor("1,234", 2)).contains(123_400L);
        assertThat(TypedAmount.minor("abc", 2)).isEmpty();
        assertThat(TypedAmount.count("12 345")).contains(12_345L);
        assertThat(TypedAmount.count("")).isEmpty();
    }
}

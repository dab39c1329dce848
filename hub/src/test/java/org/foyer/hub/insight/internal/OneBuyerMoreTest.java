package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet.Catchment;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attack of subtracting two days, by a member of the house who may see its figures but no rows: looks before and after each import, at
 * every day, at where buyers live. Sales tell that somebody came; where they live must not come out with it.
 */
class OneBuyerMoreTest {

    private static final Season SEASON = new Season(2024);
    private static final List<String> TOWNS = List.of("49100", "44000", "75011");

    @TempDir
    Path folder;

    private static void buyer(BoxOffice.House house, int person, LocalDate day) {
        house.lines(
                "24 | %s | - | sale | 1000 | - | - | - | - | %d | o%d | t%d".formatted(day, person, person, person));
        String town = TOWNS.get(person % TOWNS.size());
        house.change("insert into personal.person"
                + " (house, person, sealed, area, area_country, with_birth_year, contact_key, run, line, commune) values (?, "
                + person + ", ''::blob, '" + town + "', 'FR', false, 0, 1, 1, personal.commune_of('" + town
                + "', null, 'FR'))");
    }

    private static Catchment told(BoxOffice office, BoxOffice.House house, LocalDate day) {
        return new AudienceFigures(office.warehouse, new AnyHouse(Currency.getInstance("EUR")))
                .season(house.id, SEASON, day, AudienceBasis.PERFORMANCE)
                .catchment();
    }

    /** Any two of them are of the same buyers, or of five who differ. */
    private static void noneIsNear(List<Catchment> told) {
        for (Catchment one : told) {
            for (Catchment other : told) {
                long more = Math.abs(one.buyers() - other.buyers());
                assertThat(more == 0 || more >= 5)
                        .as(one.asOf() + " and " + other.asOf())
                        .isTrue();
                if (more == 0) {
                    assertThat(one.areas()).isEqualTo(other.areas());
                    assertThat(one.regions()).isEqualTo(other.regions());
                    assertThat(one.bands()).isEqualTo(other.bands());
                }
            }
        }
    }

    @Test
    void twoLooksAroundAnImportDoNotShowWhereOneBuyerLives() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = office.house().performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -");
            LocalDate first = LocalDate.of(2024, 10, 1);
            for (int person = 100; person < 130; person++) {
                buyer(house, person, first);
            }
            List<Catchment> told = new ArrayList<>();
            for (int person = 130; person < 142; person++) {
                LocalDate day = first.plusDays(person - 129);
                told.add(told(office, house, day));
                buyer(house, person, day);
                told.add(told(office, house, day));
            }
            assertThat(told).extracting(Catchment::buyers).contains(30L, 35L, 40L);
            noneIsNear(told);
        }
    }

    @Test
    void twoDaysOfOneImportDoNotEither() {
        try (BoxOffice office = new BoxOffice(folder)) {
            BoxOffice.House house = office.house().performances("24 | 1 | 2025-01-10T20:00 | scheduled | 100 | - | -");
            LocalDate first = LocalDate.of(2024, 10, 1);
            for (int person = 100; person < 123; person++) {
                buyer(house, person, first.plusDays(person - 100));
            }
            List<Catchment> told = first.minusDays(1)
                    .datesUntil(first.plusDays(40))
                    .map(day -> told(office, house, day))
                    .toList();
            assertThat(told)
                    .extracting(Catchment::buyers)
                    .contains(0L, 5L, 10L, 15L, 20L)
                    .doesNotContain(23L);
            noneIsNear(told);
        }
    }
}

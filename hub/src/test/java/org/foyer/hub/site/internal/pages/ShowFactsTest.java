package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Performance;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Production;
import org.junit.jupiter.api.Test;

class ShowFactsTest {

    private static final HouseId ID = new HouseId(1);
    private static final House HOUSE = new House(
            ID,
            "quais",
            "Quais",
            Discipline.THEATRE,
            200,
            new PostalAddress(null, null, "Lyon", null, "FR"),
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            false);
    private static final Language ENGLISH = Language.of(Locale.ENGLISH);
    private static final Language FRENCH = Language.of(Locale.FRENCH);

    private static ProgrammeEntry said(String property, String value) {
        LocalDate day = LocalDate.of(2026, 12, 1);
        return new ProgrammeEntry(
                new Performance(1, ID, 1, 1, null, null, day, PerformanceState.SCHEDULED, null, null),
                new Production(1, ID, "Ici", null, null, null, null),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(property, value),
                ExternalIds.NONE,
                List.of());
    }

    @Test
    void languagesAreToldByTheirNamesInThoseOfTheReader() {
        assertThat(ShowFacts.of(ENGLISH, HOUSE, said("languages", "fr, nl")))
                .containsExactly("Languages: French, Dutch");
        assertThat(ShowFacts.of(FRENCH, HOUSE, said("surtitles", "en"))).containsExactly("Surtitré\u00a0: anglais");
        assertThat(ShowFacts.of(ENGLISH, HOUSE, said("languages", "patois savoyard")))
                .as("words of the house stay")
                .containsExactly("Languages: patois savoyard");
    }

    @Test
    void whatADateOffersIsToldApartAndInTheLanguageOfTheReader() {
        ProgrammeEntry date = said("accessibility", "Audiodescription, Accessible en fauteuil roulant");
        assertThat(ShowFacts.ofDate(ENGLISH, date)).containsExactly("Audio description", "Wheelchair accessible");
        assertThat(ShowFacts.ofDate(FRENCH, date))
                .containsExactly("Audiodescription", "Accessible en fauteuil roulant");
    }

    @Test
    void aSentenceOfTheHouseIsNotCutAtItsCommas() {
        String sentence = "Audiodescription, sur demande à l’accueil";
        assertThat(ShowFacts.ofDate(ENGLISH, said("accessibility", sentence))).containsExactly(sentence);
    }
}

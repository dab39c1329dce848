package org.foyer.hub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.foyer.hub.model.FrenchCommunes.Commune;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which commune an address lies, and where nobody can say. */
class FrenchCommunesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // one commune has the postcode: it counts, whatever stands beside it
                "44000, '', 44109",
                "44000, Nantes, 44109",
                "44000, Rezé, 44109",
                " 44000 , '', 44109",
                // several have it: the name decides, however it is written
                "01400, '', -",
                "01400, L'Abergement-Clémenciat, 01001",
                "01400, l abergement clemenciat, 01001",
                "01400, ABERGEMENT CLEMENCIAT, 01001",
                "01400, Chatillon sur Chalaronne, 01093",
                "01400, Nirgendwo, -",
                "01400, Lyon, -",
                // another name of the town is not taken for the largest
                "59260, Hellemmes, -",
                // the parts of a divided city
                "75011, Paris, 75111",
                "75116, '', 75116",
                "75015, Issy-les-Moulineaux, 92040",
                "13011, Marseille, 13211",
                "69003, LYON, 69383",
                "13008, Marseille, 13208",
                // business post
                "49004, Angers Cedex 01, 49007",
                "44200, Nantes cedex 2, 44109",
                "75340, Paris Cedex 07, -",
                "49004, '', -",
                // not French
                "1000, Bruxelles, -",
                "H2X 1Y4, Montréal, -",
                "'', Lyon, -"
            })
    void thePostcodeTellsWhereItCanAndTheNameWhereItMust(String postcode, String town, String code) {
        assertThat(FrenchCommunes.at(postcode, town).map(Commune::code).orElse(null))
                .isEqualTo(code);
    }

    @Test
    void saintsAreTheSameWrittenShort() {
        Commune saint = FrenchCommunes.all().stream()
                .filter(one ->
                        one.name().startsWith("Saint-") && one.department().equals("49"))
                .filter(one -> !one.postcodes().isEmpty()
                        && FrenchCommunes.sharing(one.postcodes().get(0)).size() > 1)
                .findFirst()
                .orElseThrow();
        String postcode = saint.postcodes().get(0);
        assertThat(FrenchCommunes.at(postcode, saint.name().replace("Saint-", "ST ")))
                .contains(saint);
    }

    @Test
    void everyPartOfParisIsToldByItsPostcode() {
        assertThat(IntStream.rangeClosed(1, 20)
                        .mapToObj(part -> FrenchCommunes.at("750%02d".formatted(part), "")
                                .map(Commune::code)
                                .orElse("none")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj("751%02d"::formatted)
                        .toList());
    }

    /** The sum of the communes of the edition of 2026 that the list of sources gives; a city and its parts are not added up. */
    @Test
    void inhabitantsAreCountedOnce() {
        assertThat(FrenchCommunes.of("75056")).as("Paris as a whole").isEmpty();
        assertThat(FrenchCommunes.all().stream().mapToLong(Commune::inhabitants).sum())
                .isBetween(68_900_000L, 69_000_000L);
    }
}

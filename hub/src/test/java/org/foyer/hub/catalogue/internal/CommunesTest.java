package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyer.hub.catalogue.Places.Town;
import org.foyer.hub.model.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a venue is about, and which town is meant. */
class CommunesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "69003, Lyon, FR, Lyon 3e Arrondissement",
                "69003, LYON 3E, -, Lyon 3e Arrondissement",
                "69229, Lyon Cedex 02, France, Lyon",
                "-, Lyon, -, Lyon",
                "59000, lille, fr, Lille",
                "93200, St-Denis, FR, Saint-Denis",
                "59260, Hellemmes, FR, Lille",
                // nobody can say which of several
                "-, Saint-Denis, FR, -",
                // the two contradict each other
                "59000, Lyon, FR, -",
                "10115, Berlin, DE, -",
                "-, -, FR, -",
                "'', '', '', -",
                "1000, Bruxelles, BE, -"
            })
    void aVenueIsInTheCommuneThatPostcodeAndNameTell(String postcode, String city, String country, String commune) {
        Town town = Communes.of(postcode, city, country);
        assertThat(town == null ? null : town.name()).isEqualTo(commune);
    }

    @Test
    void theLargestTownOfAnAmbiguousNameComesFirst() {
        assertThat(Communes.france().named("saint denis"))
                .extracting(Town::department)
                .startsWith("974")
                .contains("93");
        assertThat(Communes.france().named("St-Denis (93200)"))
                .extracting(Town::department)
                .containsExactly("93");
        assertThat(Communes.france().named("69002"))
                .extracting(Town::label)
                .containsExactly("Lyon 2e Arrondissement (69002)", "Lyon (69002)");
        assertThat(Communes.france().named("Lyon 2e Arrondissement (69002)")).hasSize(1);
        assertThat(Communes.france().named("Nirgendwo")).isEmpty();
        assertThat(Communes.france().beginning("villeurb"))
                .extracting(Town::name)
                .containsExactly("Villeurbanne");
        assertThat(Communes.france().beginning("v")).isEmpty();
        assertThat(Communes.france().largest(3)).extracting(Town::name).containsExactly("Paris", "Marseille", "Lyon");
    }

    @Test
    void distancesAreThoseOfTheGlobe() {
        GeoPoint paris = Communes.france().named("Paris").get(0).point();
        GeoPoint lyon = Communes.france().named("Lyon").get(0).point();
        assertThat(paris.kilometres(lyon)).isBetween(385.0, 400.0);
        assertThat(paris.kilometres(paris)).isZero();
        assertThat(new GeoPoint(0, 179.5).kilometres(new GeoPoint(0, -179.5))).isBetween(111.0, 111.5);
    }
}

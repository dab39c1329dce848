package org.foyer.hub.intake.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.intake.internal.loading.Traces.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    private static final FileNames GONE = new FileNames(new Traces(List.of(
            new Known("zeb@quatrefages.example", null, "quatrefages", "zébulon"),
            new Known(null, null, "o'brien-müller", "ann"),
            new Known(null, null, "li", "an"),
            new Known("a@b.fr", null, null, null))));

    @ParameterizedTest
    @CsvSource({
        "Reclamation Zebulon Quatrefages.csv, Reclamation anonym.csv",
        "QUATREFAGES_Zébulon-2026.xlsx, anonym-2026.xlsx",
        "ZebulonQuatrefages.csv, anonym.csv",
        "zebulon de quatrefages (2).csv, anonym de anonym (2).csv",
        "zeb@quatrefages.example.csv, anonym.csv",
        "liste zeb_quatrefages.example.csv, liste anonym.csv",
        "zeb@quatrefages.example, anonym",
        "Ann O'Brien Muller.csv, anonym.csv",
        "obrienmüller ann.csv, anonym.csv",
        "Li An.csv, anonym.csv",
        "a@b.fr.csv, anonym.csv",
        "zebulon quatrefages zebulon.csv, anonym.csv",
    })
    void theyAreTakenOutAndTheRestStays(String name, String without) {
        assertThat(GONE.without(name)).isEqualTo(without);
    }

    /** A file that came from a computer that parts letters and accents. */
    @Test
    void accentsThatStandApartAreTheSame() {
        assertThat(GONE.without("Ze\u0301bulon Quatrefages.csv")).isEqualTo("anonym.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ventes.csv",
                "Ventes Quatrefages.csv",
                "zebulon.csv",
                "bilan relié.csv",
                "planche ann.csv",
                "crabfrais.csv",
                "Re\u0301servations 2026.csv",
                "",
                "....",
                "😀 ventes.csv"
            })
    void namesThatNameNobodyStayToTheByte(String name) {
        assertThat(GONE.without(name)).isEqualTo(name);
    }

    @Test
    void nobodyIsTakenOutTwice() {
        String once = GONE.without("Reclamation Zebulon Quatrefages.csv");
        assertThat(GONE.without(once)).isEqualTo(once);
    }

    /** As many as one erasure of those whose time is over takes. */
    @Test
    void tenThousandPeopleTakeSecondsOfAThousandNames() {
        List<Known> people = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            people.add(new Known("person" + i + "@example.org", null, "surname" + i, "given" + i));
        }
        FileNames gone = new FileNames(new Traces(people));
        long begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            String name = "Ventes du theatre " + i + ".csv";
            assertThat(gone.without(name)).isEqualTo(name);
        }
        assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
    }
}

package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a show tells what its works are and who plays whom, the page of a name as what it is set up in law. */
class ToldFormsShownTest {

    private static final String TABLE = """
            Titre;Date;Heure;Lieu;Oeuvre;Type d'oeuvre;Genre de l'oeuvre;Catégorie de l'oeuvre;Artiste;Fonction;Personnage;Statut juridique
            Carmen;2026-03-04;20:00;Cour;Carmen;Œuvre d’opéra;Opéra-comique;Lyrique;Ana Roy;Chant;Don José;
            Carmen;2026-03-04;20:00;Cour;Carmen;Œuvre d’opéra;Opéra-comique;Lyrique;Les Nuits;Orchestre;;Association loi 1901
            Zoo;2026-03-05;20:00;Cour;Zoo;Pièce pour girafes;;;Max;Danse;;
            Nina;2026-03-06;20:00;Cour;Nina;;;;Max;Danse;;
            """;

    @TempDir
    Path folder;

    @Test
    void pagesSayThemInTheReadersLanguageWhereTheVocabularyKnowsTheWord() {
        try (Node node = Node.open(NodeSettings.of(folder, name -> null))) {
            House house = node.houses()
                    .add(new House(
                            new HouseId(1),
                            "quais",
                            "Scène des quais",
                            Discipline.OPERA,
                            300,
                            PostalAddress.UNKNOWN,
                            null,
                            ZoneId.of("Europe/Paris"),
                            Currency.getInstance("EUR"),
                            false));
            var file = node.intake()
                    .receive(
                            house.id(), "saison.csv", new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)));
            node.intake()
                    .run(
                            new RunOrder(house.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                            Progress.NONE);
            List<ProgrammeEntry> entries = node.catalogue()
                    .programme()
                    .entries(house.id(), LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), 0, 100);
            assertThat(kinds("en", entries))
                    .containsExactly("Music theatre · Opera · Opéra comique", "Pièce pour girafes", null);
            assertThat(kinds("fr", entries).get(0)).isEqualTo("Art lyrique · Opéra · Opéra-comique");
            assertThat(ProgrammeBill.entry(language("fr"), entries.get(0)).credits())
                    .extracting(credit -> credit.role() + ": " + credit.names())
                    .contains("Don José: Ana Roy");
            var group = node.catalogue().listings().credited("Les Nuits").orElseThrow();
            assertThat(ListingPage.about(language("en"), group)).contains("Legal form: Association.");
            assertThat(ListingPage.about(language("fr"), group)).contains("Statut juridique\u00a0: Association.");
            var single = node.catalogue().listings().credited("Max").orElseThrow();
            assertThat(ListingPage.about(language("en"), single)).noneMatch(line -> line.contains("Legal form"));
        }
    }

    private static Language language(String code) {
        return Language.of(Locale.forLanguageTag(code));
    }

    private static List<String> kinds(String code, List<ProgrammeEntry> entries) {
        return entries.stream()
                .map(entry -> ProgrammeBill.entry(language(code), entry)
                        .works()
                        .get(0)
                        .kind())
                .toList();
    }
}

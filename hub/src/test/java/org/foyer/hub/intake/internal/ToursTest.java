package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.catalogue.internal.TestShows;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.IntakeRunId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One show in three houses: found, said by a person, linked and not merged; and what is not one show. */
class ToursTest {

    private static final HouseId LYON = new HouseId(3);

    @TempDir
    Path folder;

    private IntakeStand stand;
    private Shows shows;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
        stand.addHouse(3, "lyon", "Europe/Paris", "EUR");
        shows = TestShows.of(stand.warehouse);
        bill(PARIS, "La Mouette", "2026-03-05", "Cie du Lac", "Anton Tchekhov,auteur", "Jeanne Martin,mise en scène");
        bill(LONDON, "La mouette !", "2026-04-05", "", "Anton Tchekhov,auteur", "Martin Jeanne,direction");
        bill(LYON, "La Mouette (d’après Tchekhov)", "2026-05-05", "Cie du Lac", "Paul Durand,jeu");
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private RunReport bill(HouseId house, String title, String day, String producer, String... credits) {
        StringBuilder csv =
                new StringBuilder("Code représentation;Titre;Date;Heure;Lieu;Producteur;Artiste;Fonction\n");
        for (String credit : credits) {
            csv.append("%s-%s;%s;%s;20:00;Salle %s;%s;%s\n"
                    .formatted(house.value(), day, title, day, house.value(), producer, credit.replace(',', ';')));
        }
        RunReport report = stand.run(
                house,
                stand.intake.receive(
                        house,
                        day + ".csv",
                        new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8))));
        assertThat(report.state()).as(report.problems().toString()).isEqualTo(RunState.COMMITTED);
        return report;
    }

    private List<DoublePair> tours(HouseId house) {
        return stand.intake.doubles().doubtful(house).stream()
                .filter(pair -> pair.kind() == DoublePair.Kind.TOUR)
                .toList();
    }

    private long production(HouseId house) {
        return Long.parseLong(stand.query("select min(id) from production where house = " + house.value())
                .get(0));
    }

    private String runOf(HouseId house) {
        return stand.query("select production || '-2025-' || venue from performance where house = " + house.value()
                        + " and production = " + production(house))
                .get(0);
    }

    private List<String> elsewhere(HouseId house) {
        return shows.elsewhere(runOf(house)).stream()
                .map(tour -> tour.house().value() + " " + tour.first() + " " + tour.dates())
                .toList();
    }

    private void decide(HouseId house, long keep, long other, boolean same) {
        assertThat(stand.intake.doubles().decide(house, DoublePair.Kind.TOUR, keep, other, same, "ada"))
                .map(RunReport::state)
                .contains(RunState.COMMITTED);
    }

    @Test
    void severalHousesAreLinkedInOneRunOrNoneIs() {
        List<Long> both = List.of(production(LONDON), production(LYON));
        assertThat(stand.intake.doubles().decideTour(PARIS, production(PARIS), List.of(), true, "ada"))
                .isEmpty();
        assertThat(stand.intake
                        .doubles()
                        .decideTour(PARIS, production(PARIS), List.of(production(LONDON), 99L), true, "ada"))
                .as("one of them is not there")
                .isEmpty();
        assertThat(elsewhere(PARIS)).isEmpty();
        RunReport report = stand.intake
                .doubles()
                .decideTour(PARIS, production(PARIS), both, true, "ada")
                .orElseThrow();
        assertThat(report.state()).isEqualTo(RunState.COMMITTED);
        assertThat(elsewhere(PARIS)).hasSize(2);
        assertThat(elsewhere(LYON)).as("told of each other").hasSize(2);
        stand.intake.undo(report.run(), "ada");
        assertThat(elsewhere(PARIS)).isEmpty();
        assertThat(tours(PARIS)).hasSize(2);
    }

    @Test
    void nearTitlesWithADirectorOrACompanyInCommonAreProposedAndNotLinkedByThemselves() {
        List<DoublePair> found = tours(PARIS);
        assertThat(found)
                .extracting(pair -> pair.other().house())
                .containsExactlyInAnyOrder(LONDON.value(), LYON.value());
        for (DoublePair pair : found) {
            assertThat(pair.one().id()).isEqualTo(production(PARIS));
            assertThat(pair.reasons())
                    .contains(
                            pair.other().house() == LONDON.value()
                                    ? new DoublePair.Reason("same-people", "Jeanne Martin")
                                    : new DoublePair.Reason("same-company", "Cie du Lac"));
        }
        assertThat(tours(LONDON)).extracting(pair -> pair.other().house()).containsExactly(PARIS.value());
        assertThat(elsewhere(PARIS)).isEmpty();
    }

    @Test
    void anotherCompanyWithTheSamePlayIsNotProposed() {
        stand.addHouse(4, "marseille", "Europe/Paris", "EUR");
        HouseId marseille = new HouseId(4);
        bill(
                marseille,
                "La Mouette",
                "2026-06-05",
                "Autre compagnie",
                "Anton Tchekhov,auteur",
                "Luc Petit,mise en scène");
        assertThat(tours(marseille)).isEmpty();
        assertThat(tours(PARIS)).noneMatch(pair -> pair.other().house() == marseille.value());
    }

    @Test
    void aDecisionLinksKeepsHousesApartAndIsTakenBack() throws IOException {
        assertThat(TestShows.told(stand.warehouse, "run", runOf(PARIS))).doesNotContain("superEvent");
        decide(PARIS, production(PARIS), production(LONDON), true);
        assertThat(elsewhere(PARIS)).containsExactly("2 2026-04-05 1");
        assertThat(elsewhere(LONDON)).containsExactly("1 2026-03-05 1");
        assertThat(stand.query("select count(*) from production"))
                .as("each keeps its own")
                .containsExactly("3");
        decide(LYON, production(LYON), production(PARIS), true);
        assertThat(elsewhere(LONDON)).as("by the third").containsExactly("3 2026-05-05 1", "1 2026-03-05 1");
        assertThat(TestShows.told(stand.warehouse, "run", runOf(PARIS)))
                .contains("superEvent", "/id/run/" + runOf(LONDON) + "\"", "/id/run/" + runOf(LYON) + "\"");
        assertThat(tours(LONDON)).isEmpty();
        assertThat(tours(PARIS)).isEmpty();
        Doubles.Decided decided = stand.intake.doubles().decided(LYON, 5).get(0);
        assertThat(decided.kind()).isEqualTo(DoublePair.Kind.TOUR);
        assertThat(decided.name() + "|" + decided.otherName()).isEqualTo("La Mouette (d’après Tchekhov)|La Mouette");
        List<String> whole = stand.everything();
        stand.intake.rebuild(Progress.NONE);
        assertThat(stand.everything()).isEqualTo(whole);
        stand.intake.undo(new IntakeRunId(decided.run()), "ada");
        assertThat(elsewhere(LONDON)).containsExactly("1 2026-03-05 1");
        assertThat(elsewhere(LYON)).isEmpty();
    }

    @Test
    void whatIsToldApartIsNotProposedAgainInEitherHouse() {
        decide(LONDON, production(LONDON), production(PARIS), false);
        assertThat(tours(LONDON)).isEmpty();
        assertThat(tours(PARIS)).noneMatch(pair -> pair.other().house() == LONDON.value());
        assertThat(stand.intake
                        .doubles()
                        .decide(PARIS, DoublePair.Kind.TOUR, production(PARIS), production(LONDON), true, "ada"))
                .isEmpty();
    }

    @Test
    void onlyAProductionOfItsOwnIsLinkedByAHouse() {
        assertThat(stand.intake
                        .doubles()
                        .decide(PARIS, DoublePair.Kind.TOUR, production(LONDON), production(LYON), true, "ada"))
                .isEmpty();
    }
}

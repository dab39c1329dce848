package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.LONDON;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.intake.Doubles.Announcement;
import org.foyer.hub.intake.SheetWords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates that may be announcements are proposed, never set aside without a person. */
class AnnouncementsTest {

    private static final List<String> ANNOUNCED = List.of(
            "Présentation de saison",
            "Présentation de la saison 2026/27",
            "PRESENTATION DE LA NOUVELLE SAISON",
            "Lancement de saison",
            "Ouverture de la billetterie",
            "Ouverture des abonnements",
            "Season announcement",
            "Season Launch 2026",
            "Presentation of the new season",
            "Tickets on sale",
            "Spielzeitpräsentation",
            "Vorstellung der neuen Spielzeit",
            "Vorverkaufsstart",
            "Seizoenspresentatie",
            "Presentatie van het nieuwe seizoen",
            "Start kaartverkoop");

    private static final List<String> SHOWS = List.of(
            "Ouverture de saison",
            "Concert d'ouverture de la saison",
            "Une saison en enfer",
            "Les Quatre Saisons",
            "L'Annonce faite à Marie",
            "La Présentation",
            "Season's Greetings",
            "Four Seasons",
            "The Launch",
            "Presentation Skills",
            "Die Vorstellung",
            "Letzte Vorstellung der Nacht",
            "Saisoneröffnung",
            "Het seizoen",
            "Overture",
            "Mise en scène");

    @TempDir
    Path folder;

    private IntakeStand stand;

    @BeforeEach
    void open() {
        stand = new IntakeStand(folder);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private void programme(String head, List<String> lines) {
        StringBuilder text = new StringBuilder("titre;date et heure" + head + "\n");
        lines.forEach(line -> text.append(line).append('\n'));
        assertThat(stand.run(PARIS, stand.receive("programme.csv", text.toString()))
                        .quarantined())
                .isZero();
    }

    private List<String> proposed() {
        return stand.intake.doubles().announcements(PARIS).stream()
                .map(Announcement::title)
                .toList();
    }

    @Test
    void titlesThatAnnounceAreProposedAndShowsAreNot() {
        programme(
                "",
                java.util.stream.Stream.concat(ANNOUNCED.stream(), SHOWS.stream())
                        .map(title -> title + ";12/11/2025 20:00")
                        .toList());
        assertThat(proposed()).containsExactlyInAnyOrderElementsOf(ANNOUNCED);
        assertThat(stand.query("select count(*) from shown_performance"))
                .as("nothing is set aside by itself")
                .containsExactly(Integer.toString(ANNOUNCED.size() + SHOWS.size()));
        assertThat(stand.intake.doubles().announcements(LONDON)).isEmpty();
    }

    @Test
    void whatThePublicMayComeToIsNot() {
        programme(
                ";jauge;prix;genre;type;état",
                List.of(
                        "Season launch A;12/11/2025 20:00;300;;;;",
                        "Season launch B;12/11/2025 20:00;;0 €;;;",
                        "Season launch C;12/11/2025 20:00;;;Rencontre;;",
                        "Season launch D;12/11/2025 20:00;;;;Talk;",
                        "Season launch E;12/11/2025 20:00;;;;;annulé",
                        "Season launch F;12/11/2025 20:00;;;;Spectacle;",
                        "Season launch G;12/11/2025 20:00;;;;;"));
        assertThat(proposed()).containsExactly("Season launch F", "Season launch G");
    }

    @Test
    void whatTicketsWereSoldForIsNot() {
        programme("", List.of("Season launch;12/11/2025 20:00", "Season launch;13/11/2025 20:00"));
        assertThat(stand.intake.doubles().announcements(PARIS))
                .extracting(Announcement::day, Announcement::starts)
                .as("the last one first")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                LocalDate.of(2025, 11, 13), LocalDateTime.of(2025, 11, 13, 20, 0)),
                        org.assertj.core.groups.Tuple.tuple(
                                LocalDate.of(2025, 11, 12), LocalDateTime.of(2025, 11, 12, 20, 0)));
        stand.run(
                PARIS,
                stand.receive(
                        "ventes.csv",
                        "billet;opération;date de vente;montant;spectacle;date;tarif\n"
                                + "T1;vente;01/05/2025 10:00;0,00;Season launch;12/11/2025 20:00;Invitation\n"));
        assertThat(stand.intake.doubles().announcements(PARIS))
                .extracting(Announcement::day)
                .containsExactly(LocalDate.of(2025, 11, 13));
    }

    /** The way that the page names: the sheet, with its reason. */
    @Test
    void aPersonSetsOneAsideWithItsReason() {
        programme("", List.of("Season launch;12/11/2025 20:00"));
        Announcement found = stand.intake.doubles().announcements(PARIS).get(0);
        var sheets = stand.intake.sheets();
        long sheet = sheets.of(PARIS, found.production(), "ada").orElseThrow();
        SheetWords words = sheets.sheet(PARIS, sheet).orElseThrow().shown();
        List<SheetWords.Date> dates = words.dates().stream()
                .map(date -> {
                    Map<String, String> said = new TreeMap<>(date.said());
                    said.put("set_aside", "announcement");
                    return new SheetWords.Date(date.own(), said);
                })
                .toList();
        sheets.keep(PARIS, sheet, new SheetWords(words.show(), dates, words.works(), words.credits()), "ada");
        assertThat(sheets.publish(PARIS, sheet, "ada").problems()).isEmpty();
        assertThat(proposed()).isEmpty();
        assertThat(stand.query("select set_aside from performance")).containsExactly("announcement");
    }
}

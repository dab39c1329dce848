package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two spellings that one identifier joined are listed with it, split by a person, and joined again. */
class JoinedPeopleTest {

    @TempDir
    Path folder;

    @Test
    void spellingsThatAreOneAreListedWithWhySplitAndJoinedAgain() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            String csv = """
                    Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction;ISNI
                    R1;Un;05/03/2026;20:00;Salle;Anna Roy;Chant;0000 0001 2146 438X
                    R2;Deux;06/03/2026;20:00;Salle;Ana Roy-Blanc;Danse;0000 0001 2146 438X
                    R3;Trois;07/03/2026;20:00;Salle;Luc Petit;Chant;
                    R4;Quatre;08/03/2026;20:00;Salle;L. Petit;Chant;
                    """;
            assertThat(stand.run(PARIS, stand.receive("planning.csv", csv)).state())
                    .isEqualTo(RunState.COMMITTED);
            Doubles doubles = stand.intake.doubles();
            List<DoublePair> joined = doubles.joined(PARIS);
            assertThat(told(joined)).containsExactly("Ana Roy-Blanc, Anna Roy: same-identifier ISNI 000000012146438X");
            DoublePair luc = doubles.doubtful(PARIS).stream()
                    .filter(pair -> pair.one().name().endsWith("Petit"))
                    .findFirst()
                    .orElseThrow();
            decide(doubles, luc, true);
            assertThat(told(doubles.joined(PARIS)))
                    .containsExactly(
                            "Ana Roy-Blanc, Anna Roy: same-identifier ISNI 000000012146438X",
                            "L. Petit, Luc Petit: said-same");
            RunReport split = decide(doubles, joined.get(0), false);
            assertThat(told(doubles.joined(PARIS))).containsExactly("L. Petit, Luc Petit: said-same");
            assertThat(stand.query("select count(*) from one_name")).containsExactly("1");
            assertThat(doubles.decided(PARIS, 10))
                    .filteredOn(one -> !one.same())
                    .extracting(Doubles.Decided::run)
                    .containsExactly(Objects.requireNonNull(split.run()).value());
            stand.intake.undo(Objects.requireNonNull(split.run()), "ada");
            assertThat(told(doubles.joined(PARIS))).hasSize(2);
        }
    }

    @Test
    void twoNamesThatOneSourceCreditsOnOneDateAreTwoPeopleUnlessOneIsShort() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            String csv = """
                    Code représentation;Titre;Date;Heure;Lieu;Artiste;Fonction
                    R1;Un;05/03/2026;20:00;Salle;Claude Lefebvre;Chant
                    R1;Un;05/03/2026;20:00;Salle;Claude Lefèbre;Chant
                    R2;Deux;06/03/2026;20:00;Salle;Luc Petit;Chant
                    R2;Deux;06/03/2026;20:00;Salle;L. Petit;Danse
                    R3;Trois;07/03/2026;20:00;Salle;Jeanne Martel;Jeu
                    R4;Quatre;08/03/2026;20:00;Salle;Jeanne Martell;Jeu
                    R5;Cinq;09/03/2026;20:00;Salle;Jade Porteuse des Collines;Jeu
                    R6;Six;10/03/2026;20:00;Salle;Jade Poursuite des Collines;Jeu
                    """;
            assertThat(stand.run(PARIS, stand.receive("planning.csv", csv)).state())
                    .isEqualTo(RunState.COMMITTED);
            assertThat(told(stand.intake.doubles().doubtful(PARIS)))
                    .extracting(pair -> pair.substring(0, pair.indexOf(':')))
                    .containsExactlyInAnyOrder("L. Petit, Luc Petit", "Jeanne Martel, Jeanne Martell");
        }
    }

    private static RunReport decide(Doubles doubles, DoublePair pair, boolean same) {
        return doubles.decide(
                        PARIS,
                        DoublePair.Kind.PERSON,
                        pair.one().id(),
                        pair.other().id(),
                        same,
                        "ada")
                .orElseThrow();
    }

    /** Names in order, since which of the two is kept hangs on their numbers. */
    private static List<String> told(List<DoublePair> pairs) {
        return pairs.stream()
                .map(pair -> List.of(pair.one().name(), pair.other().name()).stream()
                                .sorted()
                                .collect(java.util.stream.Collectors.joining(", "))
                        + ": "
                        + pair.reasons().stream()
                                .map(reason -> (reason.code() + " " + reason.value()).strip())
                                .collect(java.util.stream.Collectors.joining("; ")))
                .sorted()
                .toList();
    }
}

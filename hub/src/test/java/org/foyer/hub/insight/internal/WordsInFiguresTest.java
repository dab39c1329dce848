package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.FigureSheet;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.Season;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures follow what a house says of its words, also those that were asked before. */
class WordsInFiguresTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 3, 1);
    private static final String FILE =
            "N° de billet;Opération;Date opération;Spectacle;Date séance;Tarif;Canal;Prix TTC\n"
                    + "1;Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;Carte maison;Borne;10,00\n"
                    + "2;Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;Carte maison;Internet;30,00\n"
                    + "3;Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;Plein tarif;Internet;40,00\n"
                    + "4;Vente;21/02/2025 10:15;Le Cid;26/04/2025 20:00;Plein tarif;Guichet;40,00\n";

    @Test
    void mixesAndSharesFollowAtOnce(@TempDir Path folder) {
        try (IntakeStand stand = new IntakeStand(folder)) {
            RememberedFigures figures = new RememberedFigures(
                    new CubeFigures(stand.warehouse, stand.register, new AnyHouse(Currency.getInstance("EUR"))),
                    stand.warehouse);
            stand.run(PARIS, stand.receive("a.csv", FILE));
            FigureSheet before = figures.season(PARIS, new Season(2024), AS_OF);
            assertThat(parts(before, "channel-mix")).containsExactlyInAnyOrder("web 2", "to-classify 1", "counter 1");
            assertThat(before.figure("online-share").value()).as("2 of 3").isEqualTo(2 / 3.0);
            assertThat(before.figure("subscription-share").value()).isZero();
            assertThat(figures.attention(PARIS, AS_OF))
                    .extracting(Attention::code)
                    .contains("attention-words-to-classify");

            stand.intake.say(
                    PARIS,
                    List.of(
                            new SaidWord("channel", "Borne", "counter"),
                            new SaidWord("tariff", "Carte maison", "pass")),
                    "claire");

            FigureSheet after = figures.season(PARIS, new Season(2024), AS_OF);
            assertThat(parts(after, "channel-mix")).containsExactlyInAnyOrder("web 2", "counter 2");
            assertThat(parts(after, "tariff-mix")).containsExactlyInAnyOrder("pass 2", "full 2");
            assertThat(after.figure("online-share").value()).as("2 of 4").isEqualTo(0.5);
            assertThat(after.figure("subscription-share").value()).as("2 of 4").isEqualTo(0.5);
            assertThat(after.figure("revenue").value())
                    .isEqualTo(before.figure("revenue").value());
            assertThat(figures.attention(PARIS, AS_OF))
                    .extracting(Attention::code)
                    .doesNotContain("attention-words-to-classify");
        }
    }

    private static List<String> parts(FigureSheet sheet, String indicator) {
        List<Figure.Part> parts = sheet.figure(indicator).parts();
        return parts.stream()
                .map(part -> part.key() + " " + (long) part.value())
                .toList();
    }
}

package org.foyer.hub.site.internal.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.House;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.api.Parameters;
import org.foyer.hub.site.internal.security.Refused;

/**
 * What people decide of a programme, on imagined shows of the first two simulated houses, whose titles and texts say so: one show that
 * was typed, one contradiction between planning and site, two names of one show and two of one person that wait for a decision, one
 * show on tour, a festival, and a hall in two configurations.
 */
final class DemoProgramme {

    private static final int DAYS_AHEAD = 60;

    private static final String TOURING = "La Lanterne sourde (spectacle imaginé)";
    private static final String FESTIVAL = "Les Nuits imaginées (festival imaginé)";
    private static final String TWICE = "Le Phare (spectacle imaginé)";

    private static final String PLANNING = """
            Code représentation;Titre;Date;Heure;Lieu;Salle;Configuration;Jauge de la salle;Festival;Reprise de;Description;Compagnie;Artiste;Fonction
            IMAGINE-1;%1$s;%3$s;20:00;Salle imaginée;Grande salle;frontal;420;%5$s;La Lanterne de papier, 2019 (imaginée);Du planning : une veilleuse et deux voix (imaginé).;Compagnie imaginée;Jeanne Imaginée;mise en scène
            IMAGINE-2;%2$s;%4$s;19:00;Salle imaginée;Grande salle;bifrontal;300;%5$s;;Un gardien attend (imaginé).;Compagnie du Large (imaginée);J. Imaginée;mise en scène
            """;

    private static final String SITE = """
            {"@context": "https://schema.org", "@graph": [
             {"@type": "TheaterEvent", "@id": "https://maison-imaginee.example/lanterne", "name": "%1$s",
              "startDate": "%3$sT20:00:00", "description": "Du site : une lanterne et trois voix (imaginé).",
              "location": {"@type": "Place", "name": "Salle imaginée"}},
             {"@type": "TheaterEvent", "@id": "https://maison-imaginee.example/phare",
              "name": "Le Phare, conte (spectacle imaginé)", "startDate": "%4$sT19:00:00",
              "location": {"@type": "Place", "name": "Salle imaginée"}}]}
            """;

    private static final String ELSEWHERE = """
            Code représentation;Titre;Date;Heure;Lieu;Description;Compagnie;Artiste;Fonction
            IMAGINE-3;La lanterne sourde (spectacle imaginé, en tournée);%s;20:00;Salle imaginée;En tournée (imaginé).;Compagnie imaginée;Jeanne Imaginée;mise en scène
            """;

    private static final String TYPED = """
            {"foyer-show": "1", "show": {"title": "La Boussole (spectacle imaginé)", "subtitle": "Saisi ici",
              "description": "Ce spectacle imaginé a été saisi sur sa fiche, et par aucun fichier.", "duration": "75"},
             "contributions": [{"name": "Paul Inventé", "role": "jeu"}],
             "performances": [{"own": "boussole-1", "title": "La Boussole (spectacle imaginé)", "day": "%s", "time": "18:30", "venue": "Salle imaginée"}]}
            """;

    private final Node node;

    DemoProgramme(Node node) {
        this.node = node;
    }

    /** What is there already changes nothing. */
    void fill(List<House> houses) {
        if (houses.size() < 2) {
            return;
        }
        House house = houses.get(0);
        House other = houses.get(1);
        LocalDate day = Parameters.today(house, node.settings().clock()).plusDays(DAYS_AHEAD);
        if (isFilled(house)) {
            return;
        }
        take(house, "imagine-planning.csv", PLANNING.formatted(TOURING, TWICE, day, day.plusDays(1), FESTIVAL));
        take(house, "imagine-site.json", SITE.formatted(TOURING, TWICE, day, day.plusDays(1)));
        take(house, "imagine-fiche.json", TYPED.formatted(day.plusDays(2)));
        take(other, "imagine-planning.csv", ELSEWHERE.formatted(day.plusDays(30)));
        node.intake().doubles().doubtful(house.id()).stream()
                .filter(pair ->
                        pair.kind() == DoublePair.Kind.TOUR && pair.one().name().equals(TOURING))
                .forEach(pair -> node.intake()
                        .doubles()
                        .decide(
                                house.id(),
                                pair.kind(),
                                pair.one().id(),
                                pair.other().id(),
                                true,
                                Actor.commandLine().login()));
    }

    private boolean isFilled(House house) {
        return node.intake().doubles().decided(house.id(), 1).stream()
                .anyMatch(decided -> decided.kind() == DoublePair.Kind.TOUR);
    }

    private void take(House house, String name, String text) {
        RunReport report = node.intake()
                .run(
                        new RunOrder(
                                house.id(),
                                List.of(node.intake()
                                        .receive(
                                                house.id(),
                                                name,
                                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))),
                                Matching.NONE,
                                false,
                                null,
                                Actor.commandLine().login(),
                                null),
                        Progress.NONE);
        if (report.state() == RunState.FAILED) {
            throw new Refused(
                    500,
                    "demo-import-failed",
                    name,
                    report.problems().isEmpty() ? "–" : report.problems().get(0).code());
        }
    }
}

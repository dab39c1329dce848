package org.foyer.hub.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;

/** A programme with everything that a show can have, which goes out in a format and comes in again in an empty house. */
public final class WholeProgramme {

    public static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    public static final String BASE = "https://node.example";

    public static final House HOUSE = new House(
            IntakeStand.PARIS,
            "grand-theatre",
            "Grand théâtre",
            Discipline.THEATRE,
            500,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            false);

    /** What agendas demand, and what tells shows apart: said of every date. */
    private static final Set<String> ALWAYS = Set.of(
            "Référence",
            "Titre",
            "Date",
            "Heure",
            "Lieu",
            "Adresse",
            "Code postal",
            "Ville",
            "Région",
            "Pays",
            "Lien",
            "Genre",
            "Description",
            "Durée",
            "État");

    /** What says nothing, or something else, without the other. */
    private static final List<Set<String>> TOGETHER = List.of(
            Set.of("Image", "Crédit photo", "Licence photo"),
            Set.of("Prix minimum", "Prix maximum"),
            Set.of("Latitude", "Longitude"));

    private static final String SHOW = """
            Titre=Soirée Ravel|Sous-titre=Un hommage, en deux œuvres|Date=10/04/2026|Heure=20:00|Salle=Grande salle|Lieu=Odéon|\
            Adresse=Place de l’Odéon 1|Code postal=75006|Ville=Paris|Région=Île-de-France|Pays=FR|Site du lieu=https://odeon.example/|\
            Latitude=48.8496|Longitude=2.3388|Genre=Opéra|Type=Représentation|Compagnie=Compagnie du Port|\
            Description=Deux œuvres, un soir; « à voir ».|Lien=https://grand.example/ravel|Durée=1h35|Âge minimum=8|Âge maximum=99|\
            Langue=fr, it|Surtitres=fr, en|Accessibilité=Langue des signes, Boucle magnétique|Public visé=Scolaires|\
            Disponibilité=complet|Prix minimum=12,50|Prix maximum=12,50|Image=https://grand.example/ravel.jpg|Crédit photo=Zoë Roy|\
            Licence photo=CC BY 4.0|Avertissements=Scènes de violence|Historique de la production=Reprise|Festival=Mai, enfin|\
            Série=Classiques|Jauge=480|État=maintenu|Saison=2025-2026|Identifiants spectacle=wikidata: Q12|\
            Identifiants lieu=wikidata: Q1044823""";

    /** Rows of the bill of one evening. */
    private static final List<String> BILL = List.of(
            "Ordre=1|Œuvre=L’Heure espagnole|Identifiants œuvre=wikidata: Q1164868",
            "Ordre=1|Œuvre=L’Heure espagnole|Artiste=Maurice Ravel|Rôle=composer|Identifiants artiste=isni: 000000012146438X",
            "Ordre=2|Entracte=oui",
            "Ordre=3|Œuvre=Concerto en sol|Mouvement=Adagio assai",
            "Ordre=3|Œuvre=Concerto en sol|Artiste=Maurice Ravel|Rôle=composer",
            "Artiste=Anne Roy|Rôle=Concepción",
            "Artiste=Léa Mer|Rôle=soliste|Instrument=piano");

    private static final List<List<String>> DATES = List.of(
            List.of("Référence=c1"),
            List.of("Référence=c2|Date=11/04/2026|Changement de distribution=Concepción: Anne Roy / Nina Petrova"),
            List.of(
                    "Référence=d1|Titre=Lear|Date=20/04/2026|Heure=19:30|Lieu=Théâtre de Bron|Adresse=Rue 2|Code postal=69500|Ville=Bron|État=annulé|"
                            + "Public visé=Familles|Disponibilité=|Prix minimum=|Prix maximum=|Genre=Théâtre|Image=|Crédit photo=|Licence photo=|Festival=|"
                            + "Description=Un roi.|Identifiants spectacle=|Identifiants lieu=|Latitude=|Longitude=|Site du lieu="),
            List.of("Référence=e1|Titre=La fête|Date=02/05/2026|Heure=|Durée=|Identifiants spectacle="),
            List.of(
                    "Référence=g1|Titre=Giselle|Date=10/05/2026|État=suspendu|Disponibilité=|Genre=Ballet|Identifiants spectacle="),
            List.of("Référence=h1|Titre=Tosca|Date=12/05/2026|État=reporté|Disponibilité=|Identifiants spectacle="),
            List.of("Référence=i1|Titre=Carmen|Date=14/05/2026|État=en ligne|Identifiants spectacle="));

    private WholeProgramme() {}

    /**
     * Fills a house.
     *
     * @param seed 0 for a programme that says everything; any other leaves out about half of what need not be said
     */
    public static void fill(IntakeStand stand, int seed) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> date : DATES) {
            Map<String, String> whole = cells(SHOW);
            whole.putAll(cells(date.get(0)));
            // what a format tells once of a show is said of all its dates
            Random random = new Random(31L * seed + whole.get("Titre").hashCode());
            if (seed != 0) {
                whole.keySet().removeIf(column -> !ALWAYS.contains(column) && random.nextBoolean());
                TOGETHER.forEach(columns -> {
                    if (!whole.keySet().containsAll(columns)) {
                        whole.keySet().removeAll(columns);
                    }
                });
            }
            Random bill = new Random(31L * seed + whole.get("Titre").hashCode());
            for (String line : BILL) {
                if (seed == 0 || bill.nextBoolean()) {
                    Map<String, String> row = new LinkedHashMap<>(whole);
                    row.putAll(cells(line));
                    rows.add(row);
                }
            }
            rows.add(whole);
        }
        give(stand, "saison.csv", table(rows).getBytes(StandardCharsets.UTF_8));
        stand.warehouse.write(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(further(seed % 2 == 0));
            }
        });
    }

    private static Map<String, String> cells(String text) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String cell : text.split("\\|")) {
            cells.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1));
        }
        return cells;
    }

    private static String table(List<Map<String, String>> rows) {
        List<String> columns =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        StringBuilder table = new StringBuilder(String.join(";", columns)).append('\n');
        rows.forEach(row -> table.append(columns.stream()
                        .map(column -> '"' + row.getOrDefault(column, "").replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";")))
                .append('\n'));
        return table.toString();
    }

    /** What no table says: texts in other languages, and how one attends. */
    private static String further(boolean all) {
        String attendance = """
                insert into description
                select 1, 'performance', f.id, 'attendance', '', case p.title when 'Carmen' then 'online' else 'mixed' end, 'a-source', 1, null
                from performance f join production p on p.id = f.production and p.house = f.house
                where p.title in ('Soirée Ravel', 'Tosca', 'Carmen') and f.house = 1;
                """;
        return !all ? attendance : attendance + """
                insert into description select 1, 'production', id, property, language, value, 'a-source', 1, null from production, (values
                  ('title', 'en', 'A Ravel Evening'), ('title', 'nl', 'Ravelavond'), ('description', 'en', 'Two works, one evening.'))
                  t(property, language, value) where title = 'Soirée Ravel'
                """;
    }

    /** Takes what stands in a file, byte for byte. */
    public static RunReport give(IntakeStand stand, String name, byte[] bytes) {
        RunReport report = stand.run(
                IntakeStand.PARIS,
                stand.receive(name, new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
        assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
        return report;
    }
}

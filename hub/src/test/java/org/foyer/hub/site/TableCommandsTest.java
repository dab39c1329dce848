package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands that read any table and need no data folder, as a person or a script runs them. */
class TableCommandsTest extends CommandLineStand {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static final String PLAN = """
            id: record
            columns:
              prenom: first-name
              nom: last-name
              naissance: date
              ville: place
            """;

    private static final String PEOPLE = """
            record,prenom,nom,naissance,ville
            r1,Jean-Pierre,Lefèvre,05/04/1961,Lyon
            r2,JEAN PIERRE,LEFEVRE,05/04/1961,Lyon
            r3,Inès,Garnier,17/09/1984,Brest
            r4,Omar,Nguyen,23/01/1947,Lille
            r5,Zoé,Roussel,30/06/1992,Nantes
            r6,Hugo,Blanc,11/12/1975,Dijon
            """;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int link(Path config, Path file) {
        return exactly(
                "link",
                "--config",
                config.toString(),
                file.toString(),
                "--out",
                folder.resolve("persons.csv").toString(),
                "--pairs",
                folder.resolve("pairs.csv").toString());
    }

    @Test
    void recordsOfOnePersonGetOneCluster() throws IOException {
        int code = link(write("plan.yaml", PLAN), write("people.csv", PEOPLE));
        assertThat(code).as(out + err).isZero();
        assertThat(out).isEmpty();
        assertThat(err).contains("6 records are 5 persons");
        assertThat(folder.resolve("persons.csv"))
                .content()
                .isEqualToNormalizingNewlines("record_id,cluster_id\nr1,r1\nr2,r1\nr3,r3\nr4,r4\nr5,r5\nr6,r6\n");
        List<String> pairs = Files.readAllLines(folder.resolve("pairs.csv"));
        assertThat(pairs.get(0)).startsWith("id_a,id_b,weight,probability,prior");
        String[] pair = pairs.stream()
                .filter(line -> line.startsWith("r1,r2,"))
                .findFirst()
                .orElseThrow()
                .split(",");
        assertThat(Double.parseDouble(pair[2])).isPositive();
        assertThat(Double.parseDouble(pair[3])).isBetween(0.5, 1.0);
    }

    @Test
    void allMistakesOfAConfigurationAreToldWithTheirLines() throws IOException {
        Path plan = write("plan.yaml", PLAN.replace("naissance: date", "naissance: birthday") + "treshold: 3\n");
        assertThat(link(plan, write("people.csv", PEOPLE))).isEqualTo(3);
        assertThat(err)
                .contains("plan.yaml:5:", "birthday is not a kind of column")
                .contains("plan.yaml:7:", "The key treshold is not known here")
                .contains("last-name"); // what can be chosen
        assertThat(folder.resolve("persons.csv")).doesNotExist();
    }

    @Test
    void aColumnThatTheTableDoesNotHaveIsTold() throws IOException {
        Path plan = write("plan.yaml", PLAN.replace("nom: last-name", "patronyme: last-name"));
        assertThat(link(plan, write("people.csv", PEOPLE))).isEqualTo(3);
        assertThat(err).contains("The file has no column patronyme", "prenom, nom, naissance, ville");
        assertThat(folder.resolve("persons.csv")).doesNotExist();
    }

    /** Everybody is watched for 39 weeks; how often they return and when they stop differs. */
    private static String customers() {
        StringBuilder csv = new StringBuilder("x,t_x,T\n");
        for (int customer = 0; customer < 300; customer++) {
            int visits = customer % 3 == 0 ? 0 : customer % 7;
            csv.append("%d,%d,39%n".formatted(visits, visits == 0 ? 0 : 1 + (customer * 5) % 38));
        }
        return csv.toString();
    }

    private static String visits() {
        StringBuilder csv = new StringBuilder("customer,date\n");
        for (int customer = 0; customer < 120; customer++) {
            int gap = 20 + customer % 50;
            int end = 60 + (customer * 37) % 640;
            for (int day = customer % 40; day < end; day += gap) {
                csv.append("c%d,%s%n".formatted(customer, FIRST.plusDays(day)));
            }
        }
        return csv.toString();
    }

    private JsonNode model(Path file, String... more) throws IOException {
        String[] words = {"model", "--kind", "bgnbd", file.toString(), "--format", "json"};
        String[] all = Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
        assertThat(exactly(all)).as(out + err).isZero();
        return new ObjectMapper().readTree(out);
    }

    private static Map<String, Double> parameters(JsonNode told) {
        return told.get("parameters").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().asDouble()));
    }

    @Test
    void aModelIsFittedToCustomersAndTellsItsParameters() throws IOException {
        Path scores = folder.resolve("scores.csv");
        JsonNode told = model(write("customers.csv", customers()), "--ahead", "10", "--scores", scores.toString());
        assertThat(parameters(told))
                .containsOnlyKeys("r", "alpha", "a", "b")
                .allSatisfy((name, value) -> assertThat(value).as(name).isPositive());
        assertThat(told.get("kind").asText()).isEqualTo("bgnbd");
        assertThat(told.get("customers").asInt()).isEqualTo(300);
        assertThat(told.get("log_likelihood").asDouble()).isNegative();
        assertThat(told.get("hold_out").isNull()).isTrue(); // such a file holds nothing to judge by
        List<String> ranked = Files.readAllLines(scores);
        assertThat(ranked).hasSize(301).element(0).isEqualTo("customer,expected,p_alive");
        double sum = ranked.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[1]))
                .sum();
        assertThat(told.get("expected_total").asDouble()).isCloseTo(sum, within(0.1));
    }

    @Test
    void aModelIsFittedToVisitsAndTellsItsError() throws IOException {
        JsonNode told = model(write("visits.csv", visits()));
        assertThat(parameters(told)).containsOnlyKeys("r", "alpha", "a", "b");
        assertThat(told.get("customers").asInt()).isEqualTo(120);
        assertThat(told.at("/hold_out/error").asDouble()).isPositive();
        assertThat(told.at("/hold_out/naive_error").asDouble()).isPositive();
    }

    @Test
    void whatAModelCannotReadIsToldInWords() throws IOException {
        Path wrong = write("wrong.csv", "name,city\nAda,Brest\n");
        assertThat(exactly("model", "--kind", "bgnbd", wrong.toString())).isEqualTo(3);
        assertThat(err).contains("neither the columns", "Its columns are: name, city");
        assertThat(exactly("model", "--kind", "bgnbx", wrong.toString())).isEqualTo(3);
        assertThat(err).contains("bgnbx is not a kind of model", "gamma-gamma");
        assertThat(out).isEmpty();
    }

    /** Forty productions whose sales at 30 days are a third of the end, and one still on sale. */
    private static String bookings() {
        StringBuilder csv = new StringBuilder("performance,days_before,tickets,production,capacity,ended\n");
        for (int show = 0; show < 40; show++) {
            int end = 150 + (show * 53) % 300;
            int early = end / 3 + show % 10;
            csv.append("p%1$d,30,%2$d,show %1$d,500,yes%n".formatted(show, early));
            csv.append("p%1$d,3,%2$d,show %1$d,500,yes%n".formatted(show, end - early));
        }
        return csv + "next,30,100,show next,500,no\n";
    }

    @Test
    void finalSalesAreForecastFromAFileInEachForm() throws IOException {
        String file = write("bookings.csv", bookings()).toString();
        assertThat(exactly("forecast", file)).as(err).isZero();
        assertThat(out)
                .contains("Learnt from 40 performances of 40 productions")
                .contains("At 60 days before: not shown")
                .contains("next: 100 sold at 30 days before");
        assertThat(exactly("forecast", file, "--format", "json")).as(err).isZero();
        JsonNode next = new ObjectMapper().readTree(out).at("/bookings/on_sale/0");
        assertThat(next.get("performance").asText()).isEqualTo("next");
        long expected = next.at("/expected/tickets").asLong();
        assertThat(expected).isBetween(250L, 320L); // three times what is sold, less what early luck adds
        assertThat(next.at("/expected/low").asLong()).isLessThanOrEqualTo(expected);
        assertThat(next.at("/expected/high").asLong()).isGreaterThanOrEqualTo(expected);
        assertThat(exactly("forecast", file, "--format", "csv")).as(err).isZero();
        assertThat(out).startsWith("kind,name,days_before,").contains("performance,next,30,100,shown," + expected);
    }

    @Test
    void aFewWeeksAreTooFewToBeJudged() throws IOException {
        Path file = write("weeks.csv", "week,tickets\n2026-W01,10\n2026-W02,12\n");
        assertThat(exactly("forecast", file.toString(), "--ahead", "2")).as(err).isZero();
        assertThat(out).contains("2 weeks are known", "No forecast: at least a year and a half");
    }

    @Test
    void badCellsAndColumnsOfAForecastAreToldInWords() throws IOException {
        Path cells = write("cells.csv", "performance,days_before,tickets\np1,soon,5\np2,3,many\n");
        assertThat(exactly("forecast", cells.toString())).isEqualTo(3);
        assertThat(err)
                .contains("cells.csv:2:2  The days before cannot be read: soon")
                .contains("cells.csv:3:3  The tickets cannot be read: many");
        Path columns = write("columns.csv", "name,city\nAda,Brest\n");
        assertThat(exactly("forecast", columns.toString())).isEqualTo(3);
        assertThat(err).contains("The file has neither the columns", "Its columns are: name, city");
        assertThat(exactly("forecast")).isEqualTo(3);
        assertThat(err).contains("Give either a file or a house");
        assertThat(out).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsTold() throws IOException {
        Path none = folder.resolve("none.csv");
        Path plan = write("plan.yaml", PLAN);
        assertThat(link(plan, none)).isEqualTo(3);
        assertThat(err).contains("There is no such file", "none.csv");
        assertThat(link(folder.resolve("none.yaml"), write("people.csv", PEOPLE)))
                .isEqualTo(3);
        assertThat(err).contains("There is no such file", "none.yaml");
        assertThat(exactly("model", "--kind", "bgnbd", none.toString())).isEqualTo(3);
        assertThat(err).contains("There is no such file", "none.csv");
        assertThat(exactly("forecast", none.toString())).isEqualTo(3);
        assertThat(err).contains("There is no such file", "none.csv");
    }
}

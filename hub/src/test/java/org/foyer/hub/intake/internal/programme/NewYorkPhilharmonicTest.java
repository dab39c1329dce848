package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.foyer.kit.Problem;
import org.junit.jupiter.api.Test;

class NewYorkPhilharmonicTest {

    static final List<String> FILES =
            List.of("1842-43_TO_1910-11", "1963-64_TO_1973-74", "2004-05_TO_2010-11", "2024-25_TO_NOW");

    private static final String MANHATTAN = "14934/2024-09-12";

    @Test
    void doubleSpacesInNamesAreOne() throws IOException {
        assertThat(traps().rows)
                .extracting(row -> row.get("contributor"))
                .contains("Mozart, Wolfgang Amadeus", "Weber, Carl Maria von");
        assertThat(traps().rows.get(0)).containsEntry("venue", "David Geffen Hall");
    }

    @Test
    void theDayIsTheOneWrittenWhateverMidnightWasInUtc() throws IOException {
        assertThat(first(MANHATTAN)).containsEntry("day", "2024-09-12").containsEntry("time", "19:30");
        assertThat(first("2/1842-06-07")).containsEntry("day", "1842-06-07");
    }

    @Test
    void twelveHourClocksBecomeTwentyFour() throws IOException {
        assertThat(first("14934/2024-10-08")).containsEntry("time", "00:15");
        assertThat(first("14934/2024-10-09")).containsEntry("time", "12:00");
    }

    @Test
    void anHourWrittenNoneIsUnknownAndAnImpossibleOneIsLeftToTheChecks() throws IOException {
        assertThat(first("14934/2024-10-11")).containsEntry("time", "");
        assertThat(first("2/1842-06-07")).containsEntry("time", "25:99XM");
    }

    @Test
    void oneProgrammeIsManyConcertsAtSeveralVenues() throws IOException {
        List<Map<String, String>> rows = traps().rows;
        assertThat(rows.stream().map(row -> row.get("performance_ref")).distinct())
                .containsExactly(
                        MANHATTAN,
                        "14934/2024-10-08",
                        "14934/2024-10-09",
                        "14934/2024-10-10",
                        "14934/2024-10-11",
                        "14934/2024-10-11/2",
                        "2/1842-06-07");
        assertThat(first("14934/2024-10-11")).containsEntry("venue", "Cunningham Park");
        assertThat(first("14934/2024-10-11/2")).containsEntry("venue", "Van Cortlandt Park");
    }

    @Test
    void placesAreTakenApartOnlyAsFarAsTheyAreKnown() throws IOException {
        assertThat(first(MANHATTAN))
                .containsEntry("city", "Manhattan")
                .containsEntry("region", "NY")
                .containsEntry("country", "US")
                .containsEntry("hall_zone", "America/New_York");
        assertThat(first("14934/2024-10-08"))
                .containsEntry("city", "Tokyo")
                .containsEntry("region", "")
                .containsEntry("country", "JP")
                .containsEntry("hall_zone", "Asia/Tokyo");
        assertThat(first("14934/2024-10-09"))
                .containsEntry("city", "Vancouver")
                .containsEntry("region", "BC")
                .containsEntry("country", "CA");
        assertThat(first("14934/2024-10-10"))
                .containsEntry("city", "Atlantis, NOWHERE")
                .containsEntry("country", "")
                .containsEntry("hall_zone", "")
                .containsEntry("venue", "");
    }

    @Test
    void titlesAndMovementsMayBeObjects() throws IOException {
        assertThat(item(3)).allSatisfy(row -> assertThat(row).containsEntry("work_part", "Overture To Tannhäuser"));
        assertThat(item(4))
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("work_title", "FROM (QUARTET) ARRIVAL OF THE QUEEN OF SHEBA SOLOMON"));
    }

    @Test
    void anIntervalIsAnItemWithoutWorkUnderAnyId() throws IOException {
        for (int position : new int[] {2, 5}) {
            assertThat(item(position))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("interval", "true")
                            .containsEntry("work_ref", "")
                            .containsEntry("work_title", "")
                            .containsEntry("contributor", ""));
        }
        assertThat(item(1)).allSatisfy(row -> assertThat(row).containsEntry("interval", ""));
    }

    @Test
    void theNumberBeforeTheStarIsTheWorkWhateverItsMovement() throws IOException {
        assertThat(item(1)).allSatisfy(row -> assertThat(row).containsEntry("work_ref", "51035"));
        assertThat(item(3)).allSatisfy(row -> assertThat(row).containsEntry("work_ref", "8834"));
        assertThat(item(7))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("work_ref", "").containsEntry("work_title", ""));
    }

    @Test
    void everyoneIsCreditedInTheRoleTheArchiveGives() throws IOException {
        assertThat(credits(1))
                .containsExactly(
                        "Mozart, Wolfgang Amadeus|composer|",
                        "Thomas, Michael Tilson|conductor|",
                        "Ax, Emanuel|soloist|Piano",
                        "Duncan, Isadora|performer|Dancer",
                        "Cook, Barbara|assisting artist|");
        assertThat(credits(3))
                .containsExactly(
                        "Weber, Carl Maria von|composer|",
                        "Macfarren, George Alexander|conductor|",
                        "Loder, George|conductor|");
        assertThat(credits(4)).containsExactly("Traditional|composer|");
        assertThat(credits(6)).containsExactly("||");
    }

    @Test
    void theOrchestraIsCreditedForTheWholeEveningUnlessItOnlyPresented() throws IOException {
        assertThat(first(MANHATTAN))
                .containsEntry("item_position", "")
                .containsEntry("contributor", "New York Philharmonic")
                .containsEntry("role", "orchestra");
        assertThat(first("2/1842-06-07")).containsEntry("role", "presentation").containsEntry("genre", "");
    }

    @Test
    void theTitleNamesTheComposersAndTheNumberStandsApart() throws IOException {
        assertThat(first(MANHATTAN))
                .containsEntry("title", "Mozart, Weber, Traditional")
                .containsEntry("production_ref", "14934");
        assertThat(first("2/1842-06-07")).containsEntry("title", "Lecture").containsEntry("production_ref", "2");
    }

    @Test
    void aProgrammeOfWhichNothingIsToldHasATitleAllTheSame() {
        PhilharmonicProgram played =
                new PhilharmonicProgram("7", "New York Philharmonic", "1842-43", List.of(), List.of());
        assertThat(played.title()).isEqualTo("New York Philharmonic");
        assertThat(new PhilharmonicProgram("7", "", "", List.of(), List.of()).title())
                .isEqualTo("Program 7");
    }

    @Test
    void aProgrammeWithoutNumberIsReportedAndTheOthersAreRead() throws IOException {
        assertThat(traps().problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("programme-without-number");
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNS);
            assertThat(problem.place().line()).isEqualTo(37);
        });
    }

    @Test
    void aFileCutShortStopsTheRun() throws IOException {
        String whole = new String(resource().readAllBytes(), StandardCharsets.UTF_8);
        for (int end : new int[] {whole.length() - 5, whole.length() / 2, 30}) {
            CollectedRows rows =
                    read(new ByteArrayInputStream(whole.substring(0, end).getBytes(StandardCharsets.UTF_8)));
            assertThat(rows.problems).extracting(Problem::severity).contains(Problem.Severity.STOPS_RUN);
        }
        assertThat(read(new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8))).problems)
                .extracting(Problem::code)
                .containsExactly("programmes-missing");
    }

    @Test
    void endlessNestingStopsTheRun() throws IOException {
        String deep = "{\"programs\": [{\"works\": " + "[".repeat(10_000);
        assertThat(read(new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8))).problems)
                .extracting(Problem::code)
                .containsExactly("json-broken");
    }

    @Test
    void itRecognisesItsOwnFilesAndNoOthers() throws IOException {
        NewYorkPhilharmonic source = new NewYorkPhilharmonic();
        for (String file : FILES) {
            String beginning = new String(data(file).readNBytes(65_536), StandardCharsets.UTF_8);
            assertThat(source.recognises(file + ".json", beginning)).isTrue();
        }
        assertThat(source.recognises("orders.json", "{\"results\": [{\"code\": \"FOO\"}]}"))
                .isFalse();
    }

    /** Counted a second time, by another reader that holds the whole file. */
    @Test
    void everyConcertOfTheFourFilesBecomesOnePerformance() throws IOException {
        int programmes = 0;
        int concerts = 0;
        Set<String> references = new HashSet<>();
        Set<String> productions = new HashSet<>();
        Set<String> odd = new HashSet<>();
        for (String file : FILES) {
            JsonNode whole = new ObjectMapper().readTree(data(file));
            programmes += whole.path("programs").size();
            for (JsonNode program : whole.path("programs")) {
                concerts += program.path("concerts").size();
            }
            CollectedRows rows = read(data(file));
            assertThat(rows.problems).isEmpty();
            assertThat(rows.lines.get(rows.lines.size() - 1)).isEqualTo(rows.rows.size());
            Set<String> unclean = new HashSet<>();
            rows.rows.forEach(row -> {
                references.add(row.get("performance_ref"));
                productions.add(row.get("production_ref"));
                if (row.get("title").matches("(?i).*\\bprogram\\b.*|.*\\d{3,}.*|")) {
                    odd.add(row.get("title"));
                }
                row.values().stream()
                        .filter(v -> v.contains("  ") || v.equals("None"))
                        .forEach(unclean::add);
            });
            assertThat(unclean).isEmpty();
        }
        assertThat(programmes).isEqualTo(3_164);
        assertThat(concerts).isEqualTo(5_324);
        assertThat(references).hasSize(concerts);
        assertThat(productions).hasSize(programmes);
        assertThat(odd).isEmpty();
    }

    static InputStream data(String file) throws IOException {
        return new GZIPInputStream(
                NewYorkPhilharmonicTest.class.getResourceAsStream("/data/nyphil/" + file + ".json.gz"));
    }

    private static CollectedRows read(InputStream in) throws IOException {
        CollectedRows rows = new CollectedRows();
        new NewYorkPhilharmonic().read("programmes.json", in, rows);
        return rows;
    }

    private static InputStream resource() {
        return NewYorkPhilharmonicTest.class.getResourceAsStream("/intake/programme/nyphil-traps.json");
    }

    private static CollectedRows traps() throws IOException {
        return read(resource());
    }

    private static Map<String, String> first(String reference) throws IOException {
        return traps().rows.stream()
                .filter(row -> row.get("performance_ref").equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> item(int position) throws IOException {
        return traps().rows.stream()
                .filter(row -> row.get("performance_ref").equals(MANHATTAN))
                .filter(row -> row.get("item_position").equals(Integer.toString(position)))
                .toList();
    }

    private static List<String> credits(int position) throws IOException {
        return item(position).stream()
                .map(row -> row.get("contributor") + "|" + row.get("role") + "|" + row.get("instrument"))
                .collect(Collectors.toList());
    }
}

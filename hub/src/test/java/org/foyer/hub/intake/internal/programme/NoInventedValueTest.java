package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.foyer.hub.catalogue.internal.WarehouseProgramme;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.FileIntake;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.intake.internal.runs.CrashPoint;
import org.foyer.hub.intake.internal.runs.IntakeLimits;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.api.Test;

/** Whatever is missing in a file: the programme that goes out as linked data says nothing that the file did not say. */
class NoInventedValueTest {

    private static final House HOUSE = new House(
            IntakeStand.PARIS,
            "grand-theatre",
            "Grand théâtre",
            Discipline.THEATRE,
            500,
            PostalAddress.UNKNOWN,
            "https://house.example",
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            false);

    /** What cells may hold; an empty one is always among them. */
    private static final Map<String, List<String>> CELLS = new LinkedHashMap<>();

    static {
        CELLS.put("Reference", List.of("", "p1", "p2", "p3"));
        CELLS.put("Title", List.of("Le Cid", "Lear", "Œdipe, roi", "Le Cid", ""));
        CELLS.put("Date", List.of("2025-01-13", "2025-07-14", "2025-10-20", "2025-01-13", ""));
        CELLS.put("Time", List.of("", "20:30", "14:00"));
        CELLS.put("Status", List.of("", "cancelled", "postponed"));
        CELLS.put("Venue", List.of("", "Théâtre du Port", "Apollo"));
        CELLS.put("Hall", List.of("", "Grande salle", "Studio"));
        CELLS.put("Street", List.of("", "1 rue du Puits", "2 quai Nord"));
        CELLS.put("Postcode", List.of("", "01000", "29200"));
        CELLS.put("City", List.of("", "Brest", "Bourg"));
        CELLS.put("Region", List.of("", "Bretagne", "Ain"));
        CELLS.put("Country", List.of("", "FR", "BE"));
        CELLS.put("Venue URL", List.of("", "https://port.example", "ftp://port.example"));
        CELLS.put("Capacity", List.of("", "420", "80"));
        CELLS.put("Potential", List.of("", "9000,00", "777,00"));
        CELLS.put("Genre", List.of("", "danse", "patinage"));
        CELLS.put("Producer", List.of("", "Compagnie du Soir"));
        CELLS.put("Description", List.of("", "Une comédie."));
        CELLS.put("URL", List.of("", "https://house.example/cid"));
        CELLS.put("Work", List.of("", "Symphonie", "Ballade"));
        CELLS.put("Movement", List.of("", "Finale"));
        CELLS.put("Artist", List.of("", "Anaïs Roy", "Paul Durand", "Clara W."));
        CELLS.put("Role", List.of("", "soloist", "director", "composer", "souffleur"));
        CELLS.put("Instrument", List.of("", "Piano"));
    }

    private static final String EVERYTHING =
            "p9;Le Cid;2025-01-13;20:30;;Théâtre du Port;Grande salle;1 rue du Puits;01000;"
                    + "Brest;Bretagne;FR;https://port.example;420;9000,00;danse;Compagnie du Soir;Une comédie.;"
                    + "https://house.example/cid;Symphonie;;Anaïs Roy;soloist;Piano";

    private static final Map<String, List<String>> CREDITS = Map.of("name", List.of("Artist", "Producer"));

    /** Of each property of each type the columns that may have said it; types that stand for several are told apart below. */
    private static final Map<String, Map<String, List<String>>> SAID = Map.of(
            "Place",
            Map.of("name", List.of("Venue", "Hall"), "url", List.of("Venue URL")),
            "PostalAddress",
            Map.of(
                    "streetAddress", List.of("Street"),
                    "postalCode", List.of("Postcode"),
                    "addressLocality", List.of("City"),
                    "addressRegion", List.of("Region"),
                    "addressCountry", List.of("Country")),
            "City",
            Map.of("name", List.of("City")),
            "AdministrativeArea",
            Map.of("name", List.of("Region")),
            "Country",
            Map.of("name", List.of("Country")),
            "Work",
            Map.of("name", List.of("Work", "Movement")),
            "Role",
            Map.of("roleName", List.of("Role", "Instrument")),
            "Event",
            Map.of(
                    "name", List.of("Title"),
                    "description", List.of("Description"),
                    "url", List.of("URL"),
                    "maximumAttendeeCapacity", List.of("Capacity")),
            "",
            CREDITS);

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("EventVenue", "Place"),
            Map.entry("CreativeWork", "Work"),
            Map.entry("MusicComposition", "Work"),
            Map.entry("PerformanceRole", "Role"),
            Map.entry("EventSeries", "Event"),
            Map.entry("Series", "Event"),
            Map.entry("PerformingArtsEvent", "Event"));

    private static final Map<String, String> STATES =
            Map.of("http://schema.org/EventCancelled", "cancelled", "http://schema.org/EventPostponed", "postponed");

    private static final String CONCEPT = "https://n.example/id/vocabulary/";

    private static final Map<String, Set<String>> OF_DANCE = Map.of(
            "additionalType",
            Set.of("http://kg.artsdata.ca/resource/DancePerformance", CONCEPT + "event-types/dance-performance"),
            "keywords",
            Set.of(CONCEPT + "genres/dance"));

    private static final Map<String, String> ROLES = Map.of(
            "soloist", CONCEPT + "roles/soloist",
            "director", CONCEPT + "roles/director",
            "composer", CONCEPT + "roles/composer");

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void everyValueThatGoesOutCameIn(@ForAll("files") List<Map<String, String>> rows) throws IOException {
        JsonNode graph = exported(rows);
        assertThat(strangers(graph, rows)).isEmpty();
    }

    /** The comparison itself must notice each kind of invention. */
    @Test
    void aValueThatNobodyGaveIsNoticed() throws IOException {
        List<Map<String, String>> rows = List.of(row(EVERYTHING));
        String whole = exported(rows).toString();
        assertThat(strangers(new ObjectMapper().readTree(whole), rows)).isEmpty();
        for (String given : List.of(
                "Le Cid",
                "20:30:00",
                "2025-01-13",
                "+01:00",
                "EventScheduled",
                "Théâtre du Port",
                "\"Grande salle\"",
                "1 rue du Puits",
                "01000",
                "Brest",
                "Bretagne",
                "\"FR\"",
                "https://port.example",
                "420",
                "DanceEvent",
                "DancePerformance",
                "Compagnie du Soir",
                "Une comédie.",
                "house.example/cid",
                "Symphonie",
                "Anaïs Roy",
                "soloist",
                "Piano")) {
            assertThat(whole).contains(given);
            String other = given.matches("\\d+")
                    ? "421"
                    : given.substring(0, given.length() - 1) + "x\"".substring(0, given.endsWith("\"") ? 2 : 1);
            assertThat(strangers(new ObjectMapper().readTree(whole.replace(given, other)), rows))
                    .as(given)
                    .isNotEmpty();
        }
        String priced = whole.replace("\"name\":\"Le Cid\"", "\"name\":\"Le Cid\",\"price\":9000");
        assertThat(strangers(new ObjectMapper().readTree(priced), rows)).isNotEmpty();
    }

    @Provide
    Arbitrary<List<Map<String, String>>> files() {
        Arbitrary<Map<String, String>> row = Arbitraries.randomValue(random -> {
            Map<String, String> cells = new LinkedHashMap<>();
            CELLS.forEach((column, values) -> cells.put(column, values.get(random.nextInt(values.size()))));
            return cells;
        });
        return row.list().ofMinSize(1).ofMaxSize(25);
    }

    private static Map<String, String> row(String cells) {
        List<String> values = List.of(cells.split(";", -1));
        Map<String, String> row = new LinkedHashMap<>();
        List.copyOf(CELLS.keySet()).forEach(column -> row.put(column, values.get(row.size())));
        return row;
    }

    private static JsonNode exported(List<Map<String, String>> rows) throws IOException {
        try (IntakeStand stand = new IntakeStand(Files.createTempDirectory("invented"))) {
            stand.intake = new FileIntake(
                    stand.register,
                    stand.warehouse,
                    stand.archive,
                    stand.data.work(),
                    List.of(),
                    new ProgrammeLoad(),
                    Clock.fixed(stand.now, ZoneOffset.UTC),
                    IntakeLimits.DEFAULT,
                    CrashPoint.NONE);
            // the row with everything shows the columns' forms, as a real file does
            String text = String.join(";", CELLS.keySet()) + "\n" + EVERYTHING + "\n"
                    + rows.stream()
                            .map(row -> String.join(";", row.values()) + "\n")
                            .collect(Collectors.joining());
            RunReport report = stand.run(IntakeStand.PARIS, stand.receive("programme.csv", text));
            assertThat(report.state()).as("%s", report.problems()).isEqualTo(RunState.COMMITTED);
            assertThat(report.recipe()).isNotNull();
            assertThat(report.recipe().name()).isEqualTo("programme-columns");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new WarehouseProgramme(stand.warehouse)
                    .writeJsonLd(HOUSE, LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1), "https://n.example", out);
            JsonNode graph = new ObjectMapper()
                    .readTree(out.toString(StandardCharsets.UTF_8))
                    .path("@graph");
            long events = graph.findParents("superEvent").size();
            assertThat(stand.query("select count(*) from performance")).containsExactly(Long.toString(events));
            return graph;
        }
    }

    /** What the export says and no row gave. */
    private static List<String> strangers(JsonNode graph, List<Map<String, String>> given) {
        List<Map<String, String>> rows = new java.util.ArrayList<>(given);
        rows.add(row(EVERYTHING));
        List<String> found = new java.util.ArrayList<>();
        graph.forEach(node -> look(node, rows, found));
        return found;
    }

    private static void look(JsonNode node, List<Map<String, String>> rows, List<String> found) {
        String type = node.path("@type").asText();
        if (type.equals("Organization")) {
            if (!node.path("name").asText().equals(HOUSE.name())) {
                found.add("house " + node);
            }
            return;
        }
        node.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().equals("startDate")) {
                start(node, value, rows, found);
            } else if (value.isObject()) {
                look(value, rows, found);
            } else if (value.isArray()) {
                value.forEach(one -> {
                    if (one.isObject()) {
                        look(one, rows, found);
                    } else {
                        value(type, field.getKey(), one.asText(), rows, found);
                    }
                });
            } else {
                value(type, field.getKey(), value.asText(), rows, found);
            }
        });
    }

    private static void value(
            String type, String key, String value, List<Map<String, String>> rows, List<String> found) {
        boolean dance = rows.stream().anyMatch(row -> row.get("Genre").equals("danse"));
        String kind = KINDS.getOrDefault(type, type.equals("DanceEvent") ? "Event" : type);
        boolean known = switch (key) {
            case "@id" -> value.startsWith("https://n.example/id/");
            case "@type" -> SAID.containsKey(kind) && (dance || !value.equals("DanceEvent"));
            case "additionalType", "keywords" ->
                dance && OF_DANCE.get(key).contains(value) || kind.equals("Role") && isRole(value, rows);
            case "eventStatus" ->
                value.equals("http://schema.org/EventScheduled")
                        || rows.stream().anyMatch(row -> row.get("Status").equals(STATES.get(value)));
            // the column itself says what its names are
            case "roleName" -> value.equals("producer") || isSaid(kind, key, value, rows);
            default -> isSaid(kind, key, value, rows);
        };
        if (!known) {
            found.add(type + " " + key + " " + value);
        }
    }

    /** The concept of a role that some row gave. */
    private static boolean isRole(String value, List<Map<String, String>> rows) {
        // the column itself says what its names are
        return value.equals(CONCEPT + "roles/producer")
                || rows.stream().anyMatch(row -> value.equals(ROLES.get(row.get("Role"))));
    }

    private static boolean isSaid(String kind, String key, String value, List<Map<String, String>> rows) {
        List<String> columns = SAID.getOrDefault(kind, Map.of()).getOrDefault(key, List.of());
        return rows.stream()
                .anyMatch(row ->
                        columns.stream().anyMatch(column -> row.get(column).equals(value)));
    }

    /** A day, or an hour of the house's zone, that rows of one performance gave with its title. */
    private static void start(JsonNode event, JsonNode start, List<Map<String, String>> rows, List<String> found) {
        String said = start.isObject() ? start.path("@value").asText() : start.asText();
        String title = event.path("name").asText();
        boolean known = rows.stream()
                .filter(row -> row.get("Title").equals(title))
                .flatMap(titled -> rows.stream().filter(row -> isOfOne(titled, row)))
                .anyMatch(row -> said.equals(written(row)));
        if (!known) {
            found.add("start " + said + " of " + title);
        }
    }

    private static boolean isOfOne(Map<String, String> one, Map<String, String> other) {
        return one == other
                || !one.get("Reference").isEmpty() && one.get("Reference").equals(other.get("Reference"));
    }

    private static String written(Map<String, String> row) {
        if (row.get("Date").isEmpty() || row.get("Time").isEmpty()) {
            return row.get("Date");
        }
        return LocalDateTime.parse(row.get("Date") + "T" + row.get("Time"))
                .atZone(HOUSE.zone())
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx"));
    }
}

package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every feed, read by programs of others: khal, vdirsyncer, and the Python libraries icalendar and feedparser, as Debian has them. */
class FeedsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Debian's own Python, which has Debian's libraries. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final String READ_CALENDAR = """
            import datetime, icalendar, json, sys, zoneinfo
            def paris(start):
                if not isinstance(start, datetime.datetime):
                    return start.isoformat()
                here = start.astimezone(zoneinfo.ZoneInfo('Europe/Paris')) if start.tzinfo else start
                return here.strftime('%Y-%m-%d %H:%M')
            events = []
            calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
            for event in calendar.walk('VEVENT'):
                start = event['DTSTART'].dt
                events.append({'uid': str(event['UID']), 'summary': str(event['SUMMARY']), 'status': str(event['STATUS']),
                    'start': start.isoformat(), 'paris': paris(start), 'zoned': isinstance(start, datetime.datetime) and start.tzinfo is not None,
                    'end': 'DTEND' in event or 'DURATION' in event, 'sequence': event.get('SEQUENCE'),
                    'stamp': event['DTSTAMP'].dt.isoformat(),
                    'modified': event['LAST-MODIFIED'].dt.isoformat() if 'LAST-MODIFIED' in event else None,
                    'errors': [str(error) for error in event.errors]})
            print(json.dumps({'name': str(calendar['NAME']), 'errors': [str(e) for e in calendar.errors], 'events': events}))
            """;

    private static final String READ_NEWS = """
            import feedparser, json, sys
            feed = feedparser.parse(open(sys.argv[1], 'rb').read())
            print(json.dumps({'bozo': bool(feed.bozo), 'version': feed.version, 'title': feed.feed.title,
                'language': feed.feed.language, 'self': [l.href for l in feed.feed.links if l.rel == 'self'],
                'entries': [{'id': e.id, 'title': e.title, 'link': e.link, 'dated': e.get('published_parsed') is not None,
                    'summary': e.summary} for e in feed.entries]}))
            """;

    private static Path data;
    private static RunningNode node;
    private static String address;
    private static Map<String, String> calendars;
    private static Map<String, String> news;

    @TempDir
    Path folder;

    /** One house in Paris, one in New York, where one company plays; with what is hard to write in a calendar. */
    @BeforeAll
    static void everyFeed() throws Exception {
        data = Files.createTempDirectory("foyer-feeds");
        node = RunningNode.serve(data);
        address = node.address();
        Api operator = Api.by(address, node.firstLink());
        String link = operator.post("/api/accounts", Map.of("login", "claire", "name", "Claire Obscur"))
                .is(201)
                .body()
                .path("link")
                .asText();
        add(operator, "paris", "Europe/Paris");
        add(operator, "york", "America/New_York");
        Api steward = Api.by(address, link);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        give(
                steward,
                "paris",
                List.of(
                        event(
                                "p1",
                                "La Mouette; ou, l’été",
                                today.plusDays(9) + "T20:00:00",
                                "Scheduled",
                                "Salle Verte"),
                        event(
                                "p2",
                                "La Mouette; ou, l’été",
                                today.plusDays(10) + "T20:00:00",
                                "Cancelled",
                                "Salle Verte"),
                        event(
                                "p3",
                                "La Mouette; ou, l’été",
                                today.plusDays(200) + "T15:30:00",
                                "Postponed",
                                "Salle Verte"),
                        event("p4", "Nuit <blanche> & jour", today.plusDays(30).toString(), "Scheduled", "Salle Verte"),
                        event(
                                "p5",
                                "Nuit <blanche> & jour",
                                today.minusDays(40) + "T21:00:00",
                                "Scheduled",
                                "Le Hangar")));
        give(
                steward,
                "york",
                List.of(
                        event("y1", "The Seagull", today.plusDays(60) + "T19:30:00", "Scheduled", "Green Hall"),
                        event("y2", "The Seagull", today.plusDays(61) + "T19:30:00", "Scheduled", "Green Hall")));
        String map = get(address + "/sitemap.xml");
        String place = first(map, "/h/paris/places/\\d+");
        String show = first(map, "/h/paris/shows/[^<]+");
        String name = first(map, "/credits/[^<]+");
        String words = "/search.%s?when=all&q=mouette";
        settle(words.formatted("ics"));
        calendars = new LinkedHashMap<>();
        calendars.put("house", "/h/paris/programme.ics?from=2020-01-01&to=2100-01-01");
        calendars.put("show", show + "/dates.ics");
        calendars.put("place", place + "/dates.ics");
        calendars.put("name", name + "/dates.ics");
        calendars.put("search", words.formatted("ics"));
        news = new LinkedHashMap<>();
        news.put("all", "/news.rss?lang=en");
        news.put("house", "/h/paris/news.rss?lang=fr");
        news.put("place", place + "/news.rss?lang=en");
        news.put("name", name + "/news.rss?lang=fr");
        news.put("search", words.formatted("rss") + "&lang=en");
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        Command.delete(data);
    }

    private static void add(Api operator, String slug, String zone) throws Exception {
        operator.post(
                        "/api/houses",
                        Map.of(
                                "name",
                                "Maison " + slug,
                                "slug",
                                slug,
                                "discipline",
                                "theatre",
                                "seats",
                                300,
                                "zone",
                                zone,
                                "currency",
                                "EUR"))
                .is(201);
        operator.post("/api/houses/" + slug + "/members", Map.of("login", "claire", "role", "steward"))
                .is(200);
    }

    private static void give(Api steward, String house, List<String> events) throws Exception {
        Path file = Files.writeString(
                data.resolve(house + ".jsonld"),
                "{\"@context\": \"http://schema.org/\", \"@graph\": [" + String.join(",", events) + "]}");
        steward.give(house, false, List.of(file)).is(201);
    }

    private static String event(String id, String title, String start, String status, String place) {
        return """
                {"@type": "TheaterEvent", "@id": "https://house.example/%s", "name": "%s", "startDate": "%s",
                 "eventStatus": "http://schema.org/Event%s", "director": {"@type": "Person", "name": "Ève Prévôt/Ruiz & fils"},
                 "location": {"@type": "Place", "name": "%s", "address": {"@type": "PostalAddress", "streetAddress": "1 rue des Lilas",
                   "postalCode": "69002", "addressLocality": "Lyon", "addressRegion": "Rhône", "addressCountry": "FR"}}}
                """.formatted(id, title, start, status, place);
    }

    /** The index follows an import within seconds. */
    private static void settle(String searched) throws Exception {
        for (int wait = 0; wait < 100 && !get(address + searched).contains("BEGIN:VEVENT"); wait++) {
            Thread.sleep(200);
        }
    }

    private static String first(String map, String pattern) {
        Matcher found =
                Pattern.compile("<loc>https?://[^/]+(" + pattern + ")</loc>").matcher(map);
        assertThat(found.find()).as("in the sitemap: %s", pattern).isTrue();
        return found.group(1);
    }

    private static String get(String where) throws IOException, InterruptedException {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(where)).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(where).isEqualTo(200);
        return answer.body();
    }

    private Path file(String name, String where) throws IOException, InterruptedException {
        return Files.writeString(folder.resolve(name), get(address + where));
    }

    /** What a program of others says; one that is not installed fails the test. */
    private String run(Map<String, String> settings, String... command) throws IOException, InterruptedException {
        assertThat(Path.of(command[0]))
                .as("needed by this test: apt-get install khal vdirsyncer python3-feedparser")
                .exists();
        Path err = folder.resolve("err.txt");
        Path out = folder.resolve("out.txt");
        ProcessBuilder program =
                new ProcessBuilder(command).redirectError(err.toFile()).redirectOutput(out.toFile());
        program.environment().putAll(settings);
        program.environment().put("LC_ALL", "C.UTF-8");
        program.environment().put("TZ", "Europe/Paris");
        int end = program.start().waitFor();
        assertThat(end)
                .as("%s: %s", String.join(" ", command), Files.readString(err))
                .isZero();
        return Files.readString(out);
    }

    private JsonNode python(String program, Path file) throws IOException, InterruptedException {
        return JSON.readTree(run(Map.of(), PYTHON, "-c", program, file.toString()));
    }

    @Test
    void icalendarReadsEveryCalendarAndAPerformanceHasOneUid() throws Exception {
        Map<String, Map<String, JsonNode>> read = new TreeMap<>();
        for (Map.Entry<String, String> one : calendars.entrySet()) {
            JsonNode calendar = python(READ_CALENDAR, file(one.getKey() + ".ics", one.getValue()));
            assertThat(calendar.path("errors")).as(one.getKey()).isEmpty();
            assertThat(calendar.path("name").asText()).isNotBlank();
            Map<String, JsonNode> events = new TreeMap<>();
            for (JsonNode event : calendar.path("events")) {
                assertThat(event.path("errors")).isEmpty();
                assertThat(event.path("end").asBoolean()).as("no end is known").isFalse();
                assertThat(event.path("modified")).isEqualTo(event.path("stamp"));
                assertThat(event.path("sequence").asInt()).isPositive();
                assertThat(event.path("status").asText()).isIn("CONFIRMED", "CANCELLED", "TENTATIVE");
                assertThat(events.put(event.path("uid").asText(), event))
                        .as("twice")
                        .isNull();
            }
            assertThat(events).as(one.getKey()).isNotEmpty();
            read.put(one.getKey(), events);
        }
        Map<String, JsonNode> seen = new TreeMap<>();
        read.values()
                .forEach(events -> events.forEach((uid, event) -> {
                    JsonNode before = seen.put(uid, event);
                    assertThat(before == null || before.equals(event))
                            .as("%s and %s", before, event)
                            .isTrue();
                }));
        assertThat(read.get("search").keySet())
                .containsAnyElementsOf(read.get("show").keySet());
        assertThat(seen.values()).anyMatch(event -> event.path("zoned").asBoolean());
    }

    @Test
    void khalListsTheDatesOfEveryCalendar() throws Exception {
        Path config = Files.writeString(folder.resolve("khal.conf"), """
                [calendars]
                [[foyer]]
                path = %s/khal
                [sqlite]
                path = %s/khal.db
                [locale]
                timeformat = %%H:%%M
                dateformat = %%Y-%%m-%%d
                longdateformat = %%Y-%%m-%%d
                datetimeformat = %%Y-%%m-%%d %%H:%%M
                longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                local_timezone = Europe/Paris
                default_timezone = Europe/Paris
                """.formatted(folder, folder));
        Files.createDirectory(folder.resolve("khal"));
        TreeSet<String> expected = new TreeSet<>();
        for (Map.Entry<String, String> one : calendars.entrySet()) {
            Path file = file(one.getKey() + ".ics", one.getValue());
            run(
                    Map.of(),
                    "/usr/bin/khal",
                    "-c",
                    config.toString(),
                    "import",
                    "--batch",
                    "-a",
                    "foyer",
                    file.toString());
            for (JsonNode event : python(READ_CALENDAR, file).path("events")) {
                expected.add(event.path("paris").asText() + " "
                        + event.path("summary").asText());
            }
        }
        String listed = run(
                Map.of(),
                "/usr/bin/khal",
                "-c",
                config.toString(),
                "list",
                "--format",
                "{start-date-long} {start-time} {title}",
                "--day-format",
                "",
                "2020-01-01",
                "2100-01-01");
        List<String> lines = listed.lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(new TreeSet<>(lines)).isEqualTo(expected);
    }

    @Test
    void vdirsyncerSubscribesToEveryCalendar() throws Exception {
        for (Map.Entry<String, String> one : calendars.entrySet()) {
            Path kept = Files.createDirectory(folder.resolve("kept-" + one.getKey()));
            Path config = Files.writeString(folder.resolve("vdirsyncer.conf"), """
                    [general]
                    status_path = "%1$s/status-%2$s/"
                    [pair feed]
                    a = "here"
                    b = "there"
                    collections = null
                    [storage here]
                    type = "filesystem"
                    path = "%3$s"
                    fileext = ".ics"
                    [storage there]
                    type = "http"
                    url = "%4$s"
                    """.formatted(
                            folder, one.getKey(), kept, address + one.getValue()));
            run(Map.of(), "/usr/bin/vdirsyncer", "-c", config.toString(), "discover");
            run(Map.of(), "/usr/bin/vdirsyncer", "-c", config.toString(), "sync");
            int dates = python(READ_CALENDAR, file(one.getKey() + ".ics", one.getValue()))
                    .path("events")
                    .size();
            try (Stream<Path> files = Files.list(kept)) {
                assertThat(files).as(one.getKey()).hasSize(dates);
            }
        }
    }

    @Test
    void feedparserReadsEveryFeedOfNews() throws Exception {
        List<String> links = new ArrayList<>();
        for (Map.Entry<String, String> one : news.entrySet()) {
            JsonNode feed = python(READ_NEWS, file(one.getKey() + ".rss", one.getValue()));
            assertThat(feed.path("bozo").asBoolean()).as(one.getKey()).isFalse();
            assertThat(feed.path("version").asText()).isEqualTo("rss20");
            assertThat(feed.path("self").path(0).asText()).startsWith(address);
            TreeSet<String> ids = new TreeSet<>();
            for (JsonNode entry : feed.path("entries")) {
                assertThat(ids.add(entry.path("id").asText())).as("twice").isTrue();
                assertThat(entry.path("dated").asBoolean()).isTrue();
                assertThat(entry.path("summary").asText()).contains("<li>");
                links.add(entry.path("link").asText());
            }
            assertThat(ids).as(one.getKey()).isNotEmpty();
        }
        for (String link : new TreeSet<>(links)) {
            get(link);
        }
    }

    @Test
    void pagesLeadToTheirFeeds() throws Exception {
        for (String page : List.of(
                calendars.get("place").replaceFirst("/dates.ics$", ""),
                calendars.get("name").replaceFirst("/dates.ics$", ""),
                calendars.get("show").replaceFirst("/dates.ics$", ""),
                calendars.get("house").replaceFirst("\\.ics.*", ""),
                "/search?when=all")) {
            String html = get(address + page);
            for (String type : List.of("text/calendar", "application/rss\\+xml")) {
                Matcher link = Pattern.compile("<link rel=\"alternate\" type=\"" + type + "\" href=\"([^\"]+)\"")
                        .matcher(html);
                assertThat(link.find()).as("%s on %s", type, page).isTrue();
                get(address + link.group(1).replace("&amp;", "&"));
            }
        }
    }
}

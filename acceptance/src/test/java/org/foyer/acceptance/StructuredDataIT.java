package org.foyer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What search engines find in public pages, judged by Adobe's validator with Google's rules for events. */
@ExtendWith(NetworkNode.Shared.class)
class StructuredDataIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = Path.of("src/test/node");

    /**
     * What some source does not give: its absence is told by the validator as a wish. Sources tell the lowest and the highest price, and
     * none how many there are.
     */
    private static final List<String> NOT_KNOWN =
            List.of("endDate", "image", "offers", "performer", "description", "offerCount");

    @TempDir
    static Path folder;

    private static NetworkNode node;

    @BeforeAll
    static void install(NetworkNode shared) throws Exception {
        node = shared;
        for (String file : List.of("package.json", "package-lock.json", "check.js", "event.js")) {
            Files.copy(PROGRAM.resolve(file), folder.resolve(file));
        }
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        Path out = folder.resolve("out.txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(err.toFile())
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("needed by this test: apt-get install nodejs npm", missing);
        }
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), Files.readString(err))
                .isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static JsonNode judged(String html) throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        return JSON.readTree(run("node", "check.js", page.toString())).path(0);
    }

    private static List<String> issues(JsonNode judged, String severity) {
        return StreamSupport.stream(judged.path("issues").spliterator(), false)
                .filter(issue -> issue.path("severity").asText().equals(severity))
                .map(issue -> issue.path("issueMessage").asText())
                .toList();
    }

    private static List<String> pages(String pattern, int most) throws Exception {
        String map = Api.stranger(node.address()).get("/sitemap.xml").is(200).text();
        Matcher found =
                Pattern.compile("<loc>https?://[^/]+(" + pattern + ")</loc>").matcher(map);
        List<String> pages = new ArrayList<>();
        while (found.find() && pages.size() < most) {
            pages.add(found.group(1));
        }
        assertThat(pages).as(pattern).isNotEmpty();
        return pages;
    }

    @Test
    void showsAndVenuesTellSearchEnginesWholeEvents() throws Exception {
        List<String> pages = new ArrayList<>(pages("/h/[^<]*/shows/[^<]+", 5));
        pages.addAll(pages("/h/[^<]*/places/[^<]+", 2));
        Set<String> given = new HashSet<>();
        for (String page : pages) {
            JsonNode judged = judged(html(page));
            assertThat(judged.path("events").asInt()).as(page).isPositive();
            assertThat(judged.path("unread")).as(page).isEmpty();
            assertThat(issues(judged, "ERROR")).as(page).isEmpty();
            assertThat(issues(judged, "WARNING"))
                    .as(page)
                    .allMatch(issue -> NOT_KNOWN.stream().anyMatch(name -> issue.contains("\"" + name + "\"")));
            String wishes = String.join(" ", issues(judged, "WARNING"));
            NOT_KNOWN.stream()
                    .filter(name -> !wishes.contains("\"" + name + "\""))
                    .forEach(given::add);
        }
        assertThat(given).as("told by the houses that say it").contains("offers", "performer", "description");
    }

    @Test
    void theValidatorObjectsToAnEventWithoutAnAddressOrAnHourWithoutAnOffset() throws Exception {
        String html = html(pages("/h/[^<]*/shows/[^<]+", 1).get(0));
        assertThat(issues(judged(html.replace("\"address\":", "\"adress\":")), "ERROR"))
                .anyMatch(issue -> issue.contains("location.address"));
        assertThat(issues(judged(html.replaceAll("(\"startDate\":\"[^\"+Z]*)([+Z][^\"]*)\"", "$1\"")), "ERROR"))
                .anyMatch(issue -> issue.contains("not a day or a moment"));
    }

    private static String html(String page) throws Exception {
        return Api.stranger(node.address())
                .with("Accept", "text/html")
                .get(page)
                .is(200)
                .text();
    }
}

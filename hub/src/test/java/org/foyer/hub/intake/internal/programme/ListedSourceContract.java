package org.foyer.hub.intake.internal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.foyer.kit.Problem;
import org.foyer.kit.SourceContract;
import org.junit.jupiter.api.Test;

/** What every source of programmes of other tools must do besides: nothing that a browser would run is kept. */
abstract class ListedSourceContract extends SourceContract {

    /** Texts with which sites were attacked, and what hides them. */
    static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "<ScRiPt src=//evil.example/x.js></sCrIpT>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "\"><svg onload=alert(1)>",
            "<iframe srcdoc=\"<script>alert(1)</script>\">",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
            "&#60;script&#62;alert(1)&#60;/script&#62;",
            "&#x3c;img src=x onerror=alert(1)&#x3e;",
            "<<script>script>alert(1)<</script>/script>",
            "<scr<script>ipt>alert(1)</scr</script>ipt>",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<a href=\"javascript:alert(1)\">x</a>",
            "</script><script>alert(1)</script>",
            "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<textarea><script>alert(1)</script></textarea>",
            "<xmp><script>alert(1)</script></xmp>",
            "<plaintext><script>alert(1)",
            "<style>@import'//evil.example'</style>",
            "<object data=\"javascript:alert(1)\"></object>",
            "<b>x</b><img src=x\nonerror=alert(1)\n>");

    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!?]|&(lt|#0*60|#x0*3c);", Pattern.CASE_INSENSITIVE);

    /** A file whose one event has this text in each of its fields, under the title {@code Lear} and the text. */
    abstract String fileWith(String text);

    @Test
    void noMarkupIsKeptWhateverFieldItStandsIn() throws IOException {
        for (String attack : ATTACKS) {
            CollectedRows found = collected(fileWith(attack));
            assertThat(found.rows).as(attack).isNotEmpty();
            found.rows.forEach(row -> row.forEach((column, value) -> assertThat(value)
                    .as("%s of %s", column, attack)
                    .doesNotContainPattern(MARKUP)
                    .doesNotContain("javascript:")));
            assertThat(found.rows.get(0).get("title")).as(attack).startsWith("Lear");
        }
    }

    @Test
    void aTitleOfTenThousandCharactersWaitsAndIsCutNowhere() throws IOException {
        CollectedRows found = collected(fileWith("x".repeat(10_000)));
        assertThat(found.rows).isEmpty();
        assertThat(found.problems)
                .filteredOn(problem -> problem.severity() == Problem.Severity.QUARANTINES_ROW)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("programme-text-too-long"));
    }

    /** Reads a text; every problem must have its sentence in both languages. */
    CollectedRows collected(String text) throws IOException {
        return collected(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    CollectedRows collected(InputStream in) throws IOException {
        CollectedRows found = new CollectedRows();
        source().read(fileName(), in, found);
        for (String language : List.of("en", "fr")) {
            Properties sentences = new Properties();
            try (InputStream file = Objects.requireNonNull(
                    ListedSourceContract.class.getResourceAsStream("/problems/problems_" + language + ".properties"))) {
                sentences.load(new java.io.InputStreamReader(file, StandardCharsets.UTF_8));
            }
            found.problems.forEach(
                    problem -> assertThat(sentences).containsKeys(problem.code(), problem.code() + ".mend"));
        }
        return found;
    }

    List<String> codes(String text) throws IOException {
        return collected(text).problems.stream().map(Problem::code).toList();
    }

    /** Some columns of every row, joined by bars. */
    List<String> told(String text, String... columns) throws IOException {
        return collected(text).rows.stream()
                .map(row -> String.join(
                        "|", java.util.Arrays.stream(columns).map(row::get).toList()))
                .toList();
    }

    static byte[] resource(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(ListedSourceContract.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        }
    }

    /** As JSON text, with its quotation marks. */
    static String quoted(String text) throws IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text);
    }
}

package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style sheet that is served is committed, so that it can fall behind its sources, by a merge for instance. */
class BuiltStylesTest {

    private static final Path SOURCES = Path.of("src", "main", "web", "css");
    private static final Path BUILT =
            Path.of("src", "main", "resources", "META-INF", "resources", "assets", "foyer.css");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)(?=[^{}]*\\{)");

    @Test
    void everyClassOfTheSourcesIsInWhatIsServedAndTheOtherWayRound() throws IOException {
        Set<String> sources = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".css")).toList()) {
                sources.addAll(classes(Files.readString(file)));
            }
        }
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(classes(Files.readString(BUILT)))
                .as("npm run build in src/main/web was forgotten")
                .isEqualTo(sources);
    }

    @Test
    void aClassThatIsMissingIsSeen() {
        assertThat(classes(".a .b-c{x:1.5rem}/* .d{} */@media (min-width:4.5rem){.e:hover{y:0}}"))
                .containsExactly("a", "b-c", "e");
    }

    private static Set<String> classes(String css) {
        Set<String> classes = new TreeSet<>();
        Matcher found = CLASS.matcher(COMMENT.matcher(css).replaceAll(""));
        while (found.find()) {
            classes.add(found.group(1));
        }
        return classes;
    }
}

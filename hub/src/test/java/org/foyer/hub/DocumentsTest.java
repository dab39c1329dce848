package org.foyer.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that describes yesterday's house is a defect: every path that a document names must exist. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");
    private static final Pattern PATH_IN_CODE =
            Pattern.compile("`((?:docs|kit|hub|acceptance|bench|\\.ci)/[\\w./-]+\\w)`");

    @Test
    void pathsNamedInDocumentsExist() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        for (Path document : documents()) {
            String text = Files.readString(document);
            collect(LINK.matcher(text), document.getParent(), document, missing);
            collect(PATH_IN_CODE.matcher(text), ROOT, document, missing);
        }
        assertThat(missing).isEmpty();
    }

    private static void collect(Matcher matcher, Path base, Path document, TreeSet<String> missing) {
        while (matcher.find()) {
            if (!Files.exists(base.resolve(matcher.group(1)))) {
                missing.add(ROOT.relativize(document) + " names " + matcher.group(1));
            }
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            docs.filter(file -> file.toString().endsWith(".md")),
                            Stream.of("README.md", "CHANGELOG.md").map(ROOT::resolve))
                    .filter(Files::exists)
                    .toList();
        }
    }
}

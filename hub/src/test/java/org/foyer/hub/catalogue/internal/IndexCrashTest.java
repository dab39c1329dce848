package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.StringHelper;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index after what may befall a folder: a process killed while it writes, files of another edition or of another Lucene. */
class IndexCrashTest {

    private static final int SHOWS = 40;

    @TempDir
    Path folder;

    /** Renames a show and indexes it, again and again, until it is killed. */
    public static final class Writing {

        private Writing() {}

        public static void main(String... arguments) throws Exception {
            try (SearchFixture data = new SearchFixture(Path.of(arguments[0]))) {
                addHouses(data);
                for (int round = 0; ; round++) {
                    data.run(
                            1 + round % 2,
                            "update production set title = ? where house = ?",
                            "Titre" + round,
                            1 + round % 2);
                    data.ask("titre");
                    Files.writeString(Path.of(arguments[0], "round"), Integer.toString(round));
                }
            }
        }
    }

    private static void addHouses(SearchFixture data) {
        data.house(1, "celestins", "Les Célestins", "Europe/Paris");
        data.house(2, "staatsoper", "Staatsoper", "Europe/Berlin");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 37, 71, 113, 167})
    void aProcessKilledWhileItWritesLeavesAnIndexThatIsUsableOrMadeAgain(int milliseconds) throws Exception {
        try (SearchFixture data = new SearchFixture(folder)) {
            addHouses(data);
            for (int show = 0; show < SHOWS; show++) {
                data.date(data.production(1 + show % 2, "Show " + show, null, null, null), "2026-12-01T20:00", null);
            }
        }
        Process child = start();
        try {
            waitForRound(child);
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } finally {
            child.destroyForcibly(); // on Linux a SIGKILL: nothing is tidied up
            child.waitFor();
        }
        try (SearchFixture data = new SearchFixture(folder)) {
            addHouses(data);
            List<String> titles = data.warehouse.read(connection -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select title from production order by title")) {
                    List<String> all = new java.util.ArrayList<>();
                    while (row.next()) {
                        all.add(row.getString(1));
                    }
                    return all;
                }
            });
            assertThat(titles).hasSize(SHOWS).allMatch(title -> title.startsWith("Titre"));
            assertThat(data.titles(SearchQuestion.of("").piece(SearchQuestion.Order.DATE, 0, 50)))
                    .containsExactlyInAnyOrderElementsOf(titles);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writing.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    /** Both houses were renamed and indexed at least once. */
    private void waitForRound(Process child) throws Exception {
        Path round = folder.resolve("round");
        for (int wait = 0; wait < 1_200; wait++) {
            if (Files.exists(round)) {
                String text = Files.readString(round);
                if (!text.isEmpty() && Integer.parseInt(text) >= 2) {
                    return;
                }
            }
            assertThat(child.isAlive()).as(() -> said()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the child wrote nothing: " + said());
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private SearchFixture oneShow() {
        SearchFixture data = new SearchFixture(folder);
        addHouses(data);
        data.date(data.production(1, "Carmen", null, null, null), "2026-12-01T20:00", null);
        assertThat(data.titles("carmen")).containsExactly("Carmen");
        data.search.close();
        return data;
    }

    private void answersAgain(SearchFixture data) {
        data.search = data.search(folder.resolve("index"), SearchFixture.NOW);
        assertThat(data.titles("carmen")).containsExactly("Carmen");
        assertThat(data.ask(SearchQuestion.of("").during(When.ALL, null, null)).total())
                .isEqualTo(1);
    }

    @Test
    void anIndexOfAnotherEditionIsMadeAgain() throws IOException {
        try (SearchFixture data = oneShow()) {
            try (Directory directory = FSDirectory.open(folder.resolve("index"));
                    IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                writer.deleteAll();
                writer.setLiveCommitData(Map.of("edition", "0 of long ago", "house 1", "whatever stood there")
                        .entrySet());
                writer.commit();
            }
            answersAgain(data);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9_999})
    void anIndexOfAnOlderOrNewerLuceneIsMadeAgain(int version) throws IOException {
        try (SearchFixture data = oneShow()) {
            try (Directory directory = FSDirectory.open(folder.resolve("index"))) {
                for (String file : directory.listAll()) {
                    if (file.startsWith("segments")) {
                        directory.deleteFile(file);
                    }
                }
                try (IndexOutput out = directory.createOutput("segments_1", IOContext.DEFAULT)) {
                    CodecUtil.writeIndexHeader(out, "segments", version, StringHelper.randomId(), "1");
                    CodecUtil.writeFooter(out);
                }
            }
            answersAgain(data);
        }
    }
}

package org.foyer.hub.site.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose key was lost says so, and is nobody else by itself; one whose key is replaced stays who it is. On a real node, by its commands. */
class KeyOfANodeTest {

    @TempDir
    Path folder;

    private Path key;
    private Path copy;
    private String self;

    @BeforeEach
    void aNodeThatOthersKnow() throws IOException {
        key = folder.resolve("data/keys/dataspace.key");
        copy = folder.resolve("copy.key");
        self = shown();
        Files.copy(key, copy);
    }

    private record Said(int code, String text) {}

    private Said run(String... command) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(told, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of("dataspace"));
        all.addAll(List.of(command));
        all.addAll(List.of("--data", folder.resolve("data").toString(), "--address", "https://node.example"));
        int code = Commands.run(
                new Console(InputStream.nullInputStream(), both, both, false, Locale.ENGLISH),
                all.toArray(String[]::new));
        return new Said(code, told.toString(StandardCharsets.UTF_8));
    }

    private String shown() {
        Said said = run("show");
        assertThat(said.code()).as(said.text()).isZero();
        return said.text().replaceFirst("(?s).*\"self\" : \"([^\"]+)\".*", "$1");
    }

    private void isToldWhatToDo(Said said) {
        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(said.text()).contains(self, "speaks with no other node", "Put dataspace.key back", "--anew");
    }

    @Test
    void theNameOfANodeStartsWithItsKeyAndStays() {
        assertThat(self).startsWith("urn:foyer:node:");
        assertThat(shown()).isEqualTo(self);
    }

    @Test
    void aKeyThatIsGoneIsToldAndNoneIsMadeInItsPlace() throws IOException {
        Files.delete(key);
        isToldWhatToDo(run("show"));
        isToldWhatToDo(run("key"));
        isToldWhatToDo(run("key", "--turn"));
        isToldWhatToDo(run("name", "urn:x", "--name", "X", "--at", "https://x.example", "--key", "AAAA"));
        assertThat(key).doesNotExist();
        Files.copy(copy, key);
        assertThat(shown()).isEqualTo(self);
    }

    /** Of another node, say, or one that somebody made. */
    @Test
    void anotherKeyInItsPlaceIsNotBelieved() throws IOException {
        Path other = folder.resolve("other");
        Said elsewhere = new Said(
                Commands.run(
                        new Console(InputStream.nullInputStream(), System.err, System.err, false, Locale.ENGLISH),
                        "dataspace",
                        "show",
                        "--data",
                        other.toString(),
                        "--address",
                        "https://other.example"),
                "");
        assertThat(elsewhere.code()).isZero();
        Files.delete(key);
        Files.copy(other.resolve("keys/dataspace.key"), key);
        isToldWhatToDo(run("show"));
        assertThat(key).hasSameTextualContentAs(other.resolve("keys/dataspace.key"));
    }

    /** Nodes of before did not write down how they are called. */
    @Test
    void aNodeOfBeforeThatKnowsOthersIsToldTheSame() throws IOException {
        String open = Files.readString(copy).split("\\s+")[1];
        assertThat(run("name", "urn:x", "--name", "X", "--at", "https://x.example", "--key", open)
                        .code())
                .isZero();
        unnoted();
        assertThat(shown()).as("it still has its key, which is noted now").isEqualTo(self);
        unnoted();
        Files.delete(key);
        Said said = run("show");
        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(said.text()).contains("Put dataspace.key back");
        assertThat(key).doesNotExist();
    }

    private void unnoted() throws IOException {
        try (Node node = Node.open(NodeSettings.of(folder.resolve("data"), variable -> null))) {
            node.register().write(handle -> handle.execute("delete from node_secret where name = 'node-name'"));
        }
    }

    @Test
    void whoHasNoCopyBeginsAnewUnderAnotherNameOnlyWhenToldSo() throws IOException {
        run("key"); // a next key, which carries the old name
        Files.delete(key);
        Said anew = run("key", "--anew");
        assertThat(anew.code()).as(anew.text()).isZero();
        assertThat(anew.text()).contains("urn:foyer:node:").doesNotContain(self);
        assertThat(anew.text()).contains(shown());
        assertThat(run("key", "--turn").code())
                .as("the next key was of the old name")
                .isEqualTo(ExitCode.REFUSED);
        Files.copy(copy, key, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("show").code()).as("the old key is another node's now").isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aKeyThatIsReplacedLeavesTheName() throws IOException {
        String next = run("key").text().strip();
        assertThat(next).isNotEqualTo(Files.readString(copy).split("\\s+")[1]);
        assertThat(run("key", "--turn").code()).isZero();
        assertThat(shown()).isEqualTo(self);
        assertThat(run("show").text()).contains(next);
        Files.delete(key);
        isToldWhatToDo(run("show"));
    }
}

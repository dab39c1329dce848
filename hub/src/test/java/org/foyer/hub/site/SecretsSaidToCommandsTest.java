package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secret is said to a command on its input, and is found nowhere afterwards. */
class SecretsSaidToCommandsTest extends CommandLineStand {

    private static final String SECRET = "7f3c-amaryllis-0b";

    @BeforeEach
    void oneHouse() {
        addHouse();
        said = SECRET + "\r\nanother line\n";
    }

    @Test
    void thatOfAnAgendaIsSealed() throws IOException {
        assertThat(run(
                        "publish",
                        "connect",
                        "--house",
                        "theatre-du-port",
                        "--name",
                        "Région",
                        "--kind",
                        "openagenda",
                        "--set",
                        "agenda=1",
                        "--set",
                        "language=fr"))
                .as(err)
                .isZero();
        assertThat(out).contains("openagenda");
        nowhereToBeRead();
    }

    @Test
    void thatOfASourceIsSealed() throws IOException {
        assertThat(run(
                        "sources",
                        "add",
                        "--house",
                        "theatre-du-port",
                        "--name",
                        "Ventes",
                        "--kind",
                        "pretix",
                        "https://pretix.example/api/v1/organizers/port/",
                        "--secret"))
                .as(err)
                .isZero();
        assertThat(out).contains("pretix");
        nowhereToBeRead();
    }

    @Test
    void whereNothingIsSaidTheCommandDoesNotWait() {
        said = "";
        assertThat(run(
                        "publish",
                        "connect",
                        "--house",
                        "theatre-du-port",
                        "--name",
                        "Région",
                        "--kind",
                        "openagenda",
                        "--set",
                        "agenda=1",
                        "--set",
                        "language=fr"))
                .isNotZero();
        assertThat(err).isNotBlank();
    }

    private void nowhereToBeRead() throws IOException {
        assertThat(out + err).doesNotContain(SECRET);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(SECRET);
        }
    }
}

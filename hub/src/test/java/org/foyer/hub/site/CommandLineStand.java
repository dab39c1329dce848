package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.site.internal.cli.Commands;
import org.foyer.hub.site.internal.cli.Console;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands on a data folder of its own, in English, and keeps what they said. */
abstract class CommandLineStand {

    @TempDir
    Path folder;

    /** What is said to the commands. */
    String said = "";

    String out = "";
    String err = "";

    final int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return exactly(all.toArray(String[]::new));
    }

    final int exactly(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(errBytes, true, StandardCharsets.UTF_8);
        InputStream in = new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
        Console console = new Console(in, out, err, false, Locale.ENGLISH);
        PrintStream before = System.err;
        System.setErr(err); // picocli tells usage errors there
        int code;
        try {
            code = Commands.run(console, arguments);
        } finally {
            System.setErr(before);
        }
        this.out = outBytes.toString(StandardCharsets.UTF_8);
        this.err = errBytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    final void addHouse() {
        assertThat(run("house", "add", "Théâtre du Port", "--discipline", "theatre", "--seats", "420"))
                .isZero();
        assertThat(out).isEqualToIgnoringNewLines("theatre-du-port");
    }
}

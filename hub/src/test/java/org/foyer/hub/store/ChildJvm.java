package org.foyer.hub.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process of Foyer, for what happens between two, or under limits of its own. */
final class ChildJvm {

    record Outcome(int exit, String said) {}

    /** Runs a class's main in a shell, after the given shell commands (limits, mounts). */
    /** What the jar says of itself, in its manifest and before anything logs. */
    private static final String AS_THE_JAR =
            "--enable-native-access=ALL-UNNAMED -Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    static Outcome run(String shellBefore, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("child-", ".out");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String command = shellBefore + " exec '" + java + "' -Xmx256m " + AS_THE_JAR + " -cp '"
                + System.getProperty("java.class.path")
                + "' '" + main.getName() + "' "
                + String.join(
                        " ", List.of(arguments).stream().map(a -> "'" + a + "'").toList());
        try {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the child did not end");
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    private ChildJvm() {}
}

package org.foyer.hub.site.internal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;

/**
 * The file that says a data folder is the demonstration, how far it is filled, and the password of its accounts.
 *
 * <p>The password is made by chance for each folder and only the owner of the folder may read it.
 */
final class DemoMark {

    private static final String FILE = "demo";
    private static final String DONE = "filled";
    private static final int WORDS = 6;
    private static final List<String> VOCABULARY = List.of(
            "rideau",
            "coulisse",
            "balcon",
            "parterre",
            "cintre",
            "rampe",
            "loge",
            "entracte",
            "souffleur",
            "herse",
            "jardin",
            "cour",
            "plateau",
            "fosse",
            "lustre",
            "ouvreuse",
            "billet",
            "affiche",
            "trappe",
            "toile",
            "velours",
            "strapontin",
            "corbeille",
            "poulailler",
            "pupitre",
            "baguette",
            "tutti",
            "solo",
            "chaconne",
            "menuet",
            "tirade",
            "masque");

    private final Path file;
    private final String password;
    private boolean done;

    private DemoMark(Path file, String password, boolean done) {
        this.file = file;
        this.password = password;
        this.done = done;
    }

    static DemoMark in(Path data) {
        return of(data, chosen(new SecureRandom()));
    }

    /** The mark of a folder, with that password when it has none yet. */
    static DemoMark of(Path data, String password) {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return new DemoMark(file, password, false);
            }
            List<String> lines = Files.readAllLines(file);
            return new DemoMark(file, lines.get(0), lines.contains(DONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String chosen(Random random) {
        return String.join(
                "-",
                random.ints(WORDS, 0, VOCABULARY.size())
                        .mapToObj(VOCABULARY::get)
                        .toList());
    }

    /** Whether the password of the demonstration, which stands in the folder, would protect nothing there. */
    static boolean keepsAwayFrom(Path data, String host) {
        boolean here = "127.0.0.1".equals(host) || "::1".equals(host) || "localhost".equals(host);
        return !here && Files.exists(data.resolve(FILE));
    }

    boolean exists() {
        return Files.exists(file);
    }

    boolean done() {
        return done;
    }

    String password() {
        return password;
    }

    void begin() throws IOException {
        if (!exists()) {
            write(password + "\n");
        }
    }

    void end() throws IOException {
        write(password + "\n" + DONE + "\n");
        done = true;
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}

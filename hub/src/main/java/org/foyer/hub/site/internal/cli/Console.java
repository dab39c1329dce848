package org.foyer.hub.site.internal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** Where a command listens and speaks: data on the standard output, everything else on the standard error. */
public final class Console {

    /** Letters of a line of the input. */
    private static final int LINE_MAX = 10_000;

    private final Reader in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Locale language;

    /** @param terminal whether a person watches, so that progress may be drawn in place */
    public Console(InputStream in, PrintStream out, PrintStream err, boolean terminal, Locale language) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.language = language;
    }

    /** The process's own. */
    public static Console ofProcess() {
        return new Console(System.in, System.out, System.err, System.console() != null, Locale.getDefault());
    }

    public Locale language() {
        return language;
    }

    /** What is said to the command, in UTF-8. */
    public Reader input() {
        return in;
    }

    /**
     * The next line of an input without its end, of which no more than so many letters are kept.
     *
     * @return null at the end of the input
     */
    public static @Nullable String line(Reader input, int lettersMax) throws IOException {
        StringBuilder line = new StringBuilder();
        int letter = input.read();
        boolean any = letter >= 0;
        while (letter >= 0 && letter != '\n') {
            if (line.length() < lettersMax && letter != '\r') {
                line.append((char) letter);
            }
            letter = input.read();
        }
        return any ? line.toString() : null;
    }

    /** The next line that is said to the command: a secret, an order; null when nothing more is said. */
    public @Nullable String line() throws IOException {
        return line(in, LINE_MAX);
    }

    /** Prints data. */
    public void data(String text) {
        out.print(text);
        if (!text.endsWith("\n")) {
            out.println();
        }
        out.flush();
    }

    /** Where data is streamed to. */
    public OutputStream dataStream() {
        return out;
    }

    /** Tells the person something. */
    public void say(String text) {
        err.println(text);
        err.flush();
    }

    /** Tells a sentence of the catalogue and its mend. */
    public void tell(String code, List<String> arguments) {
        Sentences sentences = Sentences.in(language);
        say(sentences.sentence(code, arguments));
        String mend = sentences.mend(code, arguments);
        if (!mend.isEmpty()) {
            say(mend);
        }
    }

    /** Draws the progress of one piece of work. */
    public ProgressBar progress(String title) {
        return new ProgressBar(err, terminal, title);
    }
}

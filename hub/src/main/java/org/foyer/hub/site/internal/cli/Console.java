package org.foyer.hub.site.internal.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.site.internal.server.Sentences;

/** Where a command speaks: data on the standard output, everything else on the standard error. */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Locale language;

    /** @param terminal whether a person watches, so that progress may be drawn in place */
    public Console(PrintStream out, PrintStream err, boolean terminal, Locale language) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.language = language;
    }

    /** The process's own. */
    public static Console ofProcess() {
        return new Console(System.out, System.err, System.console() != null, Locale.getDefault());
    }

    public Locale language() {
        return language;
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

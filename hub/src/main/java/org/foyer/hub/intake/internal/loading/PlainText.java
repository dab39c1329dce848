package org.foyer.hub.intake.internal.loading;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Text without markup. Tools send HTML in any field, whole or escaped, sometimes more than once; none of it is kept, so that
 * whatever writes a text later finds nothing to run.
 */
public final class PlainText {

    /** Times that markup may be hidden in escaped markup; beyond, every angle is taken out. */
    private static final int LAYERS_MAX = 4;

    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!?]");
    private static final Pattern ENTITY =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    /** What stands in every text that may hold markup, as the engine understands it too. */
    static final String MARKED = TAG.pattern() + "|" + ENTITY.pattern();

    private static final Pattern ANY = Pattern.compile(MARKED);
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\ufeff]+");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");
    private static final String BREAK = "\n";

    private PlainText() {}

    /** Whether a text may hold markup; one that does not is not changed beyond its blanks. */
    static boolean mayBeMarked(String text) {
        return ANY.matcher(text).find();
    }

    /** On one line, blanks taken together. */
    public static String line(String text) {
        return isPlain(text)
                ? text.strip()
                : BLANKS.matcher(bare(text)).replaceAll(" ").strip();
    }

    /** Whether nothing can be markup and no blank is another than one space: most texts, which cost no more than a look. */
    private static boolean isPlain(String text) {
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean odd = letter < ' ' || letter >= 0x7f && letter <= 0xa0 || letter == 0xfeff;
            if (odd || letter == '<' || letter == '&' || space && letter == ' ') {
                return false;
            }
            space = letter == ' ';
        }
        return true;
    }

    /** With the paragraphs and line breaks of the original, at most one empty line between them. */
    public static String lines(String text) {
        StringBuilder kept = new StringBuilder();
        int empty = 0;
        for (String line : bare(text).split("\\R", -1)) {
            String words = BLANKS.matcher(line).replaceAll(" ").strip();
            empty = words.isEmpty() ? empty + 1 : 0;
            if (!words.isEmpty() || empty == 1) {
                kept.append(words).append('\n');
            }
        }
        return kept.toString().strip();
    }

    private static String bare(String text) {
        String bare = CONTROLS.matcher(text.replace("\r\n", BREAK).replace('\r', '\n'))
                .replaceAll(" ");
        for (int layer = 0; layer < LAYERS_MAX; layer++) {
            if (!TAG.matcher(bare).find() && !ENTITY.matcher(bare).find()) {
                return bare;
            }
            bare = unmarked(bare);
        }
        return TAG.matcher(bare).find() ? bare.replace('<', ' ').replace('>', ' ') : bare;
    }

    private static String unmarked(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("script, style, template, noscript, iframe, object, svg, math, head, title")
                .remove();
        for (Element element : document.select("br, p, div, li, tr, h1, h2, h3, h4, h5, h6")) {
            element.prependText(BREAK);
            if (element.isBlock()) {
                element.appendText(BREAK);
            }
        }
        return CONTROLS.matcher(document.wholeText()).replaceAll(" ");
    }
}

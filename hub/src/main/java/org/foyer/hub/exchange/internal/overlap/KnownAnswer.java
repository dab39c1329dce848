package org.foyer.hub.exchange.internal.overlap;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.exchange.OverlapSides.Answer;
import org.foyer.hub.governance.NodeOverlapGate.Kept;

/** What the other house knows of the period already, told instead of a session: nothing is counted a second time. */
final class KnownAnswer {

    private static final Pattern FORM =
            Pattern.compile("known (\\d{1,8}) (\\d{1,4}) (-|overlap-small|overlap-withdrawn)");

    private KnownAnswer() {}

    static String told(Kept kept) {
        return "known " + kept.about() + " " + kept.within() + " " + (kept.withheld() == null ? "-" : kept.withheld());
    }

    static boolean isOne(String told) {
        return FORM.matcher(told).matches();
    }

    /** Of a text that is one. */
    static Answer read(String told) {
        Matcher form = FORM.matcher(told);
        if (!form.matches()) {
            throw new IllegalArgumentException("no known answer");
        }
        String why = form.group(3);
        return new Answer(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)), why.equals("-") ? null : why);
    }

    static String text(byte[] told) {
        return told.length > 60 ? "" : new String(told, StandardCharsets.US_ASCII);
    }
}

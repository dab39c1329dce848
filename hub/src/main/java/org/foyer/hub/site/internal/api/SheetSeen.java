package org.foyer.hub.site.internal.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.site.internal.security.Refused;

/** What somebody had before them when they began to type on a sheet, as text: {@code 3@2026-11-30T17:00:00Z}. */
public final class SheetSeen {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})@([0-9TZ:.-]{1,40})");

    private SheetSeen() {}

    public static String text(ShowSheet sheet) {
        return sheet.version() + "@" + sheet.savedAt();
    }

    /** @throws Refused 400 {@code parameter-unreadable} */
    public static ShowSheet.Seen read(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw Parameters.unreadable("seen", text);
        }
        try {
            return new ShowSheet.Seen(Integer.parseInt(parts.group(1)), Instant.parse(parts.group(2)));
        } catch (DateTimeException e) {
            throw Parameters.unreadable("seen", text);
        }
    }
}

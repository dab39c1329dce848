package org.foyer.hub.site.internal.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.intake.ShowSheet;
import org.foyer.hub.site.internal.security.Refused;
import org.jspecify.annotations.Nullable;

/** What somebody had before them when they began to type on a sheet, as text: {@code 3@2026-11-30T17:00:00Z}. */
public final class SheetSeen {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})@([0-9TZ:.-]{1,40})");

    private SheetSeen() {}

    public static String text(ShowSheet sheet) {
        return sheet.version() + "@" + sheet.savedAt();
    }

    /** The same of a sheet that may not be there yet. */
    public static String text(ShowSheet.@Nullable Seen seen) {
        return seen == null ? "0@" + Instant.EPOCH : seen.version() + "@" + seen.savedAt();
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

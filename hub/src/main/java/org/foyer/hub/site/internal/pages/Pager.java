package org.foyer.hub.site.internal.pages;

import org.jspecify.annotations.Nullable;

/**
 * Where one is in a long list.
 *
 * @param told for instance "1 to 50 of 312"
 */
public record Pager(
        String told, @Nullable String previous, @Nullable String next) {

    /** @param address of the page up to the offset's value, which is added at its end */
    static Pager of(Language language, long offset, int shown, long total, int limit, String address) {
        Formats formats = language.formats();
        String told = total == 0
                ? ""
                : language.say(
                        "pager_told",
                        formats.number(offset + 1),
                        formats.number(offset + shown),
                        formats.number(total));
        return new Pager(
                told,
                offset > 0 ? address + Math.max(0, offset - limit) : null,
                offset + shown < total ? address + (offset + limit) : null);
    }
}

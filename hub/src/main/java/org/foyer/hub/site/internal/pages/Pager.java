package org.foyer.hub.site.internal.pages;

import org.jspecify.annotations.Nullable;

/**
 * Where one is in a long list.
 *
 * @param told for instance "1 to 50 of 312"; empty where the list is whole
 */
public record Pager(
        String told, @Nullable String previous, @Nullable String next) {

    /** @param address of the page up to the offset's value, which is added at its end */
    static Pager of(Language language, long offset, int shown, long total, int limit, String address) {
        return of(language, offset, shown, total, total, limit, address);
    }

    /** @param reach how many can be walked to; of a longer list all are counted */
    static Pager of(Language language, long offset, int shown, long total, long reach, int limit, String address) {
        Formats formats = language.formats();
        String told = total == 0 || total == shown
                ? ""
                : language.say(
                        "pager_told",
                        formats.number(offset + 1),
                        formats.number(offset + shown),
                        formats.number(total));
        return new Pager(
                told,
                offset > 0 ? address + Math.max(0, offset - limit) : null,
                offset + shown < Math.min(total, reach) ? address + (offset + limit) : null);
    }
}

package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The houses and accounts of the node, for its operator.
 *
 * @param auditEnd number and digest of the newest audit line; null when there is none
 * @param link one-time link made a moment ago, shown this once
 * @param linkFor whom it is for
 */
public record NodeView(
        List<House> houses,
        List<Account> accounts,
        List<ImportView.Option> disciplines,
        @Nullable String auditEnd,
        @Nullable String link,
        @Nullable String linkFor) {

    /** One house by name only. */
    public record House(String name, String discipline, String seats, String members, boolean simulated) {}

    /** One account. */
    public record Account(long id, String login, String name, boolean operator, boolean enabled, boolean self) {}
}

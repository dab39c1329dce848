package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a house and one's own API tokens for it.
 *
 * @param secret of a token made a moment ago, shown this once
 */
public record MembersView(
        String base,
        List<Member> members,
        List<ImportView.Option> roles,
        boolean steward,
        List<Token> tokens,
        @Nullable String secret) {

    /** One member; nobody changes their own role. */
    public record Member(long account, String login, String name, String role, boolean self) {}

    /** One token. */
    public record Token(long id, String name, String may, String until, boolean live) {}
}

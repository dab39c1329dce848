package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Before one is inside: signing in, a one-time link, choosing a house. */
public final class DoorView {

    private DoorView() {}

    /** Signing in, by password or also through the organisation. */
    public record SignIn(
            String login,
            String next,
            boolean organisation,
            @Nullable String problem,
            @Nullable String mend) {}

    /** A one-time link with the password to choose. */
    public record Link(
            String key, @Nullable String problem, @Nullable String mend) {}

    /** The houses one may see. */
    public record Houses(List<House> houses) {}

    /** One house. */
    public record House(String href, String name, String says, boolean simulated) {}

    /** One's own account. */
    public record Own(
            String login,
            @Nullable String done,
            @Nullable String problem,
            @Nullable String mend) {}
}

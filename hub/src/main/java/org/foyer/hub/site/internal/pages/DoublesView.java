package org.foyer.hub.site.internal.pages;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a house tells twice, in pairs side by side.
 *
 * @param joined spellings that are one person, so that somebody may say that they are not
 * @param announcements dates that may be no performances
 */
public record DoublesView(
        String base,
        String told,
        @Nullable String done,
        @Nullable String problem,
        List<Pair> pairs,
        @Nullable String more,
        List<Pair> joined,
        List<Announcement> announcements,
        @Nullable String moreAnnouncements,
        List<Decided> decided) {

    /**
     * Things that may be one.
     *
     * @param same what the button says that joins them
     * @param sides the one that would be kept first; more than two where several may be one with it
     */
    public record Pair(int number, String kind, String title, String same, List<String> reasons, List<Side> sides) {

        public long keep() {
            return sides.get(0).id();
        }

        public List<Side> others() {
            return sides.subList(1, sides.size());
        }

        /** All names, for whoever hears the heading alone. */
        public String names() {
            return sides.stream().map(Side::name).distinct().collect(Collectors.joining(", "));
        }
    }

    /** @param production whose sheet is opened */
    public record Announcement(String title, String day, long production) {}

    /** @param facts short lines below the name */
    public record Side(long id, String name, List<String> facts) {}

    /** @param run where the decision can be taken back */
    public record Decided(String told, int run) {}
}

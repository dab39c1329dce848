package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where what was found plays, as the public reads it.
 *
 * @param says how many shows at how many places
 * @param notes what is not on the map, and why
 * @param map null when no place is known
 * @param search address of the same question as a list
 */
public record MapView(
        String title,
        String says,
        List<String> notes,
        @Nullable DiscMap map,
        List<Row> rows,
        String search) {

    /** A place. @param href what plays about there */
    public record Row(String name, String shows, String href) {}
}

package org.foyer.hub.intake;

import java.util.List;

/**
 * A bounded piece of a long list.
 *
 * @param offset of the first item, from 0
 * @param total items in the whole list
 */
public record Page<T>(List<T> items, long offset, long total) {
    public Page {
        items = List.copyOf(items);
    }
}

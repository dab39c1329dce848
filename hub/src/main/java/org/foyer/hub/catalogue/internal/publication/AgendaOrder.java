package org.foyer.hub.catalogue.internal.publication;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.foyer.hub.model.House;

/**
 * Whose programme goes where.
 *
 * @param settings what the kind needs besides; checked when the agenda was connected
 */
record AgendaOrder(House house, URI address, Map<String, String> settings, LocalDate today) {

    /** In which language the house's own words are. */
    static final String LANGUAGE = "language";

    String setting(String name) {
        return settings.getOrDefault(name, "");
    }

    String language() {
        return setting(LANGUAGE);
    }

    /** The address of something behind that of the agenda. */
    URI at(String path) {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}

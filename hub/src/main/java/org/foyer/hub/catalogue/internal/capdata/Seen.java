package org.foyer.hub.catalogue.internal.capdata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What was told a short while ago. What was forgotten is told again, which says nothing new in RDF. */
final class Seen {

    private static final int REMEMBERED_MAX = 20_000;

    private final Set<String> told = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED_MAX;
        }
    });

    /** Whether it has to be told now. */
    boolean isNew(String thing) {
        return told.add(thing);
    }
}

package org.foyer.hub.catalogue.internal;

import org.foyer.hub.catalogue.internal.capdata.CapDataExport;
import org.jspecify.annotations.Nullable;

/** What roles mean, as it stands in what leaves in other vocabularies. */
record CapDataRoles() implements CapDataExport.Roles {

    @Override
    public @Nullable String meaning(String role) {
        return Meanings.property(role);
    }

    @Override
    public boolean isGroup(String role) {
        return Meanings.isGroup(role);
    }
}

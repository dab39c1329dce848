package org.foyer.hub.governance.internal.networks;

import org.jdbi.v3.core.Handle;

/** A house of another node that says something to a network of this one, in one transaction. */
record Speaking(Handle handle, NetworkTables.Row network, GuestTables.Row row) {

    /** Its identifier. */
    String iri() {
        return row.guest().base() + "/id/house/" + row.guest().slug();
    }
}

package org.foyer.hub.store;

import org.jdbi.v3.core.Handle;

/** Work on one handle of the register, which opens, commits, rolls back and closes. */
@FunctionalInterface
public interface RegisterWork<T> {
    T on(Handle handle);
}

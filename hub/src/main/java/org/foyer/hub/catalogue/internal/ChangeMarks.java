package org.foyer.hub.catalogue.internal;

import org.foyer.hub.store.Register;

/** By what a number of a change is told from the same number on a node that was set up anew. */
@FunctionalInterface
public interface ChangeMarks {

    /** Marks nothing. */
    ChangeMarks NONE = run -> "";

    /** The mark of a run, lower-case hexadecimal digits; empty when there is no such run. */
    String of(long run);

    /** When the run began, which never changes. */
    static ChangeMarks of(Register register) {
        return run -> register.read(handle -> handle.createQuery("select begun_at from intake_run where id = :run")
                .bind("run", run)
                .mapTo(Long.class)
                .findOne()
                .map(Long::toHexString)
                .orElse(""));
    }
}

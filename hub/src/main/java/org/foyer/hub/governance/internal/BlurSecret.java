package org.foyer.hub.governance.internal;

import org.jdbi.v3.core.Handle;

/** The secret by which figures are moved, made at its first use and the same for ever: another would give a second look. */
final class BlurSecret {

    private static final String NAME = "comparison-blur";

    private BlurSecret() {}

    static Blur blur(Handle handle, Secrets secrets) {
        handle.execute(
                "insert into node_secret (name, value) values (?, ?) on conflict (name) do nothing",
                NAME,
                secrets.fresh());
        return new Blur(handle.createQuery("select value from node_secret where name = :name")
                .bind("name", NAME)
                .mapTo(String.class)
                .one());
    }
}

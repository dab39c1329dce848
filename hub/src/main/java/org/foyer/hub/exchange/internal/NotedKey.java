package org.foyer.hub.exchange.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.foyer.hub.exchange.NodeKeyMissing;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/**
 * The key of a node whose register knows how the node is called: made once, where there never was one, and never silently anew. Who loses the file
 * of the key, or restores a register without it, is told so.
 */
public final class NotedKey {

    private static final String NOTED = "node-name";

    /** How a node is told of that spoke with others before its name was noted, and lost its key. */
    private static final String UNNOTED = "?";

    private NotedKey() {}

    /** @throws NodeKeyMissing when the node had a key that is not in the folder, or another one is */
    public static NodeKey of(Path folder, Register register) {
        Optional<String> noted = register.read(NotedKey::noted);
        if (!NodeKey.isIn(folder) && (noted.isPresent() || register.read(NotedKey::knowsOthers))) {
            throw new NodeKeyMissing(noted.orElse(UNNOTED));
        }
        NodeKey key = NodeKey.in(folder);
        if (noted.isPresent() && !noted.get().equals(key.name())) {
            throw new NodeKeyMissing(noted.get());
        }
        if (noted.isEmpty()) {
            register.write(handle -> handle.execute(
                    "insert into node_secret (name, value) values (?, ?) on conflict (name) do nothing",
                    NOTED,
                    key.name()));
        }
        return key;
    }

    private static Optional<String> noted(Handle handle) {
        return handle.createQuery("select value from node_secret where name = :name")
                .bind("name", NOTED)
                .mapTo(String.class)
                .findOne();
    }

    private static boolean knowsOthers(Handle handle) {
        return handle.createQuery("select count(*) from dataspace_participant")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /**
     * The node begins anew, with whatever key lies in the folder or else with a new one, as somebody decided who has no copy of the old one. Everybody
     * must name it again.
     */
    public static void forget(Path folder, Register register) {
        NodeKey.dropNext(folder);
        register.write(handle -> handle.execute("delete from node_secret where name = ?", NOTED));
        NodeKey key = NodeKey.in(folder);
        register.write(
                handle -> handle.execute("insert into node_secret (name, value) values (?, ?)", NOTED, key.name()));
    }
}

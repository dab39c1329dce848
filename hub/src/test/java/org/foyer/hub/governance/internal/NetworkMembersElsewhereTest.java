package org.foyer.hub.governance.internal;

import java.nio.file.Path;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class NetworkMembersElsewhereTest {

    @Nested
    class OnSqlite extends NetworkMembersElsewhereContract {
        @TempDir
        Path folder;

        @Override
        Register register() {
            return EmptyStores.register(folder.resolve("register.db"));
        }
    }

    @Nested
    class OnPostgres extends NetworkMembersElsewhereContract {
        @Override
        Register register() {
            return DebianPostgres.register();
        }
    }
}

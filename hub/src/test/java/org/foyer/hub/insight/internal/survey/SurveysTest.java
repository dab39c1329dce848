package org.foyer.hub.insight.internal.survey;

import java.nio.file.Path;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class SurveysTest {

    @Nested
    class OnSqlite extends SurveysContract {
        @TempDir
        Path folder;

        @Override
        Register register() {
            return EmptyStores.register(folder.resolve("register.db"));
        }
    }

    @Nested
    class OnPostgres extends SurveysContract {
        @Override
        Register register() {
            return DebianPostgres.register();
        }
    }
}

package org.foyer.hub.governance.internal.abroad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.governance.NetworkErrands;
import org.foyer.hub.governance.NetworkErrands.Errand;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterErrandsTest {

    @TempDir
    Path folder;

    @Test
    void aNodeThatIsOffForWeeksKeepsNothingFromTheOthers() {
        Register register = EmptyStores.register(folder.resolve("register.db"));
        register.write(handle -> {
            for (int i = 0; i < NetworkErrands.AT_ONCE_MAX + 50; i++) {
                RegisterErrands.add(handle, "off", NetworkErrands.SAY, "uid", "off " + i, 1);
            }
            for (int i = 0; i < 3; i++) {
                RegisterErrands.add(handle, "near", NetworkErrands.SIGN, "uid", "near " + i, 2);
            }
            return true;
        });
        List<Errand> waiting = new RegisterErrands(register).waiting();
        assertThat(waiting).hasSize(NetworkErrands.AT_ONCE_MAX);
        assertThat(waiting)
                .filteredOn(one -> one.node().equals("near"))
                .extracting(Errand::body)
                .containsExactly("near 0", "near 1", "near 2");
        assertThat(waiting)
                .filteredOn(one -> one.node().equals("off"))
                .extracting(Errand::id)
                .isSorted();
    }
}

package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.model.House;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What houses say of their licences, in both registers. */
class LicencesTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path folder;

    @Test
    void whatAHouseSaysIsKeptAndCanBeTakenBackInSqlite() {
        isKept(EmptyStores.register(folder.resolve("register.db")));
    }

    @Test
    void whatAHouseSaysIsKeptAndCanBeTakenBackInPostgres() {
        isKept(DebianPostgres.register());
    }

    private void isKept(Register register) {
        House house = new RegisterHouses(register, CLOCK, new SecureRandom()).add(Fixture.house("Europe/Paris", false));
        Audit audit = new RegisterAudit(register, CLOCK, new AuditEnd(folder.resolve("audit.end")));
        Licences licences = new RegisterLicences(register, audit, CLOCK);
        assertThat(licences.of(house.id())).isEmpty();
        licences.say(house, Licences.named("CC-BY-4.0"), Actor.commandLine());
        licences.say(house, Licences.named("etalab-2.0"), Actor.commandLine());
        assertThat(licences.all()).containsOnlyKeys(house.id());
        assertThat(licences.of(house.id()).orElseThrow().id()).isEqualTo("etalab-2.0");
        register.write(handle -> handle.execute("update open_data_licence set licence = 'of a later edition'"));
        assertThat(licences.of(house.id())).isEmpty();
        licences.say(house, Optional.empty(), Actor.commandLine());
        assertThat(licences.all()).isEmpty();
        List<String> actions = new ArrayList<>();
        audit.lines(house.id(), 0, 10).forEach(line -> actions.add(line.action()));
        assertThat(actions).filteredOn("licence-said"::equals).hasSize(3);
    }
}

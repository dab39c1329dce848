package org.foyer.hub.catalogue.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.foyer.hub.catalogue.PublishedAgenda;
import org.foyer.hub.catalogue.PublishedAgenda.Done;
import org.foyer.hub.catalogue.PublishedAgenda.State;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite keeps of agendas, PostgreSQL keeps too. */
class AgendaRegistersTest {

    @TempDir
    Path folder;

    @Test
    void agendasAreKeptInPostgresAsInSqlite() {
        Register register = DebianPostgres.register();
        assertThat(new RegisterHouses(register, Clock.systemUTC(), new SecureRandom())
                        .add(AgendaStand.HOUSE)
                        .id())
                .isEqualTo(IntakeStand.PARIS);
        try (AgendaStand stand = new AgendaStand(new IntakeStand(folder), new OpenAgendaStub(), register)) {
            stand.venue();
            stand.show(1, "Hamlet");
            stand.dates(1, "2026-03-05");
            stand.show(2, "La Mouette");
            stand.sql("update production set description = null where id = 2");
            stand.dates(2, "2026-04-10");
            PublishedAgenda connected = stand.connect();
            assertThat(connected.everyMinutes()).isEqualTo(60);
            stand.agenda.instead("PUT .*/events/.*", stand.agenda.refusal("non"));
            assertThat(stand.publish().last()).isEqualTo(new Done(0, 0, 0, 2, 0));
            assertThat(stand.publish().last()).isEqualTo(new Done(1, 0, 0, 1, 0));
            assertThat(stand.now().there()).isEqualTo(1);
            assertThat(stand.now().nextAt()).isNotNull();
            assertThat(stand.register("select mark from agenda_mark")).hasSize(1);
            assertThat(stand.withdraw().state()).isEqualTo(State.WITHDRAWN);
            assertThat(stand.now().nextAt()).isNull();
            assertThat(stand.agendas.remove(AgendaStand.HOUSE.id(), connected.slug()))
                    .isTrue();
        }
    }
}

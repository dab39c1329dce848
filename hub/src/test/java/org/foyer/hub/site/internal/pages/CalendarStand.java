package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.foyer.hub.MovingClock;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Role;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.NodeSettings;
import org.foyer.hub.site.internal.api.CastsResource;
import org.foyer.hub.site.internal.api.StartsResource;
import org.foyer.hub.site.internal.security.Access;
import org.foyer.hub.site.internal.security.CurrentActor;
import org.foyer.hub.store.ArchivedFile;

/** A real node on the 1st of December 2026 with a house in Paris, whose programme tests bring in as a table. */
final class CalendarStand implements AutoCloseable {

    private static final String HEAD = "Code représentation;Titre;Date;Heure;Lieu;Salle;Statut;Durée;Disponibilité\n";

    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    static final CalendarRights EDITOR = new CalendarRights(true, true);

    final Node node;
    final House house;

    CalendarStand(Path folder) {
        NodeSettings plain = NodeSettings.of(folder, variable -> null);
        node = Node.open(new NodeSettings(
                folder,
                null,
                null,
                null,
                "512MB",
                plain.fileBytesMax(),
                plain.fetching(),
                plain.fetchAllowed(),
                plain.segmentQuestions(),
                0,
                new MovingClock(Instant.parse("2026-12-01T10:00:00Z"))));
        house = house("quatre-vents");
    }

    House house(String slug) {
        return node.houses()
                .add(new House(
                        new HouseId(1),
                        slug,
                        "Théâtre <des> Quatre-Vents",
                        Discipline.THEATRE,
                        400,
                        PostalAddress.UNKNOWN,
                        null,
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        false));
    }

    /** @param lines code; title; day; hour; venue; hall; state; minutes; availability */
    void plays(House of, String... lines) {
        byte[] table = (HEAD + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        ArchivedFile file = node.intake().receive(of.id(), "planning.csv", new ByteArrayInputStream(table));
        assertThat(node.intake()
                        .run(
                                new RunOrder(of.id(), List.of(file), Matching.NONE, false, null, "tester", null),
                                Progress.NONE)
                        .state())
                .isEqualTo(RunState.COMMITTED);
    }

    Programme programme() {
        return node.catalogue().programme();
    }

    CalendarView month(Language language, String month) {
        return month(language, month, CalendarRights.NONE);
    }

    CalendarView month(Language language, String month, CalendarRights rights) {
        return new CalendarViews(programme(), language, house, TODAY, rights).month(YearMonth.parse(month));
    }

    HallsView week(Language language, String day) {
        return new HallsViews(programme(), language, house, TODAY, EDITOR).week(LocalDate.parse(day));
    }

    /** The first performance of a title. */
    ProgrammeEntry entry(String title) {
        return programme().entries(house.id(), TODAY.minusYears(1), TODAY.plusYears(5), 0, 500).stream()
                .filter(entry -> entry.production().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private CurrentActor current(String login, Role role) {
        Actor actor = new Actor(login, false, Map.of(house.id(), role), false);
        return new CurrentActor(QuarkusSecurityIdentity.builder()
                .setAnonymous(true)
                .addAttribute("foyer.actor", actor)
                .build());
    }

    /** What somebody with a role in the house may ask the node to move. */
    StartsResource starts(String login, Role role) {
        CurrentActor current = current(login, role);
        return new StartsResource(new Access(node.houses(), current), current, node.intake(), node.audit());
    }

    /** The same of casts. */
    CastsResource casts(String login, Role role) {
        CurrentActor current = current(login, role);
        return new CastsResource(new Access(node.houses(), current), current, programme(), node.intake(), node.audit());
    }

    @Override
    public void close() {
        node.close();
    }
}

package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyer.hub.intake.internal.IntakeStand.PARIS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.foyer.hub.catalogue.EveningCast;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.intake.internal.IntakeStand;
import org.foyer.hub.model.CastChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever files credit and whatever changes are said: the usual cast with the difference of a date is the cast of that date. */
class CastPropertyTest {

    private static final long SEED = 20261129;
    private static final int SHOWS = 16;
    private static final int DATES_MAX = 7;
    private static final List<String> ROLES = List.of("Nina", "Treplev", "Chien", "");
    private static final List<String> NAMES = List.of("Ana Roy", "Luc Petit", "Zoé Blanc", "Max Noir", "Eve Vert");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Set<String>> expected = new HashMap<>();

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String lines() {
        StringBuilder csv = new StringBuilder(
                "Code représentation;Code spectacle;Titre;Date;Heure;Lieu;Artiste;Fonction;Cast changes\n");
        for (int show = 0; show < SHOWS; show++) {
            int dates = 1 + random.nextInt(DATES_MAX);
            for (int date = 0; date < dates; date++) {
                String ref = "R%d-%d".formatted(show, date);
                Set<String> base = base();
                List<CastChange> changes = changes();
                expected.put(ref, made(base, changes));
                for (String credit : base.isEmpty() ? Set.of("|") : base) {
                    csv.append("%s;P%d;Show %d;2026-03-%02d;20:00;Salle;%s;%s;\"%s\"\n"
                            .formatted(
                                    ref,
                                    show,
                                    show,
                                    date + 1,
                                    credit.substring(credit.indexOf('|') + 1),
                                    credit.substring(0, credit.indexOf('|')),
                                    CastChange.text(changes)));
                }
            }
        }
        return csv.toString();
    }

    /** Who is credited by the file: the same in most shows, sometimes others, sometimes nobody. */
    private Set<String> base() {
        Set<String> base = new LinkedHashSet<>();
        if (random.nextInt(6) == 0) {
            return base;
        }
        for (String role : ROLES) {
            if (random.nextInt(4) > 0) {
                base.add(role + "|" + (random.nextInt(3) > 0 ? NAMES.get(ROLES.indexOf(role)) : any(NAMES)));
            }
            if (random.nextInt(5) == 0) {
                base.add(role + "|" + any(NAMES));
            }
        }
        return base;
    }

    private List<CastChange> changes() {
        List<CastChange> changes = new ArrayList<>();
        int many = random.nextInt(5) < 3 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            CastChange change = CastChange.of(
                    any(ROLES), random.nextInt(4) == 0 ? "" : any(NAMES), random.nextInt(4) == 0 ? "" : any(NAMES));
            if (change.tellable()) {
                changes.add(change);
            }
        }
        return changes;
    }

    /** All changes at once: whoever is replaced goes, whoever plays comes where the other was, or besides. */
    private static Set<String> made(Set<String> base, List<CastChange> changes) {
        Set<String> cast = new TreeSet<>();
        Set<CastChange> done = new LinkedHashSet<>();
        for (String credit : base) {
            String role = credit.substring(0, credit.indexOf('|'));
            String name = credit.substring(role.length() + 1);
            List<CastChange> of = changes.stream()
                    .filter(change -> change.inPlaceOf().contains(name))
                    .filter(change -> change.role().isEmpty() || change.role().equals(role))
                    .toList();
            done.addAll(of);
            if (of.isEmpty()) {
                cast.add(credit);
            }
            of.forEach(change -> change.plays().forEach(plays -> cast.add(role + "|" + plays)));
        }
        for (CastChange change : changes) {
            if (!done.contains(change)) {
                change.plays().stream()
                        .filter(plays -> base.stream()
                                .noneMatch(credit -> credit.endsWith("|" + plays)
                                        && (change.role().isEmpty() || credit.startsWith(change.role() + "|"))))
                        .forEach(plays -> cast.add(change.role() + "|" + plays));
            }
        }
        return cast;
    }

    @Test
    void theUsualCastWithTheDifferenceIsTheCast() {
        try (IntakeStand stand = new IntakeStand(folder)) {
            assertThat(stand.run(PARIS, stand.receive("planning.csv", lines())).state())
                    .isEqualTo(RunState.COMMITTED);
            WarehouseProgramme programme = new WarehouseProgramme(stand.warehouse);
            List<ProgrammeEntry> entries = programme.entries(PARIS, Fixture.FIRST, Fixture.LAST, 0, 1_000);
            assertThat(entries).hasSize(expected.size());
            Map<String, String> refs = new HashMap<>();
            stand.query("select id, source_ref from performance")
                    .forEach(row -> refs.put(row.substring(0, row.indexOf('|')), row.substring(row.indexOf('|') + 1)));
            int different = 0;
            for (ProgrammeEntry entry : entries) {
                String ref = refs.get(Long.toString(entry.performance().id()));
                Set<String> credited = new TreeSet<>();
                entry.contributions().forEach(one -> credited.add(one.role() + "|" + one.name()));
                assertThat(credited).as(ref).isEqualTo(expected.get(ref));
                EveningCast cast =
                        programme.cast(PARIS, entry.performance().id()).orElseThrow();
                Set<String> told = new TreeSet<>();
                cast.cast().forEach((role, names) -> names.forEach(name -> told.add(role + "|" + name)));
                assertThat(told).as(ref).isEqualTo(credited);
                different += cast.changes().isEmpty() ? 0 : 1;
            }
            assertThat(different).isBetween(entries.size() / 10, entries.size());
        }
    }
}

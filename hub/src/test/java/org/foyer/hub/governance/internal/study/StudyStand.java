package org.foyer.hub.governance.internal.study;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedByAll;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.Gate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Observer;
import org.foyer.hub.governance.StudyGate.Told;
import org.foyer.hub.governance.internal.AuditEnd;
import org.foyer.hub.governance.internal.DisclosureGate;
import org.foyer.hub.governance.internal.RegisterAudit;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;

/** Houses that take part in studies, with sums that a test writes. */
final class StudyStand {

    static final Actor LEA = new Actor("lea", false, Map.of(), false);
    static final Season SEASON = new Season(2025);
    static final Epsilon HALF = new Epsilon(1, 2);

    final Register register;
    final List<House> houses = new ArrayList<>();
    final Map<HouseId, long[]> sums = new HashMap<>();
    final AgreedByAll agreed = new AgreedByAll();
    final AtomicInteger counts = new AtomicInteger();
    private final Path folder;
    LocalDate lastAsOf = LocalDate.MIN;
    String day = "2026-11-29";

    /** @param folder for the end of the audit */
    StudyStand(Register register, Path folder, int number) {
        this.register = register;
        this.folder = folder;
        RegisterHouses added = new RegisterHouses(register, clock(), new SecureRandom());
        for (int i = 0; i < number; i++) {
            String slug = "house-" + i;
            House house = added.bySlug(slug)
                    .orElseGet(() -> added.add(new House(
                            new HouseId(1),
                            slug,
                            "House",
                            Discipline.THEATRE,
                            500,
                            new PostalAddress(null, "69001", "Lyon", null, "FR"),
                            null,
                            ZoneId.of("Europe/Paris"),
                            Currency.getInstance("EUR"),
                            false)));
            houses.add(house);
            sums.put(house.id(), new long[] {400 + 20L * i, 300});
        }
    }

    Clock clock() {
        return Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC);
    }

    RegisterAudit audit() {
        return new RegisterAudit(register, clock(), new AuditEnd(folder.resolve("audit.end")));
    }

    Gate gate() {
        return new DisclosureGate(
                register,
                clock(),
                new SecureRandom(),
                new RegisterHouses(register, clock(), new SecureRandom()),
                audit());
    }

    StudyStand joined(int number) {
        houses.stream().limit(number).forEach(house -> gate().join(house.id(), Gate.STUDY, LEA));
        return this;
    }

    RegisterStudyGate study() {
        return new RegisterStudyGate(
                register,
                clock(),
                new SecureRandom(),
                new RegisterHouses(register, clock(), new SecureRandom()),
                agreed,
                audit());
    }

    RegisterNodeStudyGate nodes() {
        return new RegisterNodeStudyGate(
                register,
                clock(),
                new SecureRandom(),
                new RegisterHouses(register, clock(), new SecureRandom()),
                agreed,
                audit());
    }

    /** Two cells; a person counts once in each. */
    static Asked asked(String question, Epsilon epsilon) {
        return new Asked(question, SEASON, false, 2, 2, 1, epsilon);
    }

    Told told(int house, String question) {
        return told(house, asked(question, HALF));
    }

    Told told(int house, Asked asked) {
        return study().told(LEA, houses.get(house).id(), asked, this::brought);
    }

    /** @param account of a funder or researcher */
    Told observed(long account, String question) {
        Actor actor = new Actor("observer-" + account, false, Map.of(), false, account);
        return study().observed(actor, new Observer(account, false, "EUR"), asked(question, HALF), this::brought);
    }

    private Map<HouseId, long[]> brought(List<House> of, LocalDate asOf) {
        counts.incrementAndGet();
        lastAsOf = asOf;
        Map<HouseId, long[]> brought = new HashMap<>();
        of.forEach(one -> brought.put(one.id(), sums.get(one.id())));
        return brought;
    }
}

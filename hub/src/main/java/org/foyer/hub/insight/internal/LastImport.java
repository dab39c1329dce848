package org.foyer.hub.insight.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;

/** Whether a house's data is fresh enough to be acted upon. */
final class LastImport {

    /** A weekly import that is a day late is not yet old. */
    private static final int OLD_DAYS = 8;

    private LastImport() {}

    static List<Attention> attention(Register register, House house, LocalDate today) {
        Optional<Long> ended = register.read(handle -> handle.createQuery(
                        "select max(ended_at) from intake_run where house = :house and state = 'committed'")
                .bind("house", house.id().value())
                .mapTo(Long.class)
                .findOne());
        if (ended.isEmpty()) {
            return List.of(new Attention("attention-nothing-imported", null, List.of()));
        }
        LocalDate last = Instant.ofEpochMilli(ended.get()).atZone(house.zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(last, today);
        return days > OLD_DAYS
                ? List.of(new Attention("attention-import-old", null, List.of(Long.toString(days))))
                : List.of();
    }
}

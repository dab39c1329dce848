package org.foyer.hub.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyer.hub.model.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * One show as each house tells it. Whoever makes it speaks of the work and the production, whoever presents it of place and date, and
 * each of its own sale; docs/parts.md says how that is known.
 *
 * @param production of the house that asks
 * @param sides that of the house that asks first, then those who make it
 * @param work about the work and the production
 * @param sale prices and page, each house its own
 * @param evenings in order
 * @param more whether a production has more dates, or the show more houses, than are told
 */
public record ShowParts(
        long production,
        String title,
        List<Side> sides,
        List<Field> work,
        List<Field> sale,
        List<Evening> evenings,
        boolean more) {

    /**
     * A production of a house.
     *
     * @param house its name in addresses
     * @param makes whether it is known to make the show; every other presents it
     * @param run id of the last run, {@code /h/{house}/shows/{run}}
     * @param followed node from which the house took it, null where it says it itself
     */
    public record Side(
            long production,
            String house,
            String name,
            boolean simulated,
            boolean makes,
            String currency,
            String run,
            @Nullable String followed,
            List<Contribution> credits,
            List<ProgrammeEntry.Item> works) {}

    /**
     * What is said of one thing.
     *
     * @param property as a sheet calls it, of a text in another language followed by {@code @} and the language; {@code start},
     *     {@code credits} and {@code works} too
     * @param said by the sides that say something, in their order
     * @param differs whether they say it in other words, apart from case, accents and blanks; of their own sale never
     */
    public record Field(String property, List<Said> said, boolean differs) {

        /** What a side says. */
        public Optional<Said> of(long production) {
            return said.stream().filter(one -> one.production() == production).findFirst();
        }
    }

    /**
     * The words of one side.
     *
     * @param production of the side
     * @param performance 0 where the whole show is meant
     * @param value prices in minor units of the currency of the side; several values of several dates after one another
     * @param part whether it is the part of this side
     * @param sayable whether a sheet can say it so
     */
    public record Said(long production, long performance, String value, boolean part, boolean sayable) {}

    /** What is told of one evening, by those who tell it. */
    public record Evening(LocalDate day, List<Field> fields) {

        public boolean differs() {
            return fields.stream().anyMatch(Field::differs);
        }

        /** The performance of a side, 0 when it does not tell this evening. */
        public long performance(long of) {
            return fields.stream()
                    .flatMap(field -> field.of(of).stream())
                    .mapToLong(Said::performance)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Fields in which sides differ. */
    public long differences() {
        return Stream.concat(work.stream(), evenings.stream().flatMap(evening -> evening.fields().stream()))
                .filter(Field::differs)
                .count();
    }

    /** The side that has a production. */
    public Optional<Side> side(long of) {
        return sides.stream().filter(side -> side.production() == of).findFirst();
    }
}

package org.foyer.hub.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * On which day people of a house last said something themselves, as the register has it: of being contacted, of an error in
 * their contacts, or that they do not want to be counted. Keys and days only.
 *
 * <p>What the house does by itself says nothing of the person: a list that it made, a look, an import. So what came in a file
 * counts on the day that the file tells for it, and not at all where it tells none. Who counts
 * what is due and who erases it both ask here, so that they agree.
 */
public final class LastSaid {

    private static final String SQL = """
            select person, max(at) as at, cast(null as text) as day from (
              select person, at from consent_event where house = :house and way <> 'file'
              union all select person, at from correction where house = :house
              union all select person, at from figures_objection where house = :house) said
            group by person
            union all
            select person, at, said_day from consent_event
            where house = :house and way = 'file' and said_day is not null
            """;

    private static final int ROWS_AT_ONCE = 1_000;

    private LastSaid() {}

    private record Said(long person, LocalDate day) {}

    /**
     * The latest day of each person who said something, by their key.
     *
     * @param zone of the house
     */
    public static Map<Long, LocalDate> days(Handle handle, HouseId house, ZoneId zone) {
        Map<Long, LocalDate> days = new HashMap<>();
        try (Stream<Said> all = handle
                .createQuery(SQL)
                .bind("house", house.value())
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) ->
                        new Said(row.getLong("person"), day(row.getLong("at"), row.getString("day"), zone)))
                .stream()) {
            all.forEach(
                    said -> days.merge(said.person(), said.day(), (one, other) -> one.isBefore(other) ? other : one));
        }
        return days;
    }

    /** A file may tell a day that is yet to come, by mistake; nobody is kept longer for it than from when it was read. */
    private static LocalDate day(long at, @Nullable String told, ZoneId zone) {
        LocalDate written = LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
        if (told == null) {
            return written;
        }
        LocalDate said = LocalDate.parse(told);
        return said.isBefore(written) ? said : written;
    }
}

package org.foyer.hub.intake.internal.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;

/**
 * On the sheet of which show something is typed.
 *
 * @param production of the show
 * @param dates its performances at the venue; none where it is about something else
 * @param name as the show calls the work or the person, empty where it is about something else
 */
record TypedWhere(long production, List<Long> dates, String name) {

    private static final String OF_VENUE = """
            select production, list(id order by day, id) as dates, '' as name from performance
            where house = $house and venue = $thing group by production order by max(day) desc, production limit 200
            """;

    private static final String OF_WORK = """
            select f.production, []::bigint[] as dates, any_value(w.title) as name from programme_item i
            join performance f on f.house = i.house and f.id = i.performance join work w on w.house = i.house and w.id = i.work
            where i.house = $house and i.work = $thing group by f.production order by max(f.day) desc, f.production limit 200
            """;

    private static final String OF_PERSON = """
            select f.production, []::bigint[] as dates, min(c.name) as name from contribution c
            join performance f on f.house = c.house and f.id = c.performance
            left join one_name o on o.name = name_number(c.name)
            where c.house = $house and coalesce(o.known_as, name_number(c.name)) = $thing
            group by f.production order by max(f.day) desc, f.production limit 200
            """;

    /** The last run that typed it. */
    private static final String TYPED = """
            select coalesce(max(run), 0) from (
              select run, property from description where house = $house and kind = '$kind' and thing = $thing and source = 'typed-here'
              union all
              select run, 'id:' || property from found_outside where house = $house and kind = '$kind' and source = 'typed-here'
                and (thing = $thing or kind = 'name' and thing in (select name from one_name where known_as = $thing)))
            where property = ?
            """;

    /** Shows that are played there, play it or credit it; those that played last first. */
    static List<TypedWhere> shows(Connection connection, HouseId house, History.Kind kind, long thing)
            throws SQLException {
        String sql = switch (kind) {
            case VENUE -> OF_VENUE;
            case WORK -> OF_WORK;
            case PERSON -> OF_PERSON;
            case SHOW, PERFORMANCE -> throw new IllegalArgumentException("a " + kind.word() + " has one sheet");
        };
        return new Sql(connection)
                .list(
                        row -> new TypedWhere(
                                row.getLong("production"), HouseHistory.numbers(row, "dates"), row.getString("name")),
                        of(sql, house, thing));
    }

    /** The run that typed a property last, 0 when none did. */
    static int run(Connection connection, HouseId house, HistoryLine line, long thing) throws SQLException {
        String kind = line.part().name().toLowerCase(Locale.ROOT);
        return (int) new Sql(connection).number(of(TYPED, house, thing).replace("$kind", kind), line.property());
    }

    /** The show whose sheet typed it last, so that no sheet says otherwise; else the one that played last. */
    static Optional<TypedWhere> of(List<TypedWhere> shows, Optional<Long> typed) {
        return shows.stream()
                .filter(show -> typed.isPresent() && typed.get() == show.production())
                .findFirst()
                .or(() -> shows.stream().findFirst());
    }

    private static String of(String sql, HouseId house, long thing) {
        return sql.replace("$house", Integer.toString(house.value())).replace("$thing", Long.toString(thing));
    }
}

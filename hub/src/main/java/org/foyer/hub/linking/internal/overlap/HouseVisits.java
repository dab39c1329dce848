package org.foyer.hub.linking.internal.overlap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.GenreCodes;
import org.foyer.hub.store.Warehouse;

/**
 * For each person of a house the first day of a performance they hold, and the genres they came to most, in one number: 16 bits of days since 1970, then a bit for
 * each genre. Keys of the house and numbers only, and of genres the codes of the shared list: the house's own words stay here. People and
 * visits are told apart as on the page of the audience.
 */
final class HouseVisits {

    /** Genres of a house that are counted, those most people came to. */
    static final int GENRES_MAX = 8;

    /** Genres in which one person counts in each house, so that one person changes few numbers. */
    static final int GENRES_OF_ONE = 2;

    /** A genre that fewer people came to is not counted. */
    private static final int PEOPLE_LEAST = 10;

    /** Who holds nothing. */
    static final int NEVER = 0xFFFF << GENRES_MAX;

    private static final int FIRST = 4_096;

    private static final String VISIT = """
            with visit as materialized (
              select coalesce(o.one_person, s.person) as person, any_value(p.day) as day, any_value(p.genre) as genre
              from sale_line s
              join (
                select f.id, f.day, g.genre from performance f
                left join (
                  select r.id, case when r.genre is not null then coalesce(c.code, 'unknown') end as genre
                  from production r left join genre_code c on c.word = r.genre where r.house = $1) g on g.id = f.production
                where f.house = $1 and f.state not in ('cancelled', 'postponed') and f.day <= $4
                  and f.set_aside is distinct from 'test') p on p.id = s.performance
              left join (
                select person, one_person from same_person where house = $1 and one_person <> person) o on o.person = s.person
              where s.house = $1 and s.person is not null and s.day <= $2 and s.operation in ('sale', 'cancellation')
                and s.person not in (select person from uncounted_buyer where house = $1)
              group by coalesce(o.one_person, s.person), s.performance having sum(s.quantity) > 0)
            """;

    private static final String GENRES = VISIT + """
            select genre from visit where genre is not null and day >= $3::date - interval 2 year
            group by genre having count(distinct person) >= $5 order by count(distinct person) desc, genre limit $6
            """;

    private static final String FACTS = VISIT + """
            , taste as (
              select person, list_position($5::varchar[], genre) - 1 as place
              from visit where day >= $3::date - interval 2 year and list_contains($5::varchar[], genre)
              group by person, genre
              qualify row_number() over (partition by person order by count(*) desc, place) <= $6)
            select v.person, date_diff('day', date '1970-01-01', v.first), coalesce(t.genres, 0)
            from (select person, min(day) as first from visit group by person) v
            left join (select person, bit_or(1 << place::integer) as genres from taste group by person) t on t.person = v.person
            order by v.person
            """;

    private final List<String> genres;
    private long[] people = new long[FIRST];
    private int[] facts = new int[FIRST];
    private int size;

    private HouseVisits(List<String> genres) {
        this.genres = genres;
    }

    /** @param asOf what was sold up to this day @param season with the two before it the time in which genres count */
    static HouseVisits of(Warehouse warehouse, House house, Season season, LocalDate asOf) {
        return warehouse.read(connection -> {
            GenreCodes.prepare(connection, List.of(house.id()));
            HouseVisits visits = new HouseVisits(genres(connection, house, season, asOf));
            visits.read(connection, house, season, asOf);
            return visits;
        });
    }

    private static List<String> genres(Connection connection, House house, Season season, LocalDate asOf)
            throws SQLException {
        List<String> genres = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(GENRES)) {
            bind(query, house, season, asOf);
            query.setInt(5, PEOPLE_LEAST);
            query.setInt(6, GENRES_MAX);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    genres.add(row.getString(1));
                }
            }
        }
        return List.copyOf(genres);
    }

    private void read(Connection connection, House house, Season season, LocalDate asOf) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FACTS)) {
            bind(query, house, season, asOf);
            query.setArray(5, connection.createArrayOf("VARCHAR", genres.toArray()));
            query.setInt(6, GENRES_OF_ONE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    add(row.getLong(1), row.getLong(2), row.getInt(3));
                }
            }
        }
    }

    private static void bind(PreparedStatement query, House house, Season season, LocalDate asOf) throws SQLException {
        query.setShort(1, (short) house.id().value());
        query.setObject(2, asOf);
        query.setObject(3, season.from());
        query.setObject(4, season.to());
    }

    private void add(long person, long day, int genresOfOne) {
        if (size == people.length) {
            people = Arrays.copyOf(people, size * 2);
            facts = Arrays.copyOf(facts, size * 2);
        }
        people[size] = person;
        facts[size++] = (int) Math.max(0, Math.min(day, 0xFFFE)) << GENRES_MAX | genresOfOne;
    }

    /** Codes of the shared list. */
    List<String> genres() {
        return genres;
    }

    /** What one person did; {@link #NEVER} when they hold nothing. */
    int of(long person) {
        int at = Arrays.binarySearch(people, 0, size, person);
        return at < 0 ? NEVER : facts[at];
    }

    /** People whose first visit is in the season. */
    long firstTimers(Season season) {
        return Arrays.stream(facts, 0, size)
                .filter(fact -> isFirst(fact, season))
                .count();
    }

    /** Whole years from the first visit that is known to the season; 0 without any. */
    int yearsBefore(Season season) {
        int first = Arrays.stream(facts, 0, size).map(HouseVisits::day).min().orElse(0xFFFF);
        LocalDate since = LocalDate.ofEpochDay(first);
        return (int) Math.max(0, ChronoUnit.YEARS.between(since, season.from()));
    }

    /** Days since 1970 of the first visit. */
    static int day(int fact) {
        return fact >>> GENRES_MAX;
    }

    static boolean isFirst(int fact, Season season) {
        return day(fact) >= season.from().toEpochDay()
                && day(fact) <= season.to().toEpochDay();
    }

    /** Of two whose key is one: the earlier first visit, the genres of either. */
    static int merged(int one, int other) {
        int mask = (1 << GENRES_MAX) - 1;
        return Math.min(day(one), day(other)) << GENRES_MAX | ((one | other) & mask);
    }
}

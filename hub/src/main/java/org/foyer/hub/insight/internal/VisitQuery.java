package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.foyer.hub.insight.AudienceBasis;
import org.foyer.hub.insight.AudienceSheet.Linked;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * Counts people by what they did, in one pass over a house's sale lines. A visit is a performance for which a buyer holds
 * tickets on the day asked; a buyer who gave all of them back did not come. Buyers that linking found to be one person are
 * one; where nothing was linked each buyer is one. Who objected to being counted is nobody.
 */
final class VisitQuery {

    /** Parameters: $1 house, $2 as of which day, $3 and $4 the season. {@code told} is the day by which a season is told. */
    static final String VISITS = """
            with visit as materialized (
              select coalesce(o.one_person, s.person) as person, s.performance, any_value(p.day) as day, any_value(p.genre) as genre,
                min(s.first_day) as bought, max(s.day) filter (s.operation = 'sale') as last_bought, sum(s.amount) as paid,
                %s as told
              from sale_line s
              join (
                select f.id, f.day, g.genre from performance f
                left join (select id, genre from production where house = $1) g on g.id = f.production
                where f.house = $1 and f.state not in ('cancelled', 'postponed') and $counted) p on p.id = s.performance
              left join (
                select person, one_person from same_person where house = $1 and one_person <> person) o on o.person = s.person
              where s.house = $1 and s.person is not null and s.day <= $2 and s.operation in ('sale', 'cancellation')
                and s.person not in (select person from uncounted_buyer where house = $1)
              group by coalesce(o.one_person, s.person), s.performance having sum(s.quantity) > 0)
            """.replace("$counted", Scope.COUNTED);

    /**
     * Recency and frequency of a person by {@code last_bought} and {@code performances}, after Purple Seven and TRG Arts: who bought
     * three performances at once is a convertee, and who bought far ahead can grow stale before coming.
     */
    static final String SEGMENT = """
            case
              when last_bought <= $2::date - interval 36 month then 'lapsed'
              when last_bought <= $2::date - interval 18 month then 'stale'
              when performances = 1 then 'new'
              when performances = 2 then 'once-before'
              when performances = 3 then 'convertee'
              when performances <= 10 then 'active'
              else 'super-active' end""";

    private static final String PEOPLE =
            (VISITS + """
            , people as materialized (
              select person, min(told) as first_told, count(*) as performances,
                count(*) filter (told between $3 and $4) as now,
                count(*) filter (told between $3::date - interval 1 year and $3::date - 1) as before,
                count(distinct day) filter (day > $2::date - interval 1 year and day <= $2) as visits,
                max(day) filter (day <= $2) as last_attended, max(last_bought) as last_bought,
                count(distinct genre) filter (told between $3::date - interval 2 year and $4) as genres,
                count(*) filter ($lately) as lately, sum(paid) filter ($lately) as spent
              from visit group by person)
            , gap as materialized (
              select person, day, date_diff('day', lag(day) over (partition by person order by day), day) as days
              from (select distinct person, day from visit where day <= $2))
            , awaited as (select person, max(day) + ceil(median(days))::integer as day from gap group by person)
            , alike as (
              select count(*) as people, corr(lately, spent / lately) as alike from people where lately > 1)
            , segmented as (
              select *, """ + SEGMENT + """
                 as segment,
                case when last_attended > $2::date - interval 6 month then 'half-year'
                  when last_attended > $2::date - interval 12 month then 'year'
                  when last_attended > $2::date - interval 18 month then 'year-and-half'
                  when last_attended > $2::date - interval 36 month then 'three-years'
                  when last_attended is not null then 'longer' end as recency,
                case when visits between 1 and 3 then 'visits-' || visits when visits between 4 and 5 then 'visits-4-5'
                  when visits between 6 and 10 then 'visits-6-10' when visits > 10 then 'visits-over-10' end as frequency
              from people)
            select 'buyers' as topic, 'now' as key, count(*) filter (now > 0) as n from people
            union all select 'buyers', 'first', count(*) filter (now > 0 and first_told >= $3) from people
            union all select 'buyers', 'before', count(*) filter (before > 0) from people
            union all select 'buyers', 'before-first',
              count(*) filter (before > 0 and first_told >= $3::date - interval 1 year) from people
            union all select 'buyers', 'back', count(*) filter (before > 0 and now > 0) from people
            union all select 'buyers', 'back-first',
              count(*) filter (before > 0 and now > 0 and first_told >= $3::date - interval 1 year) from people
            union all select 'buyers', 'ever', count(*) from people
            union all select 'visits', 'all', coalesce(sum(visits), 0) from people
            union all select 'genres', case when genres >= 3 then 'genres-3-plus' else 'genres-' || genres end, count(*)
              from people where now > 0 and genres > 0 group by 2
            union all select 'genre', 'known', count(distinct genre)
              from visit where told between $3::date - interval 2 year and $4
            union all select 'segment', segment, count(*) from segmented group by 2
            union all select 'recency', recency, count(*) from segmented where recency is not null group by 2
            union all select 'frequency', frequency, count(*) from segmented where frequency is not null group by 2
            union all select 'interval', 'days', median(days)::bigint from gap
            union all select 'interval', 'gaps', count(days) from gap
            union all select 'awaited', case when day is null then 'came-once'
                when day <= $2::date - interval 12 month then 'awaited-for-long' when day < $2 then 'overdue'
                when day <= $2::date + interval 3 month then 'awaited-3-months'
                when day <= $2::date + interval 6 month then 'awaited-6-months'
                when day <= $2::date + interval 12 month then 'awaited-12-months' else 'awaited-later' end, count(*)
              from awaited group by 2
            union all select 'spent', case when spent < 50 * $unit then '0-50' when spent < 100 * $unit then '50-100'
                when spent < 250 * $unit then '100-250' when spent < 500 * $unit then '250-500' else '500+' end, count(*)
              from people where lately > 0 group by 2
            union all select 'paid', 'all', coalesce(sum(spent), 0)::bigint from people where lately > 0
            union all select 'alike', 'people', people from alike where isfinite(alike)
            union all select 'alike', 'hundredths', round(100 * alike)::bigint from alike where isfinite(alike)
            """).replace("$lately", "bought > $2::date - interval 5 year");

    /** Tickets of the season, those of unknown buyers too, and the first day of the house's data. */
    private static final String WHOLE = """
            select coalesce(sum(quantity), 0), coalesce(sum(quantity) filter (person is not null), 0)
            from sale_line where house = $1 and day <= $2 and operation in ('sale', 'cancellation')
              and performance in (select id from performance where house = $1 and day between $3 and $4
                and state not in ('cancelled', 'postponed') and $counted)
            """.replace("$counted", Scope.COUNTED);

    private static final String SINCE = """
            select min(day) from performance where house = $1 and id in (
              select performance from daily_cube where house = $1 and day <= $2)
            """;

    private static final String LINKED = "select buyers, people, households from linked where house = ?";

    private VisitQuery() {}

    /** How many buyers linking found to be how many people; null where nothing was linked. */
    static @Nullable Linked linked(Connection connection, HouseId house) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LINKED)) {
            query.setShort(1, (short) house.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? new Linked(row.getLong(1), row.getLong(2), row.getLong(3)) : null;
            }
        }
    }

    /** The day by which a visit belongs to a season. */
    static String told(AudienceBasis basis) {
        return basis == AudienceBasis.PERFORMANCE ? "any_value(p.day)" : "min(s.first_day)";
    }

    static Tally people(Connection connection, House house, Season season, LocalDate asOf, AudienceBasis basis)
            throws SQLException {
        Tally tally = new Tally();
        String people = PEOPLE.formatted(told(basis)).replace("$unit", Long.toString(minorUnits(house)));
        try (PreparedStatement query = connection.prepareStatement(people)) {
            bind(query, house.id(), season, asOf);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tally.add(row.getString(1), row.getString(2), row.getLong(3));
                }
            }
        }
        try (PreparedStatement query = connection.prepareStatement(WHOLE)) {
            bind(query, house.id(), season, asOf);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                tally.add("tickets", "all", row.getLong(1));
                tally.add("tickets", "known", row.getLong(2));
            }
        }
        return tally;
    }

    /** Of the house's currency in one unit. */
    static int minorUnits(House house) {
        return (int) Math.pow(10, Math.max(0, house.currency().getDefaultFractionDigits()));
    }

    /** Day of the first performance that is known to have been sold; null without any. */
    static @Nullable LocalDate since(Connection connection, HouseId house, LocalDate asOf) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SINCE)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getDate(1) != null ? row.getDate(1).toLocalDate() : null;
            }
        }
    }

    static void bind(PreparedStatement query, HouseId house, Season season, LocalDate asOf) throws SQLException {
        query.setShort(1, (short) house.value());
        query.setObject(2, asOf);
        query.setObject(3, season.from());
        query.setObject(4, season.to());
    }
}

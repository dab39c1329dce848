package org.foyer.hub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * How many buyers live where: counts of people by area, the only thing that leaves the addresses for figures. Nobody who
 * reads these counts sees an address or the key of a person; small ones are for the reader to withhold.
 */
public final class BuyerAreas {

    /** Areas at most, largest first; more than there are pairs of postcode and commune in any country of the houses. */
    private static final int AREAS_MAX = 100_000;

    /**
     * Areas lie beside the sealed addresses, made coarse by the script of the warehouse; no key is needed. Buyers that linking
     * found to be one person count once, where the first of them that has an area lives.
     */
    private static final String SQL = """
            select home.country, home.area, home.commune, count(*) as buyers from (
              select coalesce(arg_min({'country': p.country, 'area': p.area, 'commune': p.commune}, p.person)
                  filter (p.area is not null), {'country': min(p.country), 'area': null, 'commune': null}) as home
              from (
                select distinct coalesce(o.one_person, s.person) as person from (
                  select person, performance, sum(quantity) as tickets from sale_line
                  where house = $1 and person is not null and day <= $2 and operation in ('sale', 'cancellation')
                    and person not in (select person from uncounted_buyer where house = $1)
                    and performance in (select id from performance where house = $1 and day between $3 and $4
                      and state not in ('cancelled', 'postponed'))
                  group by person, performance having sum(quantity) > 0) s
                left join (select person, one_person from same_person where house = $1) o on o.person = s.person) b
              join (
                select coalesce(o.one_person, r.person) as one_person, r.person, r.area_country as country, r.area, r.commune
                from (select person, area_country, area, commune from personal.person where house = $1) r
                left join (select person, one_person from same_person where house = $1) o on o.person = r.person) p
                on p.one_person = b.person
              group by b.person)
            group by home.country, home.area, home.commune
            order by buyers desc, home.country, home.area, home.commune limit $5
            """;

    private static final String OF_SEASON = """
            (select id from performance where house = $1 and day between $3 and $4
                      and state not in ('cancelled', 'postponed'))""";

    /** Parameters: $1 house, $2 as of which day, $3 performances, $4 areas at most. */
    private static final String OF_SHOW =
            SQL.replace(OF_SEASON, "(select unnest($3::bigint[]))").replace("limit $5", "limit $4");

    private static final String LIVING_IN = """
             as select w.prefix, h.person from (
              select coalesce(o.one_person, r.person) as person, arg_min(r.area, r.person) filter (r.area is not null) as area
              from (select person, area from personal.person where house = $1) r
              left join (select person, one_person from same_person where house = $1) o on o.person = r.person
              group by 1) h
            join (select distinct unnest($2::varchar[]) as prefix) w on starts_with(h.area, w.prefix)
            """;

    private static final String CLASSES = """
             as select h.house, h.person, c.code from (
              select r.house, coalesce(o.one_person, r.person) as person,
                arg_min({'country': coalesce(r.area_country, ''), 'area': r.area}, r.person) filter (r.area is not null) as home
              from (select house, person, area_country, area from personal.person
                where house in (select distinct unnest($1::smallint[]))) r
              left join same_person o on o.house = r.house and o.person = r.person
              group by r.house, coalesce(o.one_person, r.person)) h
            join (select unnest($1::smallint[]) as house, unnest($2::varchar[]) as country, unnest($3::varchar[]) as area,
              unnest($4::varchar[]) as code) c
            on c.house = h.house and c.country = h.home.country and c.area = h.home.area
            """;

    private BuyerAreas() {}

    /**
     * @param country as the house's files say it, in capitals; null when they do not
     * @param area postcode or its first part; null when it is not known
     * @param commune code of INSEE; null when the address tells of none, or not of one
     */
    public record Area(
            @Nullable String country,
            @Nullable String area,
            @Nullable String commune,
            long buyers) {}

    /** The areas of those who have tickets for performances of a time, as known on a day; most buyers first. */
    public static List<Area> of(Connection connection, HouseId house, LocalDate from, LocalDate to, LocalDate asOf)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SQL)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            query.setObject(3, from);
            query.setObject(4, to);
            query.setInt(5, AREAS_MAX);
            return read(query);
        }
    }

    /** The areas of those who have tickets for some performances, as known on a day; most buyers first. */
    public static List<Area> of(Connection connection, HouseId house, List<Long> performances, LocalDate asOf)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(OF_SHOW)) {
            query.setShort(1, (short) house.value());
            query.setObject(2, asOf);
            query.setArray(3, connection.createArrayOf("BIGINT", performances.toArray()));
            query.setInt(4, AREAS_MAX);
            return read(query);
        }
    }

    private static List<Area> read(PreparedStatement query) throws SQLException {
        List<Area> areas = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                areas.add(new Area(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
            }
        }
        return areas;
    }

    /**
     * Makes a temporary table {@code (prefix, person)} of who lives in areas that begin like this; a person of several buyers lives
     * where the first of them that has an area does. For counts of people only: no address and no whole postcode is in it.
     *
     * @param prefixes beginnings of areas, in capitals
     * @param table name of the table, which whoever asks has chosen, never a person
     */
    public static void livingIn(Connection connection, HouseId house, List<String> prefixes, String table)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("create or replace temp table " + table + LIVING_IN)) {
            query.setShort(1, (short) house.value());
            query.setArray(2, connection.createArrayOf("VARCHAR", prefixes.toArray()));
            query.execute();
        }
    }

    /**
     * An area of a house's buyers and the class that it belongs to.
     *
     * @param country as the house's files say it; null when they do not
     */
    public record Classed(HouseId house, @Nullable String country, String area, String code) {}

    /**
     * Makes a temporary table {@code (house, person, code)} of the class of each person's home; who lives in none of the areas is not in it.
     * For counts of people only: no address and no postcode is in it.
     *
     * @param table name of the table, which whoever asks has chosen, never a person
     */
    public static void classes(Connection connection, List<Classed> all, String table) throws SQLException {
        List<Classed> classed = all.stream().distinct().toList(); // an area of several communes comes once for each
        try (PreparedStatement query = connection.prepareStatement("create or replace temp table " + table + CLASSES)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "SMALLINT",
                            classed.stream()
                                    .map(one -> (short) one.house().value())
                                    .toArray()));
            query.setArray(
                    2,
                    connection.createArrayOf(
                            "VARCHAR",
                            classed.stream()
                                    .map(one -> one.country() == null ? "" : one.country())
                                    .toArray()));
            query.setArray(
                    3,
                    connection.createArrayOf(
                            "VARCHAR", classed.stream().map(Classed::area).toArray()));
            query.setArray(
                    4,
                    connection.createArrayOf(
                            "VARCHAR", classed.stream().map(Classed::code).toArray()));
            query.execute();
        }
    }
}

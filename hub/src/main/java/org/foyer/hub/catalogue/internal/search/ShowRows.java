package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.internal.Communes;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.FestivalIds;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a house plays out of the warehouse, run by run, and the mark by which one knows whether that changed.
 *
 * <p>The mark is a sum over the rows themselves: run numbers and revisions may begin anew with a rebuild or a restart, rows do not
 * lie. It is read in the same transaction as the rows.
 */
final class ShowRows {

    /** Between values of a list, and between fields of a value; taken out of the texts themselves. */
    private static final String LIST = "\u001f";

    private static final String FIELD = "\u001e";

    /** What is searched of what sources say beside dates, places and people. */
    private static final String PROPERTIES =
            "'price_from', 'price_to', 'accessibility', 'audience', 'attendance', 'availability',"
                    + " 'age_from', 'age_to', 'languages', 'surtitles', 'title', 'subtitle', 'description',"
                    + " 'festival', 'series'";

    private static final String SHOWS = """
            with performed as (
              select id, production, coalesce(venue, 0) as place, hall, state, event_type, day, starts_local, starts_at,
                     year(day) - case when month(day) < 9 then 1 else 0 end as first_year
              from shown_performance where house = $house
            ), played as (
              select i.performance, string_agg(i.position || chr(30) || translate(w.title, chr(30) || chr(31), '') || chr(30) || translate(coalesce(i.part, ''), chr(30) || chr(31), ''), chr(31)
                       order by i.position, w.title) as works
              from (select * from programme_item where house = $house
                    qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance)) i
              join work w on w.house = $house and w.id = i.work
              group by i.performance
            ), credited as (
              select performance, string_agg(coalesce(position, -1) || chr(30) || translate(name, chr(30) || chr(31), '') || chr(30) || translate(role, chr(30) || chr(31), '')
                       || chr(30) || translate(coalesce(instrument, ''), chr(30) || chr(31), ''), chr(31)
                       order by position nulls first, role, name, instrument nulls first) as credits
              from (select distinct performance, position, name, role, instrument
                    from (select * from contribution where house = $house
                          qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance, position is null)))
              group by performance
            ), said as (
              select kind, thing, property, language, value from description_now
              where house = $house and value is not null and property in ($properties)
            ), offered as (
              select thing, any_value(value) filter (where property = 'price_from') as price_from,
                any_value(value) filter (where property = 'price_to') as price_to,
                any_value(value) filter (where property = 'accessibility') as accessibility,
                any_value(value) filter (where property = 'audience') as audience,
                any_value(value) filter (where property = 'attendance') as attendance,
                any_value(value) filter (where property = 'availability' and value = 'sold-out') as availability
              from said where kind = 'performance' group by thing
            ), spoken as (
              select thing, any_value(value) filter (where property = 'age_from') as age_from,
                any_value(value) filter (where property = 'age_to') as age_to,
                any_value(value) filter (where property = 'languages') as languages,
                any_value(value) filter (where property = 'surtitles') as surtitles,
                string_agg(value, ' / ' order by property, language) filter (where property = 'title' and language <> '') as titles,
                string_agg(value, ' / ' order by property, language)
                  filter (where property = 'subtitle' or property = 'description' and language <> '') as texts
              from said where kind = 'production' group by thing
            ), spelt as (
              select thing, property, translate(value, chr(30) || chr(31), '') as spelling,
                name_number(value) as number, $known as known
              from said where kind = 'performance' and property in ($festivals)
            ), chosen as (
              select property, number, max(spelling) as name from spelt group by all
            ), gathered as (
              select s.thing, string_agg(distinct s.spelling, chr(31) order by s.spelling) as spellings,
                string_agg(distinct coalesce(c.name, s.spelling), chr(31) order by coalesce(c.name, s.spelling)) as festivals
              from spelt s left join chosen c on c.property = s.property and c.number = s.known group by s.thing
            ), several as (
              select name as number, known_as as person from one_name union select known_as, known_as from one_name
            ), called as (
              select distinct f.production, s.person, c.name from contribution c join performed f on f.id = c.performance
              join credited_name n on n.name = c.name join several s on s.number = n.number where c.house = $house
            ), also as (
              select d.production, string_agg(distinct n.name, ' / ' order by n.name) as spellings
              from called d join several s on s.person = d.person join credited_name n on n.number = s.number and n.name <> d.name
              group by d.production
            ), shown as (
              select f.production, f.first_year, f.place, f.hall, f.state, f.event_type, p.works, c.credits,
                     o.price_from, o.price_to, o.accessibility, o.audience, o.attendance, o.availability,
                     g.festivals, g.spellings, list(datediff('day', date '1970-01-01', f.day) order by f.day, f.starts_local nulls first, f.id) as days,
                     list(coalesce(datediff('minute', cast(f.day as timestamp), f.starts_local), -1)
                       order by f.day, f.starts_local nulls first, f.id) as minutes,
                     list(coalesce(epoch(f.starts_at), -1e18) order by f.day, f.starts_local nulls first, f.id) as instants
              from performed f
              left join played p on p.performance = f.id
              left join credited c on c.performance = f.id
              left join offered o on o.thing = f.id
              left join gathered g on g.thing = f.id
              group by all
            )
            select s.*, p.title, p.genre, p.producer, p.description, v.name as venue_name, v.postcode, v.city, v.region, v.country, v.latitude, v.longitude,
              k.age_from, k.age_to, k.languages, k.surtitles, k.titles, nullif(concat_ws(' / ', k.texts, a.spellings, replace(s.spellings, chr(31), ' / ')), '') as texts
            from shown s
            join production p on p.house = $house and p.id = s.production
            left join venue v on v.house = $house and v.id = s.place
            left join spoken k on k.thing = s.production
            left join also a on a.production = s.production
            order by s.production, s.first_year, s.place, s.days[1], s.minutes[1], s.hall, s.state, s.event_type,
              s.works, s.credits, s.price_from, s.price_to, s.accessibility, s.audience, s.attendance, s.availability, s.festivals,
              s.spellings
            """.replace("$properties", PROPERTIES)
            .replace("$festivals", FestivalIds.KINDS)
            .replace("$known", FestivalIds.known("$house", "property", "value"));

    private static final String MARKS = """
            select house, string_agg(part, ' ' order by part) as mark from (
              select house, 'f' || count(*) || ':' || sum(hash(id, production, venue, hall, starts_at, starts_local, day, state,
                event_type)) as part from shown_performance where $which group by house
              union all select house, 'p' || count(*) || ':' || sum(hash(id, title, genre, producer, description))
                from production where $which group by house
              union all select house, 'v' || count(*) || ':' || sum(hash(id, name, street, postcode, city, region, country, url,
                latitude, longitude))
                from venue where $which group by house
              union all select house, 'w' || count(*) || ':' || sum(hash(id, title)) from work where $which group by house
              union all select house, 'i' || count(*) || ':' || sum(hash(performance, position, work, part, interval, run))
                from programme_item where $which group by house
              union all select house, 'c' || count(*) || ':' || sum(hash(performance, position, name, role, instrument, run))
                from contribution where $which group by house
              union all select house, 'o' || count(*) || ':' || sum(hash(kind, thing, property, value, source, run))
                from found_outside where $which and not aside group by house
              union all select house, 'd' || count(*) || ':' || sum(hash(kind, thing, property, language, value, source, run))
                from description where $which and property in ($properties) group by house
              union all select house, 'g' || count(*) || ':' || sum(hash(kind, thing, known_as))
                from goes_by where $which and kind in ($festivals) group by house
              union all select c.house, 's' || count(*) || ':' || sum(hash(c.performance, o.name, o.known_as))
                from contribution c join credited_name n on n.name = c.name
                join one_name o on o.name = n.number or o.known_as = n.number where $which group by c.house
            ) group by house
            """.replace("$properties", PROPERTIES).replace("$festivals", FestivalIds.KINDS);

    private static final double NO_INSTANT = -1e17;

    private ShowRows() {}

    /** Takes the shows of one run, which are next to each other. */
    interface Taking {
        void run(List<Show> shows) throws IOException;
    }

    /** @param house null for all houses */
    static Map<Integer, String> marks(Connection connection, @Nullable HouseId house) throws SQLException {
        String which = house == null ? "true" : "house = " + house.value();
        Map<Integer, String> marks = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MARKS.replace("$which", which))) {
            while (rows.next()) {
                marks.put(rows.getInt("house"), rows.getString("mark"));
            }
        }
        return marks;
    }

    /** Reads all shows of a house. @param zone in which an hour is told that is stored as an instant only */
    static void read(Connection connection, HouseId house, ZoneId zone, Taking taking)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SHOWS.replace("$house", Integer.toString(house.value())))) {
            List<Show> run = new ArrayList<>();
            while (rows.next()) {
                Show show = show(rows, zone);
                if (!run.isEmpty() && !run.get(0).run().equals(show.run())) {
                    taking.run(run);
                    run = new ArrayList<>();
                }
                run.add(show);
            }
            if (!run.isEmpty()) {
                taking.run(run);
            }
        }
    }

    private static ShowOffer offer(ResultSet row) throws SQLException {
        return ShowOffer.of(
                new ShowOffer.Words(
                        row.getString("age_from"),
                        row.getString("age_to"),
                        row.getString("price_from"),
                        row.getString("price_to"),
                        row.getString("languages"),
                        row.getString("surtitles"),
                        row.getString("accessibility"),
                        row.getString("audience"),
                        row.getString("attendance"),
                        row.getString("availability")),
                row.getString("state"),
                where(row));
    }

    /** Where somebody said that the venue lies; else about, by its commune. */
    private static Places.@Nullable Town where(ResultSet row) throws SQLException {
        Places.Town commune = Communes.of(row.getString("postcode"), row.getString("city"), row.getString("country"));
        GeoPoint told = GeoPoint.of(row.getObject("latitude", Double.class), row.getObject("longitude", Double.class));
        String town = row.getString("city");
        return told == null
                ? commune
                : new Places.Town(
                        named(row.getString("venue_name"), commune == null ? town : commune.name()),
                        commune == null ? "" : commune.postcode(),
                        commune == null ? "" : commune.department(),
                        told);
    }

    private static String named(@Nullable String venue, @Nullable String town) {
        String place = venue == null ? "" : venue.strip();
        String told = town == null || place.contains(town.strip()) ? "" : town.strip();
        return place.isEmpty() || told.isEmpty() ? place + told : place + ", " + told;
    }

    private static Show show(ResultSet row, ZoneId zone) throws SQLException {
        return new Show(
                row.getLong("production"),
                row.getInt("first_year"),
                row.getLong("place"),
                row.getString("title"),
                row.getString("genre"),
                row.getString("event_type"),
                row.getString("producer"),
                row.getString("description"),
                row.getString("titles"),
                row.getString("texts"),
                row.getString("venue_name"),
                row.getString("hall"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("region"),
                row.getString("state"),
                festivals(row.getString("festivals")),
                festivals(row.getString("spellings")),
                offer(row),
                parts(row.getString("works")).map(ShowRows::played).toList(),
                parts(row.getString("credits")).map(ShowRows::credit).toList(),
                dates(row, zone));
    }

    private static List<String> festivals(@Nullable String list) {
        return list == null ? List.of() : List.of(list.split(LIST));
    }

    private static java.util.stream.Stream<String[]> parts(@Nullable String list) {
        return list == null
                ? java.util.stream.Stream.empty()
                : Arrays.stream(list.split(LIST)).map(value -> value.split(FIELD, -1));
    }

    private static Show.Played played(String[] fields) {
        return new Show.Played(Integer.parseInt(fields[0]), fields[1], fields[2].isEmpty() ? null : fields[2]);
    }

    private static Show.Credit credit(String[] fields) {
        return new Show.Credit(
                Integer.parseInt(fields[0]), fields[1], fields[2], fields[3].isEmpty() ? null : fields[3]);
    }

    private static long[] dates(ResultSet row, ZoneId zone) throws SQLException {
        Object[] days = list(row.getArray("days"));
        Object[] minutes = list(row.getArray("minutes"));
        Object[] instants = list(row.getArray("instants"));
        long[] dates = new long[days.length];
        for (int i = 0; i < days.length; i++) {
            LocalDate day = LocalDate.ofEpochDay(((Number) days[i]).longValue());
            long minute = ((Number) minutes[i]).longValue();
            double instant = ((Number) instants[i]).doubleValue();
            LocalDateTime starts = minute >= 0
                    ? day.atStartOfDay().plusMinutes(minute)
                    : instant < NO_INSTANT
                            ? null
                            : LocalDateTime.ofEpochSecond((long) instant, 0, ZoneOffset.UTC)
                                    .atZone(ZoneOffset.UTC)
                                    .withZoneSameInstant(zone)
                                    .toLocalDateTime();
            dates[i] = ShowDates.number(day, starts);
        }
        Arrays.sort(dates);
        return dates;
    }

    private static Object[] list(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }
}

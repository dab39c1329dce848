package org.foyer.hub.intake.internal.sheets;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.HallIds;
import org.jspecify.annotations.Nullable;

/**
 * What files say of a production and its performances, without what was typed here.
 *
 * @param billsDiffer whether works or credits change from date to date
 */
record KnownShow(SheetWords words, boolean billsDiffer) {

    private static final String NOT_TYPED = "source is distinct from 'typed-here'";

    /** Of who is credited also without the casts that changes made. */
    private static final String CREDITED = NOT_TYPED + " and source is distinct from 'cast-change'";

    private static final String SHOW = """
            select property, language, arg_max(value, run) as value from description
            where house = ? and kind = 'production' and thing = ? and %s group by all
            """.formatted(NOT_TYPED);

    private static final String FIRST = """
            select unnest([{'property': 'title', 'value': title}, {'property': 'genre', 'value': genre},
              {'property': 'producer', 'value': producer}, {'property': 'description', 'value': description},
              {'property': 'url', 'value': url}], recursive := true)
            from production where house = ? and id = ?
              and id not in (select thing from description where house = ? and kind = 'production')
            """;

    private static final String DATES = """
            select p.id, s.start.local as starts_local, s.start.day as day, v.name as venue, s.hall, s.state, s.capacity,
              case when a.thing is null then v.street else a.street end as street,
              case when a.thing is null then v.postcode else a.postcode end as postcode,
              case when a.thing is null then v.city else a.city end as city,
              case when a.thing is null then v.country else a.country end as country
            from performance p
            left join (
              select performance, arg_max({'local': starts_local, 'day': day}, run) filter (where day is not null) as start,
                arg_max(venue, run) as venue, arg_max(hall, run) as hall, arg_max(state, run) as state,
                arg_max(capacity, run) as capacity
              from performance_statement where house = ? and %1$s group by performance) s on s.performance = p.id
            left join venue v on v.house = p.house and v.id = s.venue
            left join (
              select thing, any_value(value) filter (where property = 'street') as street,
                any_value(value) filter (where property = 'postcode') as postcode,
                any_value(value) filter (where property = 'city') as city,
                any_value(value) filter (where property = 'country') as country
              from (select thing, property,
                      arg_max(value, {'own': said_of is null, 'run': run}) filter (where %1$s and value <> '') as value
                    from description where house = ? and kind = 'venue' group by all)
              group by thing) a on a.thing = v.id
            where p.house = ? and p.production = ?
            order by p.day, p.starts_local nulls first, p.id limit ?
            """.formatted(NOT_TYPED);

    private static final String OF_DATES = """
            select d.thing, d.property, arg_max(d.value, d.run) as value
            from description d join performance p on p.house = d.house and p.id = d.thing
            where d.house = ? and d.kind = 'performance' and d.language = '' and p.production = ? and d.%s
            group by all
            """.formatted(NOT_TYPED);

    /** What is told of the hall of each date, in its configuration. */
    private static final String OF_HALLS = """
            select p.id as thing, 'hall_' || %1$s as property, arg_max(d.value, d.run) as value
            from performance p
            join description d on d.house = p.house and d.kind = 'hall' and d.thing = p.venue and %2$s = %3$s
            left join description_now c on c.house = p.house and c.kind = 'performance' and c.thing = p.id
              and c.property = 'configuration' and c.language = ''
            where p.house = ? and p.production = ? and %1$s <> 'name' and %4$s = coalesce(%5$s, '') and d.%6$s
            group by all
            """.formatted(
                    HallIds.part("d.property", 3),
                    HallIds.part("d.property", 1),
                    HallIds.words("p.hall"),
                    HallIds.part("d.property", 2),
                    HallIds.words("c.value"),
                    NOT_TYPED);

    private static final String BILLS = """
            with item as (
              select i.performance, i.position, w.title
              from (select * from programme_item where house = $1 and %1$s
                    qualify run = max(run) over (partition by performance)) i
              join performance p on p.house = $1 and p.id = i.performance and p.production = $2
              join work w on w.house = $1 and w.id = i.work
            ), credit as (
              select c.performance, c.position, c.name, c.role
              from (select * from contribution where house = $1 and %1$s
                    qualify run = max(run) over (partition by performance, position is null)) c
              join performance p on p.house = $1 and p.id = c.performance and p.production = $2
            ), line as (
              select performance, position, title, null as name, null as role from item
              union all select performance, position, null, name, role from credit
            ), bill as (
              select max(performance) as performance, count(*) over () as bills from (
                select performance, sum(hash(position, title, name, role)) as mark from line group by performance)
              group by mark order by count(*) desc, performance desc limit 1
            )
            select l.position, l.title, l.name, l.role, b.bills from line l join bill b on b.performance = l.performance
            order by l.position nulls first, l.title nulls last, l.role, l.name limit 1000
            """.formatted(CREDITED);

    /** Identifiers in other registers, of what the production shows, by words. */
    private static final String OUTSIDE = """
            with shown as (select * from performance where house = $1 and production = $2),
            said as (
              select kind, thing, property, arg_max(value, run) as value from found_outside
              where house = $1 and not aside and property <> 'position' and %1$s group by all),
            named as (
              select distinct 'name' as kind, name_number(name) as thing, name as words from contribution
              where house = $1 and performance in (select id from shown)
              union select 'work', w.id, w.title from work w where w.house = $1 and w.id in (
                select work from programme_item where house = $1 and performance in (select id from shown))
              union select 'venue', v.id, v.name from venue v where v.house = $1 and v.id in (select venue from shown)
              union select 'production', $2, '')
            select n.kind, n.words, string_agg(s.property || ': ' || s.value, '; ' order by s.property) as ids
            from named n join said s on s.kind = n.kind and s.thing = n.thing where s.value <> '' group by all limit 1000
            """.formatted(NOT_TYPED);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Empty when the house has no such production. */
    static Optional<KnownShow> read(Connection connection, HouseId house, long production, int places)
            throws SQLException {
        Sql sql = new Sql(connection);
        if (sql.number("select count(*) from production where house = ? and id = ?", house.value(), production) == 0) {
            return Optional.empty();
        }
        Map<String, String> show = show(sql, house, production);
        Map<Long, Map<String, String>> dates = dates(sql, house, production, places);
        liftCommon(show, dates);
        sql.list(
                row -> identified(row.getString("kind"), row.getString("words"), row.getString("ids"), show, dates),
                OUTSIDE.replace("$1", Integer.toString(house.value())).replace("$2", Long.toString(production)));
        Bill bill = new Bill();
        sql.list(
                row -> bill.add(row),
                BILLS.replace("$1", Integer.toString(house.value())).replace("$2", Long.toString(production)));
        List<SheetWords.Date> listed = dates.entrySet().stream()
                .map(date -> new SheetWords.Date(date.getKey().toString(), date.getValue()))
                .toList();
        return Optional.of(new KnownShow(new SheetWords(show, listed, bill.works(), bill.credits), bill.bills > 1));
    }

    private static int identified(
            String kind, String words, String ids, Map<String, String> show, Map<Long, Map<String, String>> dates) {
        switch (kind) {
            case "production" -> show.put("production_ids", ids);
            case "name" -> show.put(SheetWords.IDS_OF_NAME + words, ids);
            case "work" -> show.put(SheetWords.IDS_OF_WORK + words, ids);
            default ->
                dates.values().stream()
                        .filter(date -> words.equals(date.get("venue")))
                        .forEach(date -> date.put("venue_ids", ids));
        }
        return 0;
    }

    private static Map<String, String> show(Sql sql, HouseId house, long production) throws SQLException {
        Map<String, String> show = new HashMap<>();
        sql.list(
                row -> put(show, row.getString("property"), row.getString("value")),
                FIRST,
                house.value(),
                production,
                house.value());
        sql.list(
                row -> {
                    String language = row.getString("language");
                    return put(
                            show,
                            row.getString("property") + (language.isEmpty() ? "" : "@" + language),
                            row.getString("value"));
                },
                SHOW,
                house.value(),
                production);
        return show;
    }

    private static Map<Long, Map<String, String>> dates(Sql sql, HouseId house, long production, int places)
            throws SQLException {
        Map<Long, Map<String, String>> dates = new LinkedHashMap<>();
        sql.list(
                row -> dates.put(row.getLong("id"), date(row)),
                DATES,
                house.value(),
                house.value(),
                house.value(),
                production,
                SheetWords.DATES_MAX);
        for (String said : List.of(OF_DATES, OF_HALLS)) {
            sql.list(
                    row -> {
                        Map<String, String> date = dates.get(row.getLong("thing"));
                        String property = row.getString("property");
                        return date == null ? 0 : put(date, property, told(property, row.getString("value"), places));
                    },
                    said,
                    house.value(),
                    production);
        }
        return dates;
    }

    private static String told(String property, String value, int places) {
        return property.startsWith("price_") ? Prices.told(value, places) : value;
    }

    /** What is kept with each date but is the same for all is told once. */
    private static void liftCommon(Map<String, String> show, Map<Long, Map<String, String>> dates) {
        for (String property : SheetWords.OF_EACH_DATE) {
            List<String> values = dates.values().stream()
                    .map(date -> date.getOrDefault(property, ""))
                    .distinct()
                    .toList();
            dates.values().forEach(date -> date.remove(property));
            if (values.size() == 1 && !values.get(0).isEmpty()) {
                show.put(property, values.get(0));
            }
        }
    }

    private static Map<String, String> date(ResultSet row) throws SQLException {
        Map<String, String> date = new HashMap<>();
        LocalDateTime starts = row.getObject("starts_local", LocalDateTime.class);
        LocalDate day = row.getObject("day", LocalDate.class);
        put(date, "day", starts == null ? text(day) : starts.toLocalDate().toString());
        put(date, "time", starts == null ? null : TIME.format(starts));
        for (String property : List.of("venue", "street", "postcode", "city", "country", "hall", "state", "capacity")) {
            put(date, property, row.getString(property));
        }
        return date;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static int put(Map<String, String> into, String property, @Nullable String value) {
        if (value != null) {
            into.put(property, value);
        }
        return 0;
    }

    /** Works and credits of one date, gathered from their lines. */
    private static final class Bill {
        final Map<Integer, String> titles = new LinkedHashMap<>();
        final Map<Integer, List<SheetWords.Credit>> writers = new HashMap<>();
        final List<SheetWords.Credit> credits = new ArrayList<>();
        long bills;

        int add(ResultSet row) throws SQLException {
            bills = row.getLong("bills");
            String title = row.getString("title");
            int position = row.getInt("position");
            boolean ofWork = row.getObject("position") != null;
            if (title != null) {
                titles.put(position, title);
                return 0;
            }
            SheetWords.Credit credit = new SheetWords.Credit(row.getString("name"), row.getString("role"));
            (ofWork ? writers.computeIfAbsent(position, at -> new ArrayList<>()) : credits).add(credit);
            return 0;
        }

        List<SheetWords.Work> works() {
            return titles.entrySet().stream()
                    .map(work -> new SheetWords.Work(work.getValue(), writers.getOrDefault(work.getKey(), List.of())))
                    .toList();
        }
    }
}

package org.foyer.hub.intake.internal.doubles;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Spellings that a house credits and that are one person, each beside the one by which the person goes, or beside the first of them
 * when the house does not credit that one; with why they are one, so that a person can say that they are not.
 */
final class JoinedPeople {

    private static final String ASKED = """
            with credit as (
              select n.number as id, c.name, c.role, c.source, p.id as performance, p.day
              from contribution c join shown_performance p on p.house = c.house and p.id = c.performance
              join credited_name n on n.name = c.name where c.house = $house),
            member as (
              select c.id, coalesce(o.known_as, c.id) as person from (select distinct id from credit) c
              left join one_name o on o.name = c.id),
            pair as (
              select *, first(id order by id <> person, id) over (partition by person) as kept from member),
            joined as (select kept as one, id as other from pair where id <> kept order by kept, id limit ?),
            thing as (
              select c.id, mode(c.name) as name, list_sort(list(distinct c.source) filter (where c.source is not null)) as sources,
                nullif(array_to_string(list_slice(list_sort(list(distinct c.role) filter (where c.role <> '')), 1, 3), ', '), '') as beside,
                count(distinct c.performance) as dates, min(c.day) as first, max(c.day) as last
              from credit c where c.id in (select unnest([one, other]) from joined) group by c.id),
            outside as (
              select distinct thing, property, value from found_outside_now
              where kind = 'name' and value is not null and thing in (select id from thing)),
            one_id as (
              select j.one, j.other, string_agg(distinct upper(a.property) || ' ' || a.value, ', ' order by upper(a.property) || ' ' || a.value) as ids
              from joined j join outside a on a.thing = j.one
              join outside b on b.thing = j.other and b.property = a.property and b.value = a.value group by all),
            said as (
              select distinct j.one, j.other from joined j
              join same_name s on s.name = j.one and s.known_as = j.other or s.name = j.other and s.known_as = j.one)
            select j.one, j.other, i.ids, s.one is not null as said, a.name, a.beside, a.sources, a.dates, a.first, a.last,
              b.name as other_name, b.beside as other_beside, b.sources as other_sources, b.dates as other_dates,
              b.first as other_first, b.last as other_last
            from joined j join thing a on a.id = j.one join thing b on b.id = j.other
            left join one_id i on i.one = j.one and i.other = j.other
            left join said s on s.one = j.one and s.other = j.other
            order by a.name, j.one, b.name, j.other
            """;

    private JoinedPeople() {}

    /** At most so many, in order of the name. */
    static List<DoublePair> of(Connection connection, HouseId house, int limit) throws SQLException {
        return new Sql(connection)
                .list(row -> pair(house, row), ASKED.replace("$house", Integer.toString(house.value())), limit);
    }

    private static DoublePair pair(HouseId house, ResultSet row) throws SQLException {
        List<DoublePair.Reason> reasons = new ArrayList<>();
        String ids = row.getString("ids");
        if (ids != null) {
            reasons.add(new DoublePair.Reason("same-identifier", ids));
        }
        if (row.getBoolean("said")) {
            reasons.add(new DoublePair.Reason("said-same", ""));
        }
        if (reasons.isEmpty()) {
            reasons.add(new DoublePair.Reason("through-other", ""));
        }
        return new DoublePair(
                DoublePair.Kind.PERSON, side(house, row, "one", ""), side(house, row, "other", "other_"), reasons);
    }

    private static DoublePair.Side side(HouseId house, ResultSet row, String id, String prefix) throws SQLException {
        return new DoublePair.Side(
                row.getLong(id),
                house.value(),
                row.getString(prefix + "name"),
                row.getString(prefix + "beside"),
                texts(row.getArray(prefix + "sources")),
                row.getLong(prefix + "dates"),
                row.getObject(prefix + "first", LocalDate.class),
                row.getObject(prefix + "last", LocalDate.class));
    }

    private static List<String> texts(java.sql.@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .toList();
    }
}

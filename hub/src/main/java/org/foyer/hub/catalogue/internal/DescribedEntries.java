package org.foyer.hub.catalogue.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.store.FestivalIds;
import org.foyer.hub.store.HallIds;

/** What counts of all that sources say of a page of performances and their productions, beside what these hold themselves. */
final class DescribedEntries {

    private static final String SAID = """
            select kind, thing, property || case when language = '' then '' else '@' || language end as property, value
            from description_now
            where house between ? and ? and value is not null and (
              kind = 'performance' and thing in (select unnest(?::bigint[]))
              or kind = 'production' and thing in (select unnest(?::bigint[]))
                and (language <> '' or property not in ('title', 'genre', 'producer', 'description', 'url')))
            union all
            select 'performance', id, 'same_as', source_ref from performance
            where house between ? and ? and id in (select unnest(?::bigint[])) and source_ref like 'http%%/id/performance/%%'
            union all
            select 'performance', d.thing, d.property || '_id', cast(%s as varchar)
            from description_now d join performance p on p.house = d.house and p.id = d.thing
            where d.house between ? and ? and d.kind = 'performance' and d.property in (%s) and d.value is not null
              and d.thing in (select unnest(?::bigint[]))
            union all
            select 'performance', id, 'hall_id', cast(%s as varchar) from performance
            where house between ? and ? and id in (select unnest(?::bigint[])) and hall is not null and venue is not null
            union all
            select 'performance', p.id, 'hall_capacity', cast(coalesce(max(try_cast(h.value as integer)) filter (where %s = ''),
              max(try_cast(h.value as integer))) as varchar)
            from description_now h join performance p on p.house = h.house and p.venue = h.thing and %s = %s
            where h.house between ? and ? and h.kind = 'hall' and h.value is not null and %s = 'capacity'
              and p.id in (select unnest(?::bigint[]))
            group by p.id
            union all
            select 'performance', p.id, 'configuration_capacity', any_value(h.value)
            from description_now h join performance p on p.house = h.house and p.venue = h.thing and %s = %s
            left join description_now c on c.house = p.house and c.kind = 'performance' and c.thing = p.id
              and c.property = 'configuration' and c.language = ''
            where h.house between ? and ? and h.kind = 'hall' and h.value is not null and %s = 'capacity'
              and %s = coalesce(%s, '') and p.id in (select unnest(?::bigint[]))
            group by p.id
            """.formatted(
                    FestivalIds.sql("d.house", "d.property", "d.value", "p.day"),
                    FestivalIds.KINDS,
                    HallIds.sql("venue", "hall"),
                    HallIds.part("h.property", 2),
                    HallIds.part("h.property", 1),
                    HallIds.words("p.hall"),
                    HallIds.part("h.property", 3),
                    HallIds.part("h.property", 1),
                    HallIds.words("p.hall"),
                    HallIds.part("h.property", 3),
                    HallIds.part("h.property", 2),
                    HallIds.words("c.value"));

    private record Thing(String kind, long id) {}

    private final Map<Thing, Map<String, String>> said = new HashMap<>();

    private DescribedEntries() {}

    static DescribedEntries read(Connection connection, HouseSpan span, List<ProgrammeEntry> entries)
            throws SQLException {
        DescribedEntries found = new DescribedEntries();
        Array performances = connection.createArrayOf(
                "BIGINT",
                entries.stream().map(entry -> entry.performance().id()).toArray());
        Array productions = connection.createArrayOf(
                "BIGINT",
                entries.stream()
                        .map(entry -> entry.production().id())
                        .distinct()
                        .toArray());
        Rows.of(
                connection,
                SAID,
                row -> found.said
                        .computeIfAbsent(
                                new Thing(row.getString("kind"), row.getLong("thing")), thing -> new HashMap<>())
                        .put(row.getString("property"), row.getString("value")),
                span.first(),
                span.last(),
                performances,
                productions,
                span.first(),
                span.last(),
                performances,
                span.first(),
                span.last(),
                performances,
                span.first(),
                span.last(),
                performances,
                span.first(),
                span.last(),
                performances,
                span.first(),
                span.last(),
                performances);
        Rows.of(connection, RevivedRuns.sql(span, "select unnest(?::bigint[])"), found::revived, productions);
        return found;
    }

    private int revived(ResultSet row) throws SQLException {
        Map<String, String> values =
                said.computeIfAbsent(new Thing("production", row.getLong("production")), thing -> new HashMap<>());
        values.put(RevivedRuns.PROPERTY, row.getString("run"));
        values.put(RevivedRuns.TITLE, row.getString("title"));
        String own = row.getString("own");
        if (own != null) {
            values.put(RevivedRuns.PRODUCTION, own);
        }
        return values.size();
    }

    /** Of one performance with its production. */
    Map<String, String> of(ProgrammeEntry entry) {
        Map<String, String> both = new HashMap<>(
                said.getOrDefault(new Thing("production", entry.production().id()), Map.of()));
        both.putAll(
                said.getOrDefault(new Thing("performance", entry.performance().id()), Map.of()));
        return Map.copyOf(both);
    }
}

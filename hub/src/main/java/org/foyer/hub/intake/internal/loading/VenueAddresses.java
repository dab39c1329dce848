package org.foyer.hub.intake.internal.loading;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where venues stand, as it was typed here. Of files the one that first names a venue tells its address; what is typed counts above that,
 * and is kept part by part under the run that said it, so that it can be taken back.
 */
public final class VenueAddresses {

    private static final List<String> PARTS = List.of("street", "postcode", "city", "country");

    /** What was typed last, then what the venue had itself, then what another had that goes by it. */
    private static final String COUNTS =
            "arg_max(value, {'typed': source <> '', 'own': source <> '' or said_of is null,"
                    + " 'run': run, 'of': said_of}) filter (where property = '%1$s' and value <> '') as %1$s";

    private final Sql sql;
    private final int house;

    public VenueAddresses(Sql sql, int house) {
        this.sql = sql;
        this.house = house;
    }

    /** Keeps what a typed file says in {@code programme_row}. Needs {@code known_performance} and {@code venue_of_key}. */
    public void keep(Stage stage) throws SQLException {
        if (!stage.isTypedHere()) {
            return;
        }
        sql.run("""
                create or replace temp table typed_address as
                select v.goes_by as thing, nullif(any_value(v.id), v.goes_by) as said_of, r.s.property as property,
                  arg_min(r.s.value, r.line) as value
                from (select key, line, unnest([%2$s]) as s from programme_row) r
                join known_performance k on k.key = r.key
                join performance p on p.house = %1$d and p.id = k.performance
                left join venue_of_key y on y.key = r.key
                join any_venue v on v.house = %1$d and v.id = coalesce(y.venue, p.venue)
                where r.s.value is not null
                group by v.goes_by, r.s.property
                """.formatted(house, listed("")));
        keepFirst("run <> " + stage.run() + " and id in (select thing from typed_address)");
        // by its town a venue is known again in files, so one that they tell is not typed over
        sql.run("delete from typed_address where property = 'city' and thing in (select thing from description"
                + " where house = " + house
                + " and kind = 'venue' and property = 'city' and source = '' and value <> '')");
        long said = sql.change("""
                insert into description
                select ?, 'venue', t.thing, t.property, '', t.value, ?, ?, t.said_of
                from typed_address t
                left join (select thing, property, arg_max(value, run) as value from description
                           where house = ? and kind = 'venue' and source = ? group by all) n
                  on n.thing = t.thing and n.property = t.property
                where t.value is distinct from n.value
                order by t.thing, t.property
                """, house, stage.source(), stage.run(), house, stage.source());
        if (said > 0) {
            refresh(
                    "select thing from description where house = " + house + " and kind = 'venue' and run = "
                            + stage.run(),
                    stage.run());
        }
    }

    /**
     * What a venue of which nobody typed had before is kept as the word of the run that made it, also that a part of it was not known.
     *
     * @param which condition on venues; fixed text of this package
     */
    void keepFirst(String which) throws SQLException {
        sql.change("""
                insert into description
                select house, 'venue', id, s.property, '', coalesce(s.value, ''), '', run, null
                from (select house, id, run, unnest([%s]) as s from venue r
                      where house = ? and %s
                        and id not in (select thing from description where house = ? and kind = 'venue'))
                order by id, s.property
                """.formatted(listed("r."), which), house, house);
    }

    /** What a venue had before it goes by another of which somebody typed, or the other way round. */
    void keepFirstOfRenamed() throws SQLException {
        keepFirst("id in (select unnest([thing, was, becomes]) from renamed where kind = 'venue' and list_has_any("
                + "[thing, was, becomes], (select list(thing) from description where house = " + house
                + " and kind = 'venue')))");
    }

    /**
     * Brings venues of which somebody typed up to date with what counts.
     *
     * @param touched query of {@code thing}
     * @param run by which they changed
     */
    void refresh(String touched, int run) throws SQLException {
        sql.run("create or replace temp table address_again as select distinct thing from description where house = "
                + house + " and kind = 'venue' and thing in (" + touched + ")");
        sql.run("""
                update venue set street = s.street, postcode = s.postcode, city = s.city, country = s.country
                from (select thing, %2$s from description
                      where house = %1$d and kind = 'venue' and thing in (select thing from address_again)
                      group by thing) s
                where venue.house = %1$d and venue.id = s.thing
                """.formatted(
                house, PARTS.stream().map(part -> COUNTS.formatted(part)).collect(Collectors.joining(", "))));
        sql.run("update performance set changed_run = " + run + " where house = " + house
                + " and venue in (select thing from address_again)");
    }

    private static String listed(String of) {
        return PARTS.stream()
                .map(part -> "{'property': '" + part + "', 'value': " + of + part + "}")
                .collect(Collectors.joining(", "));
    }
}

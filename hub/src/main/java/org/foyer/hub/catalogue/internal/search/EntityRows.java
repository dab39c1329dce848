package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.internal.search.EntityDocument.Told;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Reads the houses, places, works, shows and people that the programme of a house names, out of the warehouse. */
final class EntityRows {

    private static final String LIST = "\u001f";

    /** As {@code ShowRows} reads them: what the latest run said of each performance. */
    private static final String SAID = """
            with credited as (
              select distinct performance, coalesce(position, -1) as position, trim(name) as name, role, instrument
              from (select * from contribution where house = $house
                    qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance, position is null))
            ), played as (
              select performance, position, work
              from (select * from programme_item where house = $house
                    qualify precedence(source, run) = max(precedence(source, run)) over (partition by performance))
              where work is not null
            )
            """;

    private static final String DATES = "count(distinct f.id) as performances, min(f.day) as first, max(f.day) as last";

    private static final String PLACES =
            "select v.id, v.name, v.city as town, v.postcode, v.region, v.country, v.street, v.url, o.identifier, "
                    + DATES
                    + " from shown_performance f join venue v on v.house = $house and v.id = f.venue"
                    + outside("venue")
                    + " on o.thing = v.id where f.house = $house group by all order by v.id";

    private static final String WORKS =
            SAID + "select w.id, w.title as name, any_value(o.identifier) as identifier, " + DATES + ", "
                    + list(
                            "case when lower(c.role) in ("
                                    + "'composer', 'compositeur', 'compositrice', 'author', 'auteur', 'autrice', 'librettist', 'librettiste',"
                                    + " 'komponist', 'komponistin', 'componist', 'autor', 'autorin') then c.name end",
                            "writer")
                    + """
             from played p join work w on w.house = $house and w.id = p.work
            join shown_performance f on f.house = $house and f.id = p.performance
            left join credited c on c.performance = p.performance and c.position = p.position
            """ + outside("work") + " on o.thing = w.id group by w.id, w.title order by w.id";

    /** People and works are each gathered alone: joined together they would be as many rows as one times the other. */
    private static final String SHOWS =
            SAID + """
            , shown as (select id, production, coalesce(venue, 0) as place, day,
                year(day) - case when month(day) < 9 then 1 else 0 end as first_year
              from shown_performance where house = $house
            ), named as (
              select f.production, f.first_year, f.place, """ + list("c.name", "person") + """
               from shown f join credited c on c.performance = f.id group by f.production, f.first_year, f.place
            ), worked as (
              select f.production, f.first_year, f.place, """ + list("w.title", "work") + """
               from shown f join played p on p.performance = f.id join work w on w.house = $house and w.id = p.work
              group by f.production, f.first_year, f.place
            ), dated as (
              select f.production, f.first_year, f.place, """ + DATES + """
               from shown f group by f.production, f.first_year, f.place
            )
            select f.*, r.title as name, r.genre, r.producer, v.name as venue, v.city as town, n.person, k.work, o.identifier,
              f.first_year || '-' || lpad(cast((f.first_year + 1) % 100 as varchar), 2, '0') as season
            from dated f join production r on r.house = $house and r.id = f.production
            left join venue v on v.house = $house and v.id = f.place
            left join named n on n.production = f.production and n.first_year = f.first_year and n.place = f.place
            left join worked k on k.production = f.production and k.first_year = f.first_year and k.place = f.place
            """
                    + outside("production") + " on o.thing = f.production order by f.production, f.first_year, f.place";

    private static final String PEOPLE =
            SAID + "select p.*, name_number(p.name) as number, o.identifier from (select c.name, " + DATES + ", "
                    + list("c.role", "role") + ", " + list("c.instrument", "instrument")
                    + " from credited c join shown_performance f on f.house = $house and f.id = c.performance group by c.name) p"
                    + outside("name") + " on o.thing = name_number(p.name) order by p.name";

    private static final String OF_HOUSE =
            "select o.identifier from (select 0 as thing) h" + outside("house") + " on o.thing = h.thing";

    private EntityRows() {}

    /** Joins by which identifiers other registers know things of a kind, as {@code ExternalIdCell} writes them. */
    private static String outside(String kind) {
        return " left join (select thing, string_agg(property || ': ' || value, chr(31) order by property) as identifier"
                + " from found_outside_now where house = $house and kind = '" + kind
                + "' and value is not null and property <> 'position' group by thing) o";
    }

    /** The first values of a list in alphabetical order, each once. */
    private static String list(String value, String name) {
        return "array_to_string(list_slice(list_sort(list(distinct translate(" + value + ", chr(31), ''))"
                + " filter (where " + value + " is not null)), 1, 30), chr(31)) as " + name;
    }

    /** Takes entities one by one. */
    interface Taking {
        void entity(Told entity) throws IOException;
    }

    /** Tells all that the programme of a house names; a house without one is not told either. */
    static void read(Connection connection, House house, Taking taking) throws SQLException, IOException {
        each(connection, house, PLACES, taking, row -> "place-" + number(row, "id"), EntityKind.PLACE);
        each(connection, house, WORKS, taking, row -> "work-" + number(row, "id"), EntityKind.WORK);
        each(
                connection,
                house,
                SHOWS,
                taking,
                row -> "show-" + number(row, "production") + "-" + number(row, "first_year") + "-"
                        + number(row, "place"),
                EntityKind.SHOW);
        each(connection, house, PEOPLE, taking, row -> personId(text(row, "name")), EntityKind.PERSON);
        taking.entity(told(house, ofHouse(connection, house)));
    }

    /** People are known by their words alone, in any order: "Beethoven, Ludwig van" is "Ludwig van Beethoven". */
    private static String personId(@Nullable String name) {
        List<String> words = name == null
                ? List.of()
                : Folding.words(name, false, 12).stream()
                        .map(Folding.Word::plain)
                        .sorted()
                        .toList();
        return words.isEmpty() ? "" : "person-" + String.join("-", words);
    }

    private static @Nullable String ofHouse(Connection connection, House house) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        OF_HOUSE.replace("$house", Integer.toString(house.id().value())))) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static Told told(House house, @Nullable String identifiers) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        put(properties, "town", house.address().city());
        put(properties, "postcode", house.address().postcode());
        put(properties, "region", house.address().region());
        put(properties, "country", house.address().country());
        put(properties, "discipline", house.discipline().name().toLowerCase(Locale.ROOT));
        put(properties, "url", house.website());
        if (identifiers != null) {
            properties.put("identifier", Arrays.asList(identifiers.split(LIST)));
        }
        return new Told(EntityKind.HOUSE, "house-" + house.slug(), 0, house.name(), properties);
    }

    private static void put(Map<String, List<String>> properties, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            properties.put(name, List.of(value));
        }
    }

    private static void each(
            Connection connection,
            House house,
            String sql,
            Taking taking,
            Function<ResultSet, String> id,
            EntityKind kind)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        sql.replace("$house", Integer.toString(house.id().value())))) {
            while (row.next()) {
                String name = text(row, "name");
                String made = id.apply(row);
                if (name != null && !name.isBlank() && !made.isEmpty()) {
                    long number = kind == EntityKind.PERSON ? number(row, "number") : 0;
                    taking.entity(new Told(kind, made, number, name.strip(), properties(row, kind, house)));
                }
            }
        }
    }

    private static Map<String, List<String>> properties(ResultSet row, EntityKind kind, House house) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (String property : kind.properties()) {
            String value = switch (property) {
                case "house" -> "house-" + house.slug() + " " + house.name();
                case "spelling" -> null; // told of who has several, when they are put together
                default -> text(row, property);
            };
            if (value != null && !value.isBlank()) {
                properties.put(property, Arrays.asList(value.split(LIST)));
            }
        }
        return properties;
    }

    private static @Nullable String text(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(ResultSet row, String column) {
        try {
            return row.getLong(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

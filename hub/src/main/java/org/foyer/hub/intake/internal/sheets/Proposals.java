package org.foyer.hub.intake.internal.sheets;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.foyer.hub.intake.Proposal;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/**
 * What a house already has, or others show, and looks like what is being typed. Words that begin alike or hold what was typed come first; the others
 * are told by the likeness of Jaro and Winkler (Winkler 1990), at least {@link #LIKE}.
 */
final class Proposals {

    static final double LIKE = 0.85;
    static final int SHOWN = 8;

    private static final String PRODUCTIONS = """
            select p.id, p.title as words, p.producer as beside, max(f.day) as last
            from production p left join performance f on f.house = p.house and f.production = p.id
            where p.house = $house group by all
            """;

    private static final String WORKS = """
            select w.id, w.title as words, string_agg(distinct p.title, ', ') as beside, max(f.day) as last
            from work w left join programme_item i on i.house = w.house and i.work = w.id
            left join performance f on f.house = w.house and f.id = i.performance
            left join production p on p.house = w.house and p.id = f.production
            where w.house = $house group by w.id, w.title
            """;

    private static final String PEOPLE = """
            select 0 as id, c.name as words, string_agg(distinct c.role, ', ') as beside, max(f.day) as last
            from contribution c join performance f on f.house = c.house and f.id = c.performance
            where c.house = $house group by c.name
            """;

    private static final String VENUES = """
            select v.id, v.name as words, v.city as beside, max(f.day) as last
            from venue v left join performance f on f.house = v.house and f.venue = v.id
            where v.house = $house group by all
            """;

    private Proposals() {}

    /** What the house has, then what others show. */
    static List<Proposal> of(Register register, Warehouse warehouse, HouseId house, Proposal.Kind kind, String typed) {
        Map<Integer, String> others = ShownElsewhere.houses(register, house);
        return warehouse.read(connection -> Stream.concat(
                        own(connection, house, kind, typed).stream(),
                        ShownElsewhere.of(connection, house, others, kind, typed).stream())
                .toList());
    }

    private static List<Proposal> own(Connection connection, HouseId house, Proposal.Kind kind, String typed)
            throws SQLException {
        String known = switch (kind) {
            case PRODUCTION -> PRODUCTIONS;
            case WORK -> WORKS;
            case PERSON -> PEOPLE;
            case VENUE -> VENUES;
        };
        String sql = """
                select id, words, left(concat_ws(' · ', ids, beside), 200) as beside, last, likeness from (
                  select *, case when list_contains(string_split(ids, '; '), ?) then 1.0 when starts_with(plain, typed) then 1.0
                    when contains(plain, typed) then 0.95 else jaro_winkler_similarity(plain, typed) end as likeness
                  from (select k.*, %s as plain, %s as typed, o.ids from (%s) k
                        left join (select thing, string_agg(property || ': ' || value, '; ' order by property) as ids
                                   from found_outside_now where house = $house and kind = '%s' and value is not null
                                     and property <> 'position' group by thing) o
                        on o.thing = %s))
                where likeness >= ? order by likeness desc, last desc nulls last, words, id limit ?
                """.formatted(
                        Performances.plain("words"),
                        Performances.plain("?"),
                        known,
                        kind == Proposal.Kind.PERSON ? "name" : kind.name().toLowerCase(Locale.ROOT),
                        kind == Proposal.Kind.PERSON ? "name_number(k.words)" : "k.id")
                .replace("$house", Integer.toString(house.value()));
        return new Sql(connection).list(row -> proposal(kind, row), sql, identifier(typed), typed, LIKE, SHOWN);
    }

    /** The one identifier of another register that was typed in the place of a name, as it is kept; else what no thing has. */
    static String identifier(String typed) {
        List<ExternalIdCell.Said> said = ExternalIdCell.read(null, typed);
        ExternalId id = said.size() == 1 ? said.get(0).id() : null;
        return id == null ? "" : ExternalIdCell.told(id);
    }

    private static Proposal proposal(Proposal.Kind kind, ResultSet row) throws SQLException {
        return new Proposal(
                kind,
                row.getLong("id"),
                row.getString("words"),
                row.getString("beside"),
                row.getObject("last", LocalDate.class),
                row.getDouble("likeness"),
                null);
    }
}

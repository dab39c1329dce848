package org.foyer.hub.intake.internal.doubles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.foyer.hub.intake.DoublePair;
import org.foyer.hub.intake.DoublePair.Kind;
import org.foyer.hub.intake.Doubles;
import org.foyer.hub.intake.Matching;
import org.foyer.hub.intake.RunOrder;
import org.foyer.hub.intake.RunReport;
import org.foyer.hub.intake.Sheets;
import org.foyer.hub.intake.internal.loading.Performances;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.intake.internal.programme.DecidedDoubles;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Archive;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Doubles found in the warehouse, and decided by documents through the intake. */
public final class HouseDoubles implements Doubles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long DOCUMENT_BYTES_MAX = 4_000_000;
    private static final int DATES_MAX = 5_000;
    private static final int PER_CENT = 100;

    /** Dates of two shows at the same hour in places that do not contradict, where each has one such only. */
    private static final String DATES = """
            select a.id as keep, b.id as other
            from shown_performance a join shown_performance b on b.house = a.house and b.starts_local = a.starts_local
            left join venue v on v.house = a.house and v.id = a.venue left join venue w on w.house = b.house and w.id = b.venue
            where a.house = ? and a.production = ? and b.production = ?
              and (a.venue = b.venue or a.venue is null or b.venue is null or jaro_winkler_similarity(v.name, w.name) > 0.85
                or contains(lower(v.name), lower(w.name)) or contains(lower(w.name), lower(v.name)))
              and (a.hall is null or b.hall is null or %s = %s)
            qualify count(*) over (partition by a.id) = 1 and count(*) over (partition by b.id) = 1
            order by a.id limit ?
            """.formatted(Performances.plain("a.hall"), Performances.plain("b.hall"));

    private static final String DECIDED = """
            select kind, true as same, g.known_as as thing, s.thing as other, s.run from same_thing s
              join goes_by g using (house, kind, thing) where house = $house and kind <> 'performance'
            union all
            select 'person', true, known_as, name, run from same_name where house = $house
            union all
            select 'tour', true, known_as, thing, run from (
              select other as known_as, production as thing, run from same_show where house = $house)
            union all
            select 'revival', true, known_as, thing, run from ($revivals)
            union all
            select kind, false, one, other, run from told_apart where house = $house
            """;

    /** All spellings of the person of a spelling, but one. */
    private static final String SPELLINGS = """
            select name from (
              select name from one_name where known_as = coalesce((select known_as from one_name where name = ?), ?)
              union select coalesce((select known_as from one_name where name = ?), ?))
            where name <> ? order by name limit ?
            """;

    /** Which of two spellings the house credits. */
    private static final String CREDITED = """
            select count(distinct n.number) from credited_name n join contribution c on c.name = n.name
            where c.house = ? and n.number in (?, ?)
            """;

    /** The first of this house, the second of another. */
    private static final String OF_TWO_HOUSES =
            "select count(*) from production where house = ? and id = ? or house <> ? and id = ?";

    private static final int SPELLINGS_MAX = 1_000;

    private final Warehouse warehouse;
    private final Archive archive;
    private final Function<RunOrder, RunReport> runs;
    private final Revived revived;

    /**
     * @param runs what carries a run out
     * @param sheets on which it is said what a show revives
     */
    public HouseDoubles(Warehouse warehouse, Archive archive, Function<RunOrder, RunReport> runs, Sheets sheets) {
        this.revived = new Revived(warehouse, sheets);
        this.warehouse = warehouse;
        this.archive = archive;
        this.runs = runs;
    }

    @Override
    public List<DoublePair> doubtful(HouseId house) {
        return warehouse.read(connection -> {
            List<DoublePair> pairs = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                pairs.addAll(new Sql(connection)
                        .list(
                                row -> pair(kind, house, row),
                                PairSql.of(kind, house.value()),
                                PAIRS_MAX - pairs.size()));
            }
            return List.copyOf(pairs);
        });
    }

    @Override
    public List<DoublePair> joined(HouseId house) {
        return warehouse.read(connection -> JoinedPeople.of(connection, house, PAIRS_MAX));
    }

    @Override
    public List<Announcement> announcements(HouseId house) {
        return warehouse.read(connection -> Announcements.of(connection, house, PAIRS_MAX));
    }

    private static DoublePair pair(Kind kind, HouseId house, ResultSet row) throws SQLException {
        DoublePair.Side one = side(row, house.value(), "one", "");
        DoublePair.Side other =
                side(row, kind == Kind.TOUR ? row.getInt("other_house") : house.value(), "other", "other_");
        boolean turned = row.getBoolean("turned");
        return new DoublePair(kind, turned ? other : one, turned ? one : other, reasons(kind, row));
    }

    private static DoublePair.Side side(ResultSet row, int house, String id, String prefix) throws SQLException {
        return new DoublePair.Side(
                row.getLong(id),
                house,
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

    private static List<DoublePair.Reason> reasons(Kind kind, ResultSet row) throws SQLException {
        List<DoublePair.Reason> reasons = new ArrayList<>();
        double alike = row.getDouble("alike");
        add(reasons, "same-identifier", row.getString("ids"));
        if (row.getLong("hours") > 0) {
            reasons.add(new DoublePair.Reason("same-hour", row.getString("hours")));
        }
        if (alike == 1) {
            reasons.add(new DoublePair.Reason("same-name", ""));
        } else if (alike >= PairSql.LIKE_MIN) {
            reasons.add(new DoublePair.Reason("like-name", Long.toString(Math.round(alike * PER_CENT))));
        }
        add(reasons, "same-show", row.getString("shows"));
        add(reasons, "same-people", row.getString("people"));
        if (kind == Kind.PERSON) {
            add(reasons, "same-role", row.getString("role"));
        } else if (kind == Kind.TOUR || kind == Kind.REVIVAL) {
            add(reasons, "same-company", row.getString("company"));
        }
        if (kind == Kind.REVIVAL) {
            add(reasons, "same-works", row.getString("works"));
            add(reasons, "earlier-season", row.getString("earlier"));
        }
        if (row.getBoolean("street")) {
            reasons.add(new DoublePair.Reason("same-street", ""));
        }
        add(reasons, "same-town", row.getString("town"));
        if (row.getBoolean("apart")) {
            reasons.add(new DoublePair.Reason("other-source", ""));
        }
        return List.copyOf(reasons);
    }

    private static void add(List<DoublePair.Reason> reasons, String code, @Nullable String value) {
        if (value != null) {
            reasons.add(new DoublePair.Reason(code, value));
        }
    }

    @Override
    public List<Decided> decided(HouseId house, int limit) {
        String sql = """
                with named as (select number, min(name) as name from credited_name group by number), gathering as (%s)
                select d.kind, d.same, d.thing, d.other, d.run, coalesce(t.title, p.title, v.name, w.title, n.name, y.title, e.name, '') as name,
                  coalesce(q.title, u.name, x.title, m.name, z.title, f.name, '') as other_name
                from (%s) d
                left join any_production p on d.kind = 'production' and p.house = $house and p.id = d.thing
                left join (select thing, arg_max(value, precedence(source, run)) as title from description
                  where house = $house and kind = 'production' and property = 'title' and language = '' and said_of is null
                  group by thing) t on d.kind = 'production' and t.thing = d.thing
                left join any_production q on d.kind = 'production' and q.house = $house and q.id = d.other
                left join any_venue v on d.kind = 'venue' and v.house = $house and v.id = d.thing
                left join any_venue u on d.kind = 'venue' and u.house = $house and u.id = d.other
                left join any_work w on d.kind = 'work' and w.house = $house and w.id = d.thing
                left join any_work x on d.kind = 'work' and x.house = $house and x.id = d.other
                left join any_production y on d.kind in ('tour', 'revival') and y.id = d.thing
                left join any_production z on d.kind in ('tour', 'revival') and z.id = d.other
                left join named n on d.kind = 'person' and n.number = d.thing
                left join named m on d.kind = 'person' and m.number = d.other
                left join gathering e on e.kind = d.kind and e.number = d.thing
                left join gathering f on f.kind = d.kind and f.number = d.other
                order by d.run desc, d.other limit ?
                """.formatted(FestivalPairSql.NAMES, DECIDED)
                .replace("$revivals", Revived.typed(house))
                .replace("$house", Integer.toString(house.value()));
        return warehouse.read(connection -> new Sql(connection)
                .list(
                        row -> new Decided(
                                Kind.of(row.getString("kind")).orElseThrow(),
                                row.getBoolean("same"),
                                row.getLong("thing"),
                                row.getString("name"),
                                row.getLong("other"),
                                row.getString("other_name"),
                                row.getInt("run")),
                        sql,
                        limit));
    }

    @Override
    public Optional<RunReport> decideTour(HouseId house, long keep, List<Long> others, boolean same, String actor) {
        boolean there = !others.isEmpty()
                && others.size() <= PAIRS_MAX
                && warehouse.read(connection -> {
                    boolean all = true;
                    for (long other : others) {
                        all &= has(connection, house, Kind.TOUR, keep, other, same);
                    }
                    return all;
                });
        if (!there) {
            return Optional.empty();
        }
        ObjectNode document = document();
        others.stream().distinct().forEach(other -> add(decisions(document), Kind.TOUR.word(), keep, other, same));
        return Optional.of(run(house, document, name(Kind.TOUR, keep, others.get(0), same), actor));
    }

    @Override
    public Optional<RunReport> decide(HouseId house, Kind kind, long keep, long other, boolean same, String actor) {
        if (keep == other || !warehouse.read(connection -> has(connection, house, kind, keep, other, same))) {
            return Optional.empty();
        }
        if (same && kind == Kind.REVIVAL) {
            return revived.say(house, keep, other, actor);
        }
        ObjectNode document = document();
        ArrayNode decisions = decisions(document);
        if (same && kind == Kind.PRODUCTION) {
            warehouse.read(connection -> new Sql(connection)
                    .list(
                            row -> add(decisions, "performance", row.getLong("keep"), row.getLong("other"), true),
                            DATES,
                            house.value(),
                            keep,
                            other,
                            DATES_MAX));
        }
        if (kind == Kind.PERSON && !same) {
            apart(decisions, keep, other);
        } else {
            add(decisions, kind.word(), keep, other, same);
        }
        return Optional.of(run(house, document, name(kind, keep, other, same), actor));
    }

    private static ObjectNode document() {
        ObjectNode document = JSON.createObjectNode();
        document.put(DecidedDoubles.MARK, "1");
        document.putArray("decisions");
        return document;
    }

    private static ArrayNode decisions(ObjectNode document) {
        return (ArrayNode) document.get("decisions");
    }

    private static String name(Kind kind, long keep, long other, boolean same) {
        return "%s-%d-%s-%d.json".formatted(kind.word(), keep, same ? "same" : "apart", other);
    }

    private RunReport run(HouseId house, ObjectNode document, String name, String actor) {
        ArchivedFile file = archive.keep(house, name, new ByteArrayInputStream(bytes(document)), DOCUMENT_BYTES_MAX);
        return runs.apply(new RunOrder(house, List.of(file), Matching.NONE, false, null, actor, null));
    }

    /** From all spellings of a person: else one of them would join the two again. */
    private void apart(ArrayNode decisions, long person, long other) {
        warehouse.read(connection -> new Sql(connection)
                .list(
                        row -> add(decisions, Kind.PERSON.word(), row.getLong("name"), other, false),
                        SPELLINGS,
                        person,
                        person,
                        person,
                        person,
                        other,
                        SPELLINGS_MAX));
    }

    private static boolean has(Connection connection, HouseId house, Kind kind, long one, long other, boolean same)
            throws SQLException {
        if (kind == Kind.PERSON || kind == Kind.TOUR) {
            Sql sql = new Sql(connection);
            boolean apart = sql.number(
                            "select count(*) from told_apart where kind = ? and one = ? and other = ?",
                            kind.word(),
                            Math.min(one, other),
                            Math.max(one, other))
                    > 0;
            long known = kind == Kind.PERSON
                    ? sql.number(CREDITED, house.value(), one, other)
                    : sql.number(OF_TWO_HOUSES, house.value(), one, house.value(), other);
            return !(same && apart) && known == 2;
        }
        if (kind == Kind.FESTIVAL || kind == Kind.SERIES) {
            return new Sql(connection).number(FestivalPairSql.BORNE, house.value(), kind.word(), one, other) == 2;
        }
        String table = kind == Kind.REVIVAL ? Kind.PRODUCTION.word() : kind.word();
        return new Sql(connection)
                        .number(
                                "select count(*) from " + table + " where house = ? and id in (?, ?)",
                                house.value(),
                                one,
                                other)
                == 2;
    }

    private static int add(ArrayNode decisions, String kind, long keep, long other, boolean same) {
        ObjectNode decision = decisions.addObject();
        decision.put("thing_kind", kind);
        decision.put("thing", Long.toString(other));
        decision.put("known_as", Long.toString(keep));
        decision.put("verdict", same ? "same" : "apart");
        return decisions.size();
    }

    private static byte[] bytes(ObjectNode document) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(document)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision cannot be written", e);
        }
    }
}

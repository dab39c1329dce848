package org.foyer.hub.intake.internal.words;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.HouseWord;
import org.foyer.hub.intake.HouseWords;
import org.foyer.hub.intake.SaidWord;
import org.foyer.hub.intake.internal.loading.Sql;
import org.foyer.hub.model.HouseId;

/** The warehouse's side of words: the labels of sale lines, with their kinds. */
public final class WordLabels {

    /** Sale lines and tickets by word; a line without tariff or channel bears none. */
    private static final String BORNE = """
            with borne as (
              select tariff, channel, sum(tickets) as tickets, sum(lines) as lines from daily_cube where house = %1$d
              group by all),
            """;

    private static final String WORDS = BORNE + """
            by_word as (
              select 'tariff' as field, tariff as id, sum(tickets) as tickets, sum(lines) as lines from borne group by tariff
              union all
              select 'channel', channel, sum(tickets), sum(lines) from borne group by channel)
            select l.field, l.label, l.kind, coalesce(w.lines, 0)::bigint as lines, coalesce(w.tickets, 0)::bigint as tickets
            from label l left join by_word w on w.field = l.field and w.id = l.id
            where l.house = %1$d and l.field in ('tariff', 'channel')
            order by l.kind is not null, tickets desc, lines desc, l.field, l.label limit %2$d offset %3$d
            """;

    private static final String SUMS = BORNE + """
            unclassified as (
              select field, id from label where house = %1$d and kind is null and field in ('tariff', 'channel'))
            select coalesce(sum(tickets), 0)::bigint as tickets,
              coalesce(sum(tickets) filter (where tariff in (select id from unclassified where field = 'tariff')
                or channel in (select id from unclassified where field = 'channel')), 0)::bigint as to_classify,
              (select count(*) from label where house = %1$d and field in ('tariff', 'channel')) as words,
              (select count(*) from unclassified) as words_to_classify
            from borne
            """;

    private WordLabels() {}

    static HouseWords list(Sql sql, HouseId house, int offset, int limit) throws SQLException {
        List<HouseWord> items = sql.list(
                row -> new HouseWord(
                        row.getString("field"),
                        row.getString("label"),
                        row.getString("kind"),
                        row.getLong("lines"),
                        row.getLong("tickets")),
                WORDS.formatted(house.value(), limit, offset));
        return sql.list(
                        row -> new HouseWords(
                                items,
                                offset,
                                row.getLong("words"),
                                row.getLong("words_to_classify"),
                                row.getLong("tickets"),
                                row.getLong("to_classify")),
                        SUMS.formatted(house.value()))
                .get(0);
    }

    /** Of the words given, those that the house has, with the kind they have now, which is empty for none. */
    static Map<SaidWord, String> kinds(Sql sql, HouseId house, List<SaidWord> words) throws SQLException {
        Map<SaidWord, String> kinds = new HashMap<>();
        sql.list(
                row -> kinds.put(new SaidWord(row.getString(1), row.getString(2), null), row.getString(3)),
                "select l.field, l.label, coalesce(l.kind, '') from label l join (select distinct unnest(?) as field,"
                        + " unnest(?) as label) w on w.field = l.field and w.label = l.label where l.house = " + house,
                sql.texts(words.stream().map(SaidWord::field).toList()),
                sql.texts(words.stream().map(SaidWord::label).toList()));
        return kinds;
    }

    /** Gives labels the kinds that people said. Returns how many meant something else before. */
    public static long apply(Sql sql, HouseId house, List<SaidWord> words) throws SQLException {
        if (words.isEmpty()) {
            return 0;
        }
        return sql.change(
                "update label set kind = w.kind from (select unnest(?) as field, unnest(?) as label,"
                        + " nullif(unnest(?), '') as kind) w where label.house = " + house
                        + " and label.field = w.field and label.label = w.label and label.kind is distinct from w.kind",
                sql.texts(words.stream().map(SaidWord::field).toList()),
                sql.texts(words.stream().map(SaidWord::label).toList()),
                sql.texts(words.stream()
                        .map(word -> word.kind() == null ? "" : word.kind())
                        .toList()));
    }
}

package org.foyer.hub.intake.internal.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.internal.runs.RunNames;
import org.jspecify.annotations.Nullable;

/**
 * A change as {@link HistorySql} finds it.
 *
 * @param undo run that took it back, 0 when it stands
 * @param same whether the same counts now
 * @param sayable whether its words mean one thing on a sheet
 * @param things what it changes: dates, or the record itself
 */
record HistoryLine(
        String mark,
        RecordChange.What what,
        RecordChange.Part part,
        int run,
        int undo,
        String source,
        String property,
        String language,
        @Nullable String before,
        String value,
        @Nullable String other,
        List<Long> things,
        long dates,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        boolean counts,
        boolean same,
        boolean sayable,
        long total) {

    static HistoryLine of(ResultSet row) throws SQLException {
        return new HistoryLine(
                row.getString("mark"),
                RecordChange.What.valueOf(upper(row.getString("what"))),
                RecordChange.Part.valueOf(upper(row.getString("kind"))),
                row.getInt("run"),
                row.getInt("undo"),
                row.getString("source"),
                row.getString("property"),
                row.getString("language"),
                row.getString("before"),
                row.getString("value"),
                row.getString("other_name"),
                HouseHistory.numbers(row, "things"),
                row.getLong("dates"),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class),
                row.getBoolean("counts"),
                row.getBoolean("same"),
                row.getBoolean("sayable"),
                row.getLong("total"));
    }

    private static String upper(String word) {
        return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    RecordChange.Back back() {
        if (what != RecordChange.What.SAID || !sayable || !SaidAgain.canSay(this)) {
            return RecordChange.Back.NOT_TYPED;
        }
        return same ? RecordChange.Back.COUNTS : RecordChange.Back.POSSIBLE;
    }

    RecordChange change(Map<Integer, RecordChange.Run> named) {
        boolean ofDates = part == RecordChange.Part.PERFORMANCE;
        return new RecordChange(
                mark,
                what,
                part,
                property,
                language,
                before,
                value,
                other,
                ofDates ? things : List.of(),
                ofDates ? dates : 0,
                first,
                last,
                counts,
                back(),
                RunNames.told(run, source, named.get(run), named.get(undo)));
    }
}

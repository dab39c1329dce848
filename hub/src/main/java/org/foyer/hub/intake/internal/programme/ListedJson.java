package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;

/** A source whose files are lists of JSON records, each of which makes rows by itself. */
abstract class ListedJson implements Source {

    private final String name;
    private final List<String> lists;

    /** @param lists names under which the records may stand */
    ListedJson(String name, List<String> lists) {
        this.name = name;
        this.lists = lists;
    }

    @Override
    public final String name() {
        return name;
    }

    /** Writes what one record says. */
    abstract void record(Members record, ListedRows rows) throws IOException;

    @Override
    public final void read(String fileName, InputStream in, Rows rows) throws IOException {
        ListedRows listed = new ListedRows(fileName, rows);
        try (JsonParser parser = Members.FACTORY.createParser(in)) {
            if (!JsonLists.readAny(parser, lists, (list, record) -> record(record, listed))) {
                listed.stop("programme-list-missing");
                return;
            }
        } catch (JsonLists.Broken broken) {
            listed.stopAt(broken.code(), broken.line());
        }
        listed.end();
    }

    /**
     * Puts the start, and reports a date that is none, never was, or lies behind the end.
     *
     * @param zone IANA name of the hall's zone, empty where the hour says all that is known
     */
    static boolean start(String start, String end, String zone, Map<String, String> row, ListedRows rows)
            throws IOException {
        Optional<Moment> begins = Moment.of(start).map(moment -> moment.in(zone));
        if (start.isEmpty()) {
            rows.refuse("event-without-date", "title", row.getOrDefault("title", ""));
        } else if (begins.isEmpty()) {
            rows.refuse("date-unreadable", "day", start);
        } else if (begins.get().neverWas()) {
            rows.refuse("dst-gap", "day", start);
        } else if (Moment.of(end)
                .map(moment -> moment.in(zone))
                .filter(moment -> moment.isBefore(begins.get()))
                .isPresent()) {
            rows.refuse("event-ends-before-start", "day", start);
        } else {
            begins.get().into(row);
            Moment.of(end)
                    .map(moment -> moment.in(zone))
                    .map(begins.get()::minutesTo)
                    .filter(minutes -> minutes > 0)
                    .ifPresent(minutes -> row.put("duration", Long.toString(minutes)));
            return true;
        }
        return false;
    }
}

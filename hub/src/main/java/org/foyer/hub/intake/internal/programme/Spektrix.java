package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;

/**
 * The programme of Spektrix, API version 3: a list of events each with its {@code instances}, a file {@code {"events": …,
 * "instances": …}} of the two lists as the API gives them, with {@code plans} and {@code venues} through which an instance has its
 * venue, and {@code price_lists} with its prices; or the list of instances alone, whose shows must be known already.
 *
 * <p>An event is a show, an instance a performance. Nothing is made of a duration of 0, which nobody entered.
 */
public final class Spektrix implements Source {

    private static final Pattern OWN_WORDS = Pattern.compile(
            "\"(instanceDates|webEventId|webInstanceId|startSellingAtWeb|startSellingAtWebUtc|hasBestAvailableOverlay)\"\\s*:");
    private static final Pattern PULLED = Pattern.compile("\\s*\\{\\s*\"pulledFrom\"\\s*:\\s*\"spektrix\"");
    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]");

    @Override
    public String name() {
        return "spektrix-programme";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return PULLED.matcher(beginning).lookingAt()
                || JSON.matcher(beginning).lookingAt()
                        && (OWN_WORDS.matcher(beginning).find()
                                || Stream.of("\"instances\"", "\"start\"", "\"name\"")
                                        .allMatch(beginning::contains));
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        ListedRows listed = new ListedRows(fileName, rows);
        SpektrixShows shows = new SpektrixShows(listed);
        try (JsonParser parser = Members.FACTORY.createParser(in)) {
            boolean read = JsonLists.read(
                    parser, List.of("events", "instances", "plans", "venues", "price_lists"), (list, record) -> {
                        if (list.equals("plans")) {
                            shows.plan(record);
                        } else if (list.equals("venues")) {
                            shows.venue(record);
                        } else if (list.equals("price_lists")) {
                            shows.priceList(record);
                        } else if (list.equals("instances") || isInstance(record)) {
                            shows.instance(record);
                        } else {
                            shows.event(record);
                        }
                    });
            if (!read) {
                listed.stop("programme-list-missing");
                return;
            }
            shows.end();
        } catch (JsonLists.Broken broken) {
            listed.stopAt(broken.code(), broken.line());
        }
        listed.end();
    }

    private static boolean isInstance(Members record) {
        return record.has("start") || record.has("startUtc") && !record.has("name");
    }
}

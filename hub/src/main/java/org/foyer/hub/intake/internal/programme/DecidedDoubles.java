package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.loading.PlainText;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;

/** A document of what people decided of things that look alike: of which kind, which two by our numbers, the same or apart. */
public final class DecidedDoubles implements Source {

    /** The first member of such a document. */
    public static final String MARK = "foyer-doubles";

    /** Columns of the rows, and members of each decision. */
    public static final List<String> COLUMNS = List.of("thing_kind", "thing", "known_as", "verdict");

    private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*\"" + MARK + "\"");
    private static final int DECISIONS_MAX = 10_000;

    @Override
    public String name() {
        return "decided-doubles";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return JSON.matcher(beginning).lookingAt();
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        rows.columns(COLUMNS);
        long[] number = {0};
        try (JsonParser parser = Members.FACTORY.createParser(in)) {
            boolean found = JsonLists.readAny(parser, List.of("decisions"), (list, decision) -> {
                if (++number[0] <= DECISIONS_MAX) {
                    rows.row(
                            number[0],
                            COLUMNS.stream()
                                    .map(decision::text)
                                    .map(PlainText::line)
                                    .toList());
                }
            });
            if (!found) {
                rows.problem(Problem.stops("programme-list-missing", Place.of(fileName)));
            }
            if (number[0] > DECISIONS_MAX) {
                rows.problem(Problem.stops(
                        "too-many-decisions",
                        Place.of(fileName),
                        Long.toString(number[0]),
                        Integer.toString(DECISIONS_MAX)));
            }
        } catch (JsonLists.Broken broken) {
            rows.problem(Problem.stops(broken.code(), new Place(fileName, broken.line(), null, null)));
        }
    }
}

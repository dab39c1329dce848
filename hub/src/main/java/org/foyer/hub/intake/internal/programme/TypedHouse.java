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

/** A document of what people typed of the house itself: by which identifiers other registers know it, in one cell. */
public final class TypedHouse implements Source {

    /** The first member of such a document. */
    public static final String MARK = "foyer-house";

    /** The list in it, and the one column of its rows. */
    public static final String SAID = "said";

    public static final String IDS = "house_ids";

    private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*\"" + MARK + "\"");

    @Override
    public String name() {
        return "typed-house";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return JSON.matcher(beginning).lookingAt();
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        rows.columns(List.of(IDS));
        long[] number = {0};
        try (JsonParser parser = Members.FACTORY.createParser(in)) {
            boolean found = JsonLists.readAny(
                    parser,
                    List.of(SAID),
                    (list, said) -> rows.row(++number[0], List.of(PlainText.line(said.text(IDS)))));
            if (!found) {
                rows.problem(Problem.stops("programme-list-missing", Place.of(fileName)));
            }
        } catch (JsonLists.Broken broken) {
            rows.problem(Problem.stops(broken.code(), new Place(fileName, broken.line(), null, null)));
        }
    }
}

package org.foyer.hub.site.internal.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told in one language, of a house's data protection or of a person's data; the page, the PDF, the API and the command
 * line show the same.
 *
 * @param language two letters
 * @param simulated what is said of a house that does not exist, else null
 * @param lead one sentence on what is told
 */
public record Document(
        String language,
        String title,
        String house,
        @Nullable String simulated,
        String lead,
        List<Section> sections) {

    /** @param id stable, for links */
    public record Section(String id, String title, List<String> paragraphs, List<Table> tables) {}

    public record Table(String caption, List<String> header, List<Row> rows) {}

    /** The first cell heads the row. */
    public record Row(String head, List<Cell> cells) {}

    /**
     * @param lines sentences, one below the other
     * @param tone {@code good}, {@code warn} or {@code bad} where the cell tells a state, else null
     */
    public record Cell(List<String> lines, @Nullable String tone) {
        /** One sentence without a tone. */
        public static Cell of(String text) {
            return new Cell(List.of(text), null);
        }
    }
}

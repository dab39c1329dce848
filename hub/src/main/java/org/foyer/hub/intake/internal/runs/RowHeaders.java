package org.foyer.hub.intake.internal.runs;

import java.util.List;
import org.foyer.hub.intake.Progress;
import org.foyer.hub.intake.internal.reading.Recognition;
import org.foyer.hub.intake.internal.reading.WorkingTable;
import org.foyer.hub.model.HouseId;

/** Header words of the files of a run, found again in the archive. */
public final class RowHeaders {

    private final FileOpening opening;
    private final RecipeShelf shelf;

    public RowHeaders(FileOpening opening, RecipeShelf shelf) {
        this.opening = opening;
        this.shelf = shelf;
    }

    record Header(List<String> words, char separator) {}

    List<Header> of(RunRow row) {
        return row.readFiles().stream().map(file -> of(row.house(), file)).toList();
    }

    private Header of(HouseId house, RunRow.ReadFile file) {
        OpenedFile opened = opening.again(house, file, shelf.byNumber(file.recipe()));
        Character separator = opened.recognition().separator();
        boolean json = List.of(Recognition.JSON, Recognition.JSON_LINES)
                .contains(opened.recognition().format());
        if (json && opened.ready()) {
            // only a whole reading knows every column of a JSON file
            try (WorkingTable table = opening.read(opened, Progress.NONE)) {
                return new Header(table.columns(), ';');
            }
        }
        return new Header(opened.seen().header(), separator == null ? ';' : separator);
    }
}

package org.foyer.kit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A source made up for the tests: a title line {@code DIARY}, blocks of {@code show <title>} followed by
 * {@code sold <number>}, and a last line {@code END}.
 */
public final class BoxOfficeDiary implements Source {

    @Override
    public String name() {
        return "box-office-diary";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return beginning.startsWith("DIARY\n");
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        rows.columns(List.of("show", "sold"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String show = "";
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.equals("END")) {
                return;
            }
            if (line.startsWith("show ")) {
                show = line.substring(5);
            } else if (line.startsWith("sold ")) {
                rows.row(number, new ArrayList<>(List.of(show, line.substring(5))));
            } else if (number > 1) {
                Place place = new Place(fileName, number, "sold", line);
                rows.problem(new Problem("diary-line-unknown", Problem.Severity.QUARANTINES_ROW, place, List.of()));
            }
        }
        rows.problem(Problem.stops("file-truncated", new Place(fileName, number, null, null)));
    }
}

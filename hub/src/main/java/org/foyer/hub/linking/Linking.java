package org.foyer.hub.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.linking.internal.Engine;
import org.foyer.hub.linking.internal.Found;
import org.foyer.hub.linking.internal.file.PlanFile;
import org.foyer.hub.linking.internal.file.Results;
import org.foyer.hub.linking.internal.file.TableFile;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of each person in a table, without truth and without training (Fellegi and Sunter 1969; docs/linking.md). The same
 * records give the same persons in whatever order they stand.
 */
public final class Linking {

    private Linking() {}

    /**
     * Links the records of a file.
     *
     * @return a report; when it is stopped its problems say why, and nothing was written
     */
    public static LinkReport link(LinkFiles files) throws IOException {
        PlanFile planFile = new PlanFile(String.valueOf(files.plan().getFileName()));
        @Nullable LinkPlan plan = planFile.read(Files.readString(files.plan()));
        if (plan == null) {
            return new LinkReport(0, 0, 0, planFile.problems());
        }
        TableFile tableFile = new TableFile(files.table());
        @Nullable RecordTable table = tableFile.read(plan);
        List<LinkProblem> problems = new ArrayList<>(tableFile.problems());
        if (table == null) {
            return new LinkReport(0, 0, 0, problems);
        }
        Engine engine = Engine.learning(table);
        Found found = engine.link();
        Results results = new Results(table, engine.scheme(), found);
        results.writePersons(files.persons());
        if (files.pairs() != null) {
            results.writePairs(files.pairs());
        }
        return new LinkReport(table.records(), found.persons(), found.edges().size(), problems);
    }
}

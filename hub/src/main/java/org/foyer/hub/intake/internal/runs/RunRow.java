package org.foyer.hub.intake.internal.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.intake.RunState;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.ArchivedFile;
import org.foyer.hub.store.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A run as the register keeps it. Taking a run back is a run of its own, of the kind {@code undo}, so that the numbers of
 * runs tell in which order everything happened.
 *
 * @param files what was read, or the number of the run that was taken back
 * @param report JSON, null while it has begun
 */
record RunRow(
        int id,
        HouseId house,
        String kind,
        JsonNode files,
        String actor,
        RunState state,
        Instant begunAt,
        @Nullable String report) {

    static final String UNDO = "undo";

    /**
     * A file and the number of the recipe with which it was read.
     *
     * @param cleaned whether people were taken out of it since
     */
    record ReadFile(ArchivedFile file, long recipe, boolean cleaned) {}

    /** What stands in the place of the files of a run that takes another one back. */
    static String undoing(int run) {
        return "{\"undoes\":" + run + "}";
    }

    boolean isUndo() {
        return kind.equals(UNDO);
    }

    int undoes() {
        return files.path("undoes").asInt();
    }

    List<ReadFile> readFiles() {
        List<ReadFile> all = new ArrayList<>();
        files.forEach(node -> all.add(new ReadFile(
                new ArchivedFile(
                        new Sha256(node.path("sha256").asText()),
                        node.path("name").asText(),
                        node.path("bytes").asLong()),
                node.path("recipe").asLong(),
                node.path("cleaned").asBoolean())));
        return all;
    }
}

package org.foyer.hub.catalogue.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowIndexTest {

    @TempDir
    Path folder;

    /** Asking opens the index, and one that is not there yet used to be cleared away under whoever wrote it. */
    @Test
    void aQuestionWhileTheFirstIndexIsWrittenDoesNotThrowItAway() throws Exception {
        ShowIndex index = new ShowIndex(folder.resolve("index"), 1 << 20);
        try (ShowIndex.Change change = index.change(Map.of())) {
            index.open();
            change.mark(7, "as it is");
            change.commit();
        }
        assertThat(index.marks()).containsExactly(Map.entry(7, "as it is"));
        index.close();
    }

    @Test
    void whatIsNoIndexIsClearedAwayOnceNobodyWrites() throws Exception {
        Path lost = Files.createDirectories(folder.resolve("index")).resolve("segments_1");
        Files.writeString(lost, "no index");
        ShowIndex index = new ShowIndex(folder.resolve("index"), 1 << 20);
        index.open();
        assertThat(Files.exists(lost)).isFalse();
        index.close();
    }
}

package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.Progress;
import org.foyer.kit.BoxOfficeDiary;
import org.foyer.kit.Problem;
import org.foyer.kit.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReadingTest {

    private static final List<Source> SOURCES = List.of(new BoxOfficeDiary());

    @TempDir
    Path folder;

    @Test
    void aFileThatASourceRecognisesIsReadByIt() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "DIARY\nshow Aida, acte 1\nsold 3\nlost 1\nsold 2\nEND\n");
        Recognition recognition = new Recogniser(SOURCES, ReadLimits.DEFAULT).recognise(file, "d.txt");
        assertThat(recognition.format()).isEqualTo("box-office-diary");
        assertThat(recognition.header()).containsExactly("show", "sold");
        assertThat(recognition.sample()).containsExactly(List.of("Aida, acte 1", "3"), List.of("Aida, acte 1", "2"));
        WorkingTable table = read(file, recognition, ReadLimits.DEFAULT);
        assertThat(Files.readString(table.file())).isEqualTo("3,\"Aida, acte 1\",3\n5,\"Aida, acte 1\",2\n");
        assertThat(table.firstRefused())
                .containsExactly(new RefusedRecord(4, "diary-line-unknown", "sold", "lost 1", "lost 1"));
    }

    @Test
    void aTruncatedFileStopsAtTheProofAlready() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "DIARY\nshow Aida\nsold 3\nso");
        Recognition recognition = new Recogniser(SOURCES, ReadLimits.DEFAULT).recognise(file, "d.txt");
        assertThat(recognition.stopped()).isTrue();
        assertThat(recognition.problems()).extracting(Problem::code).containsExactly("file-truncated");
    }

    @Test
    void aSourceStopsAtTheLimitOfRows() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "DIARY\nshow Aida\nsold 3\nsold 2\nsold 1\nEND\n");
        ReadLimits two = ReadLimits.DEFAULT.withRowsMax(2);
        WorkingTable table = read(file, new Recogniser(SOURCES, two).recognise(file, "d.txt"), two);
        assertThat(table.stopped()).isTrue();
        assertThat(table.problems()).extracting(Problem::code).containsExactly("rows-too-many");
    }

    private WorkingTable read(Path file, Recognition recognition, ReadLimits limits) {
        return new TableReader(SOURCES, limits).read(file, "d.txt", recognition, null, folder, Progress.NONE);
    }
}

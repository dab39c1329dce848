package org.foyer.hub.intake.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.foyer.hub.intake.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimitedReadingTest {

    @TempDir
    Path folder;

    @Test
    void aFrenchExportInWindows1252BecomesATableWithLineNumbers() throws IOException {
        WorkingTable table = read(
                "Spectacle;Prix\r\nŒdipe – été;23,50 €\r\n\"Le \"\"Cid\"\"\nsuite\";10\r\nNorma;5\r\n", "windows-1252");
        assertThat(Files.readString(table.file()))
                .isEqualTo("2,Œdipe – été,\"23,50 €\"\n3,\"Le \"\"Cid\"\"\nsuite\",10\n5,Norma,5\n");
        assertThat(table.columns()).containsExactly("Spectacle", "Prix");
        assertThat(table.lines()).isEqualTo(new LineCount(1, 4, 0, 0));
        assertThat(table.problems()).isEmpty();
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOneLine() throws IOException {
        WorkingTable table = read("a;b\n1;2\n\"open;3\nx;4\n\"y\";5\n", "UTF-8");
        assertThat(Files.readString(table.file())).isEqualTo("2,1,2\n4,x,4\n5,\"y\",5\n");
        assertThat(table.firstRefused())
                .containsExactly(new RefusedRecord(3, "quote-not-closed", null, null, "\"open;3"));
        assertThat(table.lines()).isEqualTo(new LineCount(1, 3, 1, 0));
    }

    private WorkingTable read(String text, String charset) throws IOException {
        Path file = Files.write(folder.resolve("file"), text.getBytes(Charset.forName(charset)));
        Recognition recognition = new Recogniser(List.of(), ReadLimits.DEFAULT).recognise(file, "sales.csv");
        assertThat(recognition.problems()).isEmpty();
        return new TableReader(List.of(), ReadLimits.DEFAULT)
                .read(file, "sales.csv", recognition, null, folder, Progress.NONE);
    }
}

package org.foyer.hub.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Surveys on the command line. */
class SurveyCommandTest extends CommandLineStand {

    @Test
    void aSurveyIsMadeFilledFromPaperAndTold() throws IOException {
        addHouse();
        String house = "theatre-du-port";
        assertThat(run("survey", "make", "--house", house, "--title-en", "Spring", "--ask", "magic"))
                .isEqualTo(3);
        assertThat(err).contains("not a question that can be added");
        assertThat(run("survey", "make", "--house", house, "--title-en", "Spring", "--ask", "price"))
                .isZero();
        assertThat(out).contains("\"slug\" : \"spring\"", "\"path\" : \"/s/");
        assertThat(run("survey", "template", "--house", house, "spring")).isZero();
        assertThat(out).startsWith("day,visit,company,").contains(",price");
        Path paper = folder.resolve("paper.csv");
        Files.writeString(paper, "visit,overall\n" + "first,9\n".repeat(24) + "never,9\n");
        assertThat(run("survey", "import", "--house", house, "spring", paper.toString()))
                .isEqualTo(3);
        assertThat(err).contains("26, visit:", "none of the answers: never");
        Files.writeString(paper, "visit,overall\n" + "first,9\n".repeat(24));
        assertThat(run("survey", "import", "--house", house, "spring", paper.toString()))
                .isZero();
        assertThat(run("survey", "results", "--house", house, "spring")).isZero();
        assertThat(out).contains("\"answers\" : 24", "\"why\" : \"too-few-answers\"");
        assertThat(run("survey", "peers", "--house", house, "spring")).isZero();
        assertThat(out).contains("\"withheld\" : \"not-taking-part\"", "\"question\" : \"company\"");
        assertThat(run("survey", "undo", "--house", house, "spring", "1")).isZero();
        assertThat(run("survey", "end", "--house", house, "spring")).isZero();
        assertThat(out).contains("\"state\" : \"ended\"", "\"answers\" : 0");
    }
}

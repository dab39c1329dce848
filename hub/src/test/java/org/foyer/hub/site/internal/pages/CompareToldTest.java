package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompareToldTest {

    private static final String FIRST = "Definition: version 1; no network decided on it.";

    private static CompareView.Line line(String id, String follows) {
        return new CompareView.Line(id, id, "1", "", null, "/dictionary", follows);
    }

    @Test
    void whatAllFiguresFollowIsSaidOnce() {
        CompareTold.Lines lines = CompareTold.Lines.of(Language.ENGLISH, List.of(line("a", FIRST), line("b", FIRST)));
        assertThat(lines.follows()).isEqualTo("The same for all these figures. " + FIRST);
        assertThat(lines.withheld()).extracting(CompareView.Line::follows).containsOnlyNulls();
    }

    @Test
    void whereTheyDifferEachSaysItsOwn() {
        CompareTold.Lines lines = CompareTold.Lines.of(Language.ENGLISH, List.of(line("a", FIRST), line("b", "other")));
        assertThat(lines.follows()).isNull();
        assertThat(lines.withheld()).extracting(CompareView.Line::follows).containsExactly(FIRST, "other");
        assertThat(CompareTold.Lines.of(Language.ENGLISH, List.of()).follows()).isNull();
    }
}

package org.foyer.hub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How changes of a cast are typed, and read again. */
class CastChangeTextTest {

    @Test
    void oneIsReadAsPeopleTypeIt() {
        assertThat(CastChange.one("Nina : Anne Roy / Nina Petrova"))
                .contains(CastChange.of("Nina", "Anne Roy", "Nina Petrova"));
        assertThat(CastChange.one("Chien: Rex /")).contains(CastChange.of("Chien", "Rex", ""));
        assertThat(CastChange.one("Treplev: / Luc Petit")).contains(CastChange.of("Treplev", "", "Luc Petit"));
        assertThat(CastChange.one(": AC/DC / Duo O/N")).contains(CastChange.of("", "AC/DC", "Duo O/N"));
        assertThat(CastChange.of("Treplev", "", "Luc Petit").text()).isEqualTo("Treplev: / Luc Petit");
    }

    @Test
    void whatIsNoneIsNotGuessed() {
        for (String text : List.of(
                "",
                "Anne Roy",
                "Nina: Anne Roy",
                "Nina: /",
                "Nina: / ",
                "Anne Roy / Nina",
                "Nina: A / B / C",
                "A: B: C / D",
                "Nina: AC/DC")) {
            assertThat(CastChange.one(text)).as(text).isEmpty();
        }
        assertThat(CastChange.unreadable("Nina: A / B; Anne remplace Nina")).contains("Anne remplace Nina");
        assertThat(CastChange.unreadable("Nina: A / B;\nChien: Rex /;")).isEmpty();
        assertThat(CastChange.of("a:b", "X", "").tellable()).isFalse();
        assertThat(CastChange.of("a", "X; Y", "").tellable()).isFalse();
        assertThat(new CastChange("a", List.of("X", "Y"), List.of()).tellable()).isFalse();
        assertThat(CastChange.of("a", "", "").tellable()).isFalse();
    }

    @Test
    void whatCanBeToldIsReadAsItWas() {
        Random random = new Random(20261129);
        String letters = "aé’-. /:;(\n";
        int told = 0;
        for (int i = 0; i < 20_000; i++) {
            List<String> words = new ArrayList<>();
            for (int part = 0; part < 3; part++) {
                StringBuilder word = new StringBuilder();
                for (int length = random.nextInt(6); length > 0; length--) {
                    word.append(letters.charAt(random.nextInt(letters.length())));
                }
                words.add(word.toString().strip());
            }
            CastChange change = CastChange.of(words.get(0), words.get(1), words.get(2));
            if (change.tellable()) {
                told++;
                assertThat(CastChange.read(CastChange.text(List.of(change, change))))
                        .as(change.text())
                        .containsExactly(change, change);
            }
        }
        assertThat(told).isGreaterThan(1_000);
    }
}

package org.foyer.hub.linking.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.text.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sketch may only say what the letters say too. */
class SketchesTest {

    private static final List<String> STREETS = List.of(
            "12 rue de la paix", "3 quai jean moulin", "120 avenue des freres lumiere", "7 cours gambetta", "bat b 3");

    private final Random random = new Random(20261128);

    @ParameterizedTest
    @EnumSource(names = {"EMAIL", "PHONE", "POSTCODE", "ADDRESS", "LAST_NAME", "DATE"})
    void whatSketchesTellApartIsDifferent(ColumnKind kind) {
        ValueComparison comparison = Comparisons.of(kind);
        Likeness likeness = new Likeness();
        int apart = 0;
        for (int i = 0; i < 200_000; i++) {
            String a = value(kind);
            String b = random.nextInt(4) == 0 ? value(kind) : a;
            for (int slips = random.nextInt(4); slips > 0; slips--) {
                b = slip(b);
            }
            if (a.equals(b) || !comparison.areApart(comparison.sketch(a), comparison.sketch(b))) {
                continue;
            }
            apart++;
            assertThat(comparison.level(a, b, likeness))
                    .as("%s and %s", a, b)
                    .isEqualTo(comparison.levels().size());
        }
        assertThat(apart).as("sketches that tell something").isGreaterThan(10_000);
    }

    private String value(ColumnKind kind) {
        return switch (kind) {
            case EMAIL ->
                letters(4 + random.nextInt(12)) + "@" + (random.nextBoolean() ? "boite.example" : "pli.example");
            case PHONE -> (random.nextBoolean() ? "33" : "") + (100_000_000 + random.nextInt(899_999_999));
            case POSTCODE ->
                random.nextBoolean()
                        ? "%05d".formatted(random.nextInt(100_000))
                        : "sw1a %d".formatted(random.nextInt(9)).replace(" ", "") + letters(2);
            case LAST_NAME ->
                letters(1 + random.nextInt(10)) + (random.nextInt(5) == 0 ? " " + letters(1 + random.nextInt(5)) : "");
            case DATE ->
                (1930 + random.nextInt(80))
                        + (random.nextInt(9) == 0
                                ? "0000"
                                : "%02d%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)));
            default -> STREETS.get(random.nextInt(STREETS.size())) + " " + letters(random.nextInt(8));
        };
    }

    private String letters(int many) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < many; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private String slip(String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        char letter = Character.isDigit(text.charAt(at)) ? (char) ('0' + random.nextInt(10)) : 'e';
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + letter + text.substring(at);
            case 2 -> text.substring(0, at) + letter + text.substring(at + 1);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }
}

package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the colours to WCAG 2.2: 4.5:1 for text, 3:1 for graphics, by its formula of relative luminance. */
class PaletteTest {

    private static final Path TOKENS = Path.of("src/main/web/css/tokens.css");
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");
    private static final List<String> TEXT = List.of("ink", "muted", "accent", "good", "warn", "bad");
    private static final List<String> GRAPHICS = List.of("tone1", "tone2", "tone3", "tone4", "edge");
    private static final List<String> GROUNDS = List.of("paper", "panel", "sunken");

    @Test
    void everyTextAndEveryMarkStandsOutInTheLight() throws IOException {
        check(light());
    }

    @Test
    void everyTextAndEveryMarkStandsOutInTheDark() throws IOException {
        Map<String, String> dark = light();
        dark.putAll(tokens(":root\\[data-theme=\"dark\"\\] \\{(.*?)\\n}"));
        check(dark);
    }

    @Test
    void theDarkOfTheDeviceIsTheDarkOfTheChoice() throws IOException {
        assertThat(tokens(":root:not\\(\\[data-theme=\"light\"\\]\\) \\{(.*?)\\n  }"))
                .isEqualTo(tokens(":root\\[data-theme=\"dark\"\\] \\{(.*?)\\n}"));
    }

    private static void check(Map<String, String> colours) {
        for (String ground : GROUNDS) {
            TEXT.forEach(text -> atLeast(4.5, colours, text, ground));
            GRAPHICS.forEach(mark -> atLeast(3, colours, mark, ground));
        }
        atLeast(4.5, colours, "on-accent", "accent");
        atLeast(4.5, colours, "on-velvet", "velvet");
        atLeast(4.5, colours, "on-velvet-muted", "velvet");
        atLeast(4.5, colours, "ink", "warn-soft");
        atLeast(4.5, colours, "warn", "warn-soft");
        atLeast(4.5, colours, "bad", "bad-soft");
        atLeast(4.5, colours, "good", "good-soft");
    }

    private static void atLeast(double ratio, Map<String, String> colours, String front, String back) {
        assertThat(contrast(colours.get(front), colours.get(back)))
                .as("%s on %s", front, back)
                .isGreaterThanOrEqualTo(ratio);
    }

    private static Map<String, String> light() throws IOException {
        return tokens(":root \\{(.*?)\\n}");
    }

    private static Map<String, String> tokens(String block) throws IOException {
        Matcher found = Pattern.compile(block, Pattern.DOTALL).matcher(Files.readString(TOKENS));
        assertThat(found.find()).isTrue();
        Map<String, String> tokens = new HashMap<>();
        TOKEN.matcher(found.group(1)).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
        return tokens;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

package org.foyer.hub.linking.internal.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists of words of the room: each line {@code word: variant variant}, {@code #} begins a remark. */
public final class WordList {

    private WordList() {}

    /** @return each word with its variants, all plain, in the order of the file; a word named twice has both lists */
    public static Map<String, List<String>> read(String name) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordList.class.getResourceAsStream("/linking/" + name + ".txt")),
                StandardCharsets.UTF_8))) {
            reader.lines().map(line -> line.replaceAll("#.*", "").strip()).forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    List<String> variants =
                            words.computeIfAbsent(Plain.words(line.substring(0, colon)), word -> new ArrayList<>());
                    for (String variant : line.substring(colon + 1).strip().split("[ ,]+")) {
                        if (!variant.isEmpty()) {
                            variants.add(Plain.joined(variant));
                        }
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}

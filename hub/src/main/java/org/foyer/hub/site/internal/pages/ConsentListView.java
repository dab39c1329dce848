package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.site.internal.api.ConsentDesk.OfList;
import org.jspecify.annotations.Nullable;

/**
 * A list of people and what all of them said.
 *
 * @param list what was typed
 * @param told what came of it; null before
 */
public record ConsentListView(
        String base,
        ConsentForm form,
        String list,
        @Nullable Told told,
        List<ConsentsView.Fault> faults) {

    /** A sentence on what was written down, and one for each kind of people of whom nothing was. */
    public record Told(String written, List<String> others) {}

    static Told told(Language language, OfList done) {
        List<String> others = new ArrayList<>();
        add(language, others, "consent_list_unchanged", done.people().unchanged());
        add(language, others, "consent_list_otherwise", done.people().saidOtherwise());
        add(language, others, "consent_list_full", done.people().full());
        add(language, others, "consent_list_unknown", done.unknown());
        if (done.unknown() > 0) {
            String lines = done.unknownLines().stream()
                    .map(line -> language.formats().number(line))
                    .collect(Collectors.joining(", "));
            others.add(language.say("consent_list_lines", lines));
        }
        return new Told(language.count("consent_list_written", done.people().written()), List.copyOf(others));
    }

    private static void add(Language language, List<String> others, String key, long number) {
        if (number > 0) {
            others.add(language.count(key, number));
        }
    }
}

package org.foyer.hub.linking.internal.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.LinkColumn;
import org.foyer.hub.linking.internal.text.Plain;
import org.foyer.hub.linking.internal.text.WordList;

/** What columns hold by their headers, for a plan that does not say it. */
final class ColumnWords {

    private final Map<String, ColumnKind> kinds = new HashMap<>();

    ColumnWords() {
        WordList.read("column-words")
                .forEach((kind, words) -> words.forEach(word -> kinds.put(
                        word, ColumnKind.valueOf(kind.toUpperCase(Locale.ROOT).replace(' ', '_')))));
    }

    List<LinkColumn> of(List<String> header, String idColumn) {
        List<LinkColumn> found = new ArrayList<>();
        Set<ColumnKind> taken = EnumSet.noneOf(ColumnKind.class);
        for (String name : header) {
            ColumnKind kind = kinds.get(Plain.joined(name));
            if (kind != null && !name.equals(idColumn) && taken.add(kind)) {
                found.add(new LinkColumn(name, kind));
            }
        }
        return found;
    }
}

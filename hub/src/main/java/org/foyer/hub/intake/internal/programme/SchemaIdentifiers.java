package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.model.ExternalIdCell;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers that a thing of schema.org has in registers that are known here: its own address, {@code sameAs}, and {@code identifier} as
 * an address, a word with the name of its register, or a {@code PropertyValue}. Other addresses, such as pages in social networks, are
 * none and are not told; what a register's name stands before is told as it is, and checked when it is loaded.
 */
final class SchemaIdentifiers {

    private final LinkedGraph graph;

    SchemaIdentifiers(LinkedGraph graph) {
        this.graph = graph;
    }

    /** As one cell. */
    String of(Members thing) {
        Set<String> found = new LinkedHashSet<>();
        telling(thing.text("@id"), found);
        for (Object same : thing.list("sameAs")) {
            telling(address(same), found);
        }
        for (Object identifier : thing.list("identifier")) {
            Members value = graph.thing(identifier);
            if (value.has("value")) {
                named(LinkedGraph.text(value.get("propertyID")), LinkedGraph.text(value.get("value")), found);
            } else {
                telling(address(identifier), found);
            }
        }
        List<String> all = new ArrayList<>(found);
        return String.join(ExternalIdCell.BETWEEN, all.subList(0, Math.min(ExternalIdCell.MOST, all.size())));
    }

    private static String address(@Nullable Object value) {
        Members reference = Members.of(value);
        return reference.has("@id") ? reference.text("@id") : LinkedGraph.text(value);
    }

    private static void telling(String text, Set<String> into) {
        if (!text.isEmpty() && ExternalIdCell.isTelling(text)) {
            into.add(text);
        }
    }

    /** The register may be named by a word or by its address. */
    private static void named(String register, String value, Set<String> into) {
        String word = register.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("[./].*$", "");
        if (!value.isEmpty() && ExternalIdCell.kindOf(word).isPresent()) {
            into.add(ExternalIdCell.isTelling(value) ? value : word + ": " + value);
        } else {
            telling(value, into);
        }
    }
}

package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;

/**
 * Changes of the programmes of another Foyer node, as its feed tells them: what is told of a performance is read as schema.org, under
 * the identifier that it has there; what is deleted there is set aside here, and shown again when it returns.
 */
public final class FoyerChanges extends ListedJson {

    private static final Pattern FEED = Pattern.compile("\\s*\\{\\s*\"items\"\\s*:\\s*\\[");
    private static final Pattern CONCEPT =
            Pattern.compile(".*/id/vocabulary/(genres|accessibility|stagings)/([a-z0-9_-]+)");

    /** Whoever stands here stands among the contributors too, with the house's own word for what they did. */
    private static final List<String> CREDITED = List.of("performer", "director", "composer");

    /** Why a performance is not shown. */
    private static final String WITHDRAWN = "withdrawn";

    public FoyerChanges() {
        super("foyer-changes", List.of("items"));
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return FEED.matcher(beginning).lookingAt()
                && beginning.contains("\"state\"")
                && beginning.contains("/id/performance/");
    }

    @Override
    void record(Members item, ListedRows rows) throws IOException {
        String id = item.text("id");
        if (id.isEmpty() || !item.text("kind").equals("performance")) {
            return;
        }
        Map<String, String> row = new HashMap<>(Map.of("performance_ref", id));
        if (item.text("state").equals("deleted")) {
            row.put("set_aside", WITHDRAWN);
            rows.write(row);
            return;
        }
        Map<Object, Object> event = new HashMap<>(item.object("data").map());
        Map<String, List<String>> subjects = subjects(item.object("data"));
        event.putIfAbsent("genre", String.join(", ", subjects.getOrDefault("genres", List.of())));
        CREDITED.forEach(event::remove);
        long before = rows.written();
        LinkedGraph graph = new LinkedGraph(new LinkedContext());
        graph.add(event);
        new SchemaEvents(graph, rows).write();
        if (rows.written() > before) {
            Texts again = new Texts();
            again.add("set_aside", "", "");
            row.put(ListedRows.TEXTS, again.cell());
            row.put("accessibility", String.join(", ", subjects.getOrDefault("accessibility", List.of())));
            row.put("history", String.join(", ", subjects.getOrDefault("stagings", List.of())));
            rows.write(row);
        }
    }

    /** The node names genres, accessibility and what is new or returns by its vocabularies, which are ours too; a newer one that we do not know is left out. */
    private static Map<String, List<String>> subjects(Members event) {
        Map<String, List<String>> subjects = new HashMap<>();
        for (Object keyword : event.list("keywords")) {
            Matcher concept = CONCEPT.matcher(String.valueOf(keyword));
            if (concept.matches()) {
                Optional<Concept> known = Vocabularies.at(concept.group(1) + "/" + concept.group(2));
                known.ifPresent(one -> subjects.computeIfAbsent(one.scheme(), scheme -> new ArrayList<>())
                        .add(one.label("fr")));
            }
        }
        return subjects;
    }
}

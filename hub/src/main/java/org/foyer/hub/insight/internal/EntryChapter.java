package org.foyer.hub.insight.internal;

import java.util.List;
import java.util.Set;
import org.foyer.hub.insight.Figure;

/** Who did not come: figure 24, only for performances whose scanner worked. */
final class EntryChapter implements Chapter {

    @Override
    public Set<String> indicators() {
        return Set.of("no-show");
    }

    @Override
    public List<Figure> figures(Tally tally, Dictionary dictionary) {
        long tickets = tally.sum("controlled", "tickets");
        long played = tally.sum("attended", "performances");
        Draft draft =
                dictionary.draft("no-show").basis(tickets).coverage(tally.sum("controlled", "performances"), played);
        if (played == 0) {
            return List.of(draft.notMeasured("not-played-yet"));
        }
        long absent = tickets - tally.sum("controlled", "scanned");
        return List.of(draft.quotient(absent, tickets, "scans-missing", "scanned"));
    }
}

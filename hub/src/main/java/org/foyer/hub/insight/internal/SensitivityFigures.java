package org.foyer.hub.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.insight.internal.SensitivityQuery.Count;

/** Writes figure 29 of the field's list: what sold at which price and in which zone, with no word of cause. Tickets of few buyers are not told apart. */
final class SensitivityFigures {

    private final List<Count> counts;
    private final Dictionary dictionary;

    SensitivityFigures(List<Count> counts, Dictionary dictionary) {
        this.counts = counts;
        this.dictionary = dictionary;
    }

    List<Figure> all() {
        return List.of(zones(), steps(), moves());
    }

    private List<Count> of(String topic) {
        return counts.stream().filter(count -> count.topic().equals(topic)).toList();
    }

    private Count of(String topic, String key) {
        return of(topic).stream()
                .filter(count -> count.key().equals(key))
                .findFirst()
                .orElse(new Count(topic, key, 0, 0));
    }

    private Count whole() {
        return of("whole", "tickets");
    }

    /** In order of filling: the zone half of whose tickets were bought the longest before stands first. */
    private Figure zones() {
        List<Count> zones = new ArrayList<>();
        List<Count> last = new ArrayList<>();
        for (Count zone : of("zone")) {
            boolean named =
                    !zone.key().equals(SensitivityQuery.NO_ZONE) && !zone.key().equals(SensitivityQuery.OTHER_ZONES);
            (named ? zones : last).add(zone);
        }
        long tickets = whole().tickets();
        long unsaid = of("zone", SensitivityQuery.NO_ZONE).tickets();
        Draft draft = dictionary.draft("zone-filling").basis(tickets).coverage(tickets - unsaid, tickets);
        if (tickets > 0 && zones.isEmpty()) {
            return draft.notMeasured("zone-missing", "zone");
        }
        return zones.size() == 1 ? draft.notMeasured("one-zone") : shares(draft, zones, last);
    }

    private Figure steps() {
        long levels = of("prices", "levels").tickets();
        Draft draft = dictionary.draft("price-steps").basis(whole().tickets());
        if (whole().tickets() > 0 && levels == 0) {
            return draft.notMeasured("no-paying-tickets");
        }
        return levels == 1 ? draft.notMeasured("one-price") : shares(draft, of("step"), List.of());
    }

    /** Only where the price itself changed can sales before and after tell something of it. */
    private Figure moves() {
        Count moved = of("moves", "moved");
        Count still = of("moves", "still");
        long tickets = moved.tickets() + still.tickets();
        Draft draft = dictionary.draft("price-moves").basis(tickets).coverage(tickets, whole().tickets());
        if (tickets == 0) {
            return whole().tickets() == 0
                    ? draft.notMeasured("no-tickets")
                    : draft.notMeasured("tariff-missing", "tariff");
        }
        return SmallGroups.mayBeTold(moved.buyers()) && SmallGroups.mayBeTold(still.buyers())
                ? draft.quotient(moved.tickets(), tickets, "no-tickets")
                : draft.notMeasured("too-few-people");
    }

    private static Figure shares(Draft draft, List<Count> first, List<Count> last) {
        List<Count> classes = new ArrayList<>(first);
        classes.addAll(last);
        long tickets = classes.stream().mapToLong(Count::tickets).sum();
        List<Boolean> withheld = withheld(classes);
        if (!classes.isEmpty() && !withheld.contains(false)) {
            return draft.notMeasured("too-few-people");
        }
        List<Part> parts = new ArrayList<>();
        long small = 0;
        for (int i = 0; i < classes.size(); i++) {
            if (withheld.get(i)) {
                small += classes.get(i).tickets();
            } else {
                parts.add(Draft.part(classes.get(i).key(), classes.get(i).tickets(), tickets));
            }
        }
        if (small > 0) {
            parts.add(Draft.part(PeopleParts.SMALL, small, tickets));
        }
        return draft.parts(parts).distribution("no-tickets");
    }

    /** One buyer may hold tickets of several classes, so those put together are enough people only when one of them is. */
    private static List<Boolean> withheld(List<Count> classes) {
        List<Boolean> withheld = new ArrayList<>(
                SmallGroups.withheld(classes.stream().map(Count::buyers).toList()));
        boolean enough = IntStream.range(0, classes.size())
                .anyMatch(at -> withheld.get(at)
                        && SmallGroups.mayBeTold(classes.get(at).buyers()));
        if (withheld.contains(true) && !enough) {
            IntStream.range(0, classes.size())
                    .filter(at -> !withheld.get(at))
                    .reduce((one, other) ->
                            classes.get(other).buyers() < classes.get(one).buyers() ? other : one)
                    .ifPresent(at -> withheld.set(at, true));
        }
        return withheld;
    }
}

package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.Newcomers;
import org.foyer.hub.governance.OverlapGate.Cell;
import org.foyer.hub.governance.OverlapGate.Figure;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.model.House;

/** Three houses of which two share enough. */
final class SampleOverlap {

    private SampleOverlap() {}

    static OverlapView view(Language language, House house) {
        Figure small = new Figure(null, "overlap-small");
        Told told = new Told(
                null,
                "2026-Q4",
                20,
                List.of("x", "y", "z"),
                2_000,
                new Figure(540L, null),
                new Figure(1_460L, null),
                new Figure(5_200L, null),
                List.of(
                        new Cell("x", "y", new Figure(540L, null)),
                        new Cell("x", "z", small),
                        new Cell("y", "z", new Figure(60L, null))),
                new Newcomers(
                        null, "2026-27", 800, new Figure(620L, null), new Figure(180L, null), 30, 2, 2, 1),
                List.of(new HouseCrossing(
                        "y",
                        List.of(
                                new HouseCrossing.Cell("", "Danse <1>", 2_000, 250, 0.125, null),
                                new HouseCrossing.Cell("Opéra", "Danse <1>", 400, 100, 0.25, 2.0)))));
        return OverlapPage.view(language, house, told, true, slug -> "<" + slug + ">");
    }

    static OverlapView nothing(Language language, House house, String why) {
        Figure small = new Figure(null, "overlap-small");
        Told told = new Told(why, "2026-Q4", 20, List.of(), 0, small, small, small, List.of(), null, List.of());
        return OverlapPage.view(language, house, told, false, slug -> slug);
    }
}

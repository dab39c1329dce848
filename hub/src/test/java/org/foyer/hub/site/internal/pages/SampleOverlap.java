package org.foyer.hub.site.internal.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.foyer.hub.exchange.NodeOverlaps.Progress;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.Newcomers;
import org.foyer.hub.governance.OverlapGate.Cell;
import org.foyer.hub.governance.OverlapGate.Figure;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.governance.ReachNetwork;
import org.foyer.hub.governance.ReachTold;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.server.OverlapDesk.Beside;
import org.foyer.hub.site.internal.server.ReachDesk.Standing;

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
                new Newcomers(null, "2026-27", 800, new Figure(620L, null), new Figure(180L, null), 30, 2, 2, 1),
                List.of(new HouseCrossing(
                        "y",
                        List.of(
                                new HouseCrossing.Cell("", "dance", 2_000, 250, 0.125, null),
                                new HouseCrossing.Cell("Bal populaire <1>", "dance", 400, 100, 0.25, 2.0)))));
        return OverlapPage.view(
                language,
                house,
                told,
                true,
                slug -> "<" + slug + ">",
                nodes(language, house),
                network(language, house));
    }

    /** Three houses, of which two share enough; a second question is under way. */
    private static ReachView network(Language language, House house) {
        ReachTold.Figure shared = new ReachTold.Figure(3_200L, 410L, null);
        ReachTold told = new ReachTold(
                "2026-Q4",
                1,
                List.of("urn:here/" + house.slug(), "urn:n/lear", "urn:n/<otello>"),
                new ReachTold.Figure(21_400L, 1_130L, null),
                List.of(new ReachTold.AtLeast(2, shared), new ReachTold.AtLeast(3, ReachTold.Figure.SMALL)),
                List.of(
                        new ReachTold.Cell(0, 1, shared),
                        new ReachTold.Cell(0, 2, ReachTold.Figure.SMALL),
                        new ReachTold.Cell(1, 2, shared)));
        return ReachPart.view(
                language,
                house,
                Map.of("urn:here", "", "urn:n", "Node <n>", "urn:m", "Node m"),
                new Standing(
                        new ReachNetwork("urn:here", "urn:n", "urn:m"),
                        "2026-Q4",
                        told,
                        new Progress("second", 3, 7),
                        null));
    }

    /** One with an answer, one under way, one that stopped. */
    private static OverlapNodesView nodes(Language language, House house) {
        Instant at = Instant.parse("2026-11-02T10:00:00Z");
        Progress half = new Progress("send", 3, 6);
        return OverlapNodes.view(
                language,
                house,
                Map.of("urn:n", "Node <n>"),
                List.of(
                        new Beside(
                                "urn:n",
                                "Node <n>",
                                "lear",
                                true,
                                "2026-Q4",
                                true,
                                870L,
                                26,
                                null,
                                true,
                                at,
                                null,
                                null),
                        new Beside(
                                "urn:n",
                                "Node <n>",
                                "otello",
                                true,
                                null,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                half,
                                null),
                        new Beside(
                                "urn:n",
                                "Node <n>",
                                "tosca",
                                true,
                                null,
                                false,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "overlap-no-answer")));
    }

    static OverlapView nothing(Language language, House house, String why) {
        Figure small = new Figure(null, "overlap-small");
        Told told = new Told(why, "2026-Q4", 20, List.of(), 0, small, small, small, List.of(), null, List.of());
        return OverlapPage.view(
                language,
                house,
                told,
                false,
                slug -> slug,
                OverlapNodes.view(language, house, Map.of(), List.of()),
                ReachPart.view(language, house, Map.of(), new Standing(null, "2026-Q4", null, null, null)));
    }
}

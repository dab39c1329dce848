package org.foyer.hub.site.internal.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.foyer.hub.governance.ConsentChoices;
import org.foyer.hub.governance.ConsentChoices.Choice;
import org.foyer.hub.governance.Purpose.Text;
import org.foyer.hub.insight.RfmGrid;
import org.foyer.hub.insight.SegmentChoices;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentKind;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.api.SegmentDesk.Listed;

/** A segment with every condition, kept beside another one. */
final class SampleSegments {

    static final String QUERY =
            "rf=new&visits=2..2&within=18&not-within=12&genre=%3COp%C3%A9ra%3E&production=7&season=2024-25";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private SampleSegments() {}

    private static SegmentDefinition read(String query) {
        return SegmentDefinition.read(query).definition();
    }

    static SegmentsView view(Language language, House house) {
        SegmentDefinition asked = read(QUERY);
        SegmentChoices choices = new SegmentChoices(
                List.of("<Opéra>", "Danse"),
                List.of(new SegmentChoices.Production(7, "Norma <bis>")),
                List.of("2024-25"));
        SegmentView made = new SegmentView(language, house, asked, choices);
        List<Listed> kept = List.of(
                new Listed("rf-new", "new", read("rf=new"), true, 1, null, null, 120L),
                new Listed(
                        "amis",
                        "Amis <du> théâtre",
                        read("spend=..100@24&area=75"),
                        false,
                        2,
                        "lea",
                        Instant.EPOCH,
                        null));
        return made.of(
                new SegmentSize(
                        asked,
                        DAY,
                        35L,
                        1000L,
                        0.04,
                        List.of(
                                new SegmentSize.Point(LocalDate.of(2026, 9, 30), null),
                                new SegmentSize.Point(LocalDate.of(2026, 10, 31), 30L),
                                new SegmentSize.Point(DAY, 35L))),
                List.of(new ConsentsView.Fault("Faute <une>", "Corrigez")),
                null,
                kept,
                new SegmentOverlap(
                        DAY,
                        Arrays.asList(35L, null),
                        List.of(new SegmentOverlap.Cell(0, 1, null, null), new SegmentOverlap.Cell(1, 0, null, null))),
                grid(),
                true,
                new ConsentChoices(
                        List.of(new Choice("programme", new Text("Actualité", "News"), null, "x")),
                        List.of(new Choice("email", new Text("E-mail", "E-mail"), null, "x")),
                        List.of()));
    }

    private static RfmGrid grid() {
        List<RfmGrid.Cell> cells = new ArrayList<>();
        for (int at = 0; at < 25; at++) {
            cells.add(new RfmGrid.Cell(read("rfm=11x"), at % 3 == 0 ? null : 40L, at % 3 == 0 ? null : 0.04));
        }
        return new RfmGrid(DAY, false, 1000L, cells, cells.subList(0, 5));
    }

    /** Every kind of condition, one by one. */
    static List<SegmentDefinition> eachKind() {
        return Arrays.stream(SegmentKind.values())
                .map(kind -> read(kind.key() + "="
                        + switch (kind.form()) {
                            case CHOICE -> String.join(",", kind.choices());
                            case RANGE -> kind.choices().get(0) + "..";
                            case MONTHS -> "12";
                            case SEASON -> "2024-25";
                            case NUMBER -> "7";
                            case AREA -> "75";
                            case CELL -> "5x5";
                            case WORD -> "Danse";
                        }))
                .toList();
    }
}

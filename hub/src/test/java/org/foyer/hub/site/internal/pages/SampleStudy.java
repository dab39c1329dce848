package org.foyer.hub.site.internal.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.NodeStudies.NodeOf;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.Indicator.Text;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.api.ObserversResource;

/** A question by genre of which most cells are told. */
final class SampleStudy {

    private static final LocalDate OPENS = LocalDate.parse("2027-01-01");
    private static final LocalDate AS_OF = LocalDate.parse("2026-09-30");
    private static final Wish WISH = new Wish("buyers", List.of("genre"), Map.of(), "2025-26", "1/2");

    private static final Text TEXT = new Text("<mot>", "<word>");
    private static final StudyBank BANK = new StudyBank(
            List.of(new StudyBank.Measure("buyers", 1, "people", 1, TEXT, TEXT, TEXT)),
            List.of(
                    new StudyBank.Dimension("genre", false, List.of("theatre", "circus", "unknown"), TEXT),
                    new StudyBank.Dimension("weekday", false, List.of("1", "2"), TEXT)),
            3);
    private static final FreeQuestion QUESTION = new FreeQuestion(
            BANK.measures().get(0),
            List.of(BANK.dimensions().get(0)),
            new TreeMap<>(),
            new Season(2025),
            new Epsilon(1, 2));

    private SampleStudy() {}

    static StudyView alone(Language language, House house) {
        return view(language, house, WISH, null, budget(StudyGate.NOT_TAKING_PART), List.of());
    }

    static StudyView answered(Language language, House house) {
        List<FreeAnswer.Line> lines = new ArrayList<>();
        QUESTION.by()
                .get(0)
                .codes()
                .forEach(code -> lines.add(
                        code.equals("circus")
                                ? new FreeAnswer.Line(List.of(code), null, null, "too-few-buyers")
                                : new FreeAnswer.Line(List.of(code), 1_240L, 31L, null)));
        FreeAnswer answer =
                new FreeAnswer("buyers", null, "2026-Q4", AS_OF, 8, "1/2", "5/2", OPENS, List.of("genre"), lines);
        return view(language, house, WISH, answer, budget(null), List.of());
    }

    static StudyView spent(Language language, House house) {
        FreeAnswer answer = new FreeAnswer(
                "buyers", StudyGate.SPENT, "2026-Q4", AS_OF, 0, "0", "0", OPENS, List.of("genre"), List.of());
        return view(language, house, WISH, answer, budget(null), List.of());
    }

    static StudyView refused(Language language, House house) {
        return view(language, house, WISH, null, budget(null), List.of("<no>"));
    }

    /** Over three nodes, of which one is away. */
    static StudyView overNodes(Language language, House house) {
        FreeAnswer answer = new FreeAnswer(
                "buyers",
                null,
                "2026-Q4",
                AS_OF,
                9,
                "1/2",
                "5/2",
                OPENS,
                List.of("genre"),
                List.of(new FreeAnswer.Line(List.of("theatre"), 2_400L, 170L, null)));
        return StudyScreen.view(
                language,
                StudyPlace.nodes(language, house),
                BANK,
                List.of(new Season(2025)),
                new StudyScreen.Given(
                        WISH,
                        QUESTION,
                        answer,
                        budget(null),
                        List.of(),
                        List.of(
                                new NodeOf("urn:a", "<Nord>", 4, null),
                                new NodeOf("urn:b", "Sud", 0, NodeStudies.AWAY))),
                true,
                true);
    }

    static ObserversView observers(Language language, House house) {
        return ObserversPage.view(
                language,
                house,
                List.of(new ObserversResource.Body("<Région>", Instant.parse("2026-11-01T10:00:00Z"))),
                false,
                true);
    }

    static StudyView ofObserver(Language language) {
        return StudyScreen.view(
                language,
                StudyPlace.observer(language, "EUR"),
                BANK,
                List.of(new Season(2025)),
                new StudyScreen.Given(WISH, QUESTION, null, budget(null), List.of(), List.of()),
                true,
                false);
    }

    private static FreeAnswer budget(String withheld) {
        return new FreeAnswer("", withheld, "2026-Q4", AS_OF, 0, "0", "3", OPENS, List.of(), List.of());
    }

    private static StudyView view(
            Language language, House house, Wish wish, FreeAnswer answer, FreeAnswer budget, List<String> faults) {
        return StudyScreen.view(
                language,
                StudyPlace.house(language, house, true),
                BANK,
                List.of(new Season(2025), new Season(2024)),
                new StudyScreen.Given(wish, QUESTION, answer, budget, faults, List.of()),
                true,
                true);
    }
}

package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.intake.History;
import org.foyer.hub.intake.RecordChange;
import org.foyer.hub.intake.RecordHistory;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the history of a venue says beside an earlier count of a hall, which is typed again rather than put back. */
class HallHistoryTest {

    private static final RecordChange.Run RUN =
            new RecordChange.Run(3, "halls", Instant.parse("2026-03-01T10:00:00Z"), "claire", List.of(), null, null);
    private static final House HOUSE = new House(
            new HouseId(1),
            "haute",
            "Ville haute",
            Discipline.THEATRE,
            300,
            PostalAddress.UNKNOWN,
            null,
            ZoneId.of("Europe/Paris"),
            Currency.getInstance("EUR"),
            true);

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void anEditorIsToldWhereTheCountOfAHallIsTyped(String code) throws IOException {
        Language language = Language.of(Locale.forLanguageTag(code));
        assertThat(page(language, true, earlier("hall_capacity:Grande salle, gradin")))
                .contains(language.say(
                        "history_in", language.say("history_property_hall_capacity"), "Grande salle, gradin"))
                .contains(language.say("history_hall_again"))
                .doesNotContain(language.say("history_not_typed"));
        assertThat(page(language, false, earlier("hall_seats:Grande salle")))
                .doesNotContain(language.say("history_hall_again"));
        assertThat(page(language, true, earlier("region")))
                .contains(language.say("history_not_typed"))
                .doesNotContain(language.say("history_hall_again"));
    }

    private static String page(Language language, boolean editor, RecordChange change) throws IOException {
        RecordHistory venue =
                new RecordHistory(History.Kind.VENUE, 7, "Grand Théâtre", null, 1, List.of(change), List.of(), null);
        return TemplatesTest.render(
                language, "history", new HistoryViews(language, HOUSE, editor).view(venue, 0, 50, null, List.of()));
    }

    private static RecordChange earlier(String property) {
        return new RecordChange(
                "v1",
                RecordChange.What.SAID,
                RecordChange.Part.VENUE,
                property,
                "",
                null,
                "300",
                null,
                List.of(),
                0,
                null,
                null,
                false,
                RecordChange.Back.NOT_TYPED,
                RUN);
    }
}

package org.foyer.hub.intake.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.intake.SheetWords;
import org.foyer.hub.intake.Sheets;

/** What tests type into a sheet. */
final class TypedShow {

    private TypedShow() {}

    /** A show with two dates, as somebody types it. */
    static SheetWords seagull(Sheets sheets, long sheet) {
        return new SheetWords(
                Map.of(
                        "title",
                        "La Mouette",
                        "genre",
                        "théâtre",
                        "producer",
                        "Compagnie",
                        "description",
                        "Un lac.",
                        "description@en",
                        "A lake.",
                        "age_from",
                        "8",
                        "duration",
                        "95",
                        "price_from",
                        "8"),
                List.of(
                        new SheetWords.Date(
                                sheets.nextDate(IntakeStand.PARIS, sheet),
                                Map.of(
                                        "day",
                                        "2026-03-05",
                                        "time",
                                        "20:00",
                                        "venue",
                                        "Grand Théâtre",
                                        "hall",
                                        "Grande salle")),
                        new SheetWords.Date(
                                sheets.nextDate(IntakeStand.PARIS, sheet),
                                Map.of(
                                        "day",
                                        "2026-03-06",
                                        "time",
                                        "20:00",
                                        "venue",
                                        "Grand Théâtre",
                                        "hall",
                                        "Grande salle"))),
                List.of(new SheetWords.Work("La Mouette", List.of(new SheetWords.Credit("Anton Tchekhov", "auteur")))),
                List.of(new SheetWords.Credit("Nina Zaretchnaïa", "comédienne")));
    }

    /** Everything as it was, but some words of the show and one word of the first date. */
    static SheetWords changed(SheetWords words, Map<String, String> show, String property, String value) {
        Map<String, String> all = new HashMap<>(words.show());
        all.putAll(show);
        List<SheetWords.Date> dates = new ArrayList<>(words.dates());
        Map<String, String> first = new HashMap<>(dates.get(0).said());
        first.put(property, value);
        dates.set(0, new SheetWords.Date(dates.get(0).own(), first));
        return new SheetWords(all, dates, words.works(), words.credits());
    }
}

package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of surveys, with what may need escaping. */
final class SampleSurvey {

    private SampleSurvey() {}

    static SurveyFormView form(Language language) {
        return new SurveyFormView(
                "Saison <26>",
                "Ville haute",
                true,
                "/s/address",
                "ticket",
                "key",
                List.of(new Frame.Link("English", "/s/address?language=en&tablet=key", false)),
                List.of(
                        new SurveyFormView.Question(
                                "heard",
                                1,
                                "Comment ?",
                                "checkbox",
                                false,
                                true,
                                List.of(new SurveyFormView.Choice("press", "Presse", true)),
                                false,
                                ""),
                        new SurveyFormView.Question(
                                "residence",
                                2,
                                "Où ?",
                                "radio",
                                false,
                                false,
                                List.of(new SurveyFormView.Choice("FR", "France", true)),
                                true,
                                "\"49000")),
                new SurveyFormView.Problem("Problem", language.say("survey_send")));
    }

    static SurveyView results(Language language) {
        SurveyView.Row row = new SurveyView.Row("Jamais", "45 %", "40 à 50 %", "50 %", "200", "80", "70", "90", false);
        return new SurveyView(
                "Saison <26>",
                "/h/x/surveys/s",
                "Ouverte",
                "https://foyer.example/s/address",
                true,
                true,
                true,
                "https://foyer.example/s/address?tablet=key",
                null,
                List.of(language.say("survey_unweighted_too_few_answers")),
                List.of(new SurveyView.Margin("Distance", List.of(new SurveyView.MarginRow("5 km", "1", "2", "3")))),
                List.of(new SurveyView.Panel(
                        "visit", "Dernière venue", "Quand ?", "Le plus souvent", null, List.of(row))),
                new SurveyView.Quarters("De 7 à 8", List.of(new SurveyView.QuarterRow("T1", "40", "7", "6 à 8"))),
                new SurveyView.Peers(
                        List.of(language.say("survey_peers_how")),
                        true,
                        List.of(
                                new SurveyView.PeerPanel(
                                        "visit",
                                        "Dernière venue",
                                        "Parmi 6 <autres>",
                                        List.of(
                                                peer("Jamais <1>", "52 %", "46 à 58 %", "77"),
                                                peer("Plus tôt", "non dit", "", null))),
                                new SurveyView.PeerPanel("age", "Âge", "Rien n’est dit", List.of()))),
                "/h/x/surveys/s/results.csv",
                new SurveyView.Paper(
                        "/h/x/surveys/s/paper",
                        "/h/x/surveys/s/template.csv",
                        "2026-03-02",
                        List.of(
                                new SurveyView.Batch(2, "Fichier 2", true),
                                new SurveyView.Batch(1, "Fichier 1", false)),
                        List.of(new SurveyView.Fault("Ligne 2", "Ceci n’est pas <une> réponse", "Écrivez")),
                        null));
    }

    private static SurveyView.PeerRow peer(String label, String own, String interval, @Nullable String dot) {
        return new SurveyView.PeerRow(
                label, own, interval, "38 %", "31 à 44 %", "46", "19", "56", dot, dot, dot == null ? null : "86");
    }
}

package org.foyer.hub.catalogue.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.SearchQuestion.Order;
import org.foyer.hub.catalogue.SearchQuestion.When;

/** What {@link PlainCountTest} asks of each programme. */
final class PlainQuestions {

    private PlainQuestions() {}

    /** Words, dates, facets and conditions, alone and together. */
    static List<SearchQuestion> all() {
        List<SearchQuestion> questions = new ArrayList<>();
        for (String word : List.of("", "nid ", "jeu ", "nid roc ")) {
            for (When when : List.of(When.COMING, When.ALL, When.WEEKEND, When.MONTH)) {
                for (String genre : List.of("", "danse")) {
                    questions.add(new SearchQuestion(
                            word,
                            when,
                            null,
                            null,
                            List.of(),
                            "",
                            genre,
                            "",
                            "",
                            "",
                            SearchConditions.NONE,
                            Order.DATE,
                            0,
                            50));
                }
            }
            questions.add(new SearchQuestion(
                    word,
                    When.COMING,
                    null,
                    null,
                    List.of("house-2"),
                    "",
                    "",
                    "scolaire",
                    "",
                    "",
                    SearchConditions.NONE,
                    Order.DATE,
                    0,
                    50));
            for (String festival : List.of("les etes", "LUNDIS")) {
                questions.add(of(word, festival));
            }
        }
        for (SearchConditions conditions : conditions()) {
            for (When when : List.of(When.COMING, When.ALL)) {
                questions.add(SearchQuestion.of("nid ")
                        .during(when, null, null)
                        .piece(Order.DATE, 0, 50)
                        .under(conditions));
                questions.add(SearchQuestion.of("")
                        .during(when, null, null)
                        .piece(Order.DATE, 0, 50)
                        .under(conditions));
            }
        }
        return questions;
    }

    private static SearchQuestion of(String word, String festival) {
        return new SearchQuestion(
                word,
                When.ALL,
                null,
                null,
                List.of(),
                "",
                "",
                "",
                "",
                festival,
                SearchConditions.NONE,
                Order.DATE,
                0,
                50);
    }

    private static List<SearchConditions> conditions() {
        List<SearchConditions> all = new ArrayList<>();
        for (Integer age : new Integer[] {null, 7}) {
            for (BigDecimal price : new BigDecimal[] {null, BigDecimal.ZERO, new BigDecimal("20")}) {
                for (List<Need> needs : List.of(List.<Need>of(), List.of(Need.HI), List.of(Need.HI, Need.VI))) {
                    for (String language : List.of("", "nl")) {
                        boolean even = all.size() % 2 == 0;
                        all.add(new SearchConditions(
                                age,
                                price,
                                "",
                                needs,
                                "",
                                language,
                                "",
                                even,
                                null,
                                null,
                                "",
                                20,
                                all.size() % 5 == 0));
                    }
                }
            }
        }
        return all;
    }
}

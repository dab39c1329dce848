package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.linking.BuyerCard;
import org.foyer.hub.linking.LinkedPeople;
import org.foyer.hub.linking.Match;
import org.foyer.hub.linking.MatchList;
import org.foyer.hub.linking.Verdict;
import org.junit.jupiter.api.Test;

/** A doubtful pair as people read it. */
class MatchesPageTest {

    static MatchList list() {
        BuyerCard one = new BuyerCard(
                "-7", "C1", "Jean", "Lefèvre", "12 rue de la Paix", "69003", "Lyon", "jl@boite.example", null, 1961);
        BuyerCard other =
                new BuyerCard("9", "C2", "Jean", "Lefevre", null, "69003", "Lyon", "jeanl@poste.example", null, 1980);
        BuyerCard third =
                new BuyerCard("12", "C3", "Jean", "Lefèvre", "12 rue de la Paix", "69003", "Lyon", null, null, 1961);
        List<Match.Step> steps = List.of(
                new Match.Step("names", Map.of("first_name", "equal", "last_name", "equal"), 9.5, -4.5),
                new Match.Step("home", Map.of("street", "missing", "postcode", "equal", "city", "equal"), 7, 2.5),
                new Match.Step("email", Map.of("email", "different"), -2, 0.5),
                new Match.Step("phone", Map.of("phone", "missing"), 0, 0.5),
                new Match.Step("birth", Map.of("birth_year", "different"), -1.5, -1),
                new Match.Step("family", Map.of(), -0.25, -1.25));
        Match match = new Match(
                one,
                other,
                false,
                Verdict.LATER,
                -1.25,
                -14,
                steps,
                new Match.Group(
                        List.of(one, third, other),
                        List.of(
                                new Match.Edge("-7", "12", 11.5, null),
                                new Match.Edge("-7", "9", -1.25, Verdict.LATER))));
        return new MatchList(new LinkedPeople(true, false, 1_200, 1_100, 900), 1, List.of(match));
    }

    static MatchesView view(Language language) {
        return MatchesPage.view(
                language,
                "/h/x",
                0,
                list(),
                list().matches(),
                "same",
                "match-contradicts",
                list().matches().get(0));
    }

    @Test
    void whatSpeaksForAndAgainstIsToldInWordsAndDrawnToScale() {
        MatchesView.Pair pair = view(Language.of(Locale.ENGLISH)).pairs().get(0);
        assertThat(pair.finding())
                .isEqualTo("Two people are 2.4 times as likely as one."
                        + " Most for one person: Names (+9.5). Most against one person: E-mail (−2).");
        assertThat(pair.now()).isEqualTo("Counts as two people now");
        assertThat(pair.rows())
                .filteredOn(MatchesView.Row::differs)
                .extracting(MatchesView.Row::label)
                .containsExactly("E-mail", "Year of birth");
        List<MatchesView.Step> steps = pair.waterfall().steps();
        assertThat(steps)
                .extracting(MatchesView.Step::total)
                .containsExactly("−14", "−4.5", "2.5", "0.5", "0.5", "−1", "−1.2", "−1.2");
        assertThat(pair.waterfall().threshold())
                .as("14 of the 16.5 bits from −14 to 2.5")
                .isEqualTo("84.8");
        assertThat(steps.get(1).from()).as("names begin where chance ends").isEqualTo("0.0");
        assertThat(steps.get(1).width()).isEqualTo("57.6");
        assertThat(steps.get(3).against()).isTrue();
        assertThat(steps.get(3).from()).as("from 0.5 to 2.5").isEqualTo("87.9");
        assertThat(pair.group()).isNotNull();
        assertThat(pair.group().edges())
                .containsExactly(
                        "1–2. Jean Lefèvre (C1) and Jean Lefèvre (C3): +11.5 bits",
                        "1–3. Jean Lefèvre (C1) and Jean Lefevre (C2): −1.2 bits – "
                                + Language.ENGLISH.say("match_said_later"));
    }

    @Test
    void thePageIsToldInFrench() {
        MatchesView view = view(Language.of(Locale.FRENCH));
        assertThat(view.lead()).contains("fiches d’acheteurs", "ménages");
        assertThat(view.underWay()).contains("nouveau rapprochement");
        assertThat(view.pairs().get(0).finding())
                .startsWith("Deux personnes sont 2,4 fois plus probables qu’une seule.");
        assertThat(view.problem()).isNotNull();
        assertThat(view.problem().sentence()).startsWith("Cela contredit");
    }
}

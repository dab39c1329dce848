package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchAnswer.Count;
import org.foyer.hub.site.internal.api.SearchAsked;
import org.foyer.hub.site.internal.pages.SearchView.Facet;
import org.foyer.hub.site.internal.pages.SearchView.Kept;
import org.junit.jupiter.api.Test;

class SearchLinksTest {

    private static final String NAME = "Les Nuits d'Été";

    private static final Places NOWHERE = new Places() {
        @Override
        public List<Town> named(String text) {
            return List.of();
        }

        @Override
        public List<Town> beginning(String text) {
            return List.of();
        }

        @Override
        public List<Town> largest(int most) {
            return List.of();
        }
    };

    private static SearchLinks links(String festival) {
        SearchAsked asked = new SearchAsked();
        asked.q = "bal";
        asked.festival = festival;
        return new SearchLinks(Language.FRENCH, asked.question(20, NOWHERE));
    }

    private static SearchAnswer.Facets facets(Count... festivals) {
        List<Count> no = List.of();
        return new SearchAnswer.Facets(no, no, no, no, List.of(festivals), no, no, no, no, List.of());
    }

    @Test
    void aFestivalNarrowsAndIsKeptInThePageItsMapAndItsFeeds() {
        SearchLinks links = links(NAME);
        String asked = "q=bal&festival=Les+Nuits+d%27%C3%89t%C3%A9";
        assertThat(links.with()).isEqualTo("/search?" + asked);
        assertThat(links.map()).isEqualTo("/map?" + asked);
        assertThat(links.feed(".ics")).isEqualTo("/search.ics?" + asked + "&lang=fr");
        assertThat(links.kept()).containsExactly(new Kept("festival", NAME));
    }

    @Test
    void oneOfSeveralIsChosenByALinkAndTheChosenOneIsGivenUpByAnother() {
        Count one = new Count(NAME, NAME, 3);
        Facet several =
                links("").facets(facets(one, new Count("Lundis", "Lundis", 1))).get(0);
        assertThat(several.name()).isEqualTo("Festival ou série");
        assertThat(several.values())
                .extracting(value -> value.href())
                .containsExactly("/search?q=bal&festival=Les+Nuits+d%27%C3%89t%C3%A9", "/search?q=bal&festival=Lundis");
        Facet chosen = links(NAME).facets(facets(one)).get(0);
        assertThat(chosen.values()).extracting(value -> value.href()).containsExactly("/search?q=bal");
        assertThat(links("").facets(facets(one))).as("nothing to choose from").isEmpty();
    }
}

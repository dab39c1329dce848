package org.foyer.hub.site.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyer.hub.intake.DoublePair;
import org.junit.jupiter.api.Test;

class DoublesPageTest {

    private static DoublePair pair(DoublePair.Kind kind, long one, long other) {
        return new DoublePair(kind, side(1, one), side(2, other), List.of());
    }

    private static DoublePair.Side side(int house, long id) {
        return new DoublePair.Side(id, house, "La Mouette", null, List.of(), 1, null, null);
    }

    @Test
    void aShowThatSeveralHousesMayPlayIsAskedOfOnce() {
        DoublePair.Kind tour = DoublePair.Kind.TOUR;
        DoublePair.Kind work = DoublePair.Kind.WORK;
        assertThat(DoublesPage.together(List.of(
                        pair(tour, 1, 7), pair(tour, 2, 7), pair(work, 1, 9), pair(tour, 1, 8), pair(work, 1, 3))))
                .extracting(some -> some.stream().map(one -> one.other().id()).toList())
                .containsExactly(List.of(7L, 8L), List.of(7L), List.of(9L), List.of(3L));
    }

    private static DoublePair because(int house, long show, DoublePair.Reason... reasons) {
        return new DoublePair(DoublePair.Kind.TOUR, side(1, 1), side(house, show), List.of(reasons));
    }

    @Test
    void aHouseWithTwoOfTheShowsIsCountedOnce() {
        assertThat(DoublesPage.houses(List.of(because(2, 7), because(3, 8), because(3, 9))))
                .isEqualTo(3);
    }

    @Test
    void whatIsOfOneNameIsNotSaidToBeOfNamesThatAreAlike() {
        DoublePair.Reason alike = new DoublePair.Reason("like-name", "93");
        DoublePair.Reason people = new DoublePair.Reason("same-people", "Ana Lune; Yves Rampe");
        List<String> told = DoublesPage.reasons(
                Language.FRENCH,
                List.of(because(2, 7, new DoublePair.Reason("same-name", ""), people), because(3, 8, alike, people)));
        assertThat(told)
                .containsExactly(
                        "Le nom est le même.", "Les mêmes noms sont crédités\u00a0: Ana Lune\u00a0; Yves Rampe.");
        assertThat(DoublesPage.reasons(Language.FRENCH, List.of(because(2, 7, alike))))
                .containsExactly("Les noms se ressemblent à 93\u00a0%.");
    }
}

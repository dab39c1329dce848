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
}

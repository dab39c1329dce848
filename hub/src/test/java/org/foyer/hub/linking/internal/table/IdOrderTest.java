package org.foyer.hub.linking.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdOrderTest {

    @Test
    void textsStandInTheOrderOfTheirLetters() {
        ValuePool pool = new ValuePool();
        TreeSet<String> sorted = new TreeSet<>();
        for (int i = 0; i < 5_000; i++) {
            String id =
                    i % 7 == 0 ? "é" + i : i % 3 == 0 ? Integer.toString(i) : "person-%06d".formatted(i * 37 % 5_000);
            pool.add(id);
            sorted.add(id);
        }
        pool.add("person");
        sorted.add("person");
        List<String> found =
                Arrays.stream(IdOrder.of(pool)).mapToObj(pool::text).toList();
        assertThat(found).containsExactlyElementsOf(sorted);
    }
}

package org.foyer.hub.linking.internal.buyers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.foyer.hub.linking.ColumnKind;
import org.foyer.hub.linking.internal.cluster.Unions;
import org.foyer.hub.linking.internal.table.Field;
import org.foyer.hub.linking.internal.table.RecordTable;
import org.foyer.hub.linking.internal.table.ValuePool;

/**
 * Who lives together. A household is whoever shares a dwelling, relatives or not (INSEE, "ménage"; United States Census Bureau,
 * "household"). A box office knows the street and the number, hardly ever the flat, so an address alone does not show a dwelling: two
 * people are one household when they have one address and share a surname, or a word of it, or a telephone, or an e-mail. Homes with
 * many of one sign are institutions, which neither definition counts as households. A person with several addresses lives where most
 * of their records say.
 */
final class Households {

    /** More people than this at one address with one sign are no household. A judgement, not a measured number. */
    static final int PEOPLE_MAX = 10;

    /** Shorter words of surnames are particles. */
    private static final int WORD_LETTERS_LEAST = 3;

    private final RecordTable table;
    private final int[] person;
    private final Field street;
    private final Field postcode;
    private final Field city;
    private final Field surname;
    private final Unions unions;

    private Households(RecordTable table, int[] person) {
        this.table = table;
        this.person = person;
        this.street = field(ColumnKind.ADDRESS);
        this.postcode = field(ColumnKind.POSTCODE);
        this.city = field(ColumnKind.PLACE);
        this.surname = field(ColumnKind.LAST_NAME);
        this.unions = new Unions(person.length);
    }

    private Field field(ColumnKind kind) {
        return Objects.requireNonNull(table.field(kind));
    }

    /** A sign of a household at an address. */
    private record Sign(long home, String sign) {}

    /**
     * @param person for each record the first record of its person
     * @return for each record the first record of its household
     */
    static int[] of(RecordTable table, int[] person) {
        return new Households(table, person).found();
    }

    private int[] found() {
        long[] byPerson = new long[person.length];
        Arrays.setAll(byPerson, record -> (long) person[record] << Integer.SIZE | record);
        Arrays.parallelSort(byPerson);
        long[] byHome = new long[person.length];
        int living = 0;
        for (int from = 0; from < byPerson.length; ) {
            int to = from + 1;
            while (to < byPerson.length && byPerson[to] >> Integer.SIZE == byPerson[from] >> Integer.SIZE) {
                to++;
            }
            long home = home(byPerson, from, to);
            for (int i = from; i < to; i++) {
                int record = (int) byPerson[i];
                unions.join(person[record], record);
                if (home != 0 && home(record) == home) {
                    byHome[living++] = (long) ValuePool.mix(Long.hashCode(home)) << Integer.SIZE | record;
                }
            }
            from = to;
        }
        byHome = Arrays.copyOf(byHome, living);
        Arrays.parallelSort(byHome);
        joinNeighbours(byHome);
        return java.util.stream.IntStream.range(0, person.length)
                .map(unions::find)
                .toArray();
    }

    /** Street and town as one number, 0 where either is not known. */
    private long home(int record) {
        int row = table.row(record);
        int place = postcode.code(row) >= 0 ? postcode.code(row) + 1 : -1 - city.code(row);
        boolean known = street.code(row) >= 0 && (postcode.code(row) >= 0 || city.code(row) >= 0);
        return known ? (long) (street.code(row) + 1) << Integer.SIZE | place & 0xFFFF_FFFFL : 0;
    }

    /** The address that most records of a person have, the first of them when several have as many. */
    private long home(long[] records, int from, int to) {
        if (to - from == 1) {
            return home((int) records[from]);
        }
        Map<Long, Integer> times = new java.util.LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            long home = home((int) records[i]);
            if (home != 0) {
                times.merge(home, 1, Integer::sum);
            }
        }
        long usual = 0;
        int most = 0;
        for (Map.Entry<Long, Integer> home : times.entrySet()) {
            if (home.getValue() > most) {
                most = home.getValue();
                usual = home.getKey();
            }
        }
        return usual;
    }

    /** @param byHome records sorted so that those of one home stand together */
    private void joinNeighbours(long[] byHome) {
        for (int from = 0; from < byHome.length; ) {
            int to = from + 1;
            while (to < byHome.length && byHome[to] >> Integer.SIZE == byHome[from] >> Integer.SIZE) {
                to++;
            }
            if (to - from > 1) {
                joinBySigns(byHome, from, to);
            }
            from = to;
        }
    }

    private void joinBySigns(long[] byHome, int from, int to) {
        Map<Sign, List<Integer>> people = new HashMap<>();
        for (int i = from; i < to; i++) {
            int record = (int) byHome[i];
            for (Sign sign : signs(record)) {
                List<Integer> showing = people.computeIfAbsent(sign, key -> new ArrayList<>());
                if (showing.isEmpty() || showing.get(showing.size() - 1) != person[record]) {
                    showing.add(person[record]);
                }
            }
        }
        people.values().forEach(showing -> {
            if (showing.stream().distinct().count() <= PEOPLE_MAX) {
                showing.forEach(mate -> unions.join(showing.get(0), mate));
            }
        });
    }

    private List<Sign> signs(int record) {
        int row = table.row(record);
        long home = home(record);
        List<Sign> signs = new ArrayList<>();
        for (String word : surname.text(row).split(" ")) {
            if (word.length() >= WORD_LETTERS_LEAST) {
                signs.add(new Sign(home, "name " + word));
            }
        }
        for (ColumnKind kind : List.of(ColumnKind.PHONE, ColumnKind.EMAIL)) {
            int code = field(kind).code(row);
            if (code >= 0) {
                signs.add(new Sign(home, kind + " " + code));
            }
        }
        return signs;
    }
}

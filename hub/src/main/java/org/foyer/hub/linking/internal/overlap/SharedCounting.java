package org.foyer.hub.linking.internal.overlap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.SharedBuyers;
import org.foyer.hub.linking.SharedBuyers.Counted;
import org.foyer.hub.linking.SharedBuyers.Pair;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/**
 * One number for each person and house, 48 bits of a keyed digest and 16 of the house's place, sorted: people of several houses stand together.
 * Of ten million people one pair is taken for one person by chance in five counts.
 */
public final class SharedCounting {

    private static final int PLACE_BITS = 16;
    private static final int FIRST = 65_536;

    private final Warehouse warehouse;
    private final Mac mac;
    private long[] numbers = new long[FIRST];
    private int size;

    public SharedCounting(Warehouse warehouse) {
        this.warehouse = warehouse;
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            this.mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Serves one count. */
    public Counted of(List<House> houses) throws OverlapRefused {
        for (int place = 0; place < houses.size(); place++) {
            for (Iterator<String> keys = PeopleKeys.of(warehouse, houses.get(place)); keys.hasNext(); ) {
                add(keys.next(), place);
            }
        }
        Arrays.sort(numbers, 0, size);
        int count = houses.size();
        long[] people = new long[count];
        long[] elsewhere = new long[count];
        long[][] shared = new long[count][count];
        long reach = 0;
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && numbers[to] >>> PLACE_BITS == numbers[from] >>> PLACE_BITS) {
                to++;
            }
            count(places(from, to), people, elsewhere, shared);
            reach++;
            from = to;
        }
        return counted(houses, people, elsewhere, shared, reach);
    }

    private void add(String key, int place) throws OverlapRefused {
        if (size >= SharedBuyers.PEOPLE_MAX) {
            throw new OverlapRefused("overlap-set-large");
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        long digest = ByteBuffer.wrap(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        numbers[size++] = digest << PLACE_BITS | place;
    }

    /** The houses of one person, each once. */
    private int[] places(int from, int to) {
        return Arrays.stream(numbers, from, to)
                .mapToInt(number -> (int) (number & (1 << PLACE_BITS) - 1))
                .distinct()
                .toArray();
    }

    private static void count(int[] places, long[] people, long[] elsewhere, long[][] shared) {
        for (int one : places) {
            people[one]++;
            elsewhere[one] += places.length > 1 ? 1 : 0;
            for (int other : places) {
                if (one < other) {
                    shared[one][other]++;
                }
            }
        }
    }

    private static Counted counted(List<House> houses, long[] people, long[] elsewhere, long[][] shared, long reach) {
        Map<HouseId, Long> peopleOf = new LinkedHashMap<>();
        Map<HouseId, Long> elsewhereOf = new LinkedHashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < houses.size(); one++) {
            HouseId house = houses.get(one).id();
            peopleOf.put(house, people[one]);
            elsewhereOf.put(house, elsewhere[one]);
            for (int other = one + 1; other < houses.size(); other++) {
                if (shared[one][other] > 0) {
                    pairs.add(new Pair(house, houses.get(other).id(), shared[one][other]));
                }
            }
        }
        return new Counted(peopleOf, elsewhereOf, pairs, reach);
    }
}

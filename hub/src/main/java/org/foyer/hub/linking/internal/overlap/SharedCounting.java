package org.foyer.hub.linking.internal.overlap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.SharedBuyers;
import org.foyer.hub.linking.SharedBuyers.Counted;
import org.foyer.hub.linking.SharedBuyers.Newcomers;
import org.foyer.hub.linking.SharedBuyers.Pair;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Warehouse;

/**
 * One number for each person and house, 48 bits of a keyed digest and 16 of the house's place, sorted: people of several houses stand together, and
 * beside each number stands what the person did in that house. Of ten million people one pair is taken for one person by chance in five counts. At
 * most 28 bytes for each person.
 */
public final class SharedCounting {

    private static final int PLACE_BITS = 16;
    private static final int FIRST = 65_536;

    private final Warehouse warehouse;
    private final Season season;
    private final LocalDate asOf;
    private final Mac mac;
    private long[] numbers = new long[FIRST];
    private int[] facts = new int[FIRST];
    private int size;

    public SharedCounting(Warehouse warehouse, Season season, LocalDate asOf) {
        this.warehouse = warehouse;
        this.season = season;
        this.asOf = asOf;
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
        int count = houses.size();
        List<List<String>> genres = new ArrayList<>();
        long[] apart = new long[count];
        int[] years = new int[count];
        for (int place = 0; place < count; place++) {
            HouseVisits visits = HouseVisits.of(warehouse, houses.get(place), season, asOf);
            genres.add(visits.genres());
            years[place] = visits.yearsBefore(season);
            apart[place] = visits.firstTimers(season) - add(houses.get(place), place, visits);
        }
        sort();
        long[] people = new long[count];
        long[] elsewhere = new long[count];
        long[][] shared = new long[count][count];
        CrossedGenres crossed = new CrossedGenres(count, season);
        long reach = 0;
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && numbers[to] >>> PLACE_BITS == numbers[from] >>> PLACE_BITS) {
                to++;
            }
            int[] places = places(from, to);
            count(places, people, elsewhere, shared);
            crossed.person(places, facts(places, from, to));
            reach++;
            from = to;
        }
        List<Newcomers> newcomers = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            newcomers.add(crossed.newcomers(houses.get(place), place, apart[place], years[place]));
        }
        return new Counted(
                by(houses, people),
                by(houses, elsewhere),
                pairs(houses, shared),
                reach,
                newcomers,
                crossed.tastes(houses, genres),
                crossed.crossed(houses, genres));
    }

    /** Returns how many of those who came for the first time have a key. */
    private long add(House house, int place, HouseVisits visits) throws OverlapRefused {
        long firstTimers = 0;
        for (PeopleKeys keys = PeopleKeys.of(warehouse, house); keys.hasNext(); ) {
            String key = keys.next();
            int fact = HouseVisits.NEVER;
            for (long person : keys.people()) {
                int one = visits.of(person);
                firstTimers += HouseVisits.isFirst(one, season) ? 1 : 0;
                fact = HouseVisits.merged(fact, one);
            }
            add(key, place, fact);
        }
        return firstTimers;
    }

    private void add(String key, int place, int fact) throws OverlapRefused {
        if (size >= SharedBuyers.PEOPLE_MAX) {
            throw new OverlapRefused("overlap-set-large");
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            facts = Arrays.copyOf(facts, size * 2);
        }
        long digest = ByteBuffer.wrap(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        facts[size] = fact;
        numbers[size++] = digest << PLACE_BITS | place;
    }

    /** Sorts the numbers, and puts what stands beside each where it went; of equal numbers the first has what all of them had. */
    private void sort() {
        long[] came = Arrays.copyOf(numbers, size);
        int[] with = facts;
        Arrays.sort(numbers, 0, size);
        facts = new int[size];
        Arrays.fill(facts, HouseVisits.NEVER);
        for (int i = 0; i < size; i++) {
            int at = Arrays.binarySearch(numbers, 0, size, came[i]);
            facts[at] = HouseVisits.merged(facts[at], with[i]);
        }
    }

    /** The houses of one person, each once. */
    private int[] places(int from, int to) {
        return Arrays.stream(numbers, from, to)
                .mapToInt(SharedCounting::place)
                .distinct()
                .toArray();
    }

    private static int place(long number) {
        return (int) (number & (1 << PLACE_BITS) - 1);
    }

    /** What one person did in each of their houses. */
    private int[] facts(int[] places, int from, int to) {
        int[] found = new int[places.length];
        Arrays.fill(found, HouseVisits.NEVER);
        for (int i = from, at = 0; i < to; i++) {
            while (places[at] != place(numbers[i])) {
                at++;
            }
            found[at] = HouseVisits.merged(found[at], facts[i]);
        }
        return found;
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

    private static Map<HouseId, Long> by(List<House> houses, long[] counts) {
        Map<HouseId, Long> by = new LinkedHashMap<>();
        for (int place = 0; place < counts.length; place++) {
            by.put(houses.get(place).id(), counts[place]);
        }
        return by;
    }

    private static List<Pair> pairs(List<House> houses, long[][] shared) {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < houses.size(); one++) {
            for (int other = one + 1; other < houses.size(); other++) {
                if (shared[one][other] > 0) {
                    pairs.add(new Pair(houses.get(one).id(), houses.get(other).id(), shared[one][other]));
                }
            }
        }
        return pairs;
    }
}

package org.foyer.hub.linking.internal.overlap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.SharedBuyers;
import org.foyer.hub.linking.TourBuyers.Counted;
import org.foyer.hub.linking.TourBuyers.Shown;
import org.foyer.hub.store.Warehouse;

/** A keyed digest of 64 bits for each buyer of the show and house, sorted: a person of several houses stands there several times. */
public final class TourCounting {

    private static final int FIRST = 4_096;

    /** Who holds tickets for dates of the show, as people are told apart on the page of the audience. */
    private static final String HOLDERS = """
            select distinct person from (
              select coalesce(o.one_person, s.person) as person, s.performance
              from sale_line s
              join (
                select id from performance where house = $1 and list_contains($3::bigint[], id)
                  and state not in ('cancelled', 'postponed') and set_aside is distinct from 'test') p on p.id = s.performance
              left join (
                select person, one_person from same_person where house = $1 and one_person <> person) o on o.person = s.person
              where s.house = $1 and s.person is not null and s.day <= $2 and s.operation in ('sale', 'cancellation')
                and s.person not in (select person from uncounted_buyer where house = $1)
              group by coalesce(o.one_person, s.person), s.performance having sum(s.quantity) > 0)
            order by person
            """;

    private final Warehouse warehouse;
    private final LocalDate asOf;
    private final Mac mac;
    private long[] numbers = new long[FIRST];
    private int size;

    public TourCounting(Warehouse warehouse, LocalDate asOf) {
        this.warehouse = warehouse;
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
    public Counted of(Iterable<Shown> shown) throws OverlapRefused {
        for (Shown one : shown) {
            add(one);
        }
        Arrays.sort(numbers, 0, size);
        long all = 0;
        long several = 0;
        for (int from = 0; from < size; ) {
            int to = from;
            while (to < size && numbers[to] == numbers[from]) {
                to++;
            }
            all++;
            several += to - from > 1 ? 1 : 0;
            from = to;
        }
        return new Counted(all, several);
    }

    private void add(Shown shown) throws OverlapRefused {
        long[] holders = holders(shown);
        if (holders.length == 0) {
            return;
        }
        int begin = size;
        for (PeopleKeys keys = PeopleKeys.of(warehouse, shown.house()); keys.hasNext(); ) {
            String key = keys.next();
            if (keys.people().stream().anyMatch(person -> Arrays.binarySearch(holders, person) >= 0)) {
                add(key);
            }
        }
        once(begin);
    }

    /** Whoever has one key twice in a house is one person there. */
    private void once(int begin) {
        long[] distinct = LongStream.of(numbers)
                .skip(begin)
                .limit(size - begin)
                .distinct()
                .toArray();
        System.arraycopy(distinct, 0, numbers, begin, distinct.length);
        size = begin + distinct.length;
    }

    private void add(String key) throws OverlapRefused {
        if (size >= SharedBuyers.PEOPLE_MAX) {
            throw new OverlapRefused("overlap-set-large");
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = ByteBuffer.wrap(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private long[] holders(Shown shown) {
        return warehouse.read(connection -> {
            LongStream.Builder holders = LongStream.builder();
            try (PreparedStatement query = connection.prepareStatement(HOLDERS)) {
                query.setShort(1, (short) shown.house().id().value());
                query.setObject(2, asOf);
                query.setArray(
                        3,
                        connection.createArrayOf("BIGINT", shown.performances().toArray()));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        holders.add(row.getLong(1));
                    }
                }
            }
            return holders.build().toArray();
        });
    }
}

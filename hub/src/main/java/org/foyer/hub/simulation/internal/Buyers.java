package org.foyer.hub.simulation.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of one house: who buys in a season, who comes back in the next, who is new. The shares of those who come
 * back are those that TRG Arts published for 2012–16 (reference in docs/simulator.md).
 */
final class Buyers {

    /** An account that nobody opened. */
    static final int UNKNOWN = -1;

    private static final double NEW_RETURN = 0.25;
    private static final double KNOWN_RETURN = 0.65;
    private static final double NEW_SUBSCRIBER_RENEWS = 0.62;
    private static final double KNOWN_SUBSCRIBER_RENEWS = 0.89;
    /** Share of known buyers in a house where arrivals and departures balance, given the two returns above. */
    private static final double KNOWN_AT_FIRST = 0.42;

    private static final double KNOWN_SUBSCRIBERS_AT_FIRST = 0.85;
    private static final double SECOND_ACCOUNT = 0.04;
    private static final double SAME_HOUSEHOLD = 0.10;
    private static final double NEW_ORDERS = 1.2;
    private static final double KNOWN_ORDERS = 1.8;
    private static final int BODIES = 60;
    /** Numbers of schools and other bodies, far beyond those of households. */
    private static final int FIRST_BODY = 1_000_000_000;

    private final Population population;
    private final Neighbours neighbours;
    private final int house;
    private final Dice dice;

    private long[] person = new long[1024];
    private byte[] variant = new byte[1024];
    private int[] home = new int[1024];
    private byte[] moves = new byte[1024];
    private final @Nullable Map<Long, Integer> accountsOf;
    private int accounts;
    private int households;
    private final BitSet known = new BitSet();
    private final BitSet bought = new BitSet();
    private final BitSet everBought = new BitSet();

    private int[] active = new int[0];
    private int[] subscribers = new int[0];
    private int[] orders = new int[0];
    private int ordersUsed;
    private int seasonIndex = -1;

    /** @param oneAccountAnAddress whether the tool tells accounts apart by e-mail, so that a person needs another for each */
    Buyers(long seed, int house, Population population, Neighbours neighbours, boolean oneAccountAnAddress) {
        this.population = population;
        this.accountsOf = oneAccountAnAddress ? new HashMap<>() : null;
        this.neighbours = neighbours;
        this.house = house;
        this.dice = Dice.of(seed, 200_000 + house, 0);
        for (int i = 0; i < BODIES; i++) {
            open(Population.person(house, FIRST_BODY + i, 0), 0);
        }
    }

    /** Begins a season in which about so many orders of known single buyers and so many subscribers are expected. */
    void beginSeason(int expectedOrders, int expectedSubscribers) {
        seasonIndex++;
        int[] former = active;
        int[] formerSubscribers = subscribers;
        BitSet renewing = new BitSet();
        subscribers = renewed(formerSubscribers, expectedSubscribers, former, renewing);
        double each = KNOWN_AT_FIRST * KNOWN_ORDERS + (1 - KNOWN_AT_FIRST) * NEW_ORDERS;
        active = returned(former, Math.max(3, (int) (expectedOrders / each)), renewing);
        bought.clear();
        moveHomes();
        dealOrders();
    }

    private int[] returned(int[] former, int wanted, BitSet renewing) {
        int[] next = new int[Math.max(wanted, former.length)];
        int count = 0;
        for (int account : former) {
            boolean comes = bought.get(account)
                    && !renewing.get(account)
                    && dice.chance(known.get(account) ? KNOWN_RETURN : NEW_RETURN);
            if (comes) {
                boolean twice = dice.chance(SECOND_ACCOUNT) && variant[account] < 3;
                int opened = twice ? open(person[account], variant[account] + 1) : account;
                next[count++] = opened;
                known.set(opened);
            }
        }
        while (count < wanted) {
            int account = newcomer();
            known.set(account, seasonIndex == 0 && dice.chance(KNOWN_AT_FIRST));
            next[count++] = account;
        }
        return Arrays.copyOf(next, count);
    }

    private int[] renewed(int[] former, int wanted, int[] singles, BitSet renewing) {
        int[] next = new int[Math.max(wanted, former.length)];
        int count = 0;
        for (int account : former) {
            double renews = known.get(account) ? KNOWN_SUBSCRIBER_RENEWS : NEW_SUBSCRIBER_RENEWS;
            if (bought.get(account) && count < wanted && dice.chance(renews)) {
                next[count++] = account;
                known.set(account);
            }
        }
        while (count < wanted) {
            int account = singles.length > 0 && dice.chance(0.3) ? singles[dice.below(singles.length)] : newcomer();
            if (!renewing.get(account)) {
                renewing.set(account);
                known.set(account, seasonIndex == 0 && dice.chance(KNOWN_SUBSCRIBERS_AT_FIRST));
                next[count++] = account;
            }
        }
        return Arrays.copyOf(next, count);
    }

    private int newcomer() {
        if (accounts > BODIES + 20 && dice.chance(SAME_HOUSEHOLD)) {
            long household = Population.household(person[BODIES + dice.below(accounts - BODIES)]);
            int size = population.householdSize(household);
            if (size > 1) {
                return open(household + 1 + dice.below(size - 1), 0);
            }
        }
        long shared = neighbours.draw(dice);
        return open(shared >= 0 ? shared : Population.person(house, households++, 0), 0);
    }

    private int open(long who, int variantNumber) {
        if (accounts == person.length) {
            int larger = accounts * 2;
            person = Arrays.copyOf(person, larger);
            variant = Arrays.copyOf(variant, larger);
            home = Arrays.copyOf(home, larger);
            moves = Arrays.copyOf(moves, larger);
        }
        person[accounts] = who;
        int before = accountsOf == null ? variantNumber : accountsOf.merge(who, 1, Integer::sum) - 1;
        variant[accounts] = (byte) before;
        settle(accounts);
        return accounts++;
    }

    private void settle(int account) {
        long household = Population.household(person[account]);
        int now = account < BODIES ? 0 : population.moves(household, Math.max(0, seasonIndex));
        moves[account] = (byte) now;
        home[account] = population.home(household, now);
    }

    private void moveHomes() {
        for (int account = BODIES; account < accounts; account++) {
            if (population.moves(Population.household(person[account]), seasonIndex) != moves[account]) {
                settle(account);
            }
        }
    }

    private void dealOrders() {
        int[] dealt = new int[active.length * 8];
        int count = 0;
        for (int account : active) {
            double mean = known.get(account) ? KNOWN_ORDERS : NEW_ORDERS;
            double again = 1 - 1 / mean;
            int times = 1;
            while (times < 8 && dice.chance(again)) {
                times++;
            }
            Arrays.fill(dealt, count, count + times, account);
            count += times;
        }
        dice.shuffle(dealt, count);
        orders = Arrays.copyOf(dealt, count);
        ordersUsed = 0;
    }

    /** The buyer of the next single order. */
    int next() {
        int account = orders[ordersUsed % orders.length];
        ordersUsed++;
        return account;
    }

    /** A school ({@code first} half of the bodies) or another body. */
    int body(Dice night, boolean school) {
        return school ? night.below(BODIES / 2) : BODIES / 2 + night.below(BODIES / 2);
    }

    int[] subscribers() {
        return subscribers;
    }

    /** Notes that the account stands in a file. */
    void written(int account) {
        bought.set(account);
        everBought.set(account);
    }

    int count() {
        return accounts;
    }

    boolean everWritten(int account) {
        return everBought.get(account);
    }

    boolean isBody(int account) {
        return account < BODIES;
    }

    long person(int account) {
        return person[account];
    }

    int variant(int account) {
        return variant[account];
    }

    int home(int account) {
        return home[account];
    }

    int moves(int account) {
        return moves[account];
    }
}

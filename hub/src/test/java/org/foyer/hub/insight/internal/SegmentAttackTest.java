package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.insight.SegmentKind;
import org.foyer.hub.insight.internal.SegmentQuery.Counted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who knows the rule of rounding asks for hundreds of segments of one house and takes them from each other. The house has
 * 400 buyers who came once to thirty times, so that groups of one to four are easy to come by.
 */
class SegmentAttackTest {

    private static final LocalDate NOW = LocalDate.of(2025, 3, 1);
    private static final int BUYERS = 400;
    private static final int FAR = 1_000_000;

    /** What is told lies at most so far from the truth; everybody may know. */
    private static final int ERROR = RoundedPeople.BASE - 1;

    @TempDir
    static Path folder;

    private static BoxOffice office;
    private static BoxOffice.House house;
    private static SegmentFigures segments;

    @BeforeAll
    static void open() {
        office = new BoxOffice(folder);
        house = office.house();
        StringBuilder performances = new StringBuilder();
        for (int number = 1; number <= 30; number++) {
            performances.append("%d | %d | %sT20:00 | scheduled | 100 | - | -%n"
                    .formatted(number, 1 + number % 4, NOW.minusDays(30L * number)));
        }
        house.productions("1 | A | Dance\n2 | B | Opera\n3 | C | Circus\n4 | D | Theatre")
                .performances(performances.toString());
        Random random = new Random(11);
        StringBuilder lines = new StringBuilder();
        for (int person = 1; person <= BUYERS; person++) {
            int visits = (int) Math.min(30, 1 + Math.floor(-6 * Math.log(1 - random.nextDouble())));
            int first = 1 + random.nextInt(30);
            for (int visit = 0; visit < visits; visit++) {
                int performance = 1 + (first + visit) % 30;
                lines.append("%d | %s | - | sale | %d | - | - | - | - | %d | o | t%d-%d%n"
                        .formatted(
                                performance,
                                NOW.minusDays(30L * performance + 5),
                                1000 + 500 * random.nextInt(5),
                                key(person),
                                person,
                                performance));
            }
        }
        house.lines(lines.toString());
        segments = new SegmentFigures(
                office.warehouse,
                new AnyHouse(Currency.getInstance("EUR")),
                (actor, asker, wish, people) -> {
                    throw new AssertionError("nobody asked for contacts");
                },
                Clock.systemUTC());
    }

    /** As loading gives them: digests. */
    private static long key(int person) {
        return new Random(person).nextLong() >>> 1;
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static SegmentDefinition read(String query) {
        SegmentDefinition.Read read = SegmentDefinition.read(query);
        assertThat(read.faults()).as(query).isEmpty();
        return read.definition();
    }

    private static List<Counted> counted(List<SegmentDefinition> asked) {
        return office.warehouse.read(connection -> SegmentQuery.count(connection, house.id, asked, 100, NOW));
    }

    private static List<SegmentDefinition> ranges(String beside) {
        List<SegmentDefinition> ranges = new ArrayList<>();
        List<String> steps = SegmentKind.VISITS.choices();
        for (int from = 0; from < steps.size(); from++) {
            ranges.add(read("visits=" + steps.get(from) + ".." + beside));
            for (int to = from; to < steps.size(); to++) {
                ranges.add(read("visits=" + steps.get(from) + ".." + steps.get(to) + beside));
            }
        }
        return ranges;
    }

    @Test
    void whatIsToldIsNearTheTruthAndNeverOfFewerThanFive() {
        List<SegmentDefinition> asked = new ArrayList<>();
        for (String beside : List.of("", "&genre=Dance", "&genre=Opera&within=6", "&within=3", "&rfm=5xx")) {
            asked.addAll(ranges(beside));
        }
        long sum = 0;
        int told = 0;
        int off = 0;
        for (Counted exact : counted(asked)) {
            Long people = RoundedPeople.told(exact);
            assertThat(people == null).isEqualTo(exact.people() < 5);
            if (people != null) {
                assertThat(people % 5).isZero();
                assertThat(Math.abs(people - exact.people())).isLessThanOrEqualTo(ERROR);
                sum += people - exact.people();
                told++;
                off += people == exact.people() ? 0 : 1;
            }
        }
        assertThat(told).isGreaterThan(200);
        assertThat((double) off / told).as("seldom the very number").isGreaterThan(0.6);
        assertThat(Math.abs((double) sum / told)).as("right on average").isLessThan(0.5);
    }

    @Test
    void thePagesTellWhatTheRuleSays() {
        SegmentDefinition twice = read("visits=2..");
        assertThat(segments.size(house.id, twice, NOW, NOW).people())
                .isEqualTo(RoundedPeople.told(counted(List.of(twice)).get(0)));
    }

    /** The same people, asked for in other words: nothing new is said, so asking often does not help. */
    @Test
    void theSamePeopleAlwaysGiveTheSameNumber() {
        Map<Counted, Long> known = new HashMap<>();
        int again = 0;
        List<SegmentDefinition> asked = new ArrayList<>();
        for (String beside :
                List.of("", "&within=36", "&within=60", "&genre=Dance,Opera,Circus,Theatre", "&spend=10..")) {
            asked.addAll(ranges(beside));
        }
        List<Counted> exact = counted(asked);
        for (int at = 0; at < asked.size(); at++) {
            Long told = RoundedPeople.told(exact.get(at));
            if (told != null) {
                Long before = known.putIfAbsent(exact.get(at), told);
                again += before == null ? 0 : 1;
                assertThat(before == null ? told : before).isEqualTo(told);
            }
        }
        assertThat(again).isGreaterThan(100);
    }

    /** Two segments of which one lies in the other, one to four people apart: the two numbers leave open how many. */
    @Test
    void oneDifferenceNeverTellsASmallGroup() {
        int pairs = 0;
        for (String beside : List.of(
                "&genre=Dance,Opera,Circus",
                "&genre=Dance,Opera",
                "&genre=Dance",
                "&within=24",
                "&within=12",
                "&spend=20..",
                "&rfm=2xx,3xx,4xx,5xx",
                "&rf=active,super-active,convertee")) {
            List<SegmentDefinition> asked = new ArrayList<>(ranges(""));
            asked.addAll(ranges(beside));
            List<Counted> exact = counted(asked);
            for (int one = 0; one < asked.size(); one++) {
                for (int other = 0; other < asked.size(); other++) {
                    long apart = exact.get(one).people() - exact.get(other).people();
                    if (apart > 0 && apart < 5 && holds(asked.get(one), asked.get(other))) {
                        pairs += leavesOpen(exact.get(one), exact.get(other), apart) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(pairs).as("pairs").isGreaterThan(100);
    }

    private static boolean holds(SegmentDefinition one, SegmentDefinition other) {
        var outer = one.condition(SegmentKind.VISITS).orElseThrow();
        var inner = other.condition(SegmentKind.VISITS).orElseThrow();
        return outer.from() <= inner.from() && (outer.to() == null || inner.to() != null && inner.to() <= outer.to());
    }

    /** Whether both are told; how many lie between must stay open then. */
    private static boolean leavesOpen(Counted one, Counted other, long apart) {
        Long larger = RoundedPeople.told(one);
        Long smaller = RoundedPeople.told(other);
        if (larger == null || smaller == null) {
            return false;
        }
        long least = Math.max(0, larger - smaller - 2 * ERROR);
        long most = larger - smaller + 2 * ERROR;
        assertThat(apart).isBetween(least, most);
        assertThat(most - least).isGreaterThan(2);
        return true;
    }

    /**
     * All ranges of visits at once, as a system of differences of how many came up to so many times: shortest paths give the tightest
     * bounds there are (Bellman 1958). The finest groups that can be asked for are the steps themselves.
     */
    @Test
    void allRangesTogetherLeaveOpenHowManyAFewAre() {
        int small = 0;
        int pinned = 0;
        for (String beside :
                List.of("", "&genre=Dance", "&genre=Opera", "&genre=Circus", "&within=6", "&within=12", "&rf=active")) {
            List<String> steps = SegmentKind.VISITS.choices();
            long[][] most = bounds(beside, steps);
            List<Counted> each = counted(steps.stream()
                    .map(step -> read("visits=" + step + ".." + step + beside))
                    .toList());
            for (int step = 0; step < steps.size(); step++) {
                Counted exact = each.get(step);
                if (exact.people() > 0 && exact.people() < 5) {
                    small++;
                    int at = Integer.parseInt(steps.get(step));
                    long least = Math.max(0, -most[at][at - 1]);
                    long top = most[at - 1][at];
                    assertThat(exact.people()).isBetween(least, top);
                    pinned += least == top ? 1 : 0;
                }
            }
        }
        assertThat(small).isGreaterThan(10);
        assertThat(pinned).as("of %d small groups", small).isZero();
    }

    /** {@code [a][b]}: at most so many more came up to b times than up to a times. */
    private static long[][] bounds(String beside, List<String> steps) {
        int top = 51;
        long[][] most = new long[top + 1][top + 1];
        for (int from = 0; from <= top; from++) {
            Arrays.fill(most[from], FAR);
            for (int to = 0; to <= from; to++) {
                most[from][to] = 0; // nobody came fewer times than never
            }
        }
        List<SegmentDefinition> asked = ranges(beside);
        List<Counted> exact = counted(asked);
        for (int at = 0; at < asked.size(); at++) {
            var range = asked.get(at).condition(SegmentKind.VISITS).orElseThrow();
            int below = (range.from() == null ? 1 : range.from()) - 1;
            int to = range.to() == null ? top : range.to();
            Long told = RoundedPeople.told(exact.get(at));
            most[below][to] = Math.min(most[below][to], told == null ? 4 : told + ERROR);
            most[to][below] = Math.min(most[to][below], told == null ? 0 : -Math.max(5, told - ERROR));
        }
        for (int by = 0; by <= top; by++) {
            for (int from = 0; from <= top; from++) {
                for (int to = 0; to <= top; to++) {
                    most[from][to] = Math.min(most[from][to], most[from][by] + most[by][to]);
                }
            }
        }
        return most;
    }
}

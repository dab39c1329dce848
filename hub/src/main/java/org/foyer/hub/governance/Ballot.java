package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.NetworkForm.College;
import org.foyer.hub.governance.NetworkForm.Rule;
import org.foyer.hub.governance.NetworkForm.Share;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the outcome of a vote depends on, and nothing else: no clock, no order of votes, no table.
 *
 * @param colleges weights as they were when the proposal was opened; empty where one seat has one vote
 * @param seats as they were then, in order of their short names
 * @param votes one for each seat at most, in order of their short names
 */
public record Ballot(Rule rule, List<College> colleges, List<Seat> seats, List<Vote> votes) {

    /** What a seat may say. */
    public enum Choice {
        YES,
        NO,
        ABSTAIN;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Choice> of(@Nullable String key) {
            return Arrays.stream(values())
                    .filter(choice -> choice.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * Who may vote.
     *
     * @param house short name
     * @param struck {@code left} or {@code conflict} when the seat is not counted, else null
     * @param why of a conflict, in the words of the house
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seat(
            String house,
            @Nullable String college,
            @Nullable String struck,
            @Nullable String why) {}

    /** @param house short name of a seat */
    public record Vote(String house, Choice choice) {}

    /** @throws IllegalArgumentException when a seat votes twice, or one that is not there */
    public Ballot {
        colleges = List.copyOf(colleges);
        seats = seats.stream().sorted(Comparator.comparing(Seat::house)).toList();
        votes = votes.stream().sorted(Comparator.comparing(Vote::house)).toList();
        Map<String, Seat> known = new HashMap<>();
        for (Seat seat : seats) {
            if (known.put(seat.house(), seat) != null) {
                throw new IllegalArgumentException("a house with two seats: " + seat.house());
            }
        }
        for (Vote vote : votes) {
            if (known.remove(vote.house()) == null) {
                throw new IllegalArgumentException("no seat, or a second vote: " + vote.house());
            }
        }
    }

    /** What a house said; empty when it did not vote. */
    public Optional<Choice> choiceOf(String house) {
        return votes.stream()
                .filter(vote -> vote.house().equals(house))
                .map(Vote::choice)
                .findFirst();
    }

    /** Counts. A struck seat counts for nothing: neither in a vote, nor in the quorum, nor in its college. */
    public Tally tally() {
        Map<String, Long> weights = weights();
        Map<Choice, Long> said = new HashMap<>();
        int voted = 0;
        for (Vote vote : votes) {
            Long weight = weights.get(vote.house());
            if (weight != null) {
                said.merge(vote.choice(), weight, Long::sum);
                voted++;
            }
        }
        long yes = said.getOrDefault(Choice.YES, 0L);
        long no = said.getOrDefault(Choice.NO, 0L);
        long abstain = said.getOrDefault(Choice.ABSTAIN, 0L);
        long whole = weights.values().stream().mapToLong(Long::longValue).sum();
        boolean quorate = whole > 0 && reaches(yes + no + abstain, whole, rule.quorum(), false);
        boolean carried = yes > 0 && reaches(yes, rule.ofSeats() ? whole : yes + no, rule.majority(), rule.more());
        return new Tally(whole, yes, no, abstain, weights.size(), voted, quorate, carried);
    }

    private static boolean reaches(long part, long whole, Share share, boolean more) {
        int compared = Long.compare(
                Math.multiplyExact(part, (long) share.whole()), Math.multiplyExact(whole, (long) share.part()));
        return more ? compared > 0 : compared >= 0;
    }

    /**
     * Of each counted seat. A college shares its weight among its counted seats; all weights are taken times the least common
     * multiple of their numbers, so that they are whole and exact. A college without a counted seat weighs nothing.
     */
    private Map<String, Long> weights() {
        List<Seat> counted =
                seats.stream().filter(seat -> seat.struck() == null).toList();
        Map<String, Long> weights = new LinkedHashMap<>();
        if (colleges.isEmpty()) {
            counted.forEach(seat -> weights.put(seat.house(), 1L));
            return weights;
        }
        Map<String, Long> sizes = new HashMap<>();
        counted.forEach(seat -> sizes.merge(String.valueOf(seat.college()), 1L, Long::sum));
        long unit = sizes.values().stream().reduce(1L, Ballot::leastCommonMultiple);
        for (Seat seat : counted) {
            String id = String.valueOf(seat.college());
            long weight = colleges.stream()
                    .filter(college -> college.id().equals(id))
                    .mapToLong(College::weight)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such college: " + id));
            weights.put(seat.house(), weight * (unit / sizes.getOrDefault(id, 1L)));
        }
        return weights;
    }

    private static long leastCommonMultiple(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return Math.multiplyExact(one / a, other);
    }
}

package org.foyer.hub.linking.internal.buyers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.linking.Verdict;

/** What people said of pairs of buyers of one house. */
final class Decisions {

    private static final int SUM_BYTES = 8;

    private final SortedMap<Pair, Verdict> verdicts;

    Decisions(Map<Pair, Verdict> verdicts) {
        this.verdicts = new TreeMap<>(verdicts);
    }

    SortedMap<Pair, Verdict> all() {
        return verdicts;
    }

    /** Whether it is settled that a pair is one person or two. */
    boolean settles(Pair pair) {
        Verdict verdict = verdicts.get(pair);
        return verdict != null && verdict != Verdict.LATER;
    }

    private List<Pair> those(Verdict verdict) {
        return verdicts.entrySet().stream()
                .filter(said -> said.getValue() == verdict)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Keys of all buyers that something was said of. @param settled whether only what is settled counts */
    Set<Long> people(boolean settled) {
        return verdicts.keySet().stream()
                .filter(pair -> !settled || settles(pair))
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toSet());
    }

    /** Pairs of rows of buyers that are still there. */
    List<int[]> rows(Verdict verdict, BuyerTable buyers) {
        return those(verdict).stream()
                .map(pair -> new int[] {buyers.decided(pair.one()), buyers.decided(pair.other())})
                .filter(records -> records[0] >= 0 && records[1] >= 0)
                .map(records -> new int[] {
                    buyers.records().row(records[0]), buyers.records().row(records[1])
                })
                .toList();
    }

    /** A few letters that are the same as long as nothing else is settled. */
    String sum() {
        String text = verdicts.entrySet().stream()
                .filter(said -> settles(said.getKey()))
                .map(said -> said.getKey().one() + " " + said.getKey().other() + " " + said.getValue())
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether saying this of a pair would contradict what was said of others, directly or by a chain. */
    boolean contradicts(Pair pair, Verdict verdict) {
        Map<Long, Set<Long>> mates = new HashMap<>();
        for (Pair same : those(Verdict.SAME)) {
            if (!same.equals(pair)) {
                mates.computeIfAbsent(same.one(), key -> new HashSet<>()).add(same.other());
                mates.computeIfAbsent(same.other(), key -> new HashSet<>()).add(same.one());
            }
        }
        Set<Long> ofOne = reached(pair.one(), mates);
        if (verdict == Verdict.DIFFERENT) {
            return ofOne.contains(pair.other());
        }
        Set<Long> all = reached(pair.other(), mates);
        all.addAll(ofOne);
        return verdict == Verdict.SAME
                && those(Verdict.DIFFERENT).stream()
                        .anyMatch(apart ->
                                !apart.equals(pair) && all.contains(apart.one()) && all.contains(apart.other()));
    }

    private static Set<Long> reached(long person, Map<Long, Set<Long>> mates) {
        Set<Long> reached = new HashSet<>(Set.of(person));
        Deque<Long> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (long mate : mates.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(mate)) {
                    open.add(mate);
                }
            }
        }
        return reached;
    }
}

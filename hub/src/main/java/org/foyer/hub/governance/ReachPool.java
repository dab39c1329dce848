package org.foyer.hub.governance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.governance.ReachTold.AtLeast;
import org.foyer.hub.governance.ReachTold.Cell;
import org.foyer.hub.governance.internal.OverlapPublications;
import org.foyer.hub.governance.internal.ReachFigures;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The door of a pool: sketches of houses of other nodes come in and never go out; what they have in common is told moved and rounded, in one fixed
 * table, the same for all houses. docs/overlap.md.
 */
public final class ReachPool {

    /** Houses without which nothing is told: from two alone each could reckon how many buyers the other has. */
    public static final int HOUSES_MIN = 3;

    public static final int HOUSES_MAX = 100;

    /** Houses of one node, for whatever purpose. */
    public static final int HOUSES_OF_NODE_MAX = 50;

    /** Between two counts of a period, so that no house is seen to come by itself and amounts are not averaged. */
    public static final Duration BETWEEN = Duration.ofDays(7);

    private static final String ONE = "(purpose, period, node, house) = (<one>)";
    private static final Object COUNTING = new Object();

    private final Register register;
    private final Clock clock;

    public ReachPool(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** People in a sample. @param share of all people that the sample holds */
    public record Sampled(int people, double share) {}

    /** Two houses by their places. @param together people of at least one, in the same sample */
    public record Pair(int one, int other, int shared, Sampled together) {}

    /** Exact counts of sketches, which never leave this door. */
    public record Counted(Sampled reach, List<Sampled> atLeast, List<Pair> pairs) {}

    /** Counts sketches; asked only when an answer is not fixed yet. */
    @FunctionalInterface
    public interface Counts {
        Counted of(List<byte[]> sketches);
    }

    private record Held(String house, String sketch) {}

    private record Published(int number, String houses, String told, long at) {}

    /**
     * Takes the sketch of a house; one in a period, since two that differ by a buyer would tell of that buyer. The same one again changes nothing.
     *
     * @return code of why it is not taken, null when it is
     */
    public @Nullable String put(String purpose, String period, String node, String house, byte[] sketch) {
        String refusal = register.<String>write(handle -> put(handle, purpose, period, node, house, sketch));
        return refusal.isEmpty() ? null : refusal;
    }

    private String put(Handle handle, String purpose, String period, String node, String house, byte[] sketch) {
        for (String table : List.of("reach_sketch", "reach_published")) {
            handle.createUpdate("delete from " + table + " where period < :period")
                    .bind("period", period)
                    .execute();
        }
        String digest = digest(sketch);
        Optional<String> known = handle.createQuery("select digest from reach_sketch where " + ONE)
                .bindList("one", List.of(purpose, period, node, house))
                .mapTo(String.class)
                .findOne();
        if (known.isPresent() && !known.get().equals(digest)) {
            return "overlap-asked";
        }
        if (known.isEmpty()
                && (count(handle, "(purpose, period) = (<values>)", List.of(purpose, period)) >= HOUSES_MAX
                        || count(handle, "(period, node) = (<values>)", List.of(period, node)) >= HOUSES_OF_NODE_MAX)) {
            return "overlap-too-many";
        }
        handle.createUpdate("""
            insert into reach_sketch (purpose, period, node, house, digest, sketch, given_at)
            values (:purpose, :period, :node, :house, :digest, :sketch, :at)
            on conflict (purpose, period, node, house) do update set sketch = excluded.sketch
            """)
                .bind("purpose", purpose)
                .bind("period", period)
                .bind("node", node)
                .bind("house", house)
                .bind("digest", digest)
                .bind("sketch", Base64.getEncoder().encodeToString(sketch))
                .bind("at", clock.millis())
                .execute();
        return "";
    }

    private static int count(Handle handle, String where, List<String> values) {
        return handle.createQuery("select count(*) from reach_sketch where " + where)
                .bindList("values", values)
                .mapTo(Integer.class)
                .one();
    }

    /** Throws a sketch away; its digest stays, so that no other one of the period comes in its place. */
    public void withdraw(String purpose, String period, String node, String house) {
        register.write(handle -> handle.createUpdate("update reach_sketch set sketch = null where " + ONE)
                .bindList("one", List.of(purpose, period, node, house))
                .execute());
    }

    /** Whether a sketch of the house is held. */
    public boolean holds(String purpose, String period, String node, String house) {
        return register.read(
                handle -> handle.createQuery("select count(*) from reach_sketch where sketch is not null and " + ONE)
                                .bindList("one", List.of(purpose, period, node, house))
                                .mapTo(Integer.class)
                                .one()
                        == 1);
    }

    /**
     * The newest count; a new one when other houses are in than in the last, and that is a week old.
     *
     * @param writes what is kept and told
     * @return empty while fewer than three houses are in
     */
    public Optional<String> told(String purpose, String period, Counts counts, Function<ReachTold, String> writes) {
        synchronized (COUNTING) {
            Optional<Published> last = last(purpose, period);
            List<Held> known = held(purpose, period, false);
            boolean stays = last.isPresent()
                    && (last.get().houses().equals(set(known))
                            || clock.millis() < last.get().at() + BETWEEN.toMillis());
            List<Held> held = stays || known.size() < HOUSES_MIN ? List.of() : held(purpose, period, true);
            if (held.size() < HOUSES_MIN) {
                return last.map(Published::told);
            }
            Counted counted = counts.of(held.stream()
                    .map(one -> Base64.getDecoder().decode(one.sketch()))
                    .toList());
            int number = last.map(Published::number).orElse(0) + 1;
            List<String> counting = held.stream().map(Held::house).toList();
            String set = set(held);
            String told = writes.apply(told(purpose, period, number, set, counting, counted));
            publish(purpose, period, number, set, told);
            return Optional.of(told);
        }
    }

    private ReachTold told(
            String purpose, String period, int number, String set, List<String> houses, Counted counted) {
        ReachFigures figures = new ReachFigures(secret(), purpose + "|" + period);
        List<AtLeast> atLeast = new ArrayList<>();
        for (int i = 0; i < counted.atLeast().size(); i++) {
            Sampled people = counted.atLeast().get(i);
            atLeast.add(new AtLeast(
                    i + 2,
                    figures.part(
                            "at-least:" + (i + 2) + ":" + set,
                            people.people(),
                            counted.reach().people(),
                            people.share())));
        }
        List<Cell> pairs = new ArrayList<>();
        for (Pair pair : counted.pairs()) {
            String label = "shared:" + houses.get(pair.one()) + "\n" + houses.get(pair.other());
            pairs.add(new Cell(
                    pair.one(),
                    pair.other(),
                    figures.part(
                            label,
                            pair.shared(),
                            pair.together().people(),
                            pair.together().share())));
        }
        return new ReachTold(
                period,
                number,
                houses,
                figures.figure(
                        "reach:" + set,
                        counted.reach().people(),
                        counted.reach().share()),
                atLeast,
                pairs);
    }

    private byte[] secret() {
        return new OverlapPublications(register, clock, new SecureRandom()).secret();
    }

    private List<Held> held(String purpose, String period, boolean withSketch) {
        return register.read(handle -> handle.createQuery("select node, house, "
                        + (withSketch ? "sketch" : "''")
                        + " from reach_sketch where purpose = :purpose and period = :period and sketch is not null"
                        + " order by node, house limit :most")
                .bind("purpose", purpose)
                .bind("period", period)
                .bind("most", HOUSES_MAX)
                .map((row, context) -> new Held(row.getString(1) + "/" + row.getString(2), row.getString(3)))
                .list());
    }

    private Optional<Published> last(String purpose, String period) {
        return register.read(handle -> handle.createQuery("select number, houses, told, published_at"
                        + " from reach_published where purpose = :purpose and period = :period"
                        + " order by number desc limit 1")
                .bind("purpose", purpose)
                .bind("period", period)
                .map((row, context) -> new Published(row.getInt(1), row.getString(2), row.getString(3), row.getLong(4)))
                .findOne());
    }

    private void publish(String purpose, String period, int number, String set, String told) {
        register.write(handle -> handle.createUpdate("""
            insert into reach_published (purpose, period, number, houses, told, published_at)
            values (:purpose, :period, :number, :houses, :told, :at)
            """)
                .bind("purpose", purpose)
                .bind("period", period)
                .bind("number", number)
                .bind("houses", set)
                .bind("told", told)
                .bind("at", clock.millis())
                .execute());
    }

    private static String set(List<Held> held) {
        String names = held.stream().map(Held::house).collect(Collectors.joining("\n"));
        return digest(names.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

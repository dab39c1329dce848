package org.foyer.hub.linking.internal.overlap;

import java.time.Clock;
import java.util.HexFormat;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;

/**
 * Sets of blinded points that houses promised to this holder of a key, in the register: a message is multiplied only if its digest was promised
 * before the first one, so that a set is fixed before anything of it is answered. Nothing is held in memory, and a set goes on after any break.
 */
public final class PromisedPoints {

    /** Sets of one house in a period: after a break, what was imported meanwhile makes another one. */
    static final int SETS_MAX = 3;

    /** How often a message is multiplied, on average, when answers are lost. */
    static final int TIMES_MAX = 5;

    /** Of one node in a period. */
    static final int HOUSES_OF_NODE_MAX = 50;

    static final int POINTS_OF_NODE_MAX = 20_000_000;

    private static final int DIGITS = 2 * Message.DIGEST;

    private final Register register;
    private final Clock clock;

    public PromisedPoints(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** @param points that the message holds */
    public record Promised(String purpose, int points) {}

    /**
     * Keeps what is promised; the same promise again is the same.
     *
     * @return commitment to the set, 64 hexadecimal digits
     * @throws OverlapRefused {@code overlap-sketch-small}, {@code overlap-set-large}, {@code overlap-message}, {@code overlap-asked} after
     *     three sets, {@code overlap-too-many} for the node
     */
    public String promise(String node, OverlapQuestion question, int size, byte[] digests) throws OverlapRefused {
        SetRules.checkSketched(size);
        if (digests.length != SetRules.messages(size) * Message.DIGEST) {
            throw new OverlapRefused("overlap-message");
        }
        var sha256 = Pseudonyms.sha256();
        sha256.update(question.digest());
        String commitment = HexFormat.of().formatHex(sha256.digest(digests));
        String refusal = register.<String>write(handle -> keep(handle, node, question, commitment, size, digests));
        if (!refusal.isEmpty()) {
            throw new OverlapRefused(refusal);
        }
        return commitment;
    }

    private String keep(
            Handle handle, String node, OverlapQuestion question, String commitment, int size, byte[] digests) {
        handle.createUpdate("delete from reach_points where period < :period")
                .bind("period", question.period())
                .execute();
        String asker = question.asker();
        if (count(handle, node, "commitment", commitment) == 1) {
            return "";
        }
        int sets = count(handle, node, "asker", asker);
        if (sets >= SETS_MAX) {
            return "overlap-asked";
        }
        int houses = handle.createQuery("select count(distinct asker) from reach_points where node = :node")
                .bind("node", node)
                .mapTo(Integer.class)
                .one();
        long points = handle.createQuery("select coalesce(sum(size), 0) from reach_points where node = :node")
                .bind("node", node)
                .mapTo(Long.class)
                .one();
        if (sets == 0 && houses >= HOUSES_OF_NODE_MAX || points + size > POINTS_OF_NODE_MAX) {
            return "overlap-too-many";
        }
        handle.createUpdate("""
            insert into reach_points
              (node, commitment, asker, purpose, period, digests, size, multiplied, asked_at)
            values (:node, :commitment, :asker, :purpose, :period, :digests, :size, 0, :at)
            """)
                .bind("node", node)
                .bind("commitment", commitment)
                .bind("asker", asker)
                .bind("purpose", question.purpose())
                .bind("period", question.period())
                .bind("digests", HexFormat.of().formatHex(digests))
                .bind("size", size)
                .bind("at", clock.millis())
                .execute();
        return "";
    }

    private static int count(Handle handle, String node, String column, String value) {
        return handle.createQuery("select count(*) from reach_points where node = :node and " + column + " = :value")
                .bind("node", node)
                .bind("value", value)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Counts one message as multiplied.
     *
     * @param period the present one
     * @throws OverlapRefused {@code overlap-message} (nothing was promised), {@code overlap-commitment} (not what was promised),
     *     {@code overlap-too-many}
     */
    public Promised turn(String node, String commitment, String period, int number, byte[] message)
            throws OverlapRefused {
        String digest = HexFormat.of().formatHex(Pseudonyms.sha256().digest(message));
        Row row = register.write(handle -> {
            Row found = row(handle, node, commitment, period);
            if (found.isDue(number, digest)) {
                handle.createUpdate("update reach_points set multiplied = multiplied + 1"
                                + " where node = :node and commitment = :commitment")
                        .bind("node", node)
                        .bind("commitment", commitment)
                        .execute();
            }
            return found;
        });
        if (number < 0 || number >= SetRules.messages(row.size())) {
            throw new OverlapRefused("overlap-message");
        }
        if (!row.isDue(number, digest)) {
            throw new OverlapRefused(
                    row.multiplied() >= TIMES_MAX * SetRules.messages(row.size())
                            ? "overlap-too-many"
                            : "overlap-commitment");
        }
        return new Promised(row.purpose(), SetRules.pointsOf(row.size(), number));
    }

    private record Row(String purpose, int size, int multiplied, String digests) {
        boolean isDue(int number, String digest) {
            return number >= 0
                    && number < SetRules.messages(size)
                    && multiplied < TIMES_MAX * SetRules.messages(size)
                    && digests.startsWith(digest, number * DIGITS);
        }
    }

    private static Row row(Handle handle, String node, String commitment, String period) {
        return handle.createQuery("select purpose, size, multiplied, digests from reach_points"
                        + " where node = :node and commitment = :commitment and period = :period")
                .bind("node", node)
                .bind("commitment", commitment)
                .bind("period", period)
                .map((row, context) -> new Row(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4)))
                .findOne()
                .orElse(new Row("", 0, 0, ""));
    }
}

package org.foyer.hub.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/**
 * With which houses of other nodes a house counts shared buyers, and what came of it. A house that takes part in {@link Gate#OVERLAP} names the
 * other one, and an agreement that both signed permits it; only when all that is so on both nodes is anything counted. What leaves is in the audit of the house before it leaves. docs/overlap.md.
 */
public final class NodeOverlapGate {

    /** Houses that one house names. */
    public static final int NAMED_MAX = 100;

    /** Characters of the name of a node and that of a house together. */
    public static final int NAME_CHARACTERS_MAX = 150;

    /** Its house takes no part. */
    public static final String NOT_TAKING_PART = "overlap-not-taking-part";

    /** Its house did not name the other one, or there is no such house: whoever asks is told the same. */
    public static final String NOT_NAMED = "overlap-not-named";

    /** One of them withdrew: neither keeps the number, and until the period ends none is counted that would tell it again. */
    public static final String WITHDRAWN = "overlap-withdrawn";

    private final Register register;
    private final Clock clock;
    private final Gate gate;
    private final AgreedUses agreed;
    private final Audit audit;

    public NodeOverlapGate(Register register, Clock clock, Gate gate, AgreedUses agreed, Audit audit) {
        this.register = register;
        this.clock = clock;
        this.gate = gate;
        this.agreed = agreed;
        this.audit = audit;
    }

    /**
     * A house of another node.
     *
     * @param node as the data space calls it
     * @param house its short name there
     */
    public record Other(String node, String house) {}

    /**
     * What two houses know.
     *
     * @param askedHere whether the house of this node asked
     * @param about 0 when withheld
     * @param within error in nineteen of twenty cases
     */
    public record Kept(
            Other other,
            String period,
            boolean askedHere,
            long about,
            int within,
            @Nullable String withheld,
            Instant toldAt) {}

    /** The present quarter of a year, for instance {@code 2026-Q4}. */
    public String period() {
        return OverlapGate.period(clock);
    }

    /**
     * Names a house of another node.
     *
     * @return code of what is wrong, null when it is named now
     */
    public @Nullable String name(Actor actor, House house, Other other) {
        if (!isName(other.node())
                || !isName(other.house())
                || (other.node() + other.house()).length() > NAME_CHARACTERS_MAX) {
            return "overlap-name-unreadable";
        }
        boolean kept = register.write(handle -> handle.createUpdate("""
                                insert into overlap_named (house, node, other, named_by, named_at)
                                select :house, :node, :other, :actor, :at
                                where (select count(*) from overlap_named where house = :house) < :most
                                on conflict (house, node, other) do nothing
                                """)
                        .bind("house", house.id().value())
                        .bind("node", other.node())
                        .bind("other", other.house())
                        .bind("actor", actor.login())
                        .bind("at", clock.millis())
                        .bind("most", NAMED_MAX)
                        .execute()
                == 1);
        if (kept) {
            audit.write(actor, house.id(), "overlap-named", Gate.OVERLAP, told(other));
            return null;
        }
        return named(house.id()).contains(other) ? null : "overlap-named-too-many";
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= NAME_CHARACTERS_MAX
                && name.equals(name.strip())
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Counts with it no longer. Answers whether it did until now. */
    public boolean forget(Actor actor, House house, Other other) {
        boolean did = register.write(handle -> handle.createUpdate(
                                "delete from overlap_named where house = :house and node = :node and other = :other")
                        .bind("house", house.id().value())
                        .bind("node", other.node())
                        .bind("other", other.house())
                        .execute()
                == 1);
        if (did) {
            audit.write(actor, house.id(), "overlap-unnamed", Gate.OVERLAP, told(other));
        }
        return did;
    }

    /** Houses that it named, by node and name. */
    public List<Other> named(HouseId house) {
        return register.read(handle -> handle.createQuery(
                        "select node, other from overlap_named where house = :house order by node, other limit :most")
                .bind("house", house.value())
                .bind("most", NAMED_MAX)
                .map((row, context) -> new Other(row.getString("node"), row.getString("other")))
                .list());
    }

    /** Why nothing is counted with a house of another node, null when it may be. */
    public @Nullable String refusal(House house, Other other) {
        if (!gate.takesPart(house.id(), Gate.OVERLAP)) {
            return NOT_TAKING_PART;
        }
        if (!named(house.id()).contains(other)) {
            return NOT_NAMED;
        }
        return by(house, other).isPresent() ? null : SharedUse.SHARED_BUYERS.refusal();
    }

    private Optional<By> by(House house, Other other) {
        return agreed.with(house.id(), other, SharedUse.SHARED_BUYERS);
    }

    /**
     * Writes down that blinded points of the house leave, and by which agreement, before they do.
     *
     * @return why they may not after all, null when they may
     */
    public @Nullable String giving(Actor actor, House house, Other other) {
        By by = by(house, other).orElse(null);
        if (by == null) {
            return SharedUse.SHARED_BUYERS.refusal();
        }
        audit.write(
                actor,
                house.id(),
                "overlap-given",
                Gate.OVERLAP,
                period() + " " + told(other) + ", blinded points, " + by.named());
        return null;
    }

    /** Keeps what both houses know, as far as their agreement lets it be told; the first word of a period stands. */
    public Kept keep(Actor actor, House house, Other other, Kept whole) {
        Optional<By> by = by(house, other);
        Kept answer = by.isEmpty()
                ? answer(other, whole.period(), whole.askedHere(), 0, 0, WITHDRAWN) // while it was counted
                : by.filter(one -> whole.withheld() == null && whole.about() < one.buyersMin())
                        .map(few ->
                                answer(other, whole.period(), whole.askedHere(), 0, whole.within(), "overlap-small"))
                        .orElse(whole);
        boolean first = register.<Integer>write(handle -> handle.createUpdate("""
                        insert into overlap_answer
                          (house, node, other, period, asked_here, about, error, withheld, told_at)
                        values (:house, :node, :other, :period, :here, :about, :error, :withheld, :at)
                        on conflict (house, node, other, period) do nothing
                        """)
                        .bind("house", house.id().value())
                        .bind("node", other.node())
                        .bind("other", other.house())
                        .bind("period", answer.period())
                        .bind("here", answer.askedHere())
                        .bind("about", answer.about())
                        .bind("error", answer.within())
                        .bindByType("withheld", answer.withheld(), String.class)
                        .bind("at", answer.toldAt().toEpochMilli())
                        .execute())
                == 1;
        if (first) {
            by.ifPresent(one -> agreed.used(house.id(), SharedUse.SHARED_BUYERS, one.policy(), actor));
        }
        audit.write(
                actor,
                house.id(),
                "overlap",
                Gate.OVERLAP,
                answer.period() + " " + told(other) + ": "
                        + (answer.withheld() == null ? "given" : "withheld, " + answer.withheld()));
        return kept(house.id(), other, answer.period()).orElse(answer);
    }

    /** An answer as of now. */
    public Kept answer(Other other, String period, boolean askedHere, long about, int within, @Nullable String why) {
        return new Kept(other, period, askedHere, about, within, why, Instant.ofEpochMilli(clock.millis()));
    }

    /** What is known of a period. */
    public Optional<Kept> kept(HouseId house, Other other, String period) {
        return answers(house).stream()
                .filter(kept -> kept.other().equals(other) && kept.period().equals(period))
                .findFirst();
    }

    /** All that is known, the newest first; four years of quarters with all that may be named, at most. */
    public List<Kept> answers(HouseId house) {
        return register.read(handle -> handle.createQuery(
                        "select * from overlap_answer where house = :house order by period desc, node, other limit :most")
                .bind("house", house.value())
                .bind("most", NAMED_MAX * 16)
                .map((row, context) -> read(row))
                .list());
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                new Other(row.getString("node"), row.getString("other")),
                row.getString("period"),
                row.getBoolean("asked_here"),
                row.getLong("about"),
                row.getInt("error"),
                row.getString("withheld"),
                Instant.ofEpochMilli(row.getLong("told_at")));
    }

    private static String told(Other other) {
        return other.house() + " of " + other.node();
    }

    /** The other node, as the audit names it. */
    public static Actor node(String name) {
        return new Actor("node " + name, false, Map.of(), true);
    }
}

package org.foyer.hub.linking.internal.overlap;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.foyer.hub.linking.OverlapLog;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which questions were asked of houses of this node, and the secret by which answers are moved, in the register. */
public final class OverlapRegister {

    /** Houses that may ask one house in one period; more would tell more of its buyers than the noise covers. */
    static final int QUESTIONS_MAX = 24;

    /** Times that the same set may be offered again, after a connection that broke. */
    static final int TRIES_MAX = 3;

    private static final String SECRET = "overlap-noise";
    private static final String HOLDER = "overlap-holder ";
    private static final String BLINDING = "overlap-blinding ";

    private final Register register;
    private final Clock clock;

    public OverlapRegister(Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** 32 bytes, made once. */
    public byte[] secret() {
        return kept(SECRET);
    }

    /**
     * The secret that blinds the set of one question, kept until it is answered or its period is over: a question that is asked again after a
     * break is then of the same set, and whoever finds the register afterwards cannot read what was sent.
     */
    public byte[] blinding(OverlapQuestion question) {
        String others = BLINDING + question.period() + " ";
        register.write(
                handle -> handle.createUpdate("delete from node_secret where name like :all and name not like :present")
                        .bind("all", BLINDING + "%")
                        .bind("present", others + "%")
                        .execute());
        return kept(blindingOf(question));
    }

    /**
     * The secret of this node as a holder of a key in a period, 32 bytes. Those of earlier periods are forgotten: nobody makes their pseudonyms
     * any more, whatever is found.
     */
    public byte[] holderKey(String period) {
        register.write(handle -> handle.createUpdate("delete from node_secret where name like :all and name < :present")
                .bind("all", HOLDER + "%")
                .bind("present", HOLDER + period)
                .execute());
        return kept(HOLDER + period);
    }

    /** Forgets it. */
    public void answered(OverlapQuestion question) {
        register.write(handle -> handle.createUpdate("delete from node_secret where name = :name")
                .bind("name", blindingOf(question))
                .execute());
    }

    private static String blindingOf(OverlapQuestion question) {
        return BLINDING + question.period() + " " + hex(question.digest());
    }

    private byte[] kept(String name) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
        return Base64.getUrlDecoder().decode(register.<String>write(handle -> {
            handle.execute(
                    "insert into node_secret (name, value) values (?, ?) on conflict (name) do nothing", name, text);
            return handle.createQuery("select value from node_secret where name = :name")
                    .bind("name", name)
                    .mapTo(String.class)
                    .one();
        }));
    }

    /** Keeps the questions to a house, or refuses them. */
    public OverlapLog log(HouseId house) {
        return (question, commitment, size) -> {
            String refusal = register.<String>write(handle -> keep(handle, house, question, hex(commitment), size));
            if (!refusal.isEmpty()) {
                throw new OverlapRefused(refusal);
            }
        };
    }

    private static String hex(byte[] commitment) {
        return HexFormat.of().formatHex(commitment);
    }

    /** A question as it was kept. */
    private record Kept(String commitment, int tries) {}

    private String keep(Handle handle, HouseId house, OverlapQuestion question, String commitment, int size) {
        Kept kept = kept(handle, house, question);
        if (kept != null && (!kept.commitment().equals(commitment) || kept.tries() >= TRIES_MAX)) {
            return "overlap-asked";
        }
        if (kept == null && asked(handle, house, question) >= QUESTIONS_MAX) {
            return "overlap-too-many";
        }
        handle.createUpdate("""
            insert into overlap_question (house, asker, purpose, period, commitment, size, tries, asked_at)
            values (:house, :asker, :purpose, :period, :commitment, :size, 1, :at)
            on conflict (house, asker, purpose, period) do update set tries = overlap_question.tries + 1
            """)
                .bind("house", house.value())
                .bind("asker", question.asker())
                .bind("purpose", question.purpose())
                .bind("period", question.period())
                .bind("commitment", commitment)
                .bind("size", size)
                .bind("at", clock.millis())
                .execute();
        return "";
    }

    private static @Nullable Kept kept(Handle handle, HouseId house, OverlapQuestion question) {
        return handle.createQuery("select commitment, tries from overlap_question where house = :house"
                        + " and asker = :asker and purpose = :purpose and period = :period")
                .bind("house", house.value())
                .bind("asker", question.asker())
                .bind("purpose", question.purpose())
                .bind("period", question.period())
                .map((row, context) -> new Kept(row.getString(1), row.getInt(2)))
                .findOne()
                .orElse(null);
    }

    private static int asked(Handle handle, HouseId house, OverlapQuestion question) {
        return handle.createQuery("select count(*) from overlap_question where house = :house and period = :period")
                .bind("house", house.value())
                .bind("period", question.period())
                .mapTo(Integer.class)
                .one();
    }
}

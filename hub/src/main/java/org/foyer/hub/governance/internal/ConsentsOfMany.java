package org.foyer.hub.governance.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Consents;
import org.foyer.hub.governance.Consents.OfMany;
import org.foyer.hub.governance.Consents.Said;
import org.foyer.hub.governance.Consents.Wish;
import org.foyer.hub.governance.internal.ConsentLog.Counting;
import org.foyer.hub.model.HouseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes the same down for many people, by the rules that hold for one. */
final class ConsentsOfMany {

    private static final int EVENTS_AT_ONCE = 1_000;

    private final ConsentLog log;
    private final Wish wish;
    private final Map<String, Long> wordings;
    private final Actor actor;
    private final long now;
    private final Map<String, Map<Long, Counting>> counting = new HashMap<>();
    private final PreparedBatch batch;
    private long unchanged;
    private long saidOtherwise;
    private long written;

    /** @param wordings by purpose, the number of what was agreed to */
    ConsentsOfMany(Handle handle, HouseId house, Wish wish, Map<String, Long> wordings, Actor actor, long now) {
        this.log = new ConsentLog(handle, house);
        this.wish = wish;
        this.wordings = wordings;
        this.actor = actor;
        this.now = now;
        this.batch = log.batch();
    }

    OfMany write(Set<Long> people) {
        Set<Long> full = full(people);
        log.eachCounting(wish.purposes(), wish.channels(), known -> {
            if (people.contains(known.person())) {
                counting.computeIfAbsent(cell(known.purpose(), known.channel()), key -> new HashMap<>())
                        .put(known.person(), known);
            }
        });
        people.stream().filter(person -> !full.contains(person)).sorted().forEach(this::write);
        flush(1);
        return new OfMany(List.of(), written, unchanged, saidOtherwise, full.size());
    }

    private Set<Long> full(Set<Long> people) {
        if (wish.said() != Said.GIVEN) {
            return Set.of();
        }
        int cells = wish.purposes().size() * wish.channels().size();
        Set<Long> full = new HashSet<>(log.givenMoreThan(Consents.CONSENTS_MAX - cells));
        full.retainAll(people);
        return full;
    }

    private static String cell(String purpose, String channel) {
        return purpose + " " + channel;
    }

    private void write(long person) {
        boolean otherwise = false;
        boolean changed = false;
        for (String purpose : wish.purposes()) {
            for (String channel : wish.channels()) {
                Counting stands =
                        counting.getOrDefault(cell(purpose, channel), Map.of()).get(person);
                if (isLate(stands)) {
                    otherwise = true;
                } else if (changes(stands, purpose)) {
                    changed = true;
                    ConsentLog.unnumbered(
                                    log.bind(batch, person, purpose, channel, wish, wordings.get(purpose), actor, now))
                            .add();
                    flush(EVENTS_AT_ONCE);
                }
            }
        }
        written += changed ? 1 : 0;
        saidOtherwise += otherwise && !changed ? 1 : 0;
        unchanged += otherwise || changed ? 0 : 1;
    }

    /** A file cannot agree for a person who has spoken. */
    private boolean isLate(@Nullable Counting stands) {
        return isConsentFromFile() && stands != null && !(stands.said() == Said.GIVEN && stands.file());
    }

    private boolean isConsentFromFile() {
        return wish.said() == Said.GIVEN && wish.way().equals(Consents.FILE);
    }

    private boolean changes(@Nullable Counting stands, String purpose) {
        if (stands == null) {
            return true;
        }
        return switch (wish.said()) {
            case GIVEN -> !isConsentFromFile() || !isSame(stands, purpose);
            case WITHDRAWN -> stands.said() == Said.GIVEN;
            case OBJECTED -> stands.said() != Said.OBJECTED;
        };
    }

    private boolean isSame(Counting stands, String purpose) {
        String until = wish.until() == null ? "" : wish.until().toString();
        return Long.valueOf(stands.wording()).equals(wordings.get(purpose))
                && stands.until().equals(until);
    }

    private void flush(int from) {
        if (batch.size() >= from) {
            batch.execute();
        }
    }
}

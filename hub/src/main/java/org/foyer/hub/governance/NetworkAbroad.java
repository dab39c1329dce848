package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network of another node that invited a house of this one, as its home last told.
 *
 * @param uid of the invitation, the same on both nodes
 * @param node participant of the data space that keeps the network
 * @param slug its short name there
 * @param members as the home told last; empty before the house is one
 * @param agreements that name the house, each with one version, the newest first
 * @param told when its home told last; null when never
 * @param waiting whether the home has still to be told something
 */
public record NetworkAbroad(
        String uid,
        String node,
        String slug,
        String name,
        String aim,
        String form,
        State state,
        List<Member> members,
        List<Agreement> agreements,
        Instant at,
        @Nullable Instant told,
        boolean waiting) {

    /** How the house stands in it. */
    public enum State {
        INVITED,
        /** It said yes, and the vote is open. */
        ACCEPTED,
        MEMBER,
        DECLINED,
        /** The vote said no. */
        REJECTED,
        LEFT,
        /** A vote ended its membership. */
        EXCLUDED;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @param node participant whose node it is @param slug its short name there */
    public record Member(String node, String slug, String name) {}

    /** The version with that policy. */
    public Optional<Agreement> agreement(String policy) {
        return agreements.stream()
                .filter(one -> one.versions().get(0).uid().equals(policy))
                .findFirst();
    }
}

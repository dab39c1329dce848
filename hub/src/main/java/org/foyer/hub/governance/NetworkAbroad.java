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
 * @param votes in which it sits, or that it opened: the open ones first, the next to end before others
 * @param sent what it proposed and the home did not open yet, or refused
 * @param decisions the last word on each subject, as the home told it
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
        List<Vote> votes,
        List<Sent> sent,
        List<Network.Decision> decisions,
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

    /**
     * A member.
     *
     * @param node participant whose node it is; empty for the home
     * @param slug its short name there
     * @param seats organs in which it was given a seat
     */
    public record Member(String node, String slug, String name, List<String> seats) {

        public Member {
            seats = seats == null ? List.of() : List.copyOf(seats); // an older home does not tell them
        }

        /** By which it is chosen. */
        public String key() {
            return node.isEmpty() ? slug : slug + "@" + node;
        }
    }

    /**
     * Something that the members decide.
     *
     * @param number on the home
     * @param reason cut where many long ones are told at once
     * @param closesAt first moment at which nobody votes any more
     * @param outcome null while it is open
     * @param seated whether the house votes on it
     * @param key by which the house proposed it; null when another did
     * @param choice what the house said; null when nothing
     * @param conflict of interest that the house declared, in its words; its seat is not counted then
     * @param at of what it said last, in milliseconds by the clock of its node; 0 when it said nothing
     */
    public record Vote(
            long number,
            Proposal.Kind kind,
            String title,
            String reason,
            Proposal.Matter matter,
            Instant closesAt,
            Proposal.@Nullable Outcome outcome,
            boolean seated,
            @Nullable String key,
            Ballot.@Nullable Choice choice,
            @Nullable String conflict,
            long at) {

        /** The same with what the house said later. */
        public Vote with(NetworkGuests.Voted said) {
            return new Vote(
                    number,
                    kind,
                    title,
                    reason,
                    matter,
                    closesAt,
                    outcome,
                    seated,
                    key,
                    Ballot.Choice.of(said.choice()).orElse(choice),
                    said.why(),
                    said.at());
        }

        /** Whether anything may still be said of it. */
        public boolean isOpen(Instant now) {
            return outcome == null && now.isBefore(closesAt);
        }

        /** Whether the seat of the house counts. */
        public boolean counts() {
            return seated && conflict == null;
        }
    }

    /**
     * A proposal on its way.
     *
     * @param faults why the home did not open it; empty while it was not heard of
     */
    public record Sent(String key, Networks.Wish wish, Instant at, List<Networks.Fault> faults) {}

    /** The vote with that number. */
    public Optional<Vote> vote(long number) {
        return votes.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The version with that policy. */
    public Optional<Agreement> agreement(String policy) {
        return agreements.stream()
                .filter(one -> one.versions().get(0).uid().equals(policy))
                .findFirst();
    }
}

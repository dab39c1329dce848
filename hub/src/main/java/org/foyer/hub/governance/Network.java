package org.foyer.hub.governance;

import java.time.Instant;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Houses that decide together.
 *
 * @param slug its short name, in addresses
 * @param aim what its houses join for, in their words
 * @param form of which it is
 * @param simulated whether its houses are; it has no others then
 * @param members in the order in which they came
 * @param invited that did not answer yet, or about whom a vote is open
 * @param guests houses of other nodes that are members, or may become so
 * @param decisions the last word on each subject
 */
public record Network(
        long id,
        String slug,
        String name,
        String aim,
        NetworkForm form,
        boolean simulated,
        Instant foundedAt,
        List<Member> members,
        List<Invited> invited,
        List<Guest> guests,
        List<Decision> decisions) {

    /**
     * A member.
     *
     * @param slug its short name
     * @param college null where the form has none
     * @param seats organs in which it was given a seat
     */
    public record Member(
            HouseId house,
            String slug,
            String name,
            @Nullable String college,
            Instant since,
            List<String> seats) {}

    /** @param proposal the vote about it; null until the invited house says yes */
    public record Invited(
            HouseId house,
            String slug,
            String name,
            @Nullable String college,
            Instant at,
            @Nullable Long proposal) {}

    /**
     * A house of another node.
     *
     * @param uid of its invitation
     * @param node participant of the data space
     * @param slug its short name there
     * @param name as it says itself; its short name until then
     * @param base address of its node
     * @param seats organs in which it was given a seat
     */
    public record Guest(
            String uid,
            String node,
            String slug,
            String name,
            String base,
            @Nullable String college,
            NetworkAbroad.State state,
            Instant at,
            @Nullable Long proposal,
            List<String> seats) {

        /** By which it is chosen. */
        public String key() {
            return slug + "@" + node;
        }
    }

    /**
     * What was adopted last of a subject.
     *
     * @param kind purpose, definition or threshold
     * @param subject purpose, indicator, or {@link Threshold#key()}
     * @param version counted up within the subject, from 1
     * @param value of a purpose its title, of a definition the version of the dictionary, of a threshold the least number
     */
    public record Decision(
            Proposal.Kind kind, String subject, int version, String value, long proposal, Instant since) {}

    /** What may be made stricter than the floor that Foyer itself keeps. */
    public enum Threshold {
        /** Houses in a group of a comparison, the asker's own among them. */
        HOUSES(6),
        /** Buyers behind a figure. */
        BUYERS(SmallGroups.PEOPLE_MIN);

        private final int floor;

        Threshold(int floor) {
            this.floor = floor;
        }

        public int floor() {
            return floor;
        }

        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether a house is a member now. */
    public boolean has(HouseId house) {
        return members.stream().anyMatch(member -> member.house().equals(house));
    }

    /** How many houses are members, of all nodes. */
    public int size() {
        return members.size()
                + (int) guests.stream()
                        .filter(one -> one.state() == NetworkAbroad.State.MEMBER)
                        .count();
    }

    /** The last word on a subject. */
    public java.util.Optional<Decision> decision(Proposal.Kind kind, String subject) {
        return decisions.stream()
                .filter(one -> one.kind() == kind && one.subject().equals(subject))
                .findFirst();
    }
}

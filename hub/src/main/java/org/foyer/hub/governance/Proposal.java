package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a network is asked to decide.
 *
 * @param ballot rules, seats and votes
 * @param tally counted from the ballot alone
 * @param house short name of who opened it, as seats are called
 * @param actor who did it for the house
 * @param closesAt first moment at which nobody votes any more
 * @param outcome null while it is open
 * @param minutes null while it is open
 */
public record Proposal(
        long id,
        String network,
        Kind kind,
        String title,
        String reason,
        Matter matter,
        Ballot ballot,
        Tally tally,
        String house,
        String actor,
        Instant openedAt,
        Instant closesAt,
        @Nullable Instant closedAt,
        @Nullable Outcome outcome,
        @Nullable Minutes minutes) {

    /** What can be decided. */
    public enum Kind {
        /** Lets a house in that said yes to an invitation. */
        MEMBER,
        /** Gives or takes a seat of an organ. */
        SEAT,
        /** What data may be used for within the network. */
        PURPOSE,
        /** By which version of its definition an indicator is told. */
        DEFINITION,
        /** How many houses or buyers must be behind a figure, never fewer than Foyer itself asks. */
        THRESHOLD,
        /** Opens an agreement to be signed. */
        AGREEMENT;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(@Nullable String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    /** What came of it. */
    public enum Outcome {
        ADOPTED,
        REJECTED,
        NO_QUORUM,
        WITHDRAWN;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Outcome of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * What it is about; only what its kind needs is there.
     *
     * @param house short name: of a new member, or of who gets or loses a seat
     * @param organ whose seat
     * @param node participant whose node the house is of; null for this one
     * @param vacate whether a seat is taken instead of given
     * @param subject purpose, indicator or threshold
     * @param value title of a purpose, version of the dictionary, least number
     * @param agreement to be opened for signature, with
     * @param version of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Matter(
            @Nullable String house,
            @Nullable String organ,
            @Nullable Boolean vacate,
            @Nullable String subject,
            @Nullable String value,
            @Nullable Long agreement,
            @Nullable Integer version,
            @Nullable String node) {

        public static Matter member(String house) {
            return new Matter(house, null, null, null, null, null, null, null);
        }

        /** @param vacate whether its membership ends */
        public static Matter guest(String house, String node, boolean vacate) {
            return new Matter(house, null, vacate ? true : null, null, null, null, null, node);
        }

        public static Matter seat(String house, String organ, boolean vacate) {
            return new Matter(house, organ, vacate, null, null, null, null, null);
        }

        /** @param node participant whose node the house is of */
        public static Matter guestSeat(String house, String node, String organ, boolean vacate) {
            return new Matter(house, organ, vacate, null, null, null, null, node);
        }

        /** The same without what its kind does not need, which nobody has looked at. */
        public Matter only(Kind kind) {
            return switch (kind) {
                case MEMBER -> new Matter(house, null, vacate, null, null, null, null, node);
                case SEAT -> new Matter(house, organ, vacate, null, null, null, null, node);
                case PURPOSE, DEFINITION, THRESHOLD -> decision(String.valueOf(subject), String.valueOf(value));
                case AGREEMENT -> new Matter(null, null, null, null, null, agreement, version, null);
            };
        }

        public static Matter decision(String subject, String value) {
            return new Matter(null, null, null, subject, value, null, null, null);
        }

        public static Matter agreement(long agreement, int version) {
            return new Matter(null, null, null, null, null, agreement, version, null);
        }
    }

    /**
     * The record of what was decided.
     *
     * @param hash SHA-256 over everything that was decided on, and how
     * @param auditLine line of the audit that holds it, and with it the chain
     * @param agrees whether what the register holds now is what that line holds, and leads to the same outcome
     */
    public record Minutes(String hash, long auditLine, boolean agrees) {}

    /** Seats that were not struck, for whoever tells them. */
    public List<Ballot.Seat> counted() {
        return ballot.seats().stream().filter(seat -> seat.struck() == null).toList();
    }
}

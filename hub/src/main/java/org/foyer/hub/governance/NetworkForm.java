package org.foyer.hub.governance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Purpose.Text;
import org.jspecify.annotations.Nullable;

/**
 * A way in which houses decide together: organs, who sits in them, how votes weigh, and what each kind of proposal needs.
 *
 * @param seen where it was seen in the field
 * @param days for which a proposal is open when nobody says otherwise
 * @param colleges in which members vote; empty where one member has one vote
 * @param organs in the order in which they are told
 * @param rules one for each kind of proposal
 */
public record NetworkForm(
        String id,
        Text name,
        Text what,
        String seen,
        int days,
        List<College> colleges,
        List<Organ> organs,
        Map<Proposal.Kind, Rule> rules) {

    /**
     * Members whose votes weigh together.
     *
     * @param weight of the whole college, however many seats it has; at least 1
     */
    public record College(String id, Text name, int weight) {}

    /**
     * Who decides.
     *
     * @param elected whether its seats are given by vote; else every member sits in it
     * @param seatsMax 0 where every member sits
     */
    public record Organ(String id, Text name, boolean elected, int seatsMax) {}

    /**
     * What a proposal needs.
     *
     * @param quorum least share of the weight of all counted seats that votes, abstentions included
     * @param majority share of {@code of} that says yes
     * @param more whether it must be more than that share, or at least it
     * @param ofSeats whether the share is of all counted seats, or of those that said yes or no
     */
    public record Rule(String organ, Share quorum, Share majority, boolean more, boolean ofSeats) {}

    /** A fraction of the whole, from 0 to 1, as {@code 2/3}. */
    public record Share(int part, int whole) {
        public Share {
            if (whole < 1 || part < 0 || part > whole) {
                throw new IllegalArgumentException("no share: " + part + "/" + whole);
            }
        }

        /** @throws IllegalArgumentException when it is none */
        @JsonCreator
        public static Share of(String text) {
            String[] parts = text.split("/", 2);
            return new Share(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        @JsonValue
        @Override
        public String toString() {
            return part + "/" + whole;
        }
    }

    public Optional<Organ> organ(@Nullable String id) {
        return organs.stream().filter(organ -> organ.id().equals(id)).findFirst();
    }

    public Optional<College> college(@Nullable String id) {
        return colleges.stream().filter(college -> college.id().equals(id)).findFirst();
    }

    /** What a kind of proposal needs. */
    public Rule rule(Proposal.Kind kind) {
        Rule rule = rules.get(kind);
        if (rule == null) {
            throw new IllegalStateException(id + " has no rule for " + kind);
        }
        return rule;
    }
}

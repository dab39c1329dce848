package org.foyer.hub.governance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a house's people, why, how long and how safely.
 *
 * @param house its name
 * @param day as of which it is told
 * @param deletions what is due, rule by rule; a dry run that deletes nothing
 * @param members how many accounts have which role
 * @param operators accounts that run the node; they see no figure, but whoever has the machine has its files
 * @param personalColumns of the warehouse, which no other house ever gets
 * @param consents how many people may be contacted, and how many objected, for each purpose and channel
 * @param points the fifteen points, in order
 * @param criteria the nine criteria of an impact assessment, in order
 * @param assessment whether an impact assessment is due: two criteria hold; to judge when some of them are
 */
public record ProtectionSheet(
        String house,
        boolean simulated,
        LocalDate day,
        Held held,
        Terms terms,
        List<Deletion> deletions,
        List<Use> purposes,
        List<MemberCount> members,
        long operators,
        List<String> personalColumns,
        List<Contactable> consents,
        List<Point> points,
        List<Criterion> criteria,
        Answer assessment,
        Log log) {

    /**
     * What there is, counted.
     *
     * @param since day of the oldest movement; null when there is none
     * @param imports that are in, and whose files the archive therefore keeps
     */
    public record Held(
            long buyers,
            long withEmail,
            long withPostcode,
            long withBirthYear,
            @Nullable LocalDate since,
            long saleLines,
            long waitingRows,
            long imports) {}

    /**
     * A rule of retention and what it would delete.
     *
     * @param rule {@code contacts} or {@code quarantine}
     * @param held of all that the rule is about
     * @param due whose time is over today
     * @param next the next day after today on which something is due, and {@code then} how many
     */
    public record Deletion(
            String rule,
            int months,
            long held,
            long due,
            @Nullable LocalDate next,
            long then) {}

    /**
     * A purpose in this house.
     *
     * @param months null when no number of months ends it
     * @param active false when the house did not join it
     */
    public record Use(Purpose purpose, @Nullable Integer months, boolean active) {}

    /**
     * A purpose of contacting people by a channel.
     *
     * @param count how many agreed and objected; null inside where they are too few to be told
     */
    public record Contactable(Purpose.Text purpose, Purpose.Text channel, Consents.Count count) {}

    /** How many accounts that are not disabled have a role in the house. */
    public record MemberCount(Role role, long accounts) {}

    /**
     * A sentence by its stable code.
     *
     * @param arguments counts ({@link Long}), days ({@link LocalDate}) and texts in the order of its placeholders
     */
    public record Statement(String code, List<Object> arguments) {
        public static Statement of(String code, Object... arguments) {
            return new Statement(code, List.of(arguments));
        }
    }

    /** How far a point is met. */
    public enum State {
        /** Foyer does it and shows it. */
        HELD,
        /** Some of it; the sentences say what is missing. */
        PARTLY,
        /** The house has to fill something in. */
        ASKED,
        /** Not done by Foyer today. */
        NOT_DONE
    }

    /** One of the fifteen points. */
    public record Point(int number, State state, List<Statement> says) {}

    /** Whether a criterion holds. */
    public enum Answer {
        YES,
        NO,
        /** Only people who know the house can tell. */
        TO_JUDGE
    }

    /** One of the nine criteria of WP248 rev. 01, which the French authority uses. */
    public record Criterion(int number, Answer answer, Statement why) {}

    /**
     * The house's lines of the audit.
     *
     * @param digest of the newest, which covers all before it; null when there is none
     */
    public record Log(long lines, @Nullable String digest) {}
}

package org.foyer.hub.governance;

import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * The one door through which anything derived from another house's data leaves.
 *
 * <p>It checks that the asker's house and each contributing house take part in the purpose, applies the disclosure
 * rules and writes the audit line, whatever the answer.
 */
public interface Gate {

    /** Houses may be compared with their peers in safe figures. */
    String COMPARISON = "comparison";

    /** Houses may count how many buyers they share. */
    String OVERLAP = "overlap";

    /** Houses may be added up in answers to free questions. */
    String STUDY = "study";

    /** The trait by which peers are chosen; the asker's own value of it makes the group, never a free filter. */
    enum Partition {
        ALL,
        DISCIPLINE,
        SIZE,
        REGION
    }

    /** The unit of a share of those who answered a question, from 0 to 1. */
    String SHARE = "share";

    /** Unit of a mean of answers on a scale, told as its place between the lowest and the highest mark, from 0 to 1. */
    String MEAN = "mean";

    /**
     * What a figure has to do with others that are answers to the same question of a survey.
     *
     * @param of the question; empty for a figure that stands alone
     * @param whole indicators of all answers when they exclude each other and add up to one; empty when they do not
     * @param sensitive whether it is a trait of people of which neither nothing nor everything is told, since either tells it of each of them
     */
    record Options(String of, List<String> whole, boolean sensitive) {
        public static final Options NONE = new Options("", List.of());

        public Options(String of, List<String> whole) {
            this(of, whole, false);
        }
    }

    /**
     * A figure asked for.
     *
     * @param indicator id in the dictionary, or of an answer to a question of the surveys
     * @param version of its definition
     * @param unit {@code ratio}, {@code money}, {@code tickets}, {@code days}, {@value #SHARE} or {@value #MEAN}
     */
    record Question(String indicator, int version, String unit, Options options) {
        public Question {
            if (!options.whole().isEmpty()
                    && (options.whole().size() < 2 || !options.whole().contains(indicator))) {
                throw new IllegalArgumentException("a whole has two parts or more, and this one: " + indicator);
            }
        }

        public Question(String indicator, int version, String unit) {
            this(indicator, version, unit, Options.NONE);
        }
    }

    /**
     * What one house puts into a comparison.
     *
     * @param value its own figure, at least 0
     * @param mass how much it rests on, in the unit that dominance is judged by, at least 0
     */
    record Contribution(HouseId house, String indicator, double value, double mass) {}

    /** Brings the figures of houses; asked only about houses that take part, and only when an answer is not fixed yet. */
    @FunctionalInterface
    interface Contributions {
        List<Contribution> of(List<HouseId> houses);
    }

    /**
     * A safe answer, the same for every house of a group during a publication period.
     *
     * @param peers contributing houses other than the asker's; 0 when withheld
     * @param lowerQuartile and the following: blurred and rounded, over the whole group with the asker; null when withheld
     * @param withheld stable code of why nothing is given, null when it is
     * @param definition whether networks adopted the version of the question
     */
    record SafeFigure(
            Question question,
            int peers,
            @Nullable Double lowerQuartile,
            @Nullable Double median,
            @Nullable Double upperQuartile,
            @Nullable String withheld,
            Followed definition) {

        public SafeFigure(
                Question question,
                int peers,
                @Nullable Double lowerQuartile,
                @Nullable Double median,
                @Nullable Double upperQuartile,
                @Nullable String withheld) {
            this(question, peers, lowerQuartile, median, upperQuartile, withheld, Followed.NONE);
        }

        /** The same with what networks say of its definition; nothing of it is told where that refuses it. */
        public SafeFigure following(Followed followed) {
            return followed.refused()
                    ? new SafeFigure(question, 0, null, null, null, Followed.OTHER_ADOPTED, followed)
                    : new SafeFigure(question, peers, lowerQuartile, median, upperQuartile, withheld, followed);
        }
    }

    /** Whether a house takes part in a purpose now. */
    boolean takesPart(HouseId house, String purpose);

    void join(HouseId house, String purpose, Actor actor);

    void leave(HouseId house, String purpose, Actor actor);

    /** Answers a comparison: one figure for each question, in their order. */
    List<SafeFigure> compare(
            Actor actor,
            HouseId asker,
            Season season,
            Partition partition,
            List<Question> questions,
            Contributions contributions);
}

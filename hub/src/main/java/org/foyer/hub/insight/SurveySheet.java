package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to a survey, in groups of people that are large enough to be told.
 *
 * @param answers all of them
 * @param counted of these, those that are told: answers of today are counted tomorrow, and never fewer than five more at a time, so that nobody's
 *     answer can be read from the difference of two looks; answers on paper count at once
 * @param ways answers by phone, tablet and paper; groups that are too small together as {@code small-groups}
 * @param first day of the first answer, null without one
 * @param last day of the last answer, null without one
 * @param questions in the order in which they are asked
 * @param quarters oldest first; only those with enough answers
 */
public record SurveySheet(
        Survey survey,
        boolean simulated,
        long answers,
        long counted,
        List<Share> ways,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        Weighting weighting,
        List<Result> questions,
        List<Quarter> quarters) {

    /** Answers under which nothing is told. */
    public static final int ANSWERS_MIN = 20;

    /** Answers of a quarter under which it is not told. */
    public static final int QUARTER_MIN = 30;

    /** The class of all classes that are withheld. */
    public static final String SMALL = "small-groups";

    /**
     * What was answered to a question.
     *
     * @param question id in the bank; {@code area} for where people live
     * @param answered people who said something
     * @param silent people who passed over it or preferred not to say; null when too few to be told
     * @param effective size of a simple random sample that would be as exact (Kish), of those who answered
     * @param mean of a scale or of five marks; null for others and when not told
     */
    public record Result(
            String question,
            @Nullable Long answered,
            @Nullable Long silent,
            double effective,
            List<Share> shares,
            @Nullable Mean mean) {}

    /**
     * One code.
     *
     * @param people who said it; a group that is withheld is in {@code small-groups}
     * @param plain share of those who answered, from 0 to 1
     * @param weighted the same with weights; equal to {@code plain} without
     * @param low and
     * @param high 95 % interval of {@code weighted} (Wilson)
     */
    public record Share(String code, long people, double plain, double weighted, double low, double high) {}

    /**
     * @param plain without weights
     * @param low and
     * @param high 95 % interval of {@code weighted} (Student's t)
     */
    public record Mean(double plain, double weighted, double low, double high) {}

    /**
     * A quarter of a year.
     *
     * @param from its first day
     * @param overall mean satisfaction with weights, from 0 to 10; null when too few said it
     */
    public record Quarter(
            LocalDate from, long answers, @Nullable Mean overall) {}

    /**
     * How the answers were weighted to the known buyers.
     *
     * @param why code of why there are no weights; null when there are
     * @param season whose known buyers they are weighted to; the one with most answers
     * @param margins by which they were weighted
     * @param left codes of margins that were left out, and why
     * @param effective size of a simple random sample that would be as exact
     * @param design answers over {@code effective}, at least 1
     * @param rounds of raking
     * @param off largest difference that remains between a share and its target, from 0 to 1
     * @param capped answers whose weight stands at the limit
     */
    public record Weighting(
            @Nullable String why,
            @Nullable Season season,
            List<Margin> margins,
            List<Left> left,
            double effective,
            double design,
            int rounds,
            double off,
            long capped) {}

    /** @param question in the bank */
    public record Margin(String question, List<Cell> cells) {}

    /**
     * @param codes of the question that were put together, one where none was
     * @param target share of the known buyers
     * @param before share of the answers without weights
     * @param after with weights
     */
    public record Cell(List<String> codes, double target, double before, double after) {}

    /** @param why code of the reason */
    public record Left(String question, String why) {}
}

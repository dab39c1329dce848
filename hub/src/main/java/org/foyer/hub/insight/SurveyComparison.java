package org.foyer.hub.insight;

import java.time.LocalDate;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a house beside those of its peers.
 *
 * @param from first day of the twelve months whose answers count
 * @param to last day of them
 * @param answers of the house itself that count
 * @param questions of the core, in their order
 */
public record SurveyComparison(
        HouseId house, LocalDate from, LocalDate to, boolean simulated, long answers, List<Asked> questions) {

    /**
     * Answers to a question under which a house is not counted among the peers. With a hundred one person moves a share by one point, by five with the
     * greatest weight, which is within what shares are moved by at the gate; and the 95 % interval of a half is ten points wide to either side.
     */
    public static final int PEER_ANSWERS_MIN = 100;

    /** The code of the mean of a scale or of marks, which is compared in the place of their codes. */
    public static final String MEAN = "mean";

    /**
     * A question.
     *
     * @param question id in the bank
     * @param top the best that a mean can be; 1 for shares
     * @param peers other houses that are counted, 0 when withheld
     * @param withheld stable code of why peers are not shown, null when they are
     */
    public record Asked(
            String question,
            SurveyBank.Kind kind,
            int top,
            int peers,
            @Nullable String withheld,
            List<Option> options) {}

    /**
     * An answer to a question.
     *
     * @param code of the bank, or {@link #MEAN}
     * @param own of the house; null when too few people said it to be told
     * @param lowerQuartile and the following: over all houses that are counted, the asker's among them, blurred and rounded; null when withheld
     * @param position {@code below} or {@code above} when the whole interval of the own value lies outside the quartiles, else {@code middle}; null when one of both
     *     is missing
     * @param withheld stable code of why peers are not shown by this answer, null when they are
     */
    public record Option(
            String code,
            @Nullable Own own,
            @Nullable Double lowerQuartile,
            @Nullable Double median,
            @Nullable Double upperQuartile,
            @Nullable String position,
            @Nullable String withheld) {}

    /**
     * A share or a mean of the house, weighted where its buyers are known.
     *
     * @param low and
     * @param high its 95 % interval
     */
    public record Own(double value, double low, double high) {}
}

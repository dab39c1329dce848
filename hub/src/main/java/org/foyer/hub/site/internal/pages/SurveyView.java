package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One survey and what was answered.
 *
 * @param lead what state it is in, since when, how many answers
 * @param address of the public page
 * @param tabletLink for stewards; null when there is none or it is not theirs
 * @param weighted how the answers were weighted, or why not
 * @param margins what they were weighted to; empty without weights
 * @param panels a question each
 * @param peers the core questions beside other houses; null while nothing is told
 * @param waiting what to do while there are too few answers; null when there are enough
 * @param paper null for whoever may not import
 */
public record SurveyView(
        String title,
        String base,
        String lead,
        String address,
        boolean open,
        boolean editor,
        boolean steward,
        @Nullable String tabletLink,
        @Nullable String waiting,
        List<String> weighted,
        List<Margin> margins,
        List<Panel> panels,
        @Nullable Quarters quarters,
        @Nullable Peers peers,
        String csv,
        @Nullable Paper paper) {

    /** What was answered to a question. @param finding a sentence, or why nothing is told */
    public record Panel(
            String id,
            String title,
            String asks,
            String finding,
            @Nullable String silent,
            List<Row> rows) {}

    /**
     * One code.
     *
     * @param width of its bar, in percent
     * @param from and
     * @param to ends of its interval, in percent of the same length
     */
    public record Row(
            String label,
            String weighted,
            String interval,
            String plain,
            String people,
            String width,
            String from,
            String to,
            boolean apart) {}

    /** A margin of the weights. */
    public record Margin(String name, List<MarginRow> rows) {}

    public record MarginRow(String label, String target, String before, String after) {}

    /** Satisfaction over time. */
    public record Quarters(String finding, List<QuarterRow> rows) {}

    public record QuarterRow(String label, String answers, String mean, String interval) {}

    /**
     * The core questions beside other houses.
     *
     * @param lead sentences on what is compared, or the one that says why nothing is
     * @param why whether the house does not take part, so that a link leads to where it may
     */
    public record Peers(List<String> lead, boolean why, List<PeerPanel> panels) {}

    /** @param finding a sentence, or why nothing is told; then there are no rows */
    public record PeerPanel(String id, String title, String finding, List<PeerRow> rows) {}

    /**
     * One answer, or the mean. Places are in percent of one length for all rows of a question.
     *
     * @param own of the house, or that it is not told
     * @param interval of it; empty when not told
     * @param dot where it lies; null when not told
     */
    public record PeerRow(
            String label,
            String own,
            String interval,
            String median,
            String quartiles,
            String low,
            String width,
            String middle,
            @Nullable String dot,
            @Nullable String from,
            @Nullable String to) {}

    /** Files of answers on paper, and what is wrong with the last. */
    public record Paper(
            String action,
            String template,
            String today,
            List<Batch> batches,
            List<Fault> faults,
            @Nullable String taken) {}

    public record Batch(int number, String told, boolean counts) {}

    /** @param place line and column; empty when it is about the whole file */
    public record Fault(String place, String sentence, String mend) {}
}

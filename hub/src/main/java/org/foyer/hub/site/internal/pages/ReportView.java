package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, or would do.
 *
 * @param classify where its words are classified, null when they are not the house's yet
 */
public record ReportView(
        boolean failed,
        List<Total> totals,
        List<ProblemGroup> fileProblems,
        List<ProblemGroup> rowProblems,
        boolean compared,
        List<Difference> differences,
        List<PerformanceSum> performances,
        List<Word> toClassify,
        @Nullable String classify,
        @Nullable String waiting) {

    /** A name and its number. */
    public record Total(String name, String value) {}

    /** Problems of one kind. */
    public record ProblemGroup(
            String code,
            String sentence,
            String mend,
            @Nullable String count,
            boolean stops,
            List<Sample> samples) {}

    /** Where one was found. */
    public record Sample(String line, String column, String value) {}

    /** Where the source's total and ours differ. */
    public record Difference(
            String performance,
            String expectedTickets,
            String takenTickets,
            String expectedAmount,
            String takenAmount) {}

    /** What one performance got. */
    public record PerformanceSum(String title, String when, String tickets, String amount) {}

    /** A word that waits for its kind. */
    public record Word(String field, String label, String rows) {}
}

package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of an import. */
public record ImportView(
        String base,
        String address,
        List<Step> steps,
        String file,
        List<Fact> facts,
        boolean ready,
        List<ReportView.ProblemGroup> problems,
        List<String> missing,
        List<Column> columns,
        List<Value> values,
        @Nullable String expectedTickets,
        @Nullable String expectedAmount,
        @Nullable Job job,
        @Nullable ReportView report,
        FileLimit limit) {

    /**
     * What a file may hold, told before it is sent.
     *
     * @param says what to tell about a longer one, and what to do
     */
    public record FileLimit(long bytesMax, String says) {}

    /** A step with where one stands: {@code done}, {@code current} or {@code later}. */
    public record Step(String name, String state) {}

    /** How the file is read. */
    public record Fact(String name, String value) {}

    /**
     * A column and what it is matched to.
     *
     * @param input name of its form field
     * @param field label of its field, or null when it is kept aside
     */
    public record Column(
            String input,
            String name,
            @Nullable String field,
            boolean sure,
            List<Pair> examples,
            List<Option> options) {}

    /** One value before and after reading; after is null when it cannot be read. */
    public record Pair(String before, @Nullable String after) {}

    /** Something to choose. */
    public record Option(String value, String text, boolean chosen) {}

    /** A word of a coded column and what it means. */
    public record Value(String input, String field, String label, String rows, boolean known, List<Option> options) {}

    /**
     * A run under way.
     *
     * @param percent from 0 to 100, or null when the whole is not known
     * @param next where to go when it has ended, null while it runs
     */
    public record Job(
            String says,
            @Nullable String percent,
            @Nullable String next,
            @Nullable String failure) {}
}

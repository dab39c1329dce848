package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments of a house's buyers.
 *
 * @param base address of the page
 * @param query of the segment shown, as it stands in an address
 * @param nobody whether the house knows too few buyers to tell of any; then nothing else is shown
 * @param sentence who is in it
 * @param size how many, in words
 * @param chart its change over time, null where too few people were in it to draw one
 * @param faults of what was asked for or to be kept
 * @param done what was kept a moment ago
 * @param saved those shipped first
 * @param overlap null with fewer than two segments of the house's own
 * @param mayEdit whether who asks may keep and delete segments
 * @param contacts null where who asks may not have contacts
 * @param api address of the same by the API
 */
public record SegmentsView(
        String base,
        String query,
        boolean nobody,
        String sentence,
        String size,
        @Nullable Chart chart,
        List<ConsentsView.Fault> faults,
        @Nullable String done,
        SegmentForm form,
        List<Saved> saved,
        @Nullable Overlap overlap,
        Scores scores,
        boolean mayEdit,
        int nameMax,
        @Nullable Contacts contacts,
        String api) {

    /** @param own whether the house keeps it, so that it can be renamed and deleted */
    public record Saved(
            String slug, String name, String query, String sentence, String people, boolean own, boolean current) {}

    public record Overlap(List<String> names, List<Row> rows) {}

    public record Row(String name, List<AudienceView.Mark> marks) {}

    /**
     * Recency down, frequency across.
     *
     * @param finding one sentence
     * @param fixed whether by fixed thresholds
     * @param other address of the other way
     * @param money shares by money alone
     */
    public record Scores(String finding, boolean fixed, String other, List<ScoreRow> rows, List<ScoreCell> money) {}

    public record ScoreRow(String name, List<ScoreCell> cells) {}

    /** @param text share of all buyers, or a dash @param tone one of the tints of the crossing table */
    public record ScoreCell(String name, String text, String people, String href, String tone) {}

    public record Contacts(List<ConsentForm.Box> purposes, List<ConsentForm.Box> channels) {}
}

package org.foyer.hub.site.internal.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A show being typed.
 *
 * @param base address of the sheet
 * @param seen what it was filled from, sent back with it
 * @param told where it stands: published or not, by whom, when
 * @param done what was done a moment ago
 * @param problems what keeps it from being published
 * @param fresh whether nobody told of the show yet, so that the same may be there under another name
 * @param texts title and description in other languages
 * @param roles of those who are credited
 * @param audiences words that are proposed for whom a date is meant
 * @param history address of what became of the show, null while nobody told of it
 * @param billsDiffer whether works or people change from date to date
 */
public record SheetView(
        String house,
        String base,
        String title,
        String seen,
        String told,
        @Nullable String done,
        List<Problem> problems,
        boolean fresh,
        List<Field> main,
        List<Field> more,
        List<Text> texts,
        List<Date> dates,
        List<Work> works,
        List<Credit> credits,
        List<String> roles,
        List<String> audiences,
        boolean billsDiffer,
        boolean draft,
        List<Version> versions,
        @Nullable String history) {

    /** @param field id of the field that it is about, empty for the whole */
    public record Problem(String field, String label, String sentence, String mend) {}

    /**
     * A field of the form.
     *
     * @param kind text, url, number, textarea
     * @param hint below the label
     * @param files what files say, when it is something else
     * @param propose kind of what is proposed while typing
     */
    public record Field(
            String name,
            String label,
            String kind,
            String value,
            @Nullable String hint,
            @Nullable String files,
            @Nullable String propose,
            boolean wrong) {}

    /** A language with its two fields. */
    public record Text(String code, String language, String title, String description, boolean open) {}

    /**
     * A date with its fields.
     *
     * @param open whether what is seldom said of a date was said of this one
     * @param cast who plays in whose place, with an empty row for one more
     * @param castNow how the cast of this date differs as it stands, in words
     */
    public record Date(
            int number,
            String own,
            String legend,
            List<Field> fields,
            Select state,
            List<Field> more,
            List<Select> choices,
            boolean open,
            List<Change> cast,
            @Nullable String castNow,
            boolean castWrong) {}

    /** A row of the cast of a date. */
    public record Change(int number, String role, String plays, String out) {}

    public record Select(String name, String label, List<ImportView.Option> options) {}

    public record Work(int number, String title, String writers, String ids, boolean wrong) {}

    public record Credit(int number, String name, String role, String ids, boolean wrong) {}

    public record Version(
            int version, String told, @Nullable Integer run) {}
}

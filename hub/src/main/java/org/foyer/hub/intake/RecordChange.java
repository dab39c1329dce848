package org.foyer.hub.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a record: what an import said of one of its properties, or that two records were found to be one or not.
 *
 * @param id by which the change is put back; the same as long as nothing before it changes
 * @param property as {@link SheetWords} calls it, or {@code start}, {@code works}, {@code credits}, {@code writers}; an identifier is
 *     {@code id:} and its register, a count of a hall of a venue {@code hall_capacity:}, {@code hall_seats:} or {@code hall_wheelchair:} and
 *     the names of hall and configuration with a comma between. Of an import that was taken back all properties, with commas; else empty
 * @param language of a text, else empty
 * @param before what counted until then, null when nothing did
 * @param value of {@link What#PLAYED} the show, of {@link What#CREDITED} the role and the show. Empty when it was said that there is none; a start as {@code 2026-03-05T20:00}, prices in minor units. Of {@link What#JOINED},
 *     {@link What#APART} and {@link What#TOUR} the name of the other
 * @param other of which other record it was said, or which was joined; else null
 * @param performances dates that it changes alike, at most 401; none when it is about the show
 * @param dates how many they are
 * @param counts whether it is what counts now
 */
public record RecordChange(
        String id,
        What what,
        Part part,
        String property,
        String language,
        @Nullable String before,
        String value,
        @Nullable String other,
        List<Long> performances,
        long dates,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        boolean counts,
        Back back,
        Run run) {

    /** What happened. */
    public enum What {
        SAID,
        /** Another record was found to be this one. */
        JOINED,
        /** Another record that looks alike was found to be another. */
        APART,
        /** A show of another house was found to be this one on tour. */
        TOUR,
        /** A show first played the work. */
        PLAYED,
        /** A show first credited the person. */
        CREDITED,
        /** An import spoke of it and was taken back; its words went with it. */
        TAKEN_BACK
    }

    /** Of what the change is. */
    public enum Part {
        PRODUCTION,
        PERFORMANCE,
        VENUE,
        WORK,
        NAME
    }

    /** Whether the value can be put back. */
    public enum Back {
        POSSIBLE,
        /** It counts already. */
        COUNTS,
        /** A sheet cannot say it. */
        NOT_TYPED
    }

    /**
     * The import that said it.
     *
     * @param source name of its recipe
     * @param at when it began
     * @param actor login of who sent or typed it
     * @param files names as they came
     * @param undoneAt when it was taken back, null unless it was
     * @param undoneBy login
     */
    public record Run(
            int number,
            String source,
            @Nullable Instant at,
            @Nullable String actor,
            List<String> files,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {}

    RecordChange withoutFiles() {
        Run bare =
                new Run(run.number(), run.source(), run.at(), run.actor(), List.of(), run.undoneAt(), run.undoneBy());
        return new RecordChange(
                id,
                what,
                part,
                property,
                language,
                before,
                value,
                other,
                performances,
                dates,
                first,
                last,
                counts,
                back,
                bare);
    }
}

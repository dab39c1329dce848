package org.foyer.hub.intake;

import java.util.Locale;
import java.util.Optional;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/**
 * What became of each record of a house's programme: who said what of it and when, in the order of time. It is read out of what sources
 * said, so it holds nothing of buyers; of an import that was taken back it tells that there was one and of what it spoke, not its words.
 */
public interface History {

    /** Changes of one page, at most. */
    int CHANGES_MAX = 200;

    /** Of what there is a history. */
    enum Kind {
        /** A production of the house with all its dates. */
        SHOW,
        /** One date. */
        PERFORMANCE,
        VENUE,
        WORK,
        /** Whoever the house credits, under all spellings. */
        PERSON;

        /** As it stands in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty when there is none of this word. */
        public static Optional<Kind> of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * The history of a record of the house, the latest change first.
     *
     * @param thing its number; one that goes by another now leads to that
     * @param limit from 1 to {@link #CHANGES_MAX}
     * @return empty when the house has no such record
     */
    Optional<RecordHistory> of(HouseId house, Kind kind, long thing, int offset, int limit);

    /** How putting back ended. */
    enum Ended {
        /** Published, or refused with problems that name fields of the sheet. */
        PUBLISHED,
        /** The house has no such record. */
        UNKNOWN,
        /** The record's history has no such change any more. */
        GONE,
        /** It counts already. */
        COUNTS,
        /** It cannot be typed on a sheet. */
        NOT_TYPED,
        /** Somebody else's draft waits on the sheet. */
        DRAFT_OF_OTHER,
        /** The sheet was published since who puts back had looked. */
        CHANGED_SINCE
    }

    /**
     * What came of it.
     *
     * @param published with problems, or with the report of the import; null unless it ended as {@link Ended#PUBLISHED}
     * @param sheet that stood in the way, else null
     */
    record PuttingBack(
            Ended ended,
            ShowSheet.@Nullable Published published,
            @Nullable ShowSheet sheet) {}

    /**
     * Makes an earlier value count again, as a correction on the show's sheet (of a venue, a work or a person, on that of the
     * show that typed it last, or else that played last): an import, which can be undone. What the sheet said beside
     * it stays; a draft of the same person goes on waiting, with the value in it.
     *
     * @param change {@link RecordChange#id()} of the change that said the value
     * @param seen the sheet as {@link RecordHistory#sheet()} told it; null for whatever is there
     */
    PuttingBack putBack(
            HouseId house, Kind kind, long thing, String change, ShowSheet.@Nullable Seen seen, String actor);
}

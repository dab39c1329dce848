package org.foyer.hub.intake;

import java.time.Instant;
import java.util.List;
import org.foyer.hub.model.HouseId;
import org.foyer.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The sheet on which a house types one show.
 *
 * @param production number of the production, null as long as nobody told of it
 * @param files what files say of it
 * @param shown the same with what people typed over it: what the form shows
 * @param version number of the last published version, 0 before the first
 * @param draft whether something waits to be published
 * @param savedAt when something was typed last
 * @param billsDiffer whether works or credits change from date to date; what is typed of them counts for all dates
 */
public record ShowSheet(
        long id,
        HouseId house,
        @Nullable Long production,
        SheetWords files,
        SheetWords shown,
        int version,
        boolean draft,
        Instant savedAt,
        String savedBy,
        boolean billsDiffer) {

    /**
     * What somebody had before them when they began to type.
     *
     * @param version published last
     * @param savedAt when something was typed last
     */
    public record Seen(int version, Instant savedAt) {}

    /** What who looks at it now has before them. */
    public Seen seen() {
        return new Seen(version, savedAt);
    }

    /** The same with other words in the form. */
    public ShowSheet showing(SheetWords words) {
        return new ShowSheet(id, house, production, files, words, version, draft, savedAt, savedBy, billsDiffer);
    }

    /** A sheet in a list. */
    public record Name(
            long id,
            @Nullable Long production,
            String title,
            int version,
            boolean draft,
            Instant savedAt,
            String savedBy) {}

    /** A published version. @param run that brought it in, null when that is not known */
    public record Version(int version, @Nullable Integer run, Instant at, String actor) {}

    /**
     * How publishing ended.
     *
     * @param problems with any, nothing was published; their column is the field of the form
     * @param report of the run, null when there was none
     */
    public record Published(
            List<Problem> problems, @Nullable RunReport report) {}
}

package org.foyer.hub.site.internal.pages;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.foyer.hub.governance.ObservatoryGate.Axis;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.insight.Indicator.Text;
import org.foyer.hub.insight.Observatory.Agreed;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.site.internal.api.ObservatoryResource.Told;
import org.jspecify.annotations.Nullable;

/** A table of two genres by three days, in which a rectangle is hidden. */
final class SampleObservatory {

    static final Agreed AGREED = new Agreed(
            "t", 1, "tickets", "genre", "weekday", new Text("<Name>", "<Name>"), new Text("Note fr", "Note en"));

    static final Published TABLE = new Published(
            "t",
            1,
            2025,
            true,
            8,
            new Axis("genre", List.of("theatre", "circus")),
            new Axis("weekday", List.of("1", "5", "6")),
            List.of(
                    Arrays.asList(null, null, 4_000L, 5_200L),
                    Arrays.asList(null, null, 900L, 1_800L),
                    Arrays.asList(700L, 1_400L, 4_900L, 7_000L)),
            Instant.parse("2026-10-02T08:00:00Z"));

    static final StudyBank BANK = new StudyBank(List.of(), List.of(), 3);

    private SampleObservatory() {}

    static ObservatoryView view(Language language) {
        return new ObservatoryTold(language, BANK)
                .view(new Told(true, true, 2025, List.of(2025, 2024), List.of(AGREED), List.of(TABLE)), false, false);
    }

    /** What is said above a table of two genres with these totals, of a hundred tickets in all. */
    static String says(Language language, List<String> genres, @Nullable Long first, @Nullable Long second) {
        Published table = new Published(
                "t",
                1,
                2025,
                true,
                8,
                new Axis("genre", genres),
                new Axis("weekday", List.of("1")),
                List.of(Arrays.asList(null, first), Arrays.asList(null, second), Arrays.asList(null, 100L)),
                Instant.parse("2026-10-02T08:00:00Z"));
        return new ObservatoryTold(language, BANK)
                .view(new Told(true, true, 2025, List.of(2025), List.of(AGREED), List.of(table)), false, false)
                .says();
    }

    static ObservatoryView none(Language language) {
        return new ObservatoryTold(language, BANK)
                .view(new Told(false, false, null, List.of(), List.of(AGREED), List.of()), false, false);
    }
}

package org.foyer.hub.catalogue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.model.CastChange;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.Performance;
import org.foyer.hub.model.Production;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * One performance with everything its programme says.
 *
 * @param described what is said of it and of its production beside all that: value by name of the property, of a text in another
 *     language followed by {@code @} and the language; prices in minor units of the house's currency, the duration in minutes; beside the
 *     names of its {@code festival} and {@code series} their identifiers, {@code festival_id} and {@code series_id}; of its hall the
 *     identifier ({@code hall_id}), the most people that it may hold ({@code hall_capacity}), and how many in the {@code configuration} of
 *     this performance, or whatever that is where none is said ({@code configuration_capacity}); where its production
 *     revives another, the first run of that as {@code revived_run}, its title as {@code revived_title} and, if it is of the same house,
 *     its number as {@code revived_production}
 * @param ids by which other registers know what it names
 * @param changes how its cast differs from the usual one of its run; none where whoever reads it compares casts themselves, as with whole
 *     programmes in other formats
 */
public record ProgrammeEntry(
        Performance performance,
        Production production,
        @Nullable Venue venue,
        @Nullable LocalDateTime startsLocal,
        @Nullable String season,
        @Nullable String eventType,
        List<Item> items,
        List<Contribution> contributions,
        Map<String, String> described,
        ExternalIds ids,
        List<CastChange> changes) {

    /** What is said of it beside all that, or null. */
    public @Nullable String described(String property) {
        return described.get(property);
    }

    /**
     * What the public is told of its cast: who plays in whose place, and who plays besides or not at all where a person said so. Sources
     * leave names out, so that who is not credited on a date may well play.
     */
    public List<CastChange> changesTold() {
        List<String> said = CastChange.read(described("cast_changes")).stream()
                .map(change -> change.role().toLowerCase(Locale.ROOT))
                .toList();
        return changes.stream()
                .filter(change -> change.replaces()
                        || said.contains("")
                        || said.contains(change.role().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The festival and the series to which it belongs, each at most once. */
    public List<PartOf> partOf() {
        List<PartOf> all = new ArrayList<>();
        for (String kind : List.of("festival", "series")) {
            String name = described(kind);
            String id = described(kind + "_id");
            if (name != null && id != null) {
                all.add(new PartOf(kind, id, name));
            }
        }
        return all;
    }

    /** The hall in which it takes place, with the most people that it may hold and without its configurations; null where none is told. */
    public @Nullable Hall hall() {
        String id = described("hall_id");
        String name = performance.hall();
        if (id == null || name == null) {
            return null;
        }
        String capacity = described("hall_capacity");
        Hall.Places places = new Hall.Places(capacity == null ? null : Integer.valueOf(capacity), null, null);
        return new Hall(performance.house(), performance.venue(), Long.parseLong(id), name, places, List.of(), 1);
    }

    /** What a performance is a part of. @param kind {@code festival} or {@code series} @param name as it is said of the performance */
    public record PartOf(String kind, String id, String name) {}

    /** Minutes from start to end, null when nobody said. */
    public @Nullable Integer minutes() {
        String minutes = described.get("duration");
        return minutes == null ? null : Integer.valueOf(minutes);
    }

    /**
     * A work played, in order; an interval has no work.
     *
     * @param work id of the work
     * @param part movement or excerpt that was played, when not the whole
     */
    public record Item(
            int position,
            @Nullable Long work,
            @Nullable String title,
            @Nullable String part,
            boolean interval,
            List<Contribution> contributions) {}
}

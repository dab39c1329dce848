package org.foyer.hub.site.internal.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * A programme as short as another site shows it.
 *
 * @param house name of the house
 * @param simulated whether the data are invented
 * @param over whether nothing lies ahead, and these are the last
 * @param page address of the whole programme
 * @param total performances in the days asked for
 */
public record ShownProgramme(
        String house, boolean simulated, boolean over, String page, long total, List<Shown> shows) {

    /**
     * One performance.
     *
     * @param id its identifier
     * @param day of the evening to which it belongs
     * @param starts day and hour on the house's clock; null when no hour is known
     * @param state {@code scheduled}, {@code cancelled}, {@code postponed}, {@code rescheduled} or {@code moved_online}
     * @param address where the house tells more of it; of the page of the show here when it said none
     */
    public record Shown(
            String id,
            String title,
            LocalDate day,
            @Nullable LocalDateTime starts,
            String state,
            String place,
            String address) {}

    static ShownProgramme of(House house, boolean over, List<ProgrammeEntry> entries, long total, String base) {
        return new ShownProgramme(
                house.name(),
                house.simulated(),
                over,
                base + "/h/" + house.slug() + "/programme",
                total,
                entries.stream().map(entry -> shown(house, entry, base)).toList());
    }

    private static Shown shown(House house, ProgrammeEntry entry, String base) {
        return new Shown(
                base + "/id/performance/" + entry.performance().id(),
                entry.production().title(),
                entry.performance().day(),
                entry.startsLocal(),
                entry.performance().state().stored(),
                place(entry.venue(), entry.performance().hall()),
                address(house, entry, base));
    }

    private static String place(@Nullable Venue venue, @Nullable String hall) {
        Stream<@Nullable String> parts = venue == null
                ? Stream.of(hall)
                : Stream.of(hall, venue.name(), venue.address().city());
        return parts.filter(part -> part != null && !part.isBlank()).distinct().collect(Collectors.joining(", "));
    }

    /** Only what a browser opens as a page: another site makes a link of it. */
    private static String address(House house, ProgrammeEntry entry, String base) {
        String said = entry.production().url();
        return said != null && said.matches("https?://\\p{Graph}+")
                ? said
                : base + "/h/" + house.slug() + "/shows/" + Shows.idOf(entry);
    }
}

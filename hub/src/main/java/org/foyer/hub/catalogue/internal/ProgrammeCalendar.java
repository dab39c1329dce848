package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import org.foyer.hub.catalogue.Listings.Listing;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.internal.ChangeStamps.Stamp;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * A programme as iCalendar (RFC 5545), event by event.
 *
 * <p>DTSTAMP and LAST-MODIFIED are the end of the run that last changed the performance, so that the same programme always gives the
 * same bytes; when that is not known, DTSTAMP is the start of the performance. Events have no end, since no source gives one.
 */
final class ProgrammeCalendar {

    private static final int ENTRIES_PER_PAGE = 5_000;

    /** The state of a date for other nodes, where a status cannot tell it (RFC 5545, 3.8.8.2). */
    private static final String STATE = "X-FOYER-STATE";

    private static final Set<PerformanceState> TOLD_BY_STATUS =
            EnumSet.of(PerformanceState.SCHEDULED, PerformanceState.CANCELLED);

    private final EntryPages entries;
    private final ChangeStamps stamps;

    ProgrammeCalendar(EntryPages entries, ChangeStamps stamps) {
        this.entries = entries;
        this.stamps = stamps;
    }

    void write(House house, LocalDate from, LocalDate to, String base, OutputStream out) throws IOException {
        CalendarHead head = new CalendarHead(house.name(), List.of(house), false);
        write(head, out, events -> {
            EntryPages.Key behind = EntryPages.Key.before(from);
            List<ProgrammeEntry> page;
            do {
                page = entries.behind(house.id(), behind, to, ENTRIES_PER_PAGE, true);
                write(head, house, page, base, events);
                behind = page.isEmpty() ? behind : EntryPages.Key.of(page.get(page.size() - 1));
            } while (page.size() == ENTRIES_PER_PAGE);
        });
    }

    /** The same for a few dates that are known already. */
    void write(House house, List<ProgrammeEntry> dates, String base, OutputStream out) throws IOException {
        CalendarHead head = new CalendarHead(house.name(), List.of(house), false);
        write(head, out, events -> write(head, house, dates, base, events));
    }

    /** The same for dates of several houses. */
    void write(String title, Listing listing, String base, OutputStream out) throws IOException {
        Map<House, List<ProgrammeEntry>> dates = new LinkedHashMap<>();
        listing.dates()
                .forEach(date -> dates.computeIfAbsent(date.house(), house -> new ArrayList<>())
                        .add(date.entry()));
        CalendarHead head = new CalendarHead(title, dates.keySet(), listing.cut());
        write(head, out, events -> {
            for (Map.Entry<House, List<ProgrammeEntry>> of : dates.entrySet()) {
                write(head, of.getKey(), of.getValue(), base, events);
            }
        });
    }

    private interface Telling {
        void into(OctetFolding lines) throws IOException;
    }

    private static void write(CalendarHead head, OutputStream out, Telling telling) throws IOException {
        OctetFolding lines = new OctetFolding(out);
        lines.write(head.text());
        telling.into(lines);
        lines.write("END:VCALENDAR\r\n");
        out.flush();
    }

    private void write(CalendarHead head, House house, List<ProgrammeEntry> page, String base, OctetFolding lines)
            throws IOException {
        Map<Long, Stamp> changed = stamps.of(house.id(), page);
        for (ProgrammeEntry entry : page) {
            Stamp stamp = changed.get(entry.performance().id());
            lines.write(
                    event(house, entry, stamp, base, head.tells(house.zone())).toString());
        }
    }

    private static VEvent event(
            House house, ProgrammeEntry entry, @Nullable Stamp changed, String base, boolean zoneIsTold) {
        Start start = Start.of(entry, house.zone());
        List<Property> properties = new ArrayList<>();
        properties.add(new Uid(uid(house, entry, base)));
        stamp(properties, start, changed);
        properties.add(started(start, house, zoneIsTold));
        Integer minutes = entry.minutes();
        if (minutes != null && !start.isDayOnly()) {
            properties.add(new net.fortuna.ical4j.model.property.Duration(java.time.Duration.ofMinutes(minutes)));
        }
        properties.add(new Summary(entry.production().title()));
        add(properties, location(entry), Location::new);
        GeoPoint point = entry.venue() == null ? null : entry.venue().position();
        if (point != null) {
            properties.add(new Geo(BigDecimal.valueOf(point.latitude()), BigDecimal.valueOf(point.longitude())));
        }
        add(properties, description(house, entry), Description::new);
        add(properties, Iris.web(entry.production().url()), url -> new Url(URI.create(url)));
        PerformanceState state = entry.performance().state();
        properties.add(new Status(status(state)));
        if (!TOLD_BY_STATUS.contains(state)) {
            properties.add(new XProperty(STATE, state.stored()));
        }
        List<String> words = categories(entry);
        if (!words.isEmpty()) {
            properties.add(new Categories(new TextList(words)));
        }
        return new VEvent(new PropertyList(properties));
    }

    /**
     * The house's words of genre and kind, then those of whom it is meant for that the vocabulary of audiences knows: whoever reads the
     * calendar, this software included, would take any other word for a genre.
     */
    private static List<String> categories(ProgrammeEntry entry) {
        Stream<String> audiences = Meanings.words(entry.described("audience")).stream()
                .filter(word -> !Meanings.audiences(word).isEmpty());
        return Stream.concat(
                        Stream.of(entry.production().genre(), entry.eventType()).filter(Objects::nonNull), audiences)
                .distinct()
                .toList();
    }

    /** When the run is known that changed the performance last, its end; SEQUENCE is its number, which grows with each change. */
    private static void stamp(List<Property> properties, Start start, @Nullable Stamp changed) {
        Instant at = changed == null ? null : changed.at();
        properties.add(new DtStamp(at == null ? start.stamp() : at));
        if (at != null) {
            properties.add(new LastModified(at));
        }
        if (changed != null && changed.run() <= Integer.MAX_VALUE) {
            properties.add(new Sequence(Math.toIntExact(changed.run())));
        }
    }

    private static void add(
            List<Property> properties, @Nullable String value, java.util.function.Function<String, Property> making) {
        if (value != null && !value.isEmpty()) {
            properties.add(making.apply(value));
        }
    }

    private static String uid(House house, ProgrammeEntry entry, String base) {
        String host = URI.create(base).getHost();
        return "performance-" + entry.performance().id() + "." + house.slug() + "@" + (host == null ? "foyer" : host);
    }

    private static Property started(Start start, House house, boolean zoneIsTold) {
        if (start.local() == null) {
            return new DtStart<>(start.day());
        }
        if (start.at() == null) {
            return new DtStart<>(start.local());
        }
        if (!zoneIsTold || !start.isToldBy(house.zone())) {
            return new DtStart<>(start.at());
        }
        // not a ZonedDateTime: ical4j would tell its hour anew by its own rules, which begin in 1883
        return new DtStart<>(new ParameterList(List.of(new TzId(house.zone().getId()))), start.local());
    }

    private static String status(PerformanceState state) {
        return switch (state) {
            case SCHEDULED, RESCHEDULED, MOVED_ONLINE -> Status.VALUE_CONFIRMED;
            case POSTPONED -> Status.VALUE_TENTATIVE;
            case CANCELLED -> Status.VALUE_CANCELLED;
        };
    }

    private static String location(ProgrammeEntry entry) {
        Venue venue = entry.venue();
        PostalAddress address = venue == null ? PostalAddress.UNKNOWN : venue.address();
        return Stream.of(
                        entry.performance().hall(),
                        venue == null ? null : venue.name(),
                        address.street(),
                        joined(" ", address.postcode(), address.city()),
                        address.region(),
                        address.country())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String description(House house, ProgrammeEntry entry) {
        String works = entry.items().stream()
                .map(item -> joined(" – ", item.title(), item.part()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        String cast = CastWords.told(entry.changesTold());
        String notice = house.simulated() ? SimulatedNotice.FRENCH + "\n" + SimulatedNotice.ENGLISH : null;
        String text = entry.production().description();
        return joined(
                "\n\n",
                notice,
                cast,
                text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n'),
                works);
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(separator));
    }
}

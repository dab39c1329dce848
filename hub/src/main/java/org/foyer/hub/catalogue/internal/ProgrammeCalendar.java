package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * A programme as iCalendar (RFC 5545), event by event.
 *
 * <p>The store does not know when an entry last changed, so DTSTAMP is its start: the same programme always gives the
 * same bytes, and SEQUENCE is left out. Events have no end, since no source gives one.
 */
final class ProgrammeCalendar {

    private static final int ENTRIES_PER_PAGE = 5_000;

    private static final LocalDateTime BEFORE_RULES = LocalDateTime.of(1700, 1, 1, 0, 0);

    private final EntryPages entries;

    ProgrammeCalendar(EntryPages entries) {
        this.entries = entries;
    }

    void write(House house, LocalDate from, LocalDate to, String base, OutputStream out) throws IOException {
        write(house, base, out, events -> {
            EntryPages.Key behind = EntryPages.Key.before(from);
            List<ProgrammeEntry> page;
            do {
                page = entries.behind(house.id(), behind, to, ENTRIES_PER_PAGE);
                events.write(page);
                behind = page.isEmpty() ? behind : EntryPages.Key.of(page.get(page.size() - 1));
            } while (page.size() == ENTRIES_PER_PAGE);
        });
    }

    /** The same for a few dates that are known already. */
    void write(House house, List<ProgrammeEntry> dates, String base, OutputStream out) throws IOException {
        write(house, base, out, events -> events.write(dates));
    }

    private interface Events {
        void write(List<ProgrammeEntry> page) throws IOException;
    }

    private interface Telling {
        void into(Events events) throws IOException;
    }

    private static void write(House house, String base, OutputStream out, Telling telling) throws IOException {
        OctetFolding lines = new OctetFolding(out);
        TimeZone zone = TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(house.zone().getId());
        lines.write(head(house, zone));
        telling.into(page -> {
            for (ProgrammeEntry entry : page) {
                lines.write(event(house, entry, base, zone != null).toString());
            }
        });
        lines.write("END:VCALENDAR\r\n");
        out.flush();
    }

    private static String head(House house, @Nullable TimeZone zone) {
        List<Property> properties = new ArrayList<>();
        properties.add(new ProdId("-//Foyer//Programme//EN"));
        properties.add(new Name(house.name()));
        properties.add(new XProperty("X-WR-CALNAME", house.name()));
        properties.add(new XProperty("X-WR-TIMEZONE", house.zone().getId()));
        if (house.simulated()) {
            properties.add(new Description(SimulatedNotice.FRENCH + "\n" + SimulatedNotice.ENGLISH));
            properties.add(new XProperty("X-WR-CALDESC", SimulatedNotice.FRENCH + " " + SimulatedNotice.ENGLISH));
        }
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                + properties.stream().map(Property::toString).collect(Collectors.joining())
                + (zone == null
                        ? ""
                        : withMeanTime(zone.getVTimeZone(), house.zone()).toString());
    }

    /** Adds the local mean time that clocks showed before the first rule of the zone. */
    private static VTimeZone withMeanTime(VTimeZone rules, ZoneId zone) {
        ZoneOffset mean = zone.getRules().getOffset(BEFORE_RULES.atZone(zone).toInstant());
        Standard before = new Standard(new PropertyList(List.of(
                new TzName("LMT"),
                new DtStart<>(BEFORE_RULES),
                new TzOffsetFrom(new ParameterList(), mean),
                new TzOffsetTo(new ParameterList(), mean))));
        List<Observance> observances = new ArrayList<>();
        observances.add(before);
        observances.addAll(rules.getObservances());
        return new VTimeZone(new PropertyList(rules.getPropertyList().getAll()), new ComponentList<>(observances));
    }

    private static VEvent event(House house, ProgrammeEntry entry, String base, boolean zoneIsTold) {
        Start start = Start.of(entry, house.zone());
        List<Property> properties = new ArrayList<>();
        properties.add(new Uid(uid(house, entry, base)));
        properties.add(new DtStamp(start.stamp()));
        properties.add(started(start, house, zoneIsTold));
        properties.add(new Summary(entry.production().title()));
        add(properties, location(entry), Location::new);
        add(properties, description(house, entry), Description::new);
        add(properties, Iris.web(entry.production().url()), url -> new Url(URI.create(url)));
        properties.add(new Status(status(entry.performance().state())));
        List<String> words = Stream.of(entry.production().genre(), entry.eventType())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!words.isEmpty()) {
            properties.add(new Categories(new TextList(words)));
        }
        return new VEvent(new PropertyList(properties));
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
        String notice = house.simulated() ? SimulatedNotice.FRENCH + "\n" + SimulatedNotice.ENGLISH : null;
        String text = entry.production().description();
        return joined(
                "\n\n", notice, text == null ? null : text.replace("\r\n", "\n").replace('\r', '\n'), works);
    }

    private static String joined(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(separator));
    }
}

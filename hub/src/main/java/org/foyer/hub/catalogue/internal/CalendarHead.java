package org.foyer.hub.catalogue.internal;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.XProperty;
import org.foyer.hub.model.House;

/** What stands above the events of a calendar: its name, what to know of it, and the clocks of its houses. */
final class CalendarHead {

    private static final LocalDateTime BEFORE_RULES = LocalDateTime.of(1700, 1, 1, 0, 0);
    private static final String CUT_FRENCH = "Ce calendrier est limité\u00a0: il n’a pas toutes les dates.";
    private static final String CUT_ENGLISH = "This calendar has a limit: it does not have all dates.";

    /** How often a subscriber may come again (RFC 7986, 5.7): programmes change by imports, a few times a day. */
    private static final String REFRESH = "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n";

    private final Map<String, TimeZone> zones = new TreeMap<>();
    private final String text;

    /** @param cut whether dates were left out for the limits of a listing */
    CalendarHead(String name, Collection<House> houses, boolean cut) {
        TimeZoneRegistry registry = TimeZoneRegistryFactory.getInstance().createRegistry();
        for (House house : houses) {
            TimeZone zone = registry.getTimeZone(house.zone().getId());
            if (zone != null) {
                zones.put(house.zone().getId(), zone);
            }
        }
        List<String> notes = new ArrayList<>();
        if (houses.stream().anyMatch(House::simulated)) {
            notes.addAll(List.of(SimulatedNotice.FRENCH, SimulatedNotice.ENGLISH));
        }
        if (cut) {
            notes.addAll(List.of(CUT_FRENCH, CUT_ENGLISH));
        }
        this.text = head(name, houses, notes);
    }

    /** Whether the calendar explains the clock of a house. */
    boolean tells(ZoneId zone) {
        return zones.containsKey(zone.getId());
    }

    String text() {
        return text;
    }

    private String head(String name, Collection<House> houses, List<String> notes) {
        List<Property> properties = new ArrayList<>();
        properties.add(new ProdId("-//Foyer//Programme//EN"));
        properties.add(new Name(name));
        properties.add(new XProperty("X-WR-CALNAME", name));
        List<String> ids =
                houses.stream().map(house -> house.zone().getId()).distinct().toList();
        if (ids.size() == 1) {
            properties.add(new XProperty("X-WR-TIMEZONE", ids.get(0)));
        }
        if (!notes.isEmpty()) {
            properties.add(new Description(String.join("\n", notes)));
            properties.add(new XProperty("X-WR-CALDESC", String.join(" ", notes)));
        }
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                + properties.stream().map(Property::toString).collect(Collectors.joining())
                + REFRESH
                + zones.entrySet().stream()
                        .map(zone -> withMeanTime(zone.getValue().getVTimeZone(), ZoneId.of(zone.getKey()))
                                .toString())
                        .collect(Collectors.joining());
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
}

package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Contribution;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PerformanceState;
import org.foyer.hub.model.Production;
import org.foyer.hub.model.Season;
import org.foyer.hub.model.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Performances, runs and works as schema.org.
 *
 * <p>A start is an instant or, where the hour is not known, a day. Artsdata's older shape refuses a day on an Event and
 * an EventSeries, so what has only a day is a PerformingArtsEvent in a Series: both are true, and no hour is invented.
 * An end is told where a source told it or how long it lasts.
 */
final class EventNodes {

    private static final String SCHEMA = "http://schema.org/";
    private static final String STATUS = SCHEMA + "Event";

    private static final Set<String> ATTENDANCE = Set.of("online", "offline", "mixed");

    private final SchemaWriter json;
    private final Iris iris;
    private final House house;
    private final PlaceNodes places;
    private final OutsideNodes outside;
    private final AgentNodes agents;

    EventNodes(SchemaWriter json, Iris iris, House house) {
        this.json = json;
        this.iris = iris;
        this.house = house;
        this.places = new PlaceNodes(json, iris);
        this.outside = new OutsideNodes(json);
        this.agents = new AgentNodes(json, iris);
    }

    static boolean isWriting(String role) {
        String property = Meanings.property(role);
        return "composer".equals(property) || "author".equals(property);
    }

    static boolean isPerforming(String role) {
        return "performer".equals(Meanings.property(role));
    }

    /**
     * The fields of a performance.
     *
     * @param whole whether place, house and works are written into it, for an entry that stands alone
     */
    void performance(ProgrammeEntry entry, boolean whole) throws IOException {
        Production production = entry.production();
        Start start = Start.of(entry, house.zone());
        json.text("@id", iris.performance(entry.performance().id()));
        type(entry, start);
        String elsewhere = Iris.web(entry.described("same_as"));
        if (elsewhere != null) {
            json.reference("sameAs", elsewhere);
        }
        DescriptionNodes described = new DescriptionNodes(json, house.currency());
        described.text("name", production.title(), "title", entry);
        places.simulated(house);
        described.text("description", production.description(), "description", entry);
        json.text("url", Iris.web(production.url()));
        json.moment("startDate", start);
        Start end = start.after(entry.minutes());
        if (end != null) {
            json.moment("endDate", end);
        }
        status(entry.performance().state(), entry.described("attendance"));
        described.write(entry);
        location(entry, whole);
        organizer(whole, entry.ids());
        partOf(entry, whole);
        json.number("maximumAttendeeCapacity", entry.performance().capacity());
        worksPlayed(entry, whole);
        credits(entry);
    }

    /** Its run, and behind it the festival and the series; what stands alone tells their names. */
    private void partOf(ProgrammeEntry entry, boolean whole) throws IOException {
        List<ProgrammeEntry.PartOf> festivals = entry.partOf();
        long production = entry.production().id();
        if (festivals.isEmpty()) {
            json.start("superEvent");
        } else {
            json.startList("superEvent");
            json.start();
        }
        json.text(
                "@id",
                iris.run(
                        production,
                        Season.of(entry.performance().day()).firstYear(),
                        entry.performance().venue()));
        if (whole) {
            outside.identifiers(entry.ids().of("production", production));
            String revived = entry.described(RevivedRuns.PROPERTY);
            if (revived != null) {
                json.reference(RevivedRuns.IS_VERSION_OF, iris.run(revived));
            }
        }
        json.end();
        for (ProgrammeEntry.PartOf festival : festivals) {
            json.start();
            json.text("@id", iris.festival(festival.kind(), festival.id()));
            if (whole) {
                json.text("@type", "Series");
                json.text("additionalType", FestivalNodes.TYPES.get(festival.kind()));
                json.text("name", festival.name());
            }
            json.end();
        }
        if (!festivals.isEmpty()) {
            json.endList();
        }
    }

    private void type(ProgrammeEntry entry, Start start) throws IOException {
        Concept kind = Meanings.type(entry).orElse(null);
        String type = kind == null ? null : Meanings.schemaType(kind);
        json.text("@type", start.isDayOnly() ? "PerformingArtsEvent" : type == null ? "Event" : type);
        if (kind != null) {
            String artsdata = Meanings.artsdataType(kind);
            json.texts(
                    "additionalType",
                    artsdata == null
                            ? List.of(iris.concept(kind))
                            : List.of(Meanings.ARTSDATA + artsdata, iris.concept(kind)));
        }
        json.texts(
                "keywords",
                Stream.concat(Meanings.subjects(entry).stream(), Meanings.staging(entry).stream())
                        .map(iris::concept)
                        .toList());
    }

    private void status(PerformanceState state, @Nullable String attendance) throws IOException {
        json.text("eventStatus", STATUS + camel(state.stored()));
        String mode = state == PerformanceState.MOVED_ONLINE ? "online" : attendance;
        if (mode != null && ATTENDANCE.contains(mode)) {
            json.text("eventAttendanceMode", SCHEMA + camel(mode) + "EventAttendanceMode");
        }
    }

    private static String camel(String words) {
        StringBuilder camel = new StringBuilder();
        for (String word : words.split("_")) {
            camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return camel.toString();
    }

    private void location(ProgrammeEntry entry, boolean whole) throws IOException {
        Venue venue = entry.venue();
        if (venue == null) {
            json.reference(
                    "location",
                    iris.unknownPlaceOf(iris.performance(entry.performance().id())));
        } else if (whole) {
            json.start("location");
            Hall hall = entry.hall();
            if (hall == null) {
                places.venue(venue, List.of(), entry.ids());
            } else {
                places.whole(venue, hall, entry.ids());
            }
            json.end();
        } else {
            Hall hall = entry.hall();
            json.reference("location", hall == null ? iris.place(venue.id()) : iris.hall(hall.id()));
        }
    }

    private void organizer(boolean whole, ExternalIds ids) throws IOException {
        json.start("organizer");
        if (whole) {
            places.house(house, ids);
        } else {
            json.text("@id", iris.house(house));
        }
        json.end();
    }

    private void worksPlayed(ProgrammeEntry entry, boolean whole) throws IOException {
        List<ProgrammeEntry.Item> works =
                entry.items().stream().filter(item -> item.work() != null).toList();
        if (works.isEmpty()) {
            return;
        }
        json.startList("workPerformed");
        for (ProgrammeEntry.Item item : works) {
            json.start();
            if (item.part() != null) {
                json.text("@type", "CreativeWork");
                json.text("name", item.part());
                json.start("isPartOf");
                work(item, whole, entry.ids());
                json.end();
            } else {
                work(item, whole, entry.ids());
            }
            json.end();
        }
        json.endList();
    }

    private void work(ProgrammeEntry.Item item, boolean whole, ExternalIds ids) throws IOException {
        long id = Objects.requireNonNull(item.work());
        if (whole) {
            work(id, item.title(), item.contributions(), ids);
        } else {
            json.text("@id", iris.work(id));
        }
    }

    /** The fields of a work; those credited as its writers are told, others are not. */
    void work(long id, @Nullable String title, List<Contribution> credits, ExternalIds ids) throws IOException {
        List<String> composers = names(credits, "composer");
        json.text("@id", iris.work(id));
        json.text("@type", composers.isEmpty() ? "CreativeWork" : "MusicComposition");
        json.text("name", title);
        json.text(
                "additionalType",
                Meanings.form(ids.ofWork(id, "work_type")).map(iris::concept).orElse(null));
        json.text("genre", ids.ofWork(id, "work_genre"));
        outside.identifiers(ids.of("work", id));
        agents.all("composer", composers, ids, Set.of());
        agents.all("author", names(credits, "author"), ids, Set.of());
    }

    private void credits(ProgrammeEntry entry) throws IOException {
        List<Contribution> all = new ArrayList<>(entry.contributions());
        for (ProgrammeEntry.Item item : entry.items()) {
            item.contributions().stream().filter(c -> !isWriting(c.role())).forEach(all::add);
        }
        Set<String> groups = AgentNodes.groups(all);
        agents.all("performer", names(all, "performer"), entry.ids(), groups);
        agents.all("director", names(all, "director"), entry.ids(), groups);
        agents.all("composer", names(entry.contributions(), "composer"), entry.ids(), groups);
        Set<Contribution> distinct = new LinkedHashSet<>();
        all.forEach(c -> distinct.add(new Contribution(c.name(), c.role(), c.instrument(), null)));
        String producer = entry.production().producer();
        if (producer != null) {
            distinct.add(new Contribution(producer, "producer", null, null));
        }
        if (distinct.isEmpty()) {
            return;
        }
        json.startList("contributor");
        for (Contribution contribution : distinct) {
            agents.role(contribution, entry.ids());
        }
        json.endList();
    }

    private static List<String> names(List<Contribution> credits, String property) {
        return credits.stream()
                .filter(c -> property.equals(Meanings.property(c.role())))
                .map(Contribution::name)
                .distinct()
                .toList();
    }

    /** The show as a whole has no identifier: it is what people found its runs to have in common. */
    private void tour(RunPages.Run run, String iri, List<String> elsewhere) throws IOException {
        if (elsewhere.isEmpty()) {
            return;
        }
        json.start("superEvent");
        json.text("@type", "Series");
        json.text("name", run.title());
        json.startList("subEvent");
        json.start();
        json.text("@id", iri);
        json.end();
        for (String other : elsewhere) {
            json.start();
            json.text("@id", iris.run(other));
            json.end();
        }
        json.endList();
        json.end();
    }

    /** The fields of a run. */
    void run(RunPages.Run run, ExternalIds ids) throws IOException {
        String iri = iris.run(run.production(), run.season(), run.venue());
        json.text("@id", iri);
        json.text("@type", run.start().isDayOnly() ? "Series" : "EventSeries");
        json.text("name", run.title());
        places.simulated(house);
        json.text("description", run.description());
        json.text("url", Iris.web(run.url()));
        outside.identifiers(ids.of("production", run.production()));
        json.moment("startDate", run.start());
        if (run.state() != null) {
            json.text("eventStatus", STATUS + camel(run.state()));
        }
        json.reference("location", run.venue() == 0 ? iris.unknownPlaceOf(iri) : iris.place(run.venue()));
        json.reference("organizer", iris.house(house));
        agents.all("performer", run.performers(), ids, Set.of());
        if (!run.works().isEmpty()) {
            json.startList("workPerformed");
            for (long work : run.works()) {
                json.start();
                json.text("@id", iris.work(work));
                json.end();
            }
            json.endList();
        }
        for (String revived : run.revived()) {
            json.reference(RevivedRuns.IS_VERSION_OF, iris.run(revived));
        }
        tour(run, iri, ids.elsewhere().getOrDefault(run.production(), List.of()));
        json.startList("subEvent");
        for (long performance : run.performances()) {
            json.start();
            json.text("@id", iris.performance(performance));
            json.end();
        }
        json.endList();
    }
}

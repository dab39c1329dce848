package org.foyer.hub.catalogue.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.system.StreamRDF;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.internal.HouseRows.Told;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * A programme as one JSON-LD document: the house, its places, works, runs, festivals and series, then each performance.
 *
 * <p>Read in pages, so memory does not grow with the programme, and without a transaction held while a slow reader
 * takes the bytes: a run committed in between may show in the later pages only. Small houses are read together, so the number of questions
 * grows with what they play and not with how many they are.
 */
final class ProgrammeGraph {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final int ENTRIES_PER_PAGE = HouseBatches.PERFORMANCES_MAX;
    private static final int SHARED_PER_PAGE = 2_000;

    private final EntryPages entries;
    private final GraphPages shared;
    private final RunPages runs;
    private final FestivalPages festivals;
    private final HouseBatches batches;

    ProgrammeGraph(Warehouse warehouse) {
        this.entries = new EntryPages(warehouse);
        this.shared = new GraphPages(warehouse);
        this.runs = new RunPages(warehouse);
        this.festivals = new FestivalPages(warehouse);
        this.batches = new HouseBatches(warehouse);
    }

    /** Takes the programmes of houses one after the other: each at once, or not at all. */
    interface Taking {
        void take(House house, Programme programme) throws IOException;
    }

    /** Hands out whole programmes, as statements. */
    void whole(List<House> houses, String base, StreamRDF to) throws IOException {
        each(houses, FIRST, LAST, base, (house, one) -> one.to(to));
    }

    /** Hands out the programmes of houses in the order in which the warehouse holds them. */
    void each(List<House> houses, LocalDate from, LocalDate to, String base, Taking taking) throws IOException {
        Map<HouseId, List<ExternalId>> ids = shared.idsOfHouses();
        List<House> ordered = houses.stream()
                .sorted(Comparator.comparing(house -> house.id().value()))
                .toList();
        for (List<House> batch : batches.of(ordered, from, to)) {
            Batch parts = new Batch(batch, from, to);
            for (House house : batch) {
                ExternalIds own = ExternalIds.ofHouse(ids.getOrDefault(house.id(), List.of()));
                taking.take(house, new Programme(house, own, base, parts));
            }
        }
    }

    void write(House house, LocalDate from, LocalDate to, String base, OutputStream out) throws IOException {
        each(List.of(house), from, to, base, (one, programme) -> programme.to(out));
    }

    /** What some houses have, each kind read when the first of them asks for it. */
    private final class Batch {
        private final HouseRows<GraphPages.Place> places;
        private final HouseRows<GraphPages.PlayedWork> works;
        private final HouseRows<RunPages.Run> ofRuns;
        private final HouseRows<FestivalPages.Gathering> gatherings;
        private final HouseRows<ProgrammeEntry> performances;

        Batch(List<House> batch, LocalDate from, LocalDate to) {
            List<String> roles = shared.roles(batch);
            List<String> writing = roles.stream().filter(EventNodes::isWriting).toList();
            List<String> performing =
                    roles.stream().filter(EventNodes::isPerforming).toList();
            this.places = new HouseRows<>(
                    batch,
                    SHARED_PER_PAGE,
                    (houses, behind) -> shared.places(houses, from, to, behind, SHARED_PER_PAGE));
            this.works = new HouseRows<>(
                    batch,
                    SHARED_PER_PAGE,
                    (houses, behind) -> shared.works(
                            houses, from, to, writing, behind == null ? Long.MIN_VALUE : behind.id(), SHARED_PER_PAGE));
            this.ofRuns = new HouseRows<>(
                    batch,
                    SHARED_PER_PAGE,
                    (houses, behind) -> runs.runs(houses, from, to, performing, behind, SHARED_PER_PAGE));
            this.gatherings = new HouseRows<>(
                    batch,
                    SHARED_PER_PAGE,
                    (houses, behind) -> festivals.gatherings(houses, from, to, behind, SHARED_PER_PAGE));
            this.performances = new HouseRows<>(
                    batch,
                    ENTRIES_PER_PAGE,
                    (houses, behind) -> told(entries.behind(houses, key(from, behind), from, to, ENTRIES_PER_PAGE)));
        }
    }

    private static EntryPages.Key key(LocalDate from, @Nullable ProgrammeEntry behind) {
        return behind == null ? EntryPages.Key.before(from) : EntryPages.Key.of(behind);
    }

    private static List<Told<ProgrammeEntry>> told(List<ProgrammeEntry> page) {
        return page.stream()
                .map(entry -> new Told<>(entry.performance().house(), entry, entry.ids()))
                .toList();
    }

    /** The programme of a house. */
    static final class Programme {
        private final House house;
        private final ExternalIds ids;
        private final String base;
        private final Batch parts;

        private Programme(House house, ExternalIds ids, String base, Batch parts) {
            this.house = house;
            this.ids = ids;
            this.base = base;
            this.parts = parts;
        }

        void to(OutputStream out) throws IOException {
            try (SchemaJson json = new SchemaJson(out)) {
                json.start();
                json.context();
                json.startList("@graph");
                write(json, json::lineBreak);
                json.endList();
                json.end();
            }
            out.flush();
        }

        void to(StreamRDF out) throws IOException {
            try (SchemaTriples triples = new SchemaTriples(out)) {
                write(triples, () -> {});
            }
        }

        private void write(SchemaWriter writer, Fields between) throws IOException {
            Iris iris = new Iris(base);
            EventNodes events = new EventNodes(writer, iris, house);
            PlaceNodes places = new PlaceNodes(writer, iris);
            FestivalNodes gatherings = new FestivalNodes(writer, iris, house);
            Nodes nodes = fields -> {
                between.write();
                writer.start();
                fields.write();
                writer.end();
            };
            nodes.write(() -> places.house(house, ids));
            parts.places.each(house, (place, of) -> {
                nodes.write(() -> places.venue(place.venue(), place.halls(), of));
                for (Hall hall : place.halls()) {
                    nodes.write(() -> places.hall(place.venue(), hall));
                }
            });
            parts.works.each(
                    house, (work, of) -> nodes.write(() -> events.work(work.id(), work.title(), work.credits(), of)));
            parts.ofRuns.each(house, (run, of) -> nodes.write(() -> events.run(run, of)));
            parts.gatherings.each(house, (one, of) -> nodes.write(() -> gatherings.gathering(one)));
            parts.performances.each(house, (entry, of) -> nodes.write(() -> events.performance(entry, false)));
        }
    }

    /** One performance with everything about it. */
    static String one(House house, ProgrammeEntry entry, String base) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SchemaJson json = new SchemaJson(out)) {
            json.start();
            json.context();
            new EventNodes(json, new Iris(base), house).performance(entry, true);
            json.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private interface Fields {
        void write() throws IOException;
    }

    private interface Nodes {
        void write(Fields fields) throws IOException;
    }
}

package org.foyer.hub.catalogue.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.riot.system.StreamRDF;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Warehouse;

/**
 * A programme as one JSON-LD document: the house, its places, works and runs, then each performance.
 *
 * <p>Read in pages, so memory does not grow with the programme, and without a transaction held while a slow reader
 * takes the bytes: a run committed in between may show in the later pages only.
 */
final class ProgrammeGraph {

    private static final int ENTRIES_PER_PAGE = 5_000;
    private static final int SHARED_PER_PAGE = 2_000;

    private final EntryPages entries;
    private final GraphPages shared;

    ProgrammeGraph(Warehouse warehouse) {
        this.entries = new EntryPages(warehouse);
        this.shared = new GraphPages(warehouse);
    }

    void write(House house, LocalDate from, LocalDate to, String base, OutputStream out) throws IOException {
        try (SchemaJson json = new SchemaJson(out)) {
            json.start();
            json.context();
            json.startList("@graph");
            write(house, from, to, base, json, json::lineBreak);
            json.endList();
            json.end();
        }
        out.flush();
    }

    /** The same as triples. */
    void write(House house, LocalDate from, LocalDate to, String base, StreamRDF out) throws IOException {
        try (SchemaTriples triples = new SchemaTriples(out)) {
            write(house, from, to, base, triples, () -> {});
        }
    }

    private void write(House house, LocalDate from, LocalDate to, String base, SchemaWriter writer, Fields between)
            throws IOException {
        Iris iris = new Iris(base);
        EventNodes events = new EventNodes(writer, iris, house);
        PlaceNodes places = new PlaceNodes(writer, iris);
        Nodes nodes = fields -> {
            between.write();
            writer.start();
            fields.write();
            writer.end();
        };
        ExternalIds ofHouse = shared.ids(house);
        nodes.write(() -> places.house(house, ofHouse));
        writePlaces(nodes, places, house, from, to);
        writeWorks(nodes, events, house, from, to);
        writeRuns(nodes, events, house, from, to);
        writePerformances(nodes, events, house, from, to);
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

    private void writePlaces(Nodes nodes, PlaceNodes places, House house, LocalDate from, LocalDate to)
            throws IOException {
        for (int offset = 0; ; offset += SHARED_PER_PAGE) {
            List<GraphPages.Place> page = shared.places(house, from, to, offset, SHARED_PER_PAGE);
            ExternalIds ids = shared.idsOfPlaces(house, page);
            for (GraphPages.Place place : page) {
                nodes.write(() -> places.place(place.venue(), place.hall(), ids));
            }
            if (page.size() < SHARED_PER_PAGE) {
                return;
            }
        }
    }

    private void writeWorks(Nodes nodes, EventNodes events, House house, LocalDate from, LocalDate to)
            throws IOException {
        List<String> writing =
                shared.roles(house).stream().filter(EventNodes::isWriting).toList();
        long behind = Long.MIN_VALUE;
        while (true) {
            List<GraphPages.PlayedWork> page = shared.works(house, from, to, writing, behind, SHARED_PER_PAGE);
            ExternalIds ids = shared.idsOfWorks(house, page);
            for (GraphPages.PlayedWork work : page) {
                nodes.write(() -> events.work(work.id(), work.title(), work.credits(), ids));
            }
            if (page.size() < SHARED_PER_PAGE) {
                return;
            }
            behind = page.get(page.size() - 1).id();
        }
    }

    private void writeRuns(Nodes nodes, EventNodes events, House house, LocalDate from, LocalDate to)
            throws IOException {
        List<String> performing =
                shared.roles(house).stream().filter(EventNodes::isPerforming).toList();
        GraphPages.Run behind = null;
        while (true) {
            List<GraphPages.Run> page = shared.runs(house, from, to, performing, behind, SHARED_PER_PAGE);
            ExternalIds ids = shared.idsOfRuns(house, page);
            for (GraphPages.Run run : page) {
                nodes.write(() -> events.run(run, ids));
            }
            if (page.size() < SHARED_PER_PAGE) {
                return;
            }
            behind = page.get(page.size() - 1);
        }
    }

    private void writePerformances(Nodes nodes, EventNodes events, House house, LocalDate from, LocalDate to)
            throws IOException {
        EntryPages.Key behind = EntryPages.Key.before(from);
        while (true) {
            List<ProgrammeEntry> page = entries.behind(house.id(), behind, to, ENTRIES_PER_PAGE, false);
            for (ProgrammeEntry entry : page) {
                nodes.write(() -> events.performance(entry, false));
            }
            if (page.size() < ENTRIES_PER_PAGE) {
                return;
            }
            behind = EntryPages.Key.of(page.get(page.size() - 1));
        }
    }
}

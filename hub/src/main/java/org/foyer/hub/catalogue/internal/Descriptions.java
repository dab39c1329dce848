package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.foyer.hub.catalogue.Credited;
import org.foyer.hub.catalogue.ExternalIds;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.catalogue.UsualPart;
import org.foyer.hub.catalogue.internal.HouseRows.Told;
import org.foyer.hub.catalogue.internal.capdata.CapDataExport;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Linked data out of the warehouse: whole programmes as a stream, one thing as a small graph. */
public final class Descriptions implements LinkedData {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    /** Performances read at once. */
    private static final int PAGE = HouseBatches.PERFORMANCES_MAX;

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    static final Pattern RUN = Pattern.compile("([0-9]{1,18})-([0-9]{1,4})-([0-9]{1,18})");
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})(?:/hall/([^/]{1,600}))?");

    private static final String OF_PERFORMANCE = "select house, min(day) as day from shown_performance where ";

    private final Warehouse warehouse;
    private final ProgrammeGraph programme;
    private final GraphPages pages;
    private final RunPages runs;
    private final EntryPages entries;
    private final DepartedThings departed;
    private final SameThings sameThings;
    private final CreditedPeople people;
    private final FestivalPages festivals;
    private final HallPages halls;
    private final PlaceDescriptions places;

    public Descriptions(Warehouse warehouse) {
        this(warehouse, ChangeTimes.NONE);
    }

    /** @param times when what is set aside was */
    public Descriptions(Warehouse warehouse, ChangeTimes times) {
        this.warehouse = warehouse;
        this.programme = new ProgrammeGraph(warehouse);
        this.pages = new GraphPages(warehouse);
        this.runs = new RunPages(warehouse);
        this.entries = new EntryPages(warehouse);
        this.departed = new DepartedThings(warehouse, times);
        this.sameThings = new SameThings(warehouse);
        this.people = new CreditedPeople(warehouse);
        this.festivals = new FestivalPages(warehouse);
        this.halls = new HallPages(warehouse);
        this.places = new PlaceDescriptions(pages, halls);
    }

    @Override
    public Optional<Thing> find(String kind, String id) {
        return switch (kind) {
            case "performance" ->
                number(id).flatMap(key -> find(kind, id, OF_PERFORMANCE + "id = ? group by house", key));
            case "work" ->
                number(id)
                        .flatMap(key -> find(
                                kind,
                                id,
                                OF_PERFORMANCE
                                        + "id in (select performance from programme_item where work = ?) group by house",
                                key));
            case "run" -> findRun(id);
            case "person" ->
                number(id).flatMap(people::byId).map(person -> new Thing(kind, id, person.house(), person.day()));
            case "place" -> findPlace(id);
            case "hall" -> number(id).flatMap(this::findHall);
            case "festival", "series" ->
                number(id)
                        .flatMap(key -> festivals.one(kind, key))
                        .map(festival -> new Thing(kind, id, festival.house(), festival.first()));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Instant> gone(String kind, String id) {
        Matcher run = RUN.matcher(id);
        Matcher place = PLACE.matcher(id);
        return switch (kind) {
            case "performance", "work", "person" -> number(id).flatMap(key -> departed.of(kind, key));
            case "festival", "series" -> number(id).flatMap(key -> departed.festival(kind, key));
            case "hall" -> number(id).flatMap(departed::hall);
            case "run" ->
                run.matches()
                        ? departed.run(
                                Long.parseLong(run.group(1)),
                                Integer.parseInt(run.group(2)),
                                Long.parseLong(run.group(3)))
                        : Optional.empty();
            case "place" ->
                place.matches() ? departed.place(Long.parseLong(place.group(1)), hall(place)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<String> goesBy(String kind, String id) {
        Matcher run = RUN.matcher(id);
        Matcher place = PLACE.matcher(id);
        return switch (kind) {
            case "performance", "work" ->
                number(id).flatMap(key -> sameThings.of(kind, key)).map(String::valueOf);
            case "person" -> number(id).flatMap(people::knownAs).map(String::valueOf);
            case "hall" -> number(id).flatMap(halls::knownAs).map(String::valueOf);
            case "festival", "series" ->
                number(id).flatMap(key -> festivals.knownAs(kind, key)).map(String::valueOf);
            case "run" ->
                run.matches()
                        ? sameThings.ofRun(
                                Long.parseLong(run.group(1)),
                                Integer.parseInt(run.group(2)),
                                Long.parseLong(run.group(3)))
                        : Optional.empty();
            case "place" ->
                place.matches()
                        ? sameThings
                                .of("venue", Long.parseLong(place.group(1)))
                                .map(venue ->
                                        venue + id.substring(place.group(1).length()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Thing> findRun(String id) {
        Matcher parts = RUN.matcher(id);
        return parts.matches()
                ? find(
                        "run",
                        id,
                        OF_PERFORMANCE + "production = ? and coalesce(venue, 0) = ?"
                                + " and year(day) - case when month(day) < 9 then 1 else 0 end = ? group by house",
                        Long.valueOf(parts.group(1)),
                        Long.valueOf(parts.group(3)),
                        Integer.valueOf(parts.group(2)))
                : Optional.empty();
    }

    private Optional<Thing> findPlace(String id) {
        Matcher parts = PLACE.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long venue = Long.parseLong(parts.group(1));
        String hall = hall(parts);
        return hall.isEmpty()
                ? find("place", id, OF_PERFORMANCE + "venue = ? group by house", venue)
                : findHall(halls.idOf(venue, hall));
    }

    /** Halls once had identifiers of their words; who asks by these is told the thing. */
    private Optional<Thing> findHall(long id) {
        return halls.one(id)
                .flatMap(hall -> find(
                        "hall",
                        Long.toString(id),
                        "select house, min(day) as day from shown_performance where venue = ? group by house",
                        hall.venue()));
    }

    /** Empty for a venue as a whole. */
    private static String hall(Matcher place) {
        return place.group(2) == null ? "" : URLDecoder.decode(place.group(2), StandardCharsets.UTF_8);
    }

    private static Optional<Long> number(String id) {
        return NUMBER.matcher(id).matches() ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private Optional<Thing> find(String kind, String id, String query, Object... values) {
        return warehouse
                .read(connection -> Rows.of(
                        connection,
                        query,
                        row -> new Thing(
                                kind, id, new HouseId(row.getInt("house")), row.getObject("day", LocalDate.class)),
                        values))
                .stream()
                .findFirst();
    }

    private interface Telling {
        void into(SchemaWriter writer) throws IOException;
    }

    @Override
    public void describe(Thing thing, House house, String base, RdfForm form, OutputStream out) throws IOException {
        tell(form, out, writer -> {
            EventNodes events = new EventNodes(writer, new Iris(base), house);
            switch (thing.kind()) {
                case "performance" -> {
                    for (var entry : entries.one(house.id(), Long.parseLong(thing.id()))) {
                        events.performance(entry, true);
                    }
                }
                case "work" -> describeWork(events, house, Long.parseLong(thing.id()));
                case "run" -> describeRun(events, house, thing.id());
                case "festival", "series" ->
                    describeFestival(new FestivalNodes(writer, new Iris(base), house), house, thing);
                case "person" -> describePerson(writer, new Iris(base), Long.parseLong(thing.id()));
                case "hall" -> places.hall(new PlaceNodes(writer, new Iris(base)), house, Long.parseLong(thing.id()));
                default -> places.venue(new PlaceNodes(writer, new Iris(base)), house, Long.parseLong(thing.id()));
            }
        });
    }

    private void describeWork(EventNodes events, House house, long id) throws IOException {
        List<House> houses = List.of(house);
        List<String> writing =
                pages.roles(houses).stream().filter(EventNodes::isWriting).toList();
        for (Told<GraphPages.PlayedWork> told : pages.works(houses, FIRST, LAST, writing, id - 1, 1)) {
            GraphPages.PlayedWork work = told.thing();
            events.work(work.id(), work.title(), work.credits(), told.ids());
        }
    }

    private void describeRun(EventNodes events, House house, String id) throws IOException {
        Matcher parts = RUN.matcher(id);
        if (parts.matches()) {
            List<House> houses = List.of(house);
            List<String> performing = pages.roles(houses).stream()
                    .filter(EventNodes::isPerforming)
                    .toList();
            int season = Integer.parseInt(parts.group(2));
            LocalDate from = LocalDate.of(season, 9, 1);
            RunPages.Run before = RunPages.Run.before(
                    house.id(),
                    Long.parseLong(parts.group(1)),
                    season,
                    Long.parseLong(parts.group(3)),
                    Start.of(from, null, null, house.zone()));
            for (Told<RunPages.Run> told :
                    runs.runs(houses, from, from.plusYears(1).minusDays(1), performing, before, 1)) {
                events.run(told.thing(), told.ids());
            }
        }
    }

    private void describeFestival(FestivalNodes nodes, House house, Thing thing) throws IOException {
        long id = Long.parseLong(thing.id());
        for (Told<FestivalPages.Gathering> told : festivals.one(house, thing.kind(), id)) {
            nodes.gathering(told.thing());
        }
    }

    private void describePerson(SchemaWriter writer, Iris iris, long id) throws IOException {
        Credited person = people.byId(id).orElse(null);
        if (person != null) {
            boolean performing = person.roles().stream()
                    .map(Credited.Role::role)
                    .anyMatch(role -> EventNodes.isPerforming(role) || Meanings.isGroup(role));
            writer.text("@id", iris.person(id));
            writer.text("@type", AgentNodes.type(person.kind(), performing));
            writer.text("name", person.name());
            writer.texts(
                    "alternateName",
                    person.spellings().subList(1, person.spellings().size()));
            writer.text("url", iris.base() + Listings.pathOf(person.name()));
            new OutsideNodes(writer).identifiers(person.ids());
        }
    }

    @Override
    public void describe(House house, String base, RdfForm form, OutputStream out) throws IOException {
        ExternalIds ids = ExternalIds.ofHouse(pages.idsOfHouses().getOrDefault(house.id(), List.of()));
        tell(form, out, writer -> new PlaceNodes(writer, new Iris(base)).house(house, ids));
    }

    private static void tell(RdfForm form, OutputStream out, Telling telling) throws IOException {
        if (form == RdfForm.JSON_LD) {
            try (SchemaJson json = new SchemaJson(out)) {
                json.start();
                json.context();
                telling.into(json);
                json.end();
            }
            out.flush();
            return;
        }
        Graph graph = GraphFactory.createDefaultGraph();
        try (SchemaTriples triples = new SchemaTriples(StreamRDFLib.graph(graph))) {
            triples.start();
            telling.into(triples);
            triples.end();
        }
        Prefixes.ALL.forEach(graph.getPrefixMapping()::setNsPrefix);
        RDFWriter.source(graph).lang(lang(form)).output(out);
        out.flush();
    }

    @Override
    public void each(List<House> houses, LocalDate from, LocalDate to, String base, RdfForm form, Programmes taking)
            throws IOException {
        if (form == RdfForm.RDF_XML) {
            throw new IllegalArgumentException("RDF/XML cannot be written as a stream");
        }
        programme.each(houses, from, to, base, (house, one) -> taking.take(house, out -> write(one, form, out)));
    }

    private static void write(ProgrammeGraph.Programme programme, RdfForm form, OutputStream out) throws IOException {
        if (form == RdfForm.JSON_LD) {
            programme.to(out);
            return;
        }
        StreamRDF stream = StreamRDFWriter.getWriterStream(
                out, form == RdfForm.TURTLE ? RDFFormat.TURTLE_BLOCKS : RDFFormat.NTRIPLES_UTF8);
        stream.start();
        Prefixes.ALL.forEach(stream::prefix);
        programme.to(stream);
        stream.finish();
        out.flush();
    }

    private record Evening(ProgrammeEntry entry, List<UsualPart> usual) {}

    @Override
    public void writeCapData(List<House> houses, String base, OutputStream out) throws IOException {
        Map<HouseId, List<ExternalId>> ids = pages.idsOfHouses();
        try (CapDataExport export = new CapDataExport(out, new CapDataNames(new Iris(base)), new CapDataRoles())) {
            for (List<House> batch : new HouseBatches(warehouse).of(houses, FIRST, LAST)) {
                HouseRows<Evening> evenings = new HouseRows<>(batch, PAGE, this::evenings);
                for (House house : batch) {
                    export.house(house, ids.getOrDefault(house.id(), List.of()));
                    evenings.each(
                            house,
                            (evening, known) -> export.performance(
                                    house,
                                    evening.entry(),
                                    Start.of(evening.entry(), house.zone()).text(),
                                    evening.usual()));
                }
            }
        }
        out.flush();
    }

    private List<Told<Evening>> evenings(List<House> houses, @Nullable Evening behind) {
        EntryPages.Key key = behind == null ? EntryPages.Key.before(FIRST) : EntryPages.Key.of(behind.entry());
        List<ProgrammeEntry> page = entries.behind(houses, key, FIRST, LAST, PAGE);
        if (page.isEmpty()) {
            return List.of();
        }
        HouseSpan span = HouseSpan.of(
                page.stream().map(entry -> entry.performance().house()).toList());
        List<Long> performances =
                page.stream().map(entry -> entry.performance().id()).toList();
        Map<String, List<UsualPart>> usual =
                warehouse.read(connection -> EveningCasts.usual(connection, span, performances));
        return page.stream()
                .map(entry -> new Told<>(
                        entry.performance().house(),
                        new Evening(entry, usual.getOrDefault(Shows.idOf(entry), List.of())),
                        entry.ids()))
                .toList();
    }

    static Lang lang(RdfForm form) {
        return switch (form) {
            case TURTLE -> Lang.TURTLE;
            case N_TRIPLES -> Lang.NTRIPLES;
            case RDF_XML -> Lang.RDFXML;
            case JSON_LD -> Lang.JSONLD;
        };
    }
}

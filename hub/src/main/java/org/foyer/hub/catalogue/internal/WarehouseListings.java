package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Credited;
import org.foyer.hub.catalogue.Festival;
import org.foyer.hub.catalogue.Hall;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Venue;
import org.foyer.hub.store.Warehouse;

/** Listings as the warehouse has them: first which performances, a few columns of many rows; then these, a page at a time. */
public final class WarehouseListings implements Listings {

    /** Performances whose programme is read at once. */
    private static final int AT_ONCE = 500;

    private static final String COMING = " and day >= ? order by day, starts_local nulls last, id limit ?";
    private static final String PAST = " and day < ? order by day desc, starts_local desc, id desc limit ?";

    private static final String OF_PLACE = "select house, id, day from shown_performance where house = ? and venue = ?";

    /** House and id of what credits one of some names, twice given. What the latest run said of a performance counts; see {@link EntryPages}. */
    static final String CREDITED = """
            select distinct house, performance from (
              select c.house, c.performance, c.name from contribution c
              semi join (select house, performance from contribution where name in (select unnest(?::varchar[]))) n
                on n.house = c.house and n.performance = c.performance
              qualify precedence(c.source, c.run) = max(precedence(c.source, c.run)) over (partition by c.house, c.performance, c.position is null))
            where name in (select unnest(?::varchar[]))""";

    private static final String OF_FESTIVAL =
            "select house, id, day from shown_performance where " + FestivalPages.OF_ONE;

    private static final String OF_HALL = "select house, id, day from shown_performance where " + HallPages.OF_ONE;

    private static final String OF_NAME =
            "select house, id, day from shown_performance where (house, id) in (" + CREDITED + ")";

    private static final String NAMES = """
            select c.name from contribution c join shown_performance f on f.house = c.house and f.id = c.performance
            group by c.name order by max(f.day) desc, c.name limit ?
            """;

    private static final String PLACES = """
            select house, venue from shown_performance where venue is not null
            group by house, venue order by max(day) desc, house, venue limit ?
            """;

    private final Warehouse warehouse;
    private final ChangeTimes times;
    private final Supplier<List<House>> houses;
    private final Clock clock;
    private final EntryPages entries;
    private final WishedDates wished;
    private final CreditedPeople people;
    private final FestivalPages festivals;
    private final HallPages halls;

    public WarehouseListings(Warehouse warehouse, ChangeTimes times, Supplier<List<House>> houses, Clock clock) {
        this.warehouse = warehouse;
        this.times = times;
        this.houses = houses;
        this.clock = clock;
        this.entries = new EntryPages(warehouse);
        this.wished = new WishedDates(warehouse);
        this.people = new CreditedPeople(warehouse);
        this.festivals = new FestivalPages(warehouse);
        this.halls = new HallPages(warehouse);
    }

    /** Which performance, and when. */
    record Ref(HouseId house, long id, LocalDate day) {}

    @Override
    public Optional<Venue> place(HouseId house, long id) {
        return entries.venue(house, id);
    }

    @Override
    public Listing ofPlace(House house, long venue) {
        LocalDate today = LocalDate.now(clock.withZone(house.zone()));
        return listing(today, OF_PLACE, house.id().value(), venue);
    }

    @Override
    public List<Hall> halls(House house, long venue) {
        return halls.ofVenue(house.id(), venue);
    }

    @Override
    public Optional<Hall> hall(long id) {
        return halls.one(id);
    }

    @Override
    public Listing ofHall(House house, Hall hall) {
        LocalDate today = LocalDate.now(clock.withZone(house.zone()));
        return listing(today, OF_HALL, house.id().value(), hall.venue(), hall.id());
    }

    @Override
    public Optional<Festival> festival(String kind, long id) {
        return festivals.one(kind, id);
    }

    @Override
    public Listing ofFestival(House house, Festival festival) {
        LocalDate today = LocalDate.now(clock.withZone(house.zone()));
        return listing(today, OF_FESTIVAL, house.id().value(), festival.kind(), festival.id());
    }

    @Override
    public List<Festival> festivals(int limit) {
        return festivals.last(limit);
    }

    @Override
    public Listing ofName(String name) {
        LocalDate today = houses.get().stream()
                .map(house -> LocalDate.now(clock.withZone(house.zone())))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.now(clock));
        if (name.isBlank() || name.length() > NAME_MAX) {
            return new Listing(List.of(), today, false);
        }
        String[] spellings = people.spellings(name);
        return listing(today, OF_NAME, spellings, spellings);
    }

    @Override
    public Optional<Credited> credited(String name) {
        return people.byName(name);
    }

    @Override
    public Optional<Credited> credited(long id) {
        return people.byId(id);
    }

    private Listing listing(LocalDate today, String of, Object... values) {
        List<Ref> coming = refs(of + COMING, values, today, COMING_MAX + 1);
        List<Ref> past = new ArrayList<>(refs(of + PAST, values, today, PAST_MAX + 1));
        boolean cut = coming.size() > COMING_MAX || past.size() > PAST_MAX;
        List<Ref> all = new ArrayList<>(past.subList(0, Math.min(past.size(), PAST_MAX)));
        Collections.reverse(all);
        all.addAll(coming.subList(0, Math.min(coming.size(), COMING_MAX)));
        return new Listing(billed(all), today, cut);
    }

    private List<Ref> refs(String sql, Object[] values, LocalDate today, int limit) {
        return warehouse.read(connection -> {
            List<Object> all = new ArrayList<>();
            for (Object value : values) {
                all.add(value instanceof String[] texts ? connection.createArrayOf("VARCHAR", texts) : value);
            }
            all.add(today);
            all.add(limit);
            return Rows.of(
                    connection,
                    sql,
                    row -> new Ref(
                            new HouseId(row.getInt("house")), row.getLong("id"), row.getObject("day", LocalDate.class)),
                    all.toArray());
        });
    }

    /** Performances in the order of their references; those that went meanwhile, and houses too, are left out. */
    private List<Billed> billed(List<Ref> refs) {
        Map<HouseId, House> known = houses.get().stream().collect(Collectors.toMap(House::id, house -> house));
        Map<Long, ProgrammeEntry> said = new HashMap<>();
        refs.stream()
                .collect(Collectors.groupingBy(Ref::house, Collectors.mapping(Ref::id, Collectors.toList())))
                .forEach((house, ids) -> {
                    for (int from = 0; from < ids.size(); from += AT_ONCE) {
                        entries.of(house, ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                                .forEach(entry -> said.put(entry.performance().id(), entry));
                    }
                });
        List<Billed> billed = new ArrayList<>();
        for (Ref ref : refs) {
            House house = known.get(ref.house());
            ProgrammeEntry entry = said.get(ref.id());
            if (house != null && entry != null) {
                billed.add(new Billed(house, entry));
            }
        }
        return billed;
    }

    @Override
    public Listing ofShows(List<Wish> wishes) {
        List<Ref> refs = wished.of(wishes, COMING_MAX + 1);
        boolean cut = refs.size() > COMING_MAX;
        Map<String, Set<LocalDateTime>> only = new HashMap<>();
        wishes.stream().filter(wish -> wish.only() != null).forEach(wish -> only.put(wish.run(), wish.only()));
        List<Billed> dates = billed(refs.subList(0, Math.min(refs.size(), COMING_MAX))).stream()
                .filter(date -> isWanted(date.entry(), only))
                .toList();
        return new Listing(dates, LocalDate.now(clock), cut);
    }

    private static boolean isWanted(ProgrammeEntry entry, Map<String, Set<LocalDateTime>> only) {
        Set<LocalDateTime> wanted = only.get(Shows.idOf(entry));
        LocalDateTime starts = entry.startsLocal();
        return wanted == null
                || wanted.contains(starts == null ? entry.performance().day().atStartOfDay() : starts);
    }

    @Override
    public List<String> names(int limit) {
        return warehouse.read(connection -> Rows.of(connection, NAMES, row -> row.getString("name"), limit));
    }

    @Override
    public List<Listed> places(int limit) {
        return warehouse.read(connection -> Rows.of(
                connection, PLACES, row -> new Listed(new HouseId(row.getInt("house")), row.getLong("venue")), limit));
    }

    @Override
    public List<Listed> halls(int limit) {
        return halls.last(limit);
    }

    @Override
    public void writeICalendar(String title, Listing listing, String base, OutputStream out) throws IOException {
        new ProgrammeCalendar(entries, new ChangeStamps(warehouse, times)).write(title, listing, base, out);
    }
}

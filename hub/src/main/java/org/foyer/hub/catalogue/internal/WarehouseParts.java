package org.foyer.hub.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Parts;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.catalogue.ShowParts;
import org.foyer.hub.catalogue.Shows;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** What the public entries of several houses say of one show. */
public final class WarehouseParts implements Parts {

    private static final String SHARED = """
            select p.id, p.title, count(distinct o.house) as houses, any_value(f.last) as last
            from production p
            join (select production, max(day) as last from shown_performance where house = ? group by production) f
              on f.production = p.id
            join tour_member m on m.one = p.id
            join production o on o.id = m.other and o.house <> p.house
            where p.house = ? and o.id in (select production from shown_performance where production in (select other from tour_member))
            group by p.id, p.title order by last desc, p.id desc limit ?
            """;

    /** That of the house itself first; none when it has no such production. */
    private static final String SIDES = """
            with mine as (select goes_by as id from any_production where house = ? and id = ?)
            select p.house, p.id from production p
            where p.id in (select id from mine) or p.id in (select other from tour_member where one in (select id from mine))
            order by p.id not in (select id from mine), p.id limit ?
            """;

    private final Warehouse warehouse;
    private final EntryPages entries;
    private final Function<HouseId, Optional<House>> houses;

    /** @param houses of the node, by their numbers */
    public WarehouseParts(Warehouse warehouse, Function<HouseId, Optional<House>> houses) {
        this.warehouse = warehouse;
        this.entries = new EntryPages(warehouse);
        this.houses = houses;
    }

    @Override
    public List<Shared> shared(HouseId house, int limit) {
        return warehouse.read(connection -> Rows.of(
                connection,
                SHARED,
                row -> new Shared(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getLong("houses"),
                        row.getObject("last", LocalDate.class)),
                house.value(),
                house.value(),
                Math.max(0, Math.min(limit, SHOWS_MAX))));
    }

    private record Found(HouseId house, long production) {}

    /** A production with its dates, at least one. */
    private record Told(House house, long production, List<ProgrammeEntry> dates) {}

    @Override
    public Optional<ShowParts> of(HouseId house, long production) {
        List<Found> found = warehouse.read(connection -> Rows.of(
                connection,
                SIDES,
                row -> new Found(new HouseId(row.getInt("house")), row.getLong("id")),
                house.value(),
                production,
                SIDES_MAX + 1));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Found> looked = found.subList(0, Math.min(found.size(), SIDES_MAX));
        List<ProgrammeEntry> dates = entries.ofProductions(
                looked.stream().map(Found::house).toList(),
                looked.stream().map(Found::production).toList(),
                DATES_MAX + 1);
        List<Told> told = told(looked, dates);
        boolean others = told.stream().anyMatch(one -> !one.house().id().equals(house));
        long mine = found.get(0).production();
        return others && told.stream().anyMatch(one -> one.production() == mine)
                ? Optional.of(parts(mine, told, found.size() > looked.size()))
                : Optional.empty();
    }

    private List<Told> told(List<Found> found, List<ProgrammeEntry> dates) {
        Map<Long, List<ProgrammeEntry>> byProduction = dates.stream()
                .collect(Collectors.groupingBy(date -> date.production().id()));
        return found.stream()
                .filter(one -> byProduction.containsKey(one.production()))
                .flatMap(one -> houses.apply(one.house()).stream()
                        .map(house -> new Told(
                                house, one.production(), Objects.requireNonNull(byProduction.get(one.production())))))
                .toList();
    }

    private static ShowParts parts(long mine, List<Told> told, boolean moreSides) {
        Set<HouseId> makers = Makers.of(told.stream()
                .map(one -> new Makers.Told(
                        one.house(), one.dates().get(0).production().producer()))
                .toList());
        List<Told> ordered = told.stream()
                .sorted(Comparator.comparing((Told one) -> one.production() != mine)
                        .thenComparing(one -> !makers.contains(one.house().id()))
                        .thenComparing(one -> one.house().name())
                        .thenComparing(Told::production))
                .toList();
        boolean moreDates = told.stream().anyMatch(one -> one.dates().size() > DATES_MAX);
        List<Told> cut = ordered.stream()
                .map(one -> new Told(
                        one.house(),
                        one.production(),
                        one.dates()
                                .subList(
                                        Math.max(0, one.dates().size() - DATES_MAX),
                                        one.dates().size())))
                .toList();
        Map<Long, Map<String, SideWords.Words>> words = new LinkedHashMap<>();
        cut.forEach(one -> words.put(one.production(), SideWords.ofShow(one.dates())));
        return new ShowParts(
                mine,
                cut.get(0).dates().get(0).production().title(),
                cut.stream().map(one -> side(one, makers)).toList(),
                fields(
                        properties(words),
                        cut,
                        words,
                        one -> makers.contains(one.house().id()),
                        true),
                fields(SideWords.SALE, cut, words, one -> true, false),
                evenings(cut, makers),
                moreSides || moreDates);
    }

    /** Texts in other languages stand after the text. */
    private static List<String> properties(Map<Long, Map<String, SideWords.Words>> words) {
        Set<String> said = new TreeSet<>();
        words.values().forEach(one -> said.addAll(one.keySet()));
        List<String> all = new ArrayList<>();
        for (String property : SideWords.WORK) {
            all.add(property);
            said.stream().filter(one -> one.startsWith(property + "@")).forEach(all::add);
        }
        return all;
    }

    private static ShowParts.Side side(Told one, Set<HouseId> makers) {
        ProgrammeEntry last = one.dates().get(one.dates().size() - 1);
        return new ShowParts.Side(
                one.production(),
                one.house().slug(),
                one.house().name(),
                one.house().simulated(),
                makers.contains(one.house().id()),
                one.house().currency().getCurrencyCode(),
                Shows.idOf(last),
                followed(one.dates()),
                SideWords.last(one.dates(), ProgrammeEntry::contributions),
                SideWords.last(one.dates(), ProgrammeEntry::items));
    }

    private static @Nullable String followed(List<ProgrammeEntry> dates) {
        return dates.stream()
                .map(date -> date.described("same_as"))
                .filter(address -> address != null && address.matches("https?://\\p{Graph}+"))
                .map(address -> String.valueOf(address).replaceFirst("^https?://([^/?#]+).*", "$1"))
                .findFirst()
                .orElse(null);
    }

    private static List<ShowParts.Field> fields(
            List<String> properties,
            List<Told> told,
            Map<Long, Map<String, SideWords.Words>> words,
            Function<Told, Boolean> part,
            boolean compared) {
        List<ShowParts.Field> all = new ArrayList<>();
        for (String property : properties) {
            List<ShowParts.Said> said = new ArrayList<>();
            for (Told one : told) {
                SideWords.Words its =
                        Objects.requireNonNull(words.get(one.production())).get(property);
                if (its != null) {
                    said.add(new ShowParts.Said(one.production(), 0, its.value(), part.apply(one), its.sayable()));
                }
            }
            add(all, property, said, compared);
        }
        return all;
    }

    private static void add(List<ShowParts.Field> into, String property, List<ShowParts.Said> said, boolean compared) {
        if (!said.isEmpty()) {
            long different = said.stream()
                    .map(one -> Makers.folded(one.value()))
                    .distinct()
                    .count();
            into.add(new ShowParts.Field(property, List.copyOf(said), compared && different > 1));
        }
    }

    private static List<ShowParts.Evening> evenings(List<Told> told, Set<HouseId> makers) {
        List<Long> order = told.stream().map(Told::production).toList();
        List<ProgrammeEntry> dates =
                told.stream().flatMap(one -> one.dates().stream()).toList();
        return new ToldEvenings(makers)
                .of(dates).stream()
                        .map(evening -> evening(evening, order, makers))
                        .toList();
    }

    /** The part of whoever presents it; of whoever tells it where nobody else does. */
    private static ShowParts.Evening evening(List<ProgrammeEntry> evening, List<Long> order, Set<HouseId> makers) {
        boolean presented = evening.stream()
                .anyMatch(date -> !makers.contains(date.performance().house()));
        List<ProgrammeEntry> ordered = evening.stream()
                .sorted(Comparator.comparing(
                        date -> order.indexOf(date.production().id())))
                .toList();
        List<ShowParts.Field> fields = new ArrayList<>();
        for (String property : SideWords.EVENING) {
            List<ShowParts.Said> said = new ArrayList<>();
            for (ProgrammeEntry date : ordered) {
                SideWords.Words words = SideWords.ofDate(date).get(property);
                if (words != null) {
                    said.add(new ShowParts.Said(
                            date.production().id(),
                            date.performance().id(),
                            words.value(),
                            !presented || !makers.contains(date.performance().house()),
                            words.sayable()));
                }
            }
            add(fields, property, said, true);
        }
        return new ShowParts.Evening(evening.get(0).performance().day(), fields);
    }
}

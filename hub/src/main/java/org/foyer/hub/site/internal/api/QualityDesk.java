package org.foyer.hub.site.internal.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Programme;
import org.foyer.hub.catalogue.Quality;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.site.Node;
import org.foyer.hub.site.internal.security.Refused;
import org.foyer.hub.site.internal.server.CsvTable;
import org.jspecify.annotations.Nullable;

/** What the pages, the API and the command do with the quality of programmes, for whoever checked the rights. */
public final class QualityDesk {

    private final Quality quality;
    private final Programme programme;
    private final Clock clock;

    public QualityDesk(Quality quality, Programme programme, Clock clock) {
        this.quality = quality;
        this.programme = programme;
        this.clock = clock;
    }

    public static QualityDesk of(Node node) {
        return new QualityDesk(
                node.catalogue().quality(),
                node.catalogue().programme(),
                node.settings().clock());
    }

    /** {@link Quality.Overall} with the names of the houses. */
    public record OfHouses(
            long performances,
            double score,
            Quality.@Nullable Spread spread,
            List<Quality.Property> properties,
            List<OfHouse> houses,
            List<Quality.OfSource> sources) {}

    /** {@link Quality.OfHouse} by its name. */
    public record OfHouse(
            String house,
            String name,
            boolean simulated,
            long performances,
            double score,
            @Nullable String first,
            double gain) {}

    /** {@link Quality.SourceReport} with the names of the houses. */
    public record SourceReport(
            String source,
            long performances,
            double score,
            List<Quality.Property> properties,
            List<Lack> dates,
            long more) {}

    /** {@link Quality.Lack} with the name of its house. */
    public record Lack(
            String house,
            String name,
            boolean simulated,
            long performance,
            @Nullable String reference,
            String title,
            LocalDate day,
            @Nullable LocalDateTime starts,
            List<String> missing,
            double score,
            double gain) {}

    /** From today on unless asked otherwise; when nothing lies ahead, over the whole programme. */
    public Quality.Report of(House house, @Nullable String from, @Nullable String to) {
        Quality.Days days = days(house, from, to);
        return quality.of(house.id(), days.from(), days.to());
    }

    /** The same over several houses, each by its own programme. */
    public OfHouses over(List<House> houses, @Nullable String from, @Nullable String to) {
        Map<HouseId, House> named = named(houses);
        Quality.Overall found = quality.over(days(houses, from, to));
        return new OfHouses(
                found.performances(),
                found.score(),
                found.spread(),
                found.properties(),
                found.houses().stream()
                        .map(one -> {
                            House house = house(named, one.house());
                            return new OfHouse(
                                    house.slug(),
                                    house.name(),
                                    house.simulated(),
                                    one.performances(),
                                    one.score(),
                                    one.first(),
                                    one.gain());
                        })
                        .toList(),
                found.sources());
    }

    /** What the dates lack of which a source tells in these houses. */
    public SourceReport of(String source, List<House> houses, @Nullable String from, @Nullable String to) {
        Map<HouseId, House> named = named(houses);
        Quality.SourceReport found = quality.of(source, days(houses, from, to));
        return new SourceReport(
                source,
                found.performances(),
                found.score(),
                found.properties(),
                found.dates().stream()
                        .map(one -> lack(house(named, one.house()), one))
                        .toList(),
                found.more());
    }

    private static Lack lack(House house, Quality.Lack lack) {
        return new Lack(
                house.slug(),
                house.name(),
                house.simulated(),
                lack.performance(),
                lack.reference(),
                lack.title(),
                lack.day(),
                lack.starts(),
                lack.missing(),
                lack.score(),
                lack.gain());
    }

    /**
     * Of several houses those that are meant.
     *
     * @param seen those that who asks may see
     * @param slug short name of the one that is asked for, null for all
     * @throws Refused 404 {@code house-unknown}
     */
    public static List<House> meant(List<House> seen, @Nullable String slug) {
        if (slug == null || slug.isEmpty()) {
            return seen;
        }
        return List.of(seen.stream()
                .filter(house -> house.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Refused(404, "house-unknown", slug)));
    }

    /** The houses as a table for machines. */
    public static String table(OfHouses told) {
        CsvTable table = new CsvTable("house", "name", "simulated", "performances", "score", "first", "gain");
        for (OfHouse one : told.houses()) {
            table.row(
                    one.house(),
                    one.name(),
                    one.simulated(),
                    one.performances(),
                    rounded(one.score()),
                    one.first(),
                    rounded(one.gain()));
        }
        return table.toString();
    }

    /** The dates of a source as a table that goes back to whoever keeps the source. */
    public static String table(SourceReport told) {
        CsvTable table = new CsvTable(
                "source",
                "house",
                "simulated",
                "reference",
                "title",
                "day",
                "starts",
                "missing",
                "points",
                "lacking",
                "gain");
        for (Lack one : told.dates()) {
            table.row(
                    told.source(),
                    one.house(),
                    one.simulated(),
                    one.reference(),
                    one.title(),
                    one.day(),
                    one.starts(),
                    one.missing(),
                    Math.round(one.score()),
                    Math.round(100 - one.score()),
                    rounded(one.gain()));
        }
        return table.toString();
    }

    private static double rounded(double points) {
        return Math.round(points * 1000) / 1000.0;
    }

    private List<Quality.Days> days(List<House> houses, @Nullable String from, @Nullable String to) {
        return houses.stream().map(house -> days(house, from, to)).toList();
    }

    private Quality.Days days(House house, @Nullable String from, @Nullable String to) {
        ProgrammeDays days = ProgrammeDays.of(programme, house, from, to, clock);
        return new Quality.Days(house.id(), days.from(), days.to());
    }

    private static Map<HouseId, House> named(List<House> houses) {
        return houses.stream().collect(Collectors.toMap(House::id, Function.identity()));
    }

    private static House house(Map<HouseId, House> named, HouseId id) {
        House house = named.get(id);
        if (house == null) {
            throw new IllegalStateException("a house that was not asked for: " + id);
        }
        return house;
    }
}

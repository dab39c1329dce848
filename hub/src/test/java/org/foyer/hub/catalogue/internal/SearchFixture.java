package org.foyer.hub.catalogue.internal;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchQuestion;
import org.foyer.hub.catalogue.internal.search.IndexUse;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** A warehouse of houses whose programmes a test writes row by row, and a search over it. Saturday 28 November 2026, noon. */
final class SearchFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-28T11:00:00Z");

    final Path folder;
    final Warehouse warehouse;
    final List<House> houses = new ArrayList<>();
    WarehouseSearch search;
    private long id = 1_000_000;

    SearchFixture(Path folder) {
        this.folder = folder;
        this.warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        this.search = search(folder.resolve("index"), NOW);
    }

    WarehouseSearch search(Path index, Instant now) {
        return search(index, now, new IndexUse(IndexUse.DEFAULT.columnBytes(), 0));
    }

    WarehouseSearch search(Path index, Instant now, IndexUse use) {
        return new WarehouseSearch(
                index, warehouse, () -> List.copyOf(houses), () -> false, Clock.fixed(now, ZoneOffset.UTC), use);
    }

    House house(int number, String slug, String name, String zone) {
        House house = new House(
                new HouseId(number),
                slug,
                name,
                Discipline.THEATRE,
                700,
                PostalAddress.UNKNOWN,
                null,
                ZoneId.of(zone),
                Currency.getInstance("EUR"),
                false);
        houses.add(house);
        return house;
    }

    /** A production at a venue in a town; the venue is 0 when the name is null. */
    record Made(int house, long production, long venue) {}

    /** @param kind production or performance */
    void describe(int house, String kind, long thing, String property, @Nullable String value) {
        if (value != null) {
            run(
                    house,
                    "insert into description (house, kind, thing, property, language, value, source, run)"
                            + " values (?, ?, ?, ?, '', ?, 'test', 1)",
                    house,
                    kind,
                    thing,
                    property,
                    value);
        }
    }

    Made production(int house, String title, @Nullable String genre, @Nullable String venue, @Nullable String town) {
        return production(house, title, genre, venue, town, null);
    }

    Made production(
            int house,
            String title,
            @Nullable String genre,
            @Nullable String venue,
            @Nullable String town,
            @Nullable String description) {
        long production = ++id;
        run(
                house,
                "insert into production (house, id, title, genre, description, run) values (?, ?, ?, ?, ?, 1)",
                house,
                production,
                title,
                genre,
                description);
        long place = 0;
        if (venue != null) {
            place = ++id;
            run(
                    house,
                    "insert into venue (house, id, name, city, run) values (?, ?, ?, ?, 1)",
                    house,
                    place,
                    venue,
                    town);
        }
        return new Made(house, production, place);
    }

    /** @param start a day, or a day and an hour; an hour before 5 belongs to the evening before */
    long date(Made made, String start, @Nullable String eventType) {
        long performance = ++id;
        boolean hour = start.length() > 10;
        LocalDateTime local = hour ? LocalDateTime.parse(start) : null;
        LocalDate day = local == null
                ? LocalDate.parse(start)
                : local.getHour() < 5 ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        run(
                made.house(),
                "insert into performance (house, id, production, venue, day, starts_local, state, event_type, run)"
                        + " values (?, ?, ?, ?, ?, ?, 'scheduled', ?, 1)",
                made.house(),
                performance,
                made.production(),
                made.venue() == 0 ? null : made.venue(),
                day,
                local,
                eventType);
        return performance;
    }

    void work(Made made, long performance, int position, String title, String composer) {
        long work = ++id;
        run(made.house(), "insert into work (house, id, title, run) values (?, ?, ?, 1)", made.house(), work, title);
        run(
                made.house(),
                "insert into programme_item (house, performance, position, work, interval, run) values (?, ?, ?, ?, false, 1)",
                made.house(),
                performance,
                position,
                work);
        person(made, performance, position, composer, "compositeur");
    }

    void person(Made made, long performance, @Nullable Integer position, String name, String role) {
        run(
                made.house(),
                "insert into contribution (house, performance, position, name, role, run) values (?, ?, ?, ?, ?, 1)",
                made.house(),
                performance,
                position,
                name,
                role);
    }

    void run(int house, String sql, @Nullable Object... values) {
        warehouse.write(new HouseId(house), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.execute();
            } catch (SQLException e) {
                throw e;
            }
        });
    }

    SearchAnswer ask(SearchQuestion question) {
        if (!search.settle(Duration.ofMinutes(1))) {
            throw new AssertionError("the index was not made");
        }
        return search.ask(question, Fixture.BASE);
    }

    SearchAnswer ask(String words) {
        return ask(SearchQuestion.of(words));
    }

    List<String> titles(SearchQuestion question) {
        return ask(question).hits().stream().map(SearchAnswer.Hit::title).toList();
    }

    List<String> titles(String words) {
        return titles(SearchQuestion.of(words));
    }

    @Override
    public void close() {
        search.close();
        warehouse.close();
    }
}

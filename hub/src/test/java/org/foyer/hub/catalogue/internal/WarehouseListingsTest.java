package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.foyer.hub.catalogue.Listings;
import org.foyer.hub.catalogue.Listings.Listing;
import org.foyer.hub.catalogue.Listings.Wish;
import org.foyer.hub.catalogue.News;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which performances and which changes belong to a venue, a name, found shows. */
class WarehouseListingsTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", false);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-02T12:00:00Z"), ZoneOffset.UTC);
    private static final Instant CHANGED = Instant.parse("2025-01-20T08:00:00Z");

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Listings listings;
    private News news;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        ChangeTimes times = runs -> runs.contains(9L) ? Map.of(9L, CHANGED) : Map.of();
        listings = new WarehouseListings(warehouse, times, () -> List.of(HOUSE), CLOCK);
        news = new WarehouseNews(warehouse, times, () -> List.of(HOUSE), CLOCK);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private static List<Long> ids(Listing listing) {
        return listing.dates().stream()
                .map(date -> date.entry().performance().id())
                .toList();
    }

    @Test
    void aVenueHasWhatPlaysInItsHallsAndNothingOfAnotherHouse() {
        Listing listing = listings.ofPlace(HOUSE, 1000001);
        assertThat(ids(listing)).containsExactly(1000001L, 1000002L, 1000004L, 1000008L);
        assertThat(listing.today()).isEqualTo(LocalDate.of(2025, 2, 2));
        assertThat(listing.past())
                .extracting(date -> date.entry().performance().id())
                .containsExactly(1000001L);
        assertThat(listing.coming()).hasSize(3);
        assertThat(listing.cut()).isFalse();
        assertThat(listings.place(HOUSE.id(), 1000001).orElseThrow().name()).isEqualTo("Théâtre des Célestins");
        assertThat(listings.place(HOUSE.id(), 7)).isEmpty();
        assertThat(listings.places(10))
                .extracting(Listings.Listed::id)
                .contains(1000001L)
                .doesNotContain(1000004L);
    }

    @Test
    void aNameHasWhatCreditsItLetterByLetter() {
        assertThat(ids(listings.ofName("Paul Durand"))).containsExactly(1000001L, 1000003L, 1000005L, 1000004L);
        assertThat(ids(listings.ofName("Molière"))).containsExactly(1000001L);
        assertThat(ids(listings.ofName("Weber, Carl Maria von"))).containsExactly(1000006L);
        assertThat(ids(listings.ofName("paul durand"))).isEmpty();
        assertThat(ids(listings.ofName("' or true --"))).isEmpty();
        assertThat(ids(listings.ofName("a".repeat(Listings.NAME_MAX + 1)))).isEmpty();
        assertThat(listings.names(100)).contains("Paul Durand", "Molière").doesNotHaveDuplicates();
        assertThat(listings.names(2)).hasSize(2);
    }

    @Test
    void aNameThatALaterImportTookOutIsCreditedNoMore() {
        Fixture.fill(
                warehouse,
                "insert into contribution (house, performance, position, name, role, instrument, run) values (1, 1000004, null, 'Ana Ruiz', 'Comédien', null, 2)");
        assertThat(ids(listings.ofName("Paul Durand"))).containsExactly(1000001L, 1000003L, 1000005L);
        assertThat(ids(listings.ofName("Ana Ruiz"))).containsExactly(1000004L);
    }

    @Test
    void foundShowsHaveTheDatesThatAreWanted() {
        LocalDate first = LocalDate.of(2024, 9, 1);
        LocalDate last = LocalDate.of(2025, 8, 31);
        Wish whole = new Wish(HOUSE.id(), "1000001-2024-1000001", first, last, null);
        assertThat(ids(listings.ofShows(List.of(whole)))).containsExactly(1000001L, 1000002L);
        Wish early = new Wish(HOUSE.id(), "1000001-2024-1000001", first, LocalDate.of(2025, 2, 1), null);
        Wish nowhere = new Wish(HOUSE.id(), "1000001-2024-0", first, last, null);
        assertThat(ids(listings.ofShows(List.of(early, nowhere)))).containsExactly(1000001L, 1000005L);
        Wish one = new Wish(
                HOUSE.id(), "1000001-2024-1000001", first, last, Set.of(LocalDateTime.of(2025, 7, 11, 20, 30)));
        assertThat(ids(listings.ofShows(List.of(one)))).containsExactly(1000002L);
        assertThat(ids(listings.ofShows(List.of()))).isEmpty();
    }

    @Test
    void aListingIsCutAtItsLimitAndKeepsTheSoonest() {
        Fixture.fill(warehouse, """
                insert into performance (house, id, source_ref, production, venue, hall, starts_at, day, starts_local, state, run)
                select 1, 2000000 + i, 'x' || i, 1000002, 1000003, null, null, date '2025-03-10' + cast(i as integer), null,
                  'scheduled', 1
                from range(1100) t(i)
                """);
        Listing listing = listings.ofPlace(HOUSE, 1000003);
        assertThat(listing.coming()).hasSize(Listings.COMING_MAX);
        assertThat(listing.cut()).isTrue();
        assertThat(ids(listing)).contains(1000007L, 2000000L).doesNotContain(2001099L);
        assertThat(calendar(listing).replace("\r\n ", "")).contains("This calendar has a limit");
    }

    private String calendar(Listing listing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            listings.writeICalendar("Liste", listing, Fixture.BASE, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theSamePerformanceHasTheSameUidInEveryCalendarAndSaysWhenItChanged() {
        Fixture.fill(warehouse, "update performance set changed_run = 9 where id = 1000001 and house = 1");
        String ofPlace = calendar(listings.ofPlace(HOUSE, 1000001));
        String ofName = calendar(listings.ofName("Molière"));
        String uid = "UID:performance-1000001.celestins@node.example\r\n";
        assertThat(ofPlace)
                .contains("NAME:Liste\r\n", uid, "LAST-MODIFIED:20250120T080000Z\r\n", "SEQUENCE:9\r\n")
                .contains("DTSTAMP:20250120T080000Z\r\n")
                .contains("STATUS:CANCELLED\r\n")
                .doesNotContain("DTEND", "\r\nDURATION:");
        assertThat(ofName).contains(uid).containsOnlyOnce("BEGIN:VEVENT").doesNotContain("has a limit");
        assertThat(Fixture.calendar(warehouse, HOUSE))
                .contains(uid, "SEQUENCE:9\r\n")
                .doesNotContain("LAST-MODIFIED:20250120");
    }

    @Test
    void newsTellShowByShowWhatEachChangeDid() {
        Fixture.fill(warehouse, """
                update performance set changed_run = 1 where house = 1;
                update performance set changed_run = 9 where house = 1 and id = 1000002;
                update performance set changed_run = 9, run = 9 where house = 1 and id = 1000008;
                """);
        List<News.Item> items = news.ofPlace(HOUSE, 1000001);
        assertThat(items).extracting(News.Item::change).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        News.Item cancelled = items.stream()
                .filter(item -> item.run().equals("1000001-2024-1000001"))
                .findFirst()
                .orElseThrow();
        assertThat(cancelled.change()).isEqualTo(9);
        assertThat(cancelled.at()).isEqualTo(CHANGED);
        assertThat(cancelled.announced()).isFalse();
        assertThat(cancelled.dates()).isEqualTo(1);
        assertThat(cancelled.cancelled()).isEqualTo(1);
        assertThat(cancelled.told()).extracting(News.Date::day).containsExactly(LocalDate.of(2025, 7, 11));
        News.Item announced = items.stream()
                .filter(item -> item.run().equals("1000003-2198-1000001"))
                .findFirst()
                .orElseThrow();
        assertThat(announced.announced()).isTrue();
        assertThat(announced.added()).isEqualTo(1);
        assertThat(news.ofName("Molière")).as("its only date is past").isEmpty();
        assertThat(news.ofAll())
                .extracting(News.Item::run)
                .contains("1000001-2025-1000001")
                .doesNotContain("1000002-1842-1000002");
        assertThat(news.ofShows(List.of(new News.ShowKey(HOUSE.id(), "1000001-2025-1000001"))))
                .extracting(News.Item::change)
                .containsExactly(1L);
        assertThat(news.ofHouse(HOUSE)).isEqualTo(news.ofAll());
    }
}

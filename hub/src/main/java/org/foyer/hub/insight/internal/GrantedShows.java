package org.foyer.hub.insight.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.governance.ShowFigure;
import org.foyer.hub.governance.ShowGate;
import org.foyer.hub.governance.ShowGate.Opening;
import org.foyer.hub.governance.ShowGate.Told;
import org.foyer.hub.governance.ShowGate.Window;
import org.foyer.hub.insight.AudienceSheet.Place;
import org.foyer.hub.insight.ShowFigures;
import org.foyer.hub.insight.ShowSheet;
import org.foyer.hub.insight.ShowSheet.Lead;
import org.foyer.hub.insight.ShowSheet.Point;
import org.foyer.hub.insight.internal.ShowQuery.Date;
import org.foyer.hub.insight.internal.ShowQuery.Moved;
import org.foyer.hub.insight.internal.ShowQuery.Show;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;
import org.jspecify.annotations.Nullable;

/** Figures of granted shows. The gate is asked first, and nothing is read that it does not open. */
public final class GrantedShows implements ShowFigures {

    /** Code of why nothing is told of a show that left the programme. */
    private static final String GONE = "show-gone";

    private final Warehouse warehouse;
    private final Houses houses;
    private final ShowGate gate;

    public GrantedShows(Warehouse warehouse, Houses houses, ShowGate gate) {
        this.warehouse = warehouse;
        this.houses = houses;
        this.gate = gate;
    }

    @Override
    public Look look(Actor actor, long grant, @Nullable LocalDate asOf) {
        Opening opening = gate.open(actor, grant, asOf).orElse(null);
        Window window = opening == null ? null : opening.window();
        HouseId giver = window == null ? null : window.grant().giver().house();
        if (window == null || giver == null) {
            String withheld = opening == null ? null : opening.withheld();
            return new Look(null, withheld == null ? "show-not-granted" : withheld);
        }
        House house = houses.byId(giver).orElseThrow();
        return warehouse
                .read(connection -> read(connection, house, window))
                .map(read -> new Look(sheet(house, window, read), null))
                .orElseGet(() -> new Look(null, GONE));
    }

    private record Read(Show show, List<Moved> sold, NavigableMap<Integer, Long> leads) {

        /** Of each date, what it sold. */
        Map<Long, Long> of(ToLongFunction<Moved> what) {
            Map<Long, Long> sums = new HashMap<>();
            sold.forEach(moved -> sums.merge(moved.performance(), what.applyAsLong(moved), Long::sum));
            return sums;
        }
    }

    private static Optional<Read> read(Connection connection, House house, Window window) throws SQLException {
        ShowQuery query = new ShowQuery(connection, house.id());
        Show show = query.show(window.show());
        return show == null
                ? Optional.empty()
                : Optional.of(new Read(
                        show,
                        query.sold(show.ids(), window.asOf()),
                        query.leads(show.ids(), window.from(), window.asOf())));
    }

    private ShowSheet sheet(House house, Window window, Read read) {
        boolean daily = window.figures().contains(ShowFigure.DAILY_SALES);
        boolean seated = window.figures().contains(ShowFigure.OCCUPANCY);
        boolean paid = window.figures().contains(ShowFigure.REVENUE);
        Show show = read.show();
        Map<Long, Long> tickets = read.of(Moved::tickets);
        Map<Long, Long> amounts = read.of(Moved::amount);
        List<ShowSheet.Date> dates = show.dates().stream()
                .map(date -> new ShowSheet.Date(
                        date.day(),
                        date.starts(),
                        date.state(),
                        seated ? date.seats() : null,
                        daily || seated ? tickets.getOrDefault(date.id(), 0L) : null,
                        paid ? amounts.getOrDefault(date.id(), 0L) : null))
                .toList();
        long seats = sum(show, GrantedShows::seats);
        long onSeats = sum(show, date -> seats(date) == 0 ? 0 : tickets.getOrDefault(date.id(), 0L));
        Told told = window.figures().stream().anyMatch(ShowFigure::ofPeople)
                ? gate.people(window, show.id(), day -> warehouse.read(at -> ShowPeople.count(at, house, show, day)))
                : new Told(null, null);
        return new ShowSheet(
                window.grant().show(),
                show.title(),
                show.venue(),
                show.town(),
                where(house, show),
                house.currency().getCurrencyCode(),
                house.simulated(),
                window.from(),
                window.asOf(),
                show.dates().get(0).day(),
                show.dates().get(show.dates().size() - 1).day(),
                dates,
                seated && seats > 0 ? Long.valueOf(seats) : null,
                daily || seated ? Long.valueOf(sum(show, date -> tickets.getOrDefault(date.id(), 0L))) : null,
                seated && seats > 0 ? Double.valueOf((double) onSeats / seats) : null,
                paid ? Long.valueOf(sum(show, date -> amounts.getOrDefault(date.id(), 0L))) : null,
                daily ? curve(show, read.sold(), window) : List.of(),
                window.figures().contains(ShowFigure.LEAD_TIME) ? lead(read.leads()) : null,
                told.people(),
                told.withheld());
    }

    private static long sum(Show show, ToLongFunction<Date> of) {
        return show.dates().stream().mapToLong(of).sum();
    }

    private static long seats(Date date) {
        Long seats = date.seats();
        return seats == null || !date.isOnStage() ? 0 : seats;
    }

    /**
     * Begins with all that was sold by the first day that may be told; one point for each day on which something moved, and the last. It
     * ends with the show: what is put right after a date counts on the day of that date.
     */
    private static List<Point> curve(Show show, List<Moved> sold, Window window) {
        LocalDate opening = show.dates().get(0).day();
        LocalDate closing = show.dates().get(show.dates().size() - 1).day();
        Map<Long, LocalDate> played = new HashMap<>();
        show.dates().forEach(date -> played.put(date.id(), date.day()));
        NavigableMap<LocalDate, Long> moved = new TreeMap<>();
        for (Moved one : sold) {
            LocalDate counted = earlier(one.day(), played.getOrDefault(one.performance(), closing));
            LocalDate told = counted.isBefore(window.from()) ? window.from() : counted;
            moved.merge(earlier(told, closing), one.tickets(), Long::sum);
        }
        moved.putIfAbsent(earlier(window.asOf(), closing), 0L);
        List<Point> points = new ArrayList<>();
        long tickets = 0;
        for (Map.Entry<LocalDate, Long> day : moved.entrySet()) {
            tickets += day.getValue();
            points.add(point(day.getKey(), opening, tickets));
        }
        return List.copyOf(points);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Point point(LocalDate day, LocalDate opening, long tickets) {
        return new Point((int) ChronoUnit.DAYS.between(day, opening), tickets);
    }

    private static @Nullable Lead lead(NavigableMap<Integer, Long> leads) {
        long tickets = leads.values().stream().mapToLong(Long::longValue).sum();
        return tickets < ShowGate.BUYERS_MIN
                ? null
                : new Lead(
                        LeadChapter.quantile(leads, tickets, 1),
                        LeadChapter.quantile(leads, tickets, 2),
                        LeadChapter.quantile(leads, tickets, 3),
                        tickets);
    }

    private static @Nullable GeoPoint where(House house, Show show) {
        if (show.where() != null) {
            return show.where();
        }
        String postcode =
                show.postcode() != null ? show.postcode() : house.address().postcode();
        Place place =
                postcode == null ? null : Territory.france().place(postcode).orElse(null);
        return place == null ? null : new GeoPoint(place.latitude(), place.longitude());
    }
}

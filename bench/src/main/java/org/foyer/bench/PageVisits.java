package org.foyer.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.Node;

/** Visits to random pages of random houses, each with a day not asked before, so that no memory answers. */
final class PageVisits {

    /** A day in the seasons that the node holds. */
    static final int DAYS_BACK_MAX = 800;

    private final Node node;
    private final List<House> houses;
    private final Random random = new Random(7);

    PageVisits(Node node, List<House> houses) {
        this.node = node;
        this.houses = houses;
    }

    /** Milliseconds on the clock, and of both processors together. */
    record Taken(Sample clock, Sample processor) {}

    /** What pages took, until the visits are used up or the work beside has ended; at least one visit each. */
    Map<Page, Taken> visit(int visits, BooleanSupplier ended) throws Exception {
        Map<Page, List<Double>> clock = new EnumMap<>(Page.class);
        Map<Page, List<Double>> processor = new EnumMap<>(Page.class);
        for (int visit = 0; visit < Page.values().length || (visit < visits && !ended.getAsBoolean()); visit++) {
            Page page = Page.values()[visit % Page.values().length];
            HouseId house = houses.get(random.nextInt(houses.size())).id();
            LocalDate asOf = BenchNode.TODAY.minusDays(random.nextInt(DAYS_BACK_MAX));
            long performance = performance(house, Season.of(asOf));
            double before = Machine.processorSeconds();
            double seconds = Stopwatch.seconds(() -> page.ask(node, house, asOf, performance));
            double busy = Machine.processorSeconds() - before;
            clock.computeIfAbsent(page, made -> new ArrayList<>()).add(1000 * seconds);
            processor.computeIfAbsent(page, made -> new ArrayList<>()).add(1000 * busy);
        }
        Map<Page, Taken> taken = new EnumMap<>(Page.class);
        clock.forEach((page, waited) ->
                taken.put(page, new Taken(Sample.of(waited), Sample.of(processor.getOrDefault(page, List.of())))));
        return taken;
    }

    private long performance(HouseId house, Season season) {
        return node.warehouse().read(connection -> {
            String sql =
                    "select id from performance where house = ? and day between ? and ? order by hash(id + ?) limit 1";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setInt(1, house.value());
                query.setObject(2, season.from());
                query.setObject(3, season.to());
                query.setInt(4, random.nextInt());
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : -1;
                }
            }
        });
    }
}

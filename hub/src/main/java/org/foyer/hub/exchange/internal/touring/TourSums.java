package org.foyer.hub.exchange.internal.touring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.foyer.hub.exchange.Tour.Amount;
import org.foyer.hub.exchange.Tour.Stop;
import org.foyer.hub.exchange.Tour.Sums;
import org.foyer.hub.insight.ShowSheet;

/** Adds up what stops told. A stop that did not tell a thing is in no sum of it, and people are never added up. */
final class TourSums {

    private TourSums() {}

    static Sums of(List<Stop> stops) {
        List<ShowSheet> told =
                stops.stream().map(Stop::sheet).filter(Objects::nonNull).toList();
        List<Long> tickets =
                told.stream().map(ShowSheet::tickets).filter(Objects::nonNull).toList();
        long seats = 0;
        double taken = 0;
        int seatStops = 0;
        Map<String, List<Long>> amounts = new TreeMap<>();
        for (ShowSheet sheet : told) {
            Long offered = sheet.seats();
            Double occupancy = sheet.occupancy();
            if (offered != null && occupancy != null) {
                seats += offered;
                taken += occupancy * offered;
                seatStops++;
            }
            if (sheet.amount() != null) {
                amounts.computeIfAbsent(sheet.currency(), key -> new ArrayList<>())
                        .add(sheet.amount());
            }
        }
        return new Sums(
                told.size(),
                stops.size(),
                tickets.size(),
                tickets.stream().mapToLong(Long::longValue).sum(),
                seatStops,
                seats,
                seats == 0 ? null : Double.valueOf(taken / seats),
                amounts.entrySet().stream()
                        .map(one -> new Amount(
                                one.getKey(),
                                one.getValue().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                one.getValue().size()))
                        .toList(),
                told.stream()
                        .map(ShowSheet::asOf)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}

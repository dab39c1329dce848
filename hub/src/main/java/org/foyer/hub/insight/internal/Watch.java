package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.foyer.hub.insight.Attention;
import org.foyer.hub.insight.internal.RecentSales.Recent;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** Looks over a house's warehouse for what needs a person's eye. */
final class Watch {

    private static final int SOON_DAYS = 14;
    private static final int LOW_PERCENT = 40;
    /** More than some standing room explains: rather a wrong capacity, or two halls taken for one. */
    private static final int UNUSUAL_PERCENT = 120;

    private static final int WATCHED_DAYS = 365;
    private static final int SCANS_DAYS = 60;
    private static final int LOW_MAX = 6;
    private static final int BEHIND_MAX = 5;
    private static final int UNUSUAL_MAX = 3;

    private final LocalDate today;
    private final List<Recent> recent;

    private Watch(LocalDate today, List<Recent> recent) {
        this.today = today;
        this.recent = recent;
    }

    /** Most urgent first. */
    static List<Attention> attention(Warehouse warehouse, HouseId house, LocalDate today) {
        return warehouse.read(connection ->
                attention(RecentSales.of(connection, house, today), WaitingWork.of(connection, house), today));
    }

    private static List<Attention> attention(List<Recent> recent, WaitingWork work, LocalDate today) {
        Watch watch = new Watch(
                today,
                recent.stream()
                        .filter(one -> !one.day().isBefore(today.minusDays(WATCHED_DAYS)))
                        .toList());
        List<Attention> low = watch.low();
        Set<Long> told = low.stream().map(Attention::performance).collect(Collectors.toSet());
        List<Attention> found = new ArrayList<>(low.subList(0, Math.min(low.size(), LOW_MAX)));
        BehindCurve.attention(recent, today).stream()
                .filter(behind -> !told.contains(behind.performance()))
                .limit(BEHIND_MAX)
                .forEach(found::add);
        if (work.rows() > 0) {
            found.add(ofHouse("attention-quarantine", work.rows()));
        }
        found.addAll(watch.unusual());
        watch.count("attention-capacity-missing", one -> one.onSale() && one.seats() == 0, found);
        if (work.tariffs() + work.channels() > 0) {
            found.add(ofHouse("attention-words-to-classify", work.tariffs(), work.channels()));
        }
        if (watch.recent.stream().anyMatch(one -> one.scanned() > 0)) {
            watch.count("attention-scans-missing", watch::unscanned, found);
        }
        return List.copyOf(found);
    }

    /** Soonest first. A house that sells nothing through its tool, such as an archive, is left in peace. */
    private List<Attention> low() {
        boolean sells = recent.stream().anyMatch(Recent::onSale);
        return recent.stream()
                .filter(one -> sells && one.seats() > 0 && !one.day().isBefore(today))
                .filter(one -> !one.day().isAfter(today.plusDays(SOON_DAYS)))
                .filter(one -> one.tickets() * 100 < one.seats() * LOW_PERCENT)
                .sorted(Comparator.comparing(Recent::day).thenComparing(Recent::id))
                .map(one -> ofPerformance(
                        "attention-low-occupancy",
                        one,
                        Long.toString(one.percent()),
                        Long.toString(ChronoUnit.DAYS.between(today, one.day()))))
                .toList();
    }

    private List<Attention> unusual() {
        List<Attention> unusual = new ArrayList<>();
        some("attention-unusual-occupancy", one -> one.percent() > UNUSUAL_PERCENT, Recent::percent, unusual);
        some("attention-negative-tickets", one -> one.tickets() < 0, Recent::tickets, unusual);
        return unusual;
    }

    private boolean unscanned(Recent one) {
        boolean lately = one.day().isBefore(today) && !one.day().isBefore(today.minusDays(SCANS_DAYS));
        return lately && one.tickets() > 0 && one.scanned() * 2 < one.tickets();
    }

    private void some(String code, Predicate<Recent> which, Function<Recent, Long> value, List<Attention> found) {
        recent.stream()
                .filter(which)
                .limit(UNUSUAL_MAX)
                .forEach(one ->
                        found.add(ofPerformance(code, one, value.apply(one).toString())));
    }

    private void count(String code, Predicate<Recent> which, List<Attention> found) {
        long performances = recent.stream().filter(which).count();
        if (performances > 0) {
            found.add(ofHouse(code, performances));
        }
    }

    private static Attention ofPerformance(String code, Recent one, String... more) {
        List<String> arguments = new ArrayList<>(List.of(one.title(), one.day().toString()));
        arguments.addAll(List.of(more));
        return new Attention(code, one.id(), List.copyOf(arguments));
    }

    private static Attention ofHouse(String code, long... counts) {
        return new Attention(
                code,
                null,
                java.util.Arrays.stream(counts).mapToObj(Long::toString).toList());
    }
}

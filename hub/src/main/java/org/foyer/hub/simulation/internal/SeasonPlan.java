package org.foyer.hub.simulation.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.foyer.hub.simulation.internal.HouseSketch.Hall;

/** Draws the performances of one house in one season. */
final class SeasonPlan {

    private static final double CALLED_OFF = 0.012;
    private static final double SCANNERS_DOWN = 0.05;
    private static final double WEAK = 0.05;
    private static final int LEAST_NIGHTS = 2;
    private static final double LINES_A_TICKET = 1.13;

    private final long seed;
    private final HouseSketch house;
    private final Habits habits;
    private final Repertoire repertoire;
    private final long now;

    SeasonPlan(long seed, HouseSketch house, Repertoire repertoire, long now) {
        this.seed = seed;
        this.house = house;
        this.habits = house.habits();
        this.repertoire = repertoire;
        this.now = now;
    }

    /**
     * @param season year in which the season begins
     * @param factor how many times the usual number of performances
     * @return performances in order of their beginning
     */
    List<Night> nights(int season, double factor) {
        Dice dice = Dice.of(seed, 100_000 + house.index(), season);
        int wanted = Math.max(LEAST_NIGHTS, (int) Math.round(habits.nights() * factor));
        Repertoire.Draw shows = repertoire.of(house, season);
        Set<Long> taken = new HashSet<>();
        List<Night> nights = new ArrayList<>(wanted);
        while (nights.size() < wanted) {
            Show show = shows.next();
            int length = Math.min(wanted - nights.size(), 1 + (int) dice.exponential(habits.run() - 0.6));
            Hall hall = house.halls().get(dice.chance(0.7) ? 0 : house.halls().size() - 1);
            LocalDate day = firstDay(season, dice);
            for (int i = 0; i < length; i++) {
                day = dayOfPlay(day, season);
                nights.add(night(season, show, hall, day, taken, dice));
                day = day.plusDays(1);
            }
        }
        nights.sort(Comparator.comparingLong(Night::start)
                .thenComparing(night -> night.hall().name())
                .thenComparingInt(night -> night.show().id()));
        for (int i = 0; i < nights.size(); i++) {
            nights.set(i, named(nights.get(i), i + 1));
        }
        return nights;
    }

    private LocalDate firstDay(int season, Dice dice) {
        return house.festival()
                ? LocalDate.of(season + 1, 7, 3).plusDays(dice.below(22))
                : LocalDate.of(season, 9, 22).plusDays(dice.below(262));
    }

    private LocalDate dayOfPlay(LocalDate day, int season) {
        LocalDate next = day;
        if (!house.festival() && next.getDayOfWeek() == DayOfWeek.MONDAY) {
            next = next.plusDays(1);
        }
        boolean feast = next.getMonthValue() == 12 && next.getDayOfMonth() == 24 || next.getDayOfYear() == 1;
        next = feast ? next.plusDays(2) : next;
        LocalDate last = LocalDate.of(season + 1, 7, 31);
        return next.isAfter(last) ? LocalDate.of(season, 10, 2) : next;
    }

    private Night night(int season, Show show, Hall hall, LocalDate firstChoice, Set<Long> taken, Dice dice) {
        LocalDate day = firstChoice;
        long start = start(day, dice);
        for (int i = 0; i < 60 && !taken.add(start * 8 + house.halls().indexOf(hall)); i++) {
            day = dayOfPlay(day.plusDays(1), season);
            start = start(day, dice);
        }
        int held = (int) Math.round(hall.seats() * (0.01 + 0.03 * dice.unit()));
        int top = (int) Math.round(habits.price() * (0.75 + 0.25 * show.appeal()) / 100) * 100;
        SeatPlan plan = SeatPlan.of(house.discipline(), hall.seats(), held, top, english());
        boolean daytime = isDaytime(start);
        double demand = demand(show, day, daytime, dice);
        boolean soldOut = demand >= 0.97;
        int target = soldOut ? plan.sellable() : (int) Math.round(plan.sellable() * demand);
        long called = start - Night.DAY * dice.between(1, 9) - dice.below(300);
        boolean cancelled = dice.chance(CALLED_OFF) && called < now;
        boolean scanned = house.tool() != Tool.XLSX && !dice.chance(SCANNERS_DOWN);
        return new Night(
                "",
                season,
                show,
                hall,
                plan,
                start,
                opens(season),
                held,
                target,
                soldOut,
                cancelled ? called : -1,
                scanned,
                daytime);
    }

    private boolean english() {
        return house.tool() == Tool.ENGLISH_CSV;
    }

    private double demand(Show show, LocalDate day, boolean daytime, Dice dice) {
        double weekday = switch (day.getDayOfWeek()) {
            case FRIDAY, SATURDAY -> 1.08;
            case SUNDAY -> 0.98;
            case TUESDAY -> 0.9;
            default -> 0.97;
        };
        double demand = house.occupancy() * show.appeal() * (daytime ? 0.95 : weekday) * (1 + 0.08 * dice.bell());
        return Math.max(0.12, dice.chance(WEAK) ? demand * 0.5 : demand);
    }

    private long start(LocalDate day, Dice dice) {
        long midnight = day.toEpochDay() * Night.DAY;
        boolean small = house.seats() < 300;
        if (dice.chance(house.festival() ? 0.10 : small ? 0.02 : 0.001)) {
            return midnight + Night.DAY + (dice.chance(0.5) ? 0 : 15);
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!weekend && dice.chance(habits.schools() * 1.4)) {
            return midnight + (dice.chance(0.6) ? 14 * 60 + 30 : 10 * 60);
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return midnight + (dice.chance(0.5) ? 16 * 60 : 17 * 60);
        }
        return midnight + 19 * 60 + 30 * dice.below(4);
    }

    private static boolean isDaytime(long start) {
        long minute = Math.floorMod(start, Night.DAY);
        return minute == 14 * 60 + 30 || minute == 10 * 60;
    }

    /** Minute at which the season's single sale begins. */
    private long opens(int season) {
        LocalDate first = house.festival() ? LocalDate.of(season + 1, 7, 1) : LocalDate.of(season, 9, 1);
        return first.minusDays(habits.openDays()).toEpochDay() * Night.DAY + 10 * 60;
    }

    private Night named(Night night, int number) {
        int year = night.season() % 100;
        String ref = switch (house.tool()) {
            case FRENCH_CSV, XLSX -> "S%02d%02d-%04d".formatted(year, year + 1, number);
            case LATIN_TAB -> "%02d%05d".formatted(year, number);
            case ENGLISH_CSV -> "PERF%02d%05d".formatted(year, number);
            case PRETIX -> Integer.toString(night.season() * 100_000 + number);
        };
        return new Night(
                ref,
                night.season(),
                night.show(),
                night.hall(),
                night.plan(),
                night.start(),
                night.opens(),
                night.held(),
                night.target(),
                night.soldOut(),
                night.cancelledAt(),
                night.scanned(),
                night.daytime());
    }

    /** About how many lines a night will have made by now. */
    double expectedLines(Night night) {
        return night.target() * LINES_A_TICKET * sold(night);
    }

    private double sold(Night night) {
        if (night.start() <= now) {
            return 1;
        }
        if (night.opens() > now) {
            return 0;
        }
        double days = (night.start() - now) / (double) Night.DAY;
        double all = (night.start() - night.opens()) / (double) Night.DAY;
        double middle = 1 - habits.opening() - habits.early() - habits.late();
        double single = days > 49
                ? habits.opening() + habits.early() * (all - days) / Math.max(1, all - 49)
                : days > 7
                        ? habits.opening() + habits.early() + middle * (49 - days) / 42
                        : 1 - habits.late() * days / 7;
        double ahead = habits.subscribers() + 0.5 * (habits.groups() + habits.schools());
        return ahead + (1 - ahead) * single;
    }
}

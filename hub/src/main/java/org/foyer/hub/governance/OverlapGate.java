package org.foyer.hub.governance;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.internal.CrossingFigures;
import org.foyer.hub.governance.internal.NewcomerFigures;
import org.foyer.hub.governance.internal.OverlapPublications;
import org.foyer.hub.governance.internal.OverlapPublications.Published;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.KeyedNoise;
import org.foyer.hub.model.Season;
import org.foyer.hub.store.Register;
import org.jspecify.annotations.Nullable;

/**
 * How many buyers the houses of one node share, as they may be told: among houses that take part in {@link Gate#OVERLAP} by one agreement alone, moved by an amount
 * of the node's secret, rounded, the same for everybody until the quarter of the year ends. docs/overlap.md.
 */
public final class OverlapGate {

    /** How far a figure is from the true number at most, in nineteen of twenty cases: the amount and the rounding. */
    public static final int WITHIN = 20;

    /** Less is not told, since the error could be more than half of it. Ten buyers are always in it. */
    public static final int LEAST = 40;

    public static final int HOUSES_MAX = 200;

    private static final int STEP = 10;
    private static final Object COUNTING = new Object();

    private final OverlapPublications publications;
    private final Clock clock;
    private final Houses houses;
    private final Gate gate;
    private final AgreedUses agreed;
    private final Audit audit;

    public OverlapGate(Register register, Clock clock, Houses houses, Gate gate, AgreedUses agreed, Audit audit) {
        this.publications = new OverlapPublications(register, clock, new SecureRandom());
        this.clock = clock;
        this.houses = houses;
        this.gate = gate;
        this.agreed = agreed;
        this.audit = audit;
    }

    /** Two houses and the buyers they share, exactly. */
    public record Pair(HouseId one, HouseId other, long shared) {}

    /** People of two houses by what they came to there; an empty genre is all of a house's people. */
    public record Crossed(HouseId one, String genre, HouseId other, String otherGenre, long shared) {}

    /** People of a house with a key who came to a genre, exactly. */
    public record Taste(HouseId house, String genre, long people) {}

    /**
     * People whose first visit to a house is in the season, exactly.
     *
     * @param newToNetwork those of the first-timers with a key whom no other house saw before
     * @param apart those without a key
     * @param years whole years of the house's data before the season
     */
    public record Firsts(HouseId house, long firstTimers, long newToNetwork, long apart, int years) {}

    /**
     * Exact counts, which never leave this door.
     *
     * @param people buyers with a key, by house
     * @param elsewhere those of them whom another of the houses has too
     * @param pairs each two houses that share somebody, once, the smaller number first
     * @param reach people of at least one of the houses
     * @param firsts one for each house
     * @param crossed each two houses once, what is not nothing
     */
    public record Counted(
            Map<HouseId, Long> people,
            Map<HouseId, Long> elsewhere,
            List<Pair> pairs,
            long reach,
            List<Firsts> firsts,
            List<Taste> tastes,
            List<Crossed> crossed) {}

    /** Counts the people of houses that take part; asked only when an answer is not fixed yet. */
    @FunctionalInterface
    public interface Counts {
        Counted of(List<House> houses, Season season, LocalDate asOf);
    }

    /** @param about null when {@code withheld} says why: {@code overlap-small} */
    public record Figure(@Nullable Long about, @Nullable String withheld) {
        static final Figure SMALL = new Figure(null, "overlap-small");

        /** As it may be told from so many buyers on. */
        Figure from(int buyersMin) {
            return about != null && about < buyersMin ? SMALL : this;
        }
    }

    /** What two houses share. */
    public record Cell(String one, String other, Figure shared) {}

    /**
     * What a house may know.
     *
     * @param withheld {@code not-taking-part}, {@code overlap-agreement} (none in force that the house signed permits it),
     *     {@code overlap-alone} (no other house takes part by the same one, or fewer than it asks for), else null
     * @param period quarter of a year in which these figures stay
     * @param within error of each figure in nineteen of twenty cases
     * @param houses short names, the asker's first
     * @param people own buyers with a key, exactly
     * @param elsewhere own buyers whom another house has too
     * @param onlyHere own buyers whom the network knows from no other house
     * @param reach people of all these houses
     * @param cells each two houses once
     * @param newcomers the asker's first-timers and whom the network knew before; null when nothing is told at all
     * @param crossings what the asker's buyers of a genre came to elsewhere, one for each other house where something may be told
     */
    public record Told(
            @Nullable String withheld,
            String period,
            int within,
            List<String> houses,
            long people,
            Figure elsewhere,
            Figure onlyHere,
            Figure reach,
            List<Cell> cells,
            @Nullable Newcomers newcomers,
            List<HouseCrossing> crossings) {

        /** The same with other crossings. */
        public Told with(List<HouseCrossing> others) {
            return new Told(
                    withheld,
                    period,
                    within,
                    houses,
                    people,
                    elsewhere,
                    onlyHere,
                    reach,
                    cells,
                    newcomers,
                    List.copyOf(others));
        }
    }

    /** Answers a house; with a line of the audit, whatever the answer. */
    public Told told(Actor actor, House asker, Counts counts) {
        Told told = ruled(actor, asker, period(clock), counts);
        audit.write(
                actor,
                asker.id(),
                "overlap",
                Gate.OVERLAP,
                told.period() + " houses " + told.houses().size() + ": "
                        + (told.withheld() == null ? "given" : "withheld, " + told.withheld()));
        return told;
    }

    private Told ruled(Actor actor, House asker, String period, Counts counts) {
        if (!gate.takesPart(asker.id(), Gate.OVERLAP)) {
            return nothing("not-taking-part", period);
        }
        Map<HouseId, By> by =
                agreed.by(participants(asker).stream().map(House::id).toList(), SharedUse.SHARED_BUYERS);
        By own = by.get(asker.id());
        if (own == null || !own.sees()) {
            return nothing(SharedUse.SHARED_BUYERS.refusal(), period);
        }
        List<House> all = participants(asker).stream()
                .filter(house -> Optional.ofNullable(by.get(house.id()))
                        .filter(one -> one.policy().equals(own.policy()))
                        .isPresent())
                .toList();
        if (all.size() < Math.max(2, own.housesMin())) {
            return nothing("overlap-alone", period);
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return permitted(asker, own, told(actor, asker, all, own, period, today, counts));
    }

    /** Of what was told, what the agreement lets the house see. */
    private Told permitted(House asker, By own, Told told) {
        return new Told(
                told.withheld(),
                told.period(),
                told.within(),
                told.houses(),
                told.people(),
                told.elsewhere().from(own.buyersMin()),
                told.onlyHere().from(own.buyersMin()),
                told.reach().from(own.buyersMin()),
                told.cells().stream()
                        .map(cell ->
                                new Cell(cell.one(), cell.other(), cell.shared().from(own.buyersMin())))
                        .toList(),
                sees(asker, own, SharedUse.NEWCOMERS) ? told.newcomers() : null,
                sees(asker, own, SharedUse.CROSSINGS) ? told.crossings() : List.of());
    }

    private boolean sees(House asker, By own, SharedUse use) {
        return agreed.by(asker.id(), use)
                .filter(by -> by.sees() && by.policy().equals(own.policy()))
                .isPresent();
    }

    /** The present quarter of a year, for instance {@code 2026-Q4}. */
    public static String period(Clock clock) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return today.getYear() + "-Q" + ((today.getMonthValue() + 2) / 3);
    }

    private List<House> participants(House asker) {
        return houses.all().stream()
                .filter(house -> house.simulated() == asker.simulated())
                .filter(house -> gate.takesPart(house.id(), Gate.OVERLAP))
                .limit(HOUSES_MAX)
                .toList();
    }

    private static Told nothing(String why, String period) {
        return new Told(
                why,
                period,
                WITHIN,
                List.of(),
                0,
                Figure.SMALL,
                Figure.SMALL,
                Figure.SMALL,
                List.of(),
                null,
                List.of());
    }

    private Told told(
            Actor actor, House asker, List<House> all, By own, String period, LocalDate today, Counts counts) {
        String set = all.stream().map(house -> house.id().toString()).collect(Collectors.joining(","));
        Map<String, Published> known = publications.of(period);
        if (!isOut(known, set, all)) {
            known = publish(actor, all, own, set, period, today, counts);
        }
        List<House> others = all.stream().filter(house -> !house.equals(asker)).toList();
        List<House> ordered = new ArrayList<>(List.of(asker));
        ordered.addAll(others);
        long people = about(known, "people:" + set + ":" + asker.id());
        Figure elsewhere = figure(known, "elsewhere:" + set + ":" + asker.id());
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = i + 1; j < ordered.size(); j++) {
                House one = ordered.get(i);
                House other = ordered.get(j);
                cells.add(new Cell(one.slug(), other.slug(), figure(known, pair(one.id(), other.id()))));
            }
        }
        Long shared = elsewhere.about();
        return new Told(
                null,
                period,
                WITHIN,
                ordered.stream().map(House::slug).toList(),
                people,
                elsewhere,
                shared == null ? Figure.SMALL : rounded(people - shared),
                figure(known, "reach:" + set),
                List.copyOf(cells),
                NewcomerFigures.told(known, asker, season(today)),
                CrossingFigures.told(known, asker, others));
    }

    private static String pair(HouseId one, HouseId other) {
        return "shared:" + Math.min(one.value(), other.value()) + ":" + Math.max(one.value(), other.value());
    }

    private static long about(Map<String, Published> known, String figure) {
        Published published = known.get(figure);
        return published == null || published.about() == null ? 0 : published.about();
    }

    private static Figure figure(Map<String, Published> known, String figure) {
        Published published = known.get(figure);
        return published == null ? Figure.SMALL : new Figure(published.about(), published.withheld());
    }

    private static Figure rounded(long moved) {
        long about = Math.floorDiv(moved + STEP / 2, STEP) * STEP;
        return about < LEAST ? Figure.SMALL : new Figure(about, null);
    }

    /** What an earlier Foyer counted in this quarter had no newcomers. */
    private static boolean isOut(Map<String, Published> known, String set, List<House> all) {
        return known.containsKey("reach:" + set)
                && all.stream().allMatch(house -> NewcomerFigures.isOut(known, house.id()));
    }

    /** The season in which the quarter begins, so that it is the same for as long as figures stay. */
    private static Season season(LocalDate today) {
        return Season.of(
                today.withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1));
    }

    /** Pairs that are out already stay as they are; one question at a time counts. */
    private Map<String, Published> publish(
            Actor actor, List<House> all, By own, String set, String period, LocalDate today, Counts counts) {
        synchronized (COUNTING) {
            Map<String, Published> known = publications.of(period);
            if (isOut(known, set, all)) {
                return known;
            }
            Counted counted = counts.of(all, season(today), today);
            String detail = "%s, %d houses, moved, %s".formatted(period, all.size(), own.named());
            // before anything is out, so that no house is counted without a line
            all.forEach(house -> audit.write(Audit.HOUSES_HERE, house.id(), "overlap-counted", Gate.OVERLAP, detail));
            all.forEach(house -> agreed.used(house.id(), SharedUse.SHARED_BUYERS, own.policy(), actor));
            return made(all, set, period, known, counted);
        }
    }

    private Map<String, Published> made(
            List<House> all, String set, String period, Map<String, Published> known, Counted counted) {
        byte[] secret = publications.secret();
        Map<String, Published> made = new HashMap<>();
        counted.people()
                .forEach((house, people) -> made.put("people:" + set + ":" + house, new Published(people, null)));
        counted.elsewhere()
                .forEach((house, people) -> put(made, "elsewhere:" + set + ":" + house, people, period, secret));
        counted.pairs().forEach(pair -> put(made, pair(pair.one(), pair.other()), pair.shared(), period, secret));
        for (House one : all) {
            for (House other : all) {
                if (one.id().value() < other.id().value()) {
                    made.computeIfAbsent(pair(one.id(), other.id()), name -> published(name, 0, period, secret));
                }
            }
        }
        put(made, "reach:" + set, counted.reach(), period, secret);
        made.putAll(NewcomerFigures.of(counted.firsts(), period, secret));
        made.putAll(CrossingFigures.of(counted, all, known, period, secret));
        return publications.publish(period, made);
    }

    private static void put(Map<String, Published> made, String figure, long exact, String period, byte[] secret) {
        made.put(figure, published(figure, exact, period, secret));
    }

    private static Published published(String figure, long exact, String period, byte[] secret) {
        byte[] label = (period + "|" + figure).getBytes(StandardCharsets.UTF_8);
        Figure told = rounded(exact + KeyedNoise.of(secret, label));
        return new Published(told.about(), told.withheld());
    }
}

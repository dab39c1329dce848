package org.foyer.hub.governance;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.OverlapGate.Figure;
import org.foyer.hub.governance.internal.OverlapPublications;
import org.foyer.hub.governance.internal.OverlapPublications.Published;
import org.foyer.hub.governance.internal.TourFigures;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Register;

/**
 * How many people bought one show on tour, and how many of them in two houses or more, as its company may be told: over houses of this node
 * that granted the show today, joined {@link Gate#OVERLAP} and signed the agreement of the company, moved, rounded, the same until the
 * quarter of the year ends. docs/overlap.md.
 */
public final class TourAudienceGate {

    private static final Object COUNTING = new Object();

    private final OverlapPublications publications;
    private final Clock clock;
    private final Houses houses;
    private final Gate gate;
    private final AgreedUses agreed;
    private final ShowGrants grants;
    private final Audit audit;

    public TourAudienceGate(
            Register register,
            Clock clock,
            Houses houses,
            Gate gate,
            AgreedUses agreed,
            ShowGrants grants,
            Audit audit) {
        this.publications = new OverlapPublications(register, clock, new SecureRandom());
        this.clock = clock;
        this.houses = houses;
        this.gate = gate;
        this.agreed = agreed;
        this.grants = grants;
        this.audit = audit;
    }

    /** A show in one house. @param show identifier of the run */
    public record Stop(House house, String show) {}

    /** Exact counts, which never leave this door. @param several in two houses or more */
    public record Counted(long all, long several) {}

    /** Counts buyers; asked only when an answer is not fixed yet. */
    @FunctionalInterface
    public interface Counts {
        Counted of(List<Stop> stops, LocalDate asOf);
    }

    /** Stops that may be counted, and the day as known on which: as late as the slowest grant lets. */
    private record Eligible(List<Stop> stops, LocalDate asOf) {
        Set<String> shows() {
            return stops.stream().map(Stop::show).collect(Collectors.toSet());
        }

        long houses(Set<String> shows) {
            return of(shows).map(stop -> stop.house().id()).distinct().count();
        }

        Stream<Stop> of(Set<String> shows) {
            return stops.stream().filter(stop -> shows.contains(stop.show()));
        }
    }

    /** Answers a company; with a line of the audit, whatever the answer. @param tour as the company calls it */
    public TourAudience told(Actor actor, House company, String tour, Counts counts) {
        String period = OverlapGate.period(clock);
        TourAudience told = ruled(actor, company, tour, period, counts);
        audit.write(
                actor,
                company.id(),
                "overlap",
                Gate.OVERLAP,
                period + " tour, houses " + told.houses().size() + ": "
                        + (told.withheld() == null ? "given" : "withheld, " + told.withheld()));
        return told;
    }

    private TourAudience ruled(Actor actor, House company, String tour, String period, Counts counts) {
        List<ShowGrant> asked = grants.sent(company.id()).stream()
                .filter(one -> one.tour().equals(tour))
                .toList();
        if (!gate.takesPart(company.id(), Gate.OVERLAP)) {
            return TourAudience.nothing("overlap-not-taking-part", period, asked.size());
        }
        Optional<By> own = agreed.by(company.id(), SharedUse.SHARED_BUYERS).filter(By::sees);
        if (own.isEmpty()) {
            return TourAudience.nothing(SharedUse.SHARED_BUYERS.refusal(), period, asked.size());
        }
        Eligible eligible = eligible(company, own.get(), asked);
        synchronized (COUNTING) {
            return counted(actor, own.get(), eligible, period, asked.size(), counts);
        }
    }

    private Eligible eligible(House company, By own, List<ShowGrant> asked) {
        LocalDate asOf = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        List<Stop> stops = new ArrayList<>();
        for (ShowGrant grant : asked) {
            HouseId giver = grant.giver().house();
            ShowGrant.Terms terms = grant.terms();
            if (giver == null || terms == null || grant.state() != ShowGrant.State.GRANTED) {
                continue;
            }
            House house = houses.byId(giver).orElseThrow();
            LocalDate latest = LocalDate.now(clock.withZone(house.zone())).minusDays(terms.delay());
            boolean agrees = house.simulated() == company.simulated()
                    && !terms.from().isAfter(latest)
                    && gate.takesPart(giver, Gate.OVERLAP)
                    && agreed.by(giver, SharedUse.SHARED_BUYERS)
                            .filter(by -> by.policy().equals(own.policy()))
                            .isPresent();
            if (agrees && stops.size() < OverlapGate.HOUSES_MAX) {
                stops.add(new Stop(house, grant.show()));
                asOf = latest.isBefore(asOf) ? latest : asOf;
            }
        }
        return new Eligible(List.copyOf(stops), asOf);
    }

    /** What was counted with one of the shows stays the only figure of the quarter, as long as all its houses still let it be told. */
    private TourAudience counted(Actor actor, By own, Eligible eligible, String period, int asked, Counts counts) {
        long least = Math.max(2, own.housesMin());
        Map<String, Published> known = publications.of(period);
        Set<String> shows = eligible.shows();
        List<Set<String>> before = TourFigures.touching(known, shows);
        if (!before.isEmpty()) {
            Set<String> counted = before.get(0);
            return before.size() == 1 && shows.containsAll(counted)
                    ? told(known, eligible, counted, own, period, asked)
                    : TourAudience.nothing("tour-audience-counted", period, asked);
        }
        if (eligible.houses(shows) < least) {
            return TourAudience.nothing("tour-audience-alone", period, asked);
        }
        Counted exact = counts.of(eligible.stops(), eligible.asOf());
        String detail = "%s, tour of %d houses, moved, %s".formatted(period, eligible.houses(shows), own.named());
        Set<HouseId> giving = new LinkedHashSet<>();
        eligible.stops().forEach(stop -> giving.add(stop.house().id()));
        // before anything is out, so that no house is counted without a line
        giving.forEach(house -> audit.write(Audit.HOUSES_HERE, house, "overlap-counted", Gate.OVERLAP, detail));
        giving.forEach(house -> agreed.used(house, SharedUse.SHARED_BUYERS, own.policy(), actor));
        Map<String, Published> made = TourFigures.of(
                TourFigures.set(shows), exact.all(), exact.several(), eligible.asOf(), period, publications.secret());
        return told(publications.publish(period, made), eligible, shows, own, period, asked);
    }

    private static TourAudience told(
            Map<String, Published> known, Eligible eligible, Set<String> shows, By own, String period, int asked) {
        String set = TourFigures.set(shows);
        return new TourAudience(
                null,
                period,
                OverlapGate.WITHIN,
                eligible.of(shows).map(stop -> stop.house().slug()).distinct().toList(),
                asked,
                figure(TourFigures.all(known, set), own),
                figure(TourFigures.several(known, set), own),
                TourFigures.asOf(known, set).orElse(null));
    }

    private static Figure figure(Optional<Long> about, By own) {
        return about.map(number -> new Figure(number, null))
                .orElse(Figure.SMALL)
                .from(own.buyersMin());
    }
}

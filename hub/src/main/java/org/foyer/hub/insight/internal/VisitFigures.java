package org.foyer.hub.insight.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyer.hub.governance.SmallGroups;
import org.foyer.hub.insight.Figure;
import org.foyer.hub.insight.Figure.Part;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Writes the figures that know people from counts of people: 12, 14 to 18, 20 and 28 of the field's list. 13 needs other houses, and is told by their gate alone. */
final class VisitFigures {

    /** Years of history before a season from which "first" means first: whoever came before them counts as new. */
    static final int YEARS_FOR_FIRST = 3;

    /** An exact mean would give withheld classes away; to the tenth it does not, over so many people. */
    private static final int PEOPLE_FOR_ROUNDED_MEAN = 100;

    /** Over which what a buyer paid is summed up. */
    static final int YEARS_OF_SPENDING = 5;

    private static final List<String> FREQUENCIES =
            List.of("visits-1", "visits-2", "visits-3", "visits-4-5", "visits-6-10", "visits-over-10");
    private static final List<String> RECENCIES =
            List.of("half-year", "year", "year-and-half", "three-years", "longer");
    private static final List<String> SEGMENTS =
            List.of("new", "once-before", "convertee", "active", "super-active", "stale", "lapsed");
    private static final String ONCE = "came-once";
    private static final List<String> AWAITED = List.of(
            "awaited-for-long",
            "overdue",
            "awaited-3-months",
            "awaited-6-months",
            "awaited-12-months",
            "awaited-later",
            ONCE);
    private static final List<String> SPENT = List.of("0-50", "50-100", "100-250", "250-500", "500+");
    private static final List<String> GENRES = List.of("genres-1", "genres-2", "genres-3-plus");

    private static final String BUYERS = "buyers";
    private static final String NO_BUYERS = "buyers-unknown";
    private static final String TOO_FEW = "too-few-people";
    private static final String PERSON = "person";

    private final Tally tally;
    private final Dictionary dictionary;
    private final Season season;
    private final LocalDate asOf;
    private final @Nullable LocalDate since;
    private final int minorUnits;

    /** @param minorUnits of the house's currency in one unit */
    VisitFigures(
            Tally tally,
            Dictionary dictionary,
            Season season,
            LocalDate asOf,
            @Nullable LocalDate since,
            int minorUnits) {
        this.tally = tally;
        this.dictionary = dictionary;
        this.season = season;
        this.asOf = asOf;
        this.since = since;
        this.minorUnits = minorUnits;
    }

    List<Figure> all() {
        return List.of(
                firstTimers(),
                dictionary.draft("new-to-network").notMeasured("told-with-shared-buyers"),
                retention(),
                churn(),
                distribution("frequency", FREQUENCIES, of("visits", "all"), people("frequency")),
                distribution("recency", RECENCIES, null, people("recency")),
                interval(),
                awaited(),
                distribution("segments", "segment", SEGMENTS),
                lifetimeValue(),
                spending(),
                breadth());
    }

    private long of(String topic, String key) {
        return tally.sum(topic, key);
    }

    private long people(String topic) {
        return tally.keys(topic).stream().mapToLong(key -> of(topic, key)).sum();
    }

    private Draft draft(String indicator, long basis) {
        return dictionary.draft(indicator).basis(basis).coverage(of("tickets", "known"), of("tickets", "all"));
    }

    /** Without three years of history before the season nobody knows who came for the first time: it says "in N years". */
    private Figure firstTimers() {
        long now = of(BUYERS, "now");
        long years = since == null ? 0 : ChronoUnit.YEARS.between(since, season.from());
        Draft draft = draft("first-timers", now);
        if (now == 0 || years < 1) {
            return draft.notMeasured(now == 0 ? NO_BUYERS : "history-too-short", now == 0 ? missing() : new String[0]);
        }
        long first = of(BUYERS, "first");
        draft.parts(List.of(new Part("years", Math.min(years, YEARS_FOR_FIRST), 0)));
        return ratio(draft, first, now);
    }

    private static String[] missing() {
        return new String[] {PERSON};
    }

    /** Neither those counted nor the others of the whole may be too few: the one is told with the other. */
    private static boolean mayBeTold(long people, long whole) {
        return SmallGroups.mayBeTold(people) && SmallGroups.mayBeTold(whole - people) && SmallGroups.mayBeTold(whole);
    }

    private static Figure ratio(Draft draft, long people, long whole) {
        return mayBeTold(people, whole) ? draft.quotient(people, whole, TOO_FEW) : draft.notMeasured(TOO_FEW);
    }

    /** Of last season's buyers those who have tickets for this one. */
    private Figure retention() {
        long before = of(BUYERS, "before");
        long beforeFirst = of(BUYERS, "before-first");
        long backFirst = of(BUYERS, "back-first");
        Draft draft = draft("retention", before);
        if (before == 0) {
            return draft.notMeasured("no-season-before");
        }
        long known = before - beforeFirst;
        long backKnown = of(BUYERS, "back") - backFirst;
        if (knowsFirst(1) && mayBeTold(backFirst, beforeFirst) && mayBeTold(backKnown, known)) {
            draft.parts(
                    List.of(part("first-time-before", backFirst, beforeFirst), part("known-before", backKnown, known)));
        }
        return ratio(draft, of(BUYERS, "back"), before);
    }

    /** A part whose value is the people who came back and whose share is of those who could. */
    private static Part part(String key, long back, long people) {
        return new Part(key, back, people == 0 ? 0 : (double) back / people);
    }

    private boolean knowsFirst(int seasonsBack) {
        return since != null && ChronoUnit.YEARS.between(since, season.from().minusYears(seasonsBack)) >= 1;
    }

    /** Told when the season is over: until then everybody may still come. */
    private Figure churn() {
        long first = of(BUYERS, "before-first");
        Draft draft = draft("first-timer-churn", first);
        if (asOf.isBefore(season.to())) {
            return draft.notMeasured("season-under-way");
        }
        if (!knowsFirst(1)) {
            return draft.notMeasured("history-too-short");
        }
        return first == 0
                ? draft.notMeasured("no-season-before")
                : ratio(draft, first - of(BUYERS, "back-first"), first);
    }

    private Figure interval() {
        long gaps = of("interval", "gaps");
        Draft draft = draft("visit-interval", gaps);
        return gaps == 0 || !SmallGroups.mayBeTold(gaps)
                ? draft.notMeasured("nobody-twice")
                : draft.value(of("interval", "days"));
    }

    /** When each is expected by their own rhythm; who came once has none. */
    private Figure awaited() {
        long people = people("awaited");
        long twice = people - of("awaited", ONCE);
        return people > 0 && (twice == 0 || !SmallGroups.mayBeTold(twice))
                ? draft("next-visit", people).notMeasured("nobody-twice")
                : distribution("next-visit", "awaited", AWAITED);
    }

    /** Told in whole units of the currency: the exact mean over a few would tell what the next one paid. */
    private Figure lifetimeValue() {
        long people = people("spent");
        Draft draft = draft("lifetime-value", people);
        String not = whySpendingIsNotTold(people);
        if (not != null) {
            return draft.notMeasured(not, people == 0 ? missing() : new String[0]);
        }
        if (people < PEOPLE_FOR_ROUNDED_MEAN && anyWithheld(parts("spent", SPENT, people))) {
            return draft.notMeasured(TOO_FEW);
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("years", Math.min(yearsKnown(), YEARS_OF_SPENDING), 0));
        long alike = of("alike", "people");
        if (alike > 0 && SmallGroups.mayBeTold(alike)) {
            parts.add(new Part("correlation", of("alike", "hundredths") / 100.0, 0));
        }
        long units = Math.round((double) of("paid", "all") / people / minorUnits);
        return draft.parts(parts).value(units * minorUnits);
    }

    private Figure spending() {
        String not = whySpendingIsNotTold(people("spent"));
        return not == null
                ? distribution("lifetime-spending", "spent", SPENT)
                : draft("lifetime-spending", 0).notMeasured(not, people("spent") == 0 ? missing() : new String[0]);
    }

    private @Nullable String whySpendingIsNotTold(long people) {
        if (people == 0) {
            return NO_BUYERS;
        }
        if (yearsKnown() < 1) {
            return "history-too-short";
        }
        return SmallGroups.mayBeTold(people) ? null : TOO_FEW;
    }

    private long yearsKnown() {
        return since == null ? 0 : ChronoUnit.YEARS.between(since, asOf);
    }

    private Figure breadth() {
        long people = people("genres");
        Draft draft = draft("genre-breadth", people);
        if (people == 0) {
            return draft.notMeasured("genres-unknown", PERSON, "genre");
        }
        if (of("genre", "known") < GENRES.size()) {
            return draft.notMeasured("genres-too-few");
        }
        List<Part> parts = parts("genres", GENRES, people);
        return anyWithheld(parts)
                ? draft.notMeasured(TOO_FEW)
                : ratio(draft.parts(parts), of("genres", "genres-3-plus"), people);
    }

    private Figure distribution(String indicator, String topic, List<String> keys) {
        long people = people(topic);
        Draft draft = draft(indicator, people);
        return SmallGroups.mayBeTold(people)
                ? draft.parts(parts(topic, keys, people)).distribution(NO_BUYERS, missing())
                : draft.notMeasured(TOO_FEW);
    }

    /** @param sum what divided by the people is the value, null for none */
    private Figure distribution(String indicator, List<String> keys, @Nullable Long sum, long people) {
        if (sum == null || people == 0 || !SmallGroups.mayBeTold(people)) {
            return distribution(indicator, indicator, keys);
        }
        List<Part> parts = parts(indicator, keys, people);
        double mean = (double) sum / people;
        if (!anyWithheld(parts)) {
            return draft(indicator, people).parts(parts).value(mean);
        }
        return people < PEOPLE_FOR_ROUNDED_MEAN
                ? draft(indicator, people).notMeasured(TOO_FEW)
                : draft(indicator, people).parts(parts).value(Math.round(mean * 10) / 10.0);
    }

    private static boolean anyWithheld(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.key().equals(PeopleParts.SMALL));
    }

    private List<Part> parts(String topic, List<String> keys, long people) {
        Map<String, Long> classes = new LinkedHashMap<>();
        keys.forEach(key -> classes.put(key, of(topic, key)));
        return people == 0 ? List.of() : PeopleParts.of(classes, people);
    }
}

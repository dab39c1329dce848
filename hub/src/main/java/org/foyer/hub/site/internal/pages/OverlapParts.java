package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.foyer.hub.governance.HouseCrossing;
import org.foyer.hub.governance.HouseCrossing.Cell;
import org.foyer.hub.governance.Newcomers;
import org.foyer.hub.governance.OverlapGate.Told;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.pages.AudienceView.Mark;
import org.foyer.hub.site.internal.pages.AudienceView.Row;
import org.jspecify.annotations.Nullable;

/** Two parts of the page of shared buyers: who is new to the network, and which genres people cross to in other houses. */
final class OverlapParts {

    /** Other houses whose genres are shown, those with the most cells first. */
    private static final int HOUSES_MAX = 6;

    private static final double LESS = 0.8;
    private static final double MORE = 1.25;
    private static final double FAR_MORE = 2;

    private OverlapParts() {}

    /** In sentences; empty when nothing is told at all. */
    static List<String> newcomers(Language language, @Nullable Newcomers told) {
        if (told == null) {
            return List.of();
        }
        if (told.withheld() != null) {
            return List.of(language.say("why_history_too_short"), language.say("why_history_too_short_mend"));
        }
        Formats formats = language.formats();
        List<String> parts = new ArrayList<>();
        Long fresh = told.newToNetwork().about();
        String season = formats.season(Season.parse(told.season()));
        String firsts = formats.number(told.firstTimers());
        parts.add(
                fresh == null
                        ? language.say("overlap_new_few", firsts, season)
                        : language.say(
                                "overlap_new_told",
                                firsts,
                                season,
                                formats.number(fresh),
                                formats.wholePercent(Math.min(1, fresh / (double) Math.max(told.firstTimers(), 1))),
                                formats.number(told.firstTimers() - fresh)));
        parts.add(language.count("overlap_new_years", told.years(), told.lookingBack(), told.others()));
        if (told.apart() > 0) {
            parts.add(language.say("overlap_new_apart", formats.number(told.apart())));
        }
        return parts;
    }

    static List<OverlapView.Crossing> crossings(Language language, Told told, UnaryOperator<String> name) {
        return told.crossings().stream()
                .sorted(Comparator.comparingInt(
                                (HouseCrossing one) -> one.cells().size())
                        .reversed())
                .limit(HOUSES_MAX)
                .map(one -> crossing(language, one, name.apply(one.house())))
                .toList();
    }

    private static OverlapView.Crossing crossing(Language language, HouseCrossing one, String house) {
        List<String> mine = one.cells().stream().map(Cell::genre).distinct().toList();
        List<String> theirs =
                one.cells().stream().map(Cell::otherGenre).distinct().sorted().toList();
        List<Row> rows = new ArrayList<>();
        for (String genre : mine) {
            List<Mark> marks = theirs.stream()
                    .map(other -> mark(language, cell(one, genre, other)))
                    .toList();
            long buyers = one.cells().stream()
                    .filter(cell -> cell.genre().equals(genre))
                    .mapToLong(Cell::buyers)
                    .findFirst()
                    .orElse(0);
            rows.add(new Row(
                    genre.isEmpty() ? language.say("overlap_all_buyers") : genre,
                    language.formats().number(buyers),
                    marks));
        }
        return new OverlapView.Crossing(house, finding(language, one, house), theirs, rows);
    }

    private static Optional<Cell> cell(HouseCrossing one, String genre, String other) {
        return one.cells().stream()
                .filter(cell -> cell.genre().equals(genre) && cell.otherGenre().equals(other))
                .findFirst();
    }

    private static Mark mark(Language language, Optional<Cell> found) {
        if (found.isEmpty()) {
            return new Mark(language.say("too_few_to_tell"), "", "none");
        }
        String share = language.formats().wholePercent(found.get().share());
        Double lift = found.get().lift();
        if (lift == null) {
            return new Mark(share, "", "even");
        }
        String tone = lift >= FAR_MORE ? "far-more" : lift >= MORE ? "more" : lift <= LESS ? "less" : "even";
        return new Mark(share, language.say("lift_times", language.formats().decimal(lift)), tone);
    }

    private static String finding(Language language, HouseCrossing one, String house) {
        Cell strongest = null;
        double most = MORE;
        for (Cell cell : one.cells()) {
            Double lift = cell.lift();
            if (lift != null && lift >= most) {
                most = lift;
                strongest = cell;
            }
        }
        return strongest == null
                ? language.say("overlap_crossing_even", house)
                : language.say(
                        "overlap_crossing_finding",
                        strongest.genre(),
                        strongest.otherGenre(),
                        house,
                        language.formats().decimal(most),
                        language.formats().wholePercent(strongest.share()));
    }
}

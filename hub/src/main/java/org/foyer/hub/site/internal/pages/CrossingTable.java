package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.AudienceSheet.Cell;
import org.foyer.hub.insight.AudienceSheet.Crossover;
import org.foyer.hub.insight.AudienceSheet.Genre;
import org.foyer.hub.site.internal.pages.AudienceView.Crossing;
import org.foyer.hub.site.internal.pages.AudienceView.Mark;
import org.foyer.hub.site.internal.pages.AudienceView.Row;
import org.jspecify.annotations.Nullable;

/** Who of one genre also came to another, as a table in words and tints. */
final class CrossingTable {

    /** Between these a lift is no news. */
    private static final double LESS = 0.8;

    private static final double MORE = 1.25;
    private static final double FAR_MORE = 2;

    private CrossingTable() {}

    /** Null with fewer than two genres: there is nothing to cross. */
    static @Nullable Crossing of(Language language, Crossover crossover, String csv) {
        if (crossover.genres().size() < 2) {
            return null;
        }
        List<Row> rows = new ArrayList<>();
        for (Genre of : crossover.genres()) {
            List<Mark> marks = new ArrayList<>();
            for (Genre also : crossover.genres()) {
                marks.add(of.equals(also) ? new Mark("–", "", "own") : mark(language, cell(crossover, of, also)));
            }
            rows.add(new Row(of.name(), language.formats().number(of.buyers()), marks));
        }
        return new Crossing(
                finding(language, crossover),
                crossover.genres().stream().map(Genre::name).toList(),
                rows,
                crossover.genresLeftOut() == 0 ? null : language.count("genres_left_out", crossover.genresLeftOut()),
                csv);
    }

    private static Cell cell(Crossover crossover, Genre of, Genre also) {
        return crossover.cells().stream()
                .filter(cell -> cell.of().equals(of.name()) && cell.also().equals(also.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Mark mark(Language language, Cell cell) {
        if (cell.share() == null || cell.lift() == null) {
            return new Mark(language.say("too_few_to_tell"), "", "none");
        }
        double lift = cell.lift();
        String tone = lift >= FAR_MORE ? "far-more" : lift >= MORE ? "more" : lift <= LESS ? "less" : "even";
        return new Mark(
                language.formats().wholePercent(cell.share()),
                language.say("lift_times", language.formats().decimal(lift)),
                tone);
    }

    private static String finding(Language language, Crossover crossover) {
        Optional<Cell> strongest = crossover.cells().stream()
                .filter(cell -> cell.lift() != null && cell.lift() >= MORE)
                .max(Comparator.comparingDouble(cell -> cell.lift() == null ? 0 : cell.lift()));
        return strongest
                .map(cell -> language.say(
                        "crossover_finding",
                        cell.of(),
                        cell.also(),
                        language.formats().decimal(cell.lift() == null ? 0 : cell.lift()),
                        language.formats().wholePercent(cell.share() == null ? 0 : cell.share())))
                .orElse(language.say("crossover_even"));
    }
}

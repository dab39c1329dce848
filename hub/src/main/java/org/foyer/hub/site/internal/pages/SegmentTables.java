package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.foyer.hub.insight.RfmGrid;
import org.foyer.hub.insight.SegmentOverlap;
import org.foyer.hub.insight.SegmentSize;
import org.foyer.hub.insight.SegmentSize.Point;
import org.jspecify.annotations.Nullable;

/** Sizes, overlaps and scores of segments as tables and pictures. */
final class SegmentTables {

    private static final int SCORES = 5;

    private SegmentTables() {}

    static String size(Language language, SegmentSize size) {
        Long people = size.people();
        if (people == null) {
            return language.say(size.buyers() == null ? "segment_no_buyers" : "segment_too_few");
        }
        Double share = size.share();
        return share == null || size.query().conditions().isEmpty()
                ? language.say("segment_size", language.formats().number(people))
                : language.say(
                        "segment_size_share",
                        language.formats().number(people),
                        share == 0 ? "< 1\u00a0%" : language.formats().wholePercent(share));
    }

    static String people(Language language, @Nullable Long people) {
        return people == null
                ? language.say("segment_fewer")
                : language.formats().number(people);
    }

    /** Null where nothing of it may be told, or it has no past yet. */
    static @Nullable Chart chart(Language language, SegmentSize size, String csv) {
        List<Point> history = size.history();
        List<Point> told =
                history.stream().filter(point -> point.people() != null).toList();
        if (told.size() < 2) {
            return null;
        }
        Formats formats = language.formats();
        List<String> categories = new ArrayList<>();
        List<String> readings = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        List<@Nullable Long> values = new ArrayList<>();
        for (Point point : history) {
            String people = people(language, point.people());
            categories.add(formats.tick(point.day()));
            readings.add(language.say("segment_reading", formats.day(point.day()), people));
            rows.add(List.of(formats.day(point.day()), people));
            values.add(point.people());
        }
        String name = language.say("segment_history");
        return new Chart(
                "chart-segment",
                name,
                finding(language, told),
                new Chart.Drawing(
                        "lines",
                        language.say("buyers"),
                        "number",
                        categories,
                        List.of(new Chart.Series(name, 1, "solid", "circle", true, values, List.of())),
                        null,
                        readings),
                new Chart.Table(List.of(language.say("segment_day"), language.say("buyers")), rows),
                csv);
    }

    private static String finding(Language language, List<Point> told) {
        Point first = told.get(0);
        Point last = told.get(told.size() - 1);
        return language.say(
                "segment_finding",
                language.formats().day(first.day()),
                people(language, first.people()),
                language.formats().day(last.day()),
                people(language, last.people()));
    }

    /** @param names of the segments, in the order of the overlap */
    static SegmentsView.@Nullable Overlap overlap(Language language, List<String> names, SegmentOverlap overlap) {
        if (names.size() < 2) {
            return null;
        }
        List<SegmentsView.Row> rows = new ArrayList<>();
        for (int of = 0; of < names.size(); of++) {
            List<AudienceView.Mark> marks = new ArrayList<>();
            for (int also = 0; also < names.size(); also++) {
                marks.add(
                        of == also
                                ? new AudienceView.Mark(
                                        people(language, overlap.sizes().get(of)), "", "own")
                                : mark(language, cell(overlap, of, also)));
            }
            rows.add(new SegmentsView.Row(names.get(of), marks));
        }
        return new SegmentsView.Overlap(names, rows);
    }

    private static SegmentOverlap.Cell cell(SegmentOverlap overlap, int of, int also) {
        return overlap.cells().stream()
                .filter(cell -> cell.of() == of && cell.also() == also)
                .findFirst()
                .orElseThrow();
    }

    private static AudienceView.Mark mark(Language language, SegmentOverlap.Cell cell) {
        Double share = cell.share();
        return share == null
                ? new AudienceView.Mark(language.say("segment_fewer"), "", "none")
                : new AudienceView.Mark(
                        language.formats().wholePercent(share),
                        people(language, cell.people()),
                        share >= 0.5 ? "far-more" : share >= 0.2 ? "more" : "even");
    }

    static SegmentsView.Scores scores(Language language, RfmGrid grid, String base, String other) {
        List<SegmentsView.ScoreRow> rows = new ArrayList<>();
        for (int row = 0; row < SCORES; row++) {
            List<SegmentsView.ScoreCell> cells = new ArrayList<>();
            for (int column = 0; column < SCORES; column++) {
                cells.add(cell(language, grid.cells().get(row * SCORES + column), base, column + 1));
            }
            rows.add(new SegmentsView.ScoreRow(language.say("segment_recency", SCORES - row), cells));
        }
        List<SegmentsView.ScoreCell> money = new ArrayList<>();
        for (int score = 1; score <= SCORES; score++) {
            money.add(cell(language, grid.money().get(score - 1), base, score));
        }
        return new SegmentsView.Scores(finding(language, grid), grid.fixed(), other, rows, money);
    }

    private static SegmentsView.ScoreCell cell(Language language, RfmGrid.Cell cell, String base, int score) {
        Double share = cell.share();
        return new SegmentsView.ScoreCell(
                Integer.toString(score),
                share == null
                        ? "–"
                        : share == 0 ? "< 1\u00a0%" : language.formats().wholePercent(share),
                people(language, cell.people()),
                base + "?" + cell.query(),
                share == null ? "none" : share >= 0.2 ? "far-more" : share >= 0.05 ? "more" : "even");
    }

    /** How many came once, since fifths say nothing where most did. */
    private static String finding(Language language, RfmGrid grid) {
        long once = 0;
        for (int row = 0; row < SCORES; row++) {
            once += Objects.requireNonNullElse(grid.cells().get(row * SCORES).people(), 0L);
        }
        Long buyers = grid.buyers();
        return buyers == null
                ? language.say("segment_no_buyers")
                : language.say(
                        grid.fixed() ? "segment_scores_fixed" : "segment_scores_fifths",
                        language.formats().wholePercent(Math.min(1, (double) once / buyers)));
    }
}

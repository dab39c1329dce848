package org.foyer.hub.insight;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.insight.StudyBank.Dimension;
import org.foyer.hub.insight.StudyBank.Measure;
import org.foyer.hub.model.Season;

/**
 * A question composed from the bank, never from SQL: a measure over the people of all houses that take part, in one season.
 *
 * @param by dimensions in the order of the bank, none to {@value StudyBank#DIMENSIONS_MAX}
 * @param where dimension → the one code that is counted
 */
public record FreeQuestion(
        Measure measure, List<Dimension> by, SortedMap<String, String> where, Season season, Epsilon epsilon) {

    public FreeQuestion {
        by = List.copyOf(by);
        where = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(where));
    }

    /** The one form in which it can be written: two questions that mean the same are the same. */
    public String canonical() {
        String broken = by.stream().map(Dimension::id).collect(Collectors.joining(","));
        String conditions = where.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(","));
        return measure.id() + " v" + measure.version() + " " + season.label()
                + (broken.isEmpty() ? "" : " by " + broken)
                + (conditions.isEmpty() ? "" : " where " + conditions)
                + " at " + epsilon;
    }

    /** How many numbers its answer has. */
    public int cells() {
        return by.stream().mapToInt(dimension -> dimension.codes().size()).reduce(1, (one, other) -> one * other);
    }

    /** The place of a cell among them. @param codes one for each dimension, in their order */
    public int cell(List<String> codes) {
        int place = 0;
        for (int i = 0; i < by.size(); i++) {
            List<String> all = by.get(i).codes();
            int at = all.indexOf(codes.get(i));
            place = place * all.size() + (at < 0 ? all.size() - 1 : at);
        }
        return place;
    }

    /** The codes of a cell, one for each dimension. */
    public List<String> codes(int cell) {
        String[] codes = new String[by.size()];
        int rest = cell;
        for (int i = by.size() - 1; i >= 0; i--) {
            List<String> all = by.get(i).codes();
            codes[i] = all.get(rest % all.size());
            rest /= all.size();
        }
        return List.of(codes);
    }

    /** As it is asked, in words: texts of a request, a form or a command. Nothing in it need be right. */
    public record Wish(String measure, List<String> by, Map<String, String> where, String season, String epsilon) {}
}

package org.foyer.hub.insight.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.insight.SegmentCondition;
import org.foyer.hub.insight.SegmentDefinition;
import org.foyer.hub.model.Season;

/**
 * Turns definitions into conditions on the tables of {@link SegmentQuery}. What people typed goes into parameters only; {@code $1} is
 * the house and {@code $2} the day.
 */
final class SegmentPredicates {

    /** Parameters before it: the house, the day and the number of its month. */
    static final int FIRST_PARAMETER = 4;

    private final List<List<?>> lists = new ArrayList<>();
    private final List<String> areas = new ArrayList<>();
    private final List<String> visitColumns = new ArrayList<>();
    private final List<String> ticketColumns = new ArrayList<>();
    private final List<String> areaColumns = new ArrayList<>();
    private final int minorUnits;
    private boolean scored;

    /** @param minorUnits of the house's currency in one unit */
    SegmentPredicates(int minorUnits) {
        this.minorUnits = minorUnits;
    }

    /** What is to be set as {@code $4} and further: lists of texts or of whole numbers. */
    List<List<?>> lists() {
        return lists;
    }

    /** Beginnings of postcodes that are asked for. */
    List<String> areas() {
        return areas;
    }

    boolean needsScores() {
        return scored;
    }

    /** Columns by person of the table of visits, each behind a comma; empty for none. */
    String visitColumns() {
        return columns(visitColumns, "v");
    }

    /** Columns by person of the table of tickets; empty for none. */
    String ticketColumns() {
        return columns(ticketColumns, "t");
    }

    /** Columns by person of the table of areas; empty for none. */
    String areaColumns() {
        return columns(areaColumns, "a");
    }

    private static String columns(List<String> aggregates, String letter) {
        StringBuilder columns = new StringBuilder();
        for (int at = 0; at < aggregates.size(); at++) {
            columns.append(", ")
                    .append(aggregates.get(at))
                    .append(" as ")
                    .append(letter)
                    .append(at);
        }
        return columns.toString();
    }

    /** A condition that is true or false, never unknown. */
    String of(SegmentDefinition definition) {
        return definition.conditions().isEmpty()
                ? "true"
                : definition.conditions().stream()
                        .map(condition -> "coalesce(" + predicate(condition) + ", false)")
                        .collect(Collectors.joining(" and "));
    }

    private String predicate(SegmentCondition condition) {
        List<String> values = condition.values();
        return switch (condition.kind()) {
            case RF -> "list_contains(" + texts(values) + ", p.segment)";
            case VISITS -> visits(condition);
            case WITHIN -> "p.last_attended > $2::date - to_months(" + whole(values) + ")";
            case NOT_WITHIN -> "p.last_attended <= $2::date - to_months(" + whole(values) + ")";
            case FIRST -> seasons("p.first_day", values);
            case GENRE -> came("list_contains(" + texts(values) + ", genre)");
            case PRODUCTION -> came("list_contains(" + numbers(values) + ", production)");
            case SEASON -> came(seasons("day", values));
            case TARIFF -> ticket("tariff_kind", values);
            case CHANNEL -> ticket("channel_kind", values);
            case AREA -> area(values);
            case SPEND -> spend(condition);
            case RFM -> cells("r", "f", "m", values);
            case RFM_FIXED -> cells("fixed_r", "fixed_f", "fixed_m", values);
        };
    }

    private String came(String which) {
        return "p." + ofVisits("bool_or(" + which + ")");
    }

    private String visits(SegmentCondition condition) {
        String back =
                condition.months() == null ? "" : " and day > $2::date - interval " + condition.months() + " month";
        String times = "p." + ofVisits("count(*) filter (where day <= $2" + back + ")");
        return times + " > 0 and " + between(times, condition, 1);
    }

    private String spend(SegmentCondition condition) {
        String back = condition.months() == null
                ? ""
                : " filter (where bought > $2::date - interval " + condition.months() + " month)";
        return between("p." + ofVisits("sum(amount)" + back), condition, minorUnits);
    }

    /** Something of a person's visits, as a column: conditions stay flat, however many definitions are asked at once. */
    private String ofVisits(String aggregate) {
        visitColumns.add(aggregate);
        return "v" + (visitColumns.size() - 1);
    }

    /** Numbers out of the steps, which the reading allowed alone. */
    private static String between(String what, SegmentCondition condition, int times) {
        Integer from = condition.from();
        Integer to = condition.to();
        String least = from == null ? "true" : what + " >= " + (long) from * times;
        return to == null ? least : least + " and " + what + " <= " + (long) to * times;
    }

    private static String seasons(String day, List<String> labels) {
        return labels.stream()
                .map(Season::parse)
                .map(season -> day + " between date '" + season.from() + "' and date '" + season.to() + "'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String ticket(String kind, List<String> kinds) {
        ticketColumns.add("bool_or(list_contains(" + texts(kinds) + ", " + kind + "))");
        return "t.t" + (ticketColumns.size() - 1);
    }

    private String area(List<String> prefixes) {
        areas.addAll(prefixes);
        areaColumns.add("bool_or(list_contains(" + texts(prefixes) + ", prefix))");
        return "a.a" + (areaColumns.size() - 1);
    }

    private String cells(String r, String f, String m, List<String> cells) {
        scored = true;
        return cells.stream()
                .map(cell -> "(" + score(r, cell.charAt(0)) + " and " + score(f, cell.charAt(1)) + " and "
                        + score(m, cell.charAt(2)) + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String score(String column, char wanted) {
        return wanted == 'x' ? "true" : "p." + column + " = " + wanted;
    }

    private static int whole(List<String> values) {
        return Integer.parseInt(values.get(0));
    }

    private String texts(List<String> values) {
        return parameter(values, "varchar");
    }

    private String numbers(List<String> values) {
        return parameter(values.stream().map(Long::valueOf).toList(), "bigint");
    }

    private String parameter(List<?> values, String type) {
        lists.add(values);
        return "$" + (FIRST_PARAMETER + lists.size() - 1) + "::" + type + "[]";
    }
}

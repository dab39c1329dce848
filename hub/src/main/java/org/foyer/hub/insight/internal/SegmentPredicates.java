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

    private static final int FIRST_PARAMETER = 3;

    private final List<List<?>> lists = new ArrayList<>();
    private final List<String> areas = new ArrayList<>();
    private final int minorUnits;
    private boolean scored;
    private boolean held;

    /** @param minorUnits of the house's currency in one unit */
    SegmentPredicates(int minorUnits) {
        this.minorUnits = minorUnits;
    }

    /** What is to be set as {@code $3} and further: lists of texts or of whole numbers. */
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

    boolean needsTickets() {
        return held;
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
            case TARIFF -> ticket("tariff", values);
            case CHANNEL -> ticket("channel", values);
            case AREA -> area(values);
            case SPEND -> spend(condition);
            case RFM -> cells("r", "f", "m", values);
            case RFM_FIXED -> cells("fixed_r", "fixed_f", "fixed_m", values);
        };
    }

    private static String came(String which) {
        return "p.person in (select person from visit where " + which + ")";
    }

    private String visits(SegmentCondition condition) {
        String back =
                condition.months() == null ? "" : " and day > $2::date - interval " + condition.months() + " month";
        return "p.person in (select person from visit where day <= $2" + back + " group by person having "
                + between("count(*)", condition, 1) + ")";
    }

    private String spend(SegmentCondition condition) {
        String back = condition.months() == null
                ? ""
                : " where bought > $2::date - interval " + condition.months() + " month";
        return "p.person in (select person from visit" + back + " group by person having "
                + between("sum(amount)", condition, minorUnits) + ")";
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

    private String ticket(String field, List<String> kinds) {
        held = true;
        return "p.person in (select person from held where " + field + " in (select id from label where house = $1"
                + " and field = '" + field + "' and list_contains(" + texts(kinds) + ", kind)))";
    }

    private String area(List<String> prefixes) {
        areas.addAll(prefixes);
        return "p.person in (select person from " + SegmentQuery.AREAS + " where list_contains(" + texts(prefixes)
                + ", prefix))";
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

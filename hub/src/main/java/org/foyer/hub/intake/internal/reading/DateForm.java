package org.foyer.hub.intake.internal.reading;

import java.util.List;

/**
 * How the dates of a column are written.
 *
 * @param templates the patterns of the engine's {@code strptime} if the day comes first, two-digit years before others
 *     because {@code %Y} would take 24 for the year 24
 * @param zoned whether all values say their offset from UTC
 * @param timed whether some values hold a time of day
 * @param readable values of the sample that are dates
 */
public record DateForm(DateOrder order, List<String> templates, boolean zoned, boolean timed, int readable) {

    public DateForm {
        templates = List.copyOf(templates);
    }

    /** The patterns in this form's own order; empty for numbers of seconds. An ambiguous form has none of its own. */
    public List<String> patterns() {
        return patterns(order);
    }

    /**
     * The patterns once someone decided.
     *
     * @param decided {@link DateOrder#MDY} puts the month first where the year does not come first; anything else
     *     the day
     */
    public List<String> patterns(DateOrder decided) {
        if (decided == DateOrder.AMBIGUOUS) {
            return List.of();
        }
        return decided == DateOrder.MDY
                ? templates.stream().map(DateForm::monthFirst).toList()
                : templates;
    }

    private static String monthFirst(String template) {
        if (!template.startsWith("%d") || template.contains("%b") || template.contains("%B")) {
            return template;
        }
        return template.replaceFirst("%d", "%\0").replaceFirst("%m", "%d").replace('\0', 'm');
    }

    DateForm decided(DateOrder other) {
        return new DateForm(other, templates, zoned, timed, readable);
    }
}

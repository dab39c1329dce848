package org.foyer.hub.intake.internal.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.foyer.kit.Connector.Order;
import org.foyer.kit.Place;
import org.foyer.kit.Problem;

/** What is wrong with the settings of an order, whatever its kind. */
final class SettingCheck {

    private static final int SHOWN_MAX = 200;

    private SettingCheck() {}

    /** Settings that nobody knows. */
    static List<Problem> unknown(Order order, Set<String> known) {
        List<Problem> problems = new ArrayList<>();
        order.settings().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(problem("setting", "source-setting-unknown", name)));
        return problems;
    }

    /** About one field of what a person said. */
    static Problem problem(String field, String code, String... arguments) {
        List<String> shown = java.util.Arrays.stream(arguments)
                .map(text -> text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) : text)
                .toList();
        return new Problem(code, Problem.Severity.STOPS_RUN, new Place("", 0, field, null), shown);
    }
}

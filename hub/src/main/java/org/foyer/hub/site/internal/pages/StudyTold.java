package org.foyer.hub.site.internal.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.NodeStudies.NodeOf;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeAnswer.Line;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.StudyBank.Measure;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.FrenchRegions;
import org.foyer.hub.model.Vocabularies;

/** An answer to a free question in words and bars. */
final class StudyTold {

    private final Language language;
    private final Formats formats;

    StudyTold(Language language) {
        this.language = language;
        this.formats = language.formats();
    }

    /** @param period such as 2026-Q4 */
    private String quarter(String period) {
        int month = 3 * (period.charAt(period.length() - 1) - '0');
        return formats.quarter(LocalDate.of(Integer.parseInt(period.substring(0, 4)), month, 1));
    }

    /** A code of a dimension. */
    String code(String dimension, String code) {
        return switch (dimension) {
            case "weekday" -> formats.weekday(DayOfWeek.of(Integer.parseInt(code)));
            case "month" -> formats.month(Month.of(Integer.parseInt(code)));
            case "genre" ->
                Vocabularies.of("genres").concept(code).map(this::label).orElseGet(() -> Labels.kind(language, code));
            case "region" -> FrenchRegions.name(code).orElseGet(() -> Labels.kind(language, code));
            case "discipline" -> language.say("discipline_name_" + code);
            case "size" -> language.say("size_" + code);
            case "price" -> language.say("price_" + Labels.underscored(code));
            default -> Labels.kind(language, code);
        };
    }

    private String label(Concept concept) {
        return concept.label(language.code());
    }

    String says(FreeQuestion question, FreeAnswer answer) {
        if (answer.withheld() != null) {
            return refused(answer);
        }
        String measure = question.measure().name().in(language.code());
        String season = formats.season(question.season());
        String houses = formats.number(answer.houses());
        Optional<Line> largest = told(answer).stream().max(Comparator.comparingLong(StudyTold::about));
        if (largest.isEmpty()) {
            return language.say("ask_nothing_told", measure, season, houses);
        }
        Line line = largest.get();
        String about = formats.number(about(line));
        String within = formats.number(within(line));
        return line.codes().isEmpty()
                ? language.say("ask_told_one", measure, season, houses, about, within)
                : language.say("ask_told_most", measure, season, houses, label(answer, line), about, within);
    }

    String refused(FreeAnswer answer) {
        return switch (String.valueOf(answer.withheld())) {
            case StudyGate.NOT_TAKING_PART -> language.say("ask_not_taking_part");
            case StudyGate.AGREEMENT -> language.say("ask_agreement");
            case StudyGate.SPENT -> language.say("ask_spent", answer.left(), formats.longDay(answer.opens()));
            case StudyGate.WITHDRAWN -> language.say("ask_withdrawn", formats.longDay(answer.opens()));
            default -> language.say("ask_too_few_houses");
        };
    }

    String budget(FreeAnswer answer) {
        return language.say(
                "ask_budget", answer.left(), formats.longDay(answer.opens()), formats.longDay(answer.asOf()));
    }

    private static List<Line> told(FreeAnswer answer) {
        return answer.lines().stream().filter(line -> line.about() != null).toList();
    }

    private static long about(Line line) {
        Long about = line.about();
        return about == null ? 0 : about;
    }

    private static long within(Line line) {
        Long within = line.within();
        return within == null ? 0 : within;
    }

    private String label(FreeAnswer answer, Line line) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < line.codes().size(); i++) {
            words.add(code(answer.by().get(i), line.codes().get(i)));
        }
        return words.isEmpty() ? language.say("ask_all") : String.join(" · ", words);
    }

    List<StudyView.Row> rows(FreeAnswer answer) {
        List<Line> told = told(answer);
        double largest = told.stream()
                .mapToDouble(line -> (double) about(line) + within(line))
                .max()
                .orElse(1);
        return told.stream()
                .map(line -> new StudyView.Row(
                        label(answer, line),
                        formats.number(about(line)),
                        "± " + formats.number(within(line)),
                        Bars.width(about(line), largest),
                        Bars.width((double) about(line) - within(line), largest),
                        Bars.width((double) about(line) + within(line), largest)))
                .toList();
    }

    /** What another node gave. */
    StudyView.NodeLine node(NodeOf node) {
        String why = node.withheld();
        return why == null
                ? new StudyView.NodeLine(
                        node.name(), language.say("ask_node_gave", formats.number(node.houses())), true)
                : new StudyView.NodeLine(node.name(), refusedByNode(why), false);
    }

    private String refusedByNode(String why) {
        return switch (why) {
            case NodeStudies.AWAY -> language.say("ask_node_away");
            case NodeStudies.NOT_GIVEN -> language.say("ask_node_not_asked");
            case NodeStudies.OTHER_QUESTION -> language.say("ask_node_other");
            case NodeStudyGate.FEW_OF_NODE ->
                language.say("ask_node_few", formats.number(NodeStudyGate.HOUSES_OF_NODE_MIN));
            case NodeStudyGate.OTHER_PERIOD -> language.say("ask_node_period");
            case StudyGate.SPENT -> language.say("ask_node_spent");
            case StudyGate.WITHDRAWN -> language.say("ask_node_withdrawn");
            case StudyGate.AGREEMENT -> language.say("ask_node_agreement");
            default -> language.say("ask_node_unbelieved");
        };
    }

    /** How many cells are not told, and why. */
    String withheld(FreeAnswer answer) {
        long all = answer.lines().size() - told(answer).size();
        return all == 0 ? "" : language.count("ask_withheld", all, formats.number(StudyGate.BUYERS_MIN));
    }

    List<String> notes(Measure measure, FreeAnswer answer) {
        return List.of(
                language.say("ask_note_noise"),
                measure.formula().in(language.code()),
                measure.trap().in(language.code()),
                language.say("ask_note_period", quarter(answer.period()), formats.longDay(answer.asOf())),
                language.say("ask_note_canonical", answer.question()));
    }
}

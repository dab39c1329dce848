package org.foyer.hub.site.internal.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.foyer.hub.exchange.NodeStudies.NodeOf;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeAnswer.Line;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.model.Season;
import org.foyer.hub.site.internal.server.Sentences;
import org.jspecify.annotations.Nullable;

/** A free question, its answer and the form of the next one, wherever it is asked. */
final class StudyScreen {

    static final List<String> COLUMNS = List.of("question", "codes", "about", "within", "withheld");

    private StudyScreen() {}

    /**
     * What a page is made from.
     *
     * @param answer null before anything is asked
     * @param nodes others that gave something or did not
     */
    record Given(
            Wish wish,
            @Nullable FreeQuestion question,
            @Nullable FreeAnswer answer,
            FreeAnswer budget,
            List<String> faults,
            List<NodeOf> nodes) {}

    /** What is wrong with a question, in words. */
    static List<String> faults(Language language, FreeQuestionRefused refused) {
        Sentences sentences = Sentences.in(language.locale());
        return refused.faults().stream()
                .map(fault -> sentences.sentence(fault.code(), fault.arguments()))
                .toList();
    }

    static StudyView view(
            Language language,
            StudyPlace place,
            StudyBank bank,
            List<Season> seasons,
            Given given,
            boolean may,
            boolean steward) {
        StudyTold told = new StudyTold(language);
        StudyForm form = new StudyForm(language, bank, given.wish());
        FreeQuestion question = given.question();
        FreeAnswer answer = given.answer();
        boolean answered = question != null && answer != null && answer.withheld() == null;
        boolean takesPart = !StudyGate.NOT_TAKING_PART.equals(given.budget().withheld());
        String says = given.budget().withheld() == null
                ? place.lead()
                : takesPart ? told.refused(given.budget()) : place.barred();
        if (question != null && answer != null) {
            says = told.says(question, answer);
        }
        return new StudyView(
                place,
                says,
                told.budget(given.budget()),
                given.faults(),
                takesPart,
                may,
                steward,
                form.menus(seasons),
                form.conditions(condition -> {
                    int equals = condition.indexOf('=');
                    return told.code(condition.substring(0, equals), condition.substring(equals + 1));
                }),
                language.say("ask_only"),
                answered,
                question == null ? "" : question.measure().name().in(language.code()),
                question != null && question.measure().money() ? place.currency() : language.say("ask_about"),
                answered && answer != null ? told.rows(answer) : List.of(),
                answered && answer != null ? told.withheld(answer) : "",
                answered && answer != null && question != null ? told.notes(question.measure(), answer) : List.of(),
                given.nodes().stream().map(told::node).toList(),
                answered ? address(place.action() + ".csv", given.wish()) : "");
    }

    /** The address of a kept answer. */
    static String address(String path, Wish wish) {
        StringBuilder address = new StringBuilder(path + "?measure=");
        address.append(encoded(wish.measure()));
        wish.by().forEach(id -> address.append("&by=").append(encoded(id)));
        wish.where().forEach((id, code) -> address.append("&only=").append(encoded(id + "=" + code)));
        return address.append("&season=" + encoded(wish.season()) + "&price=" + encoded(wish.epsilon()))
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An answer as rows of a table. */
    static List<List<String>> rows(FreeQuestion question, List<Line> lines) {
        return lines.stream()
                .map(line -> List.of(
                        question.canonical(),
                        String.join(" ", line.codes()),
                        text(line.about()),
                        text(line.within()),
                        text(line.withheld())))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

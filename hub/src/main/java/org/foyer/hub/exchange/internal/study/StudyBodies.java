package org.foyer.hub.exchange.internal.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.exchange.internal.MessageBodies;
import org.foyer.hub.governance.NodeStudyGate.Part;
import org.foyer.hub.governance.NodeStudyGate.World;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.NodeQuestions.Meaning;
import org.foyer.hub.insight.StudyBank.Dimension;
import org.jspecify.annotations.Nullable;

/** What nodes tell each other about free questions, as JSON: a question of the bank, and numbers that were drawn. */
final class StudyBodies {

    static final String PART = "part";

    private StudyBodies() {}

    /**
     * A question.
     *
     * @param period quarter of the asking node
     * @param canonical form there, with the version of its measure
     * @param cellsOfPerson and the next: its bounds, by which the noise is measured
     * @param codes of its dimensions
     * @param agreement identifier of the version by which it is asked
     * @param asker short name of the house that asks
     */
    record Question(
            Wish wish,
            boolean simulated,
            String currency,
            String period,
            String canonical,
            int cellsOfPerson,
            int mostOfPerson,
            List<List<String>> codes,
            String agreement,
            String asker) {

        static Question of(
                FreeQuestion question,
                Meaning meaning,
                boolean simulated,
                String currency,
                String period,
                String agreement,
                String asker) {
            Wish wish = new Wish(
                    question.measure().id(),
                    question.by().stream().map(Dimension::id).toList(),
                    Map.copyOf(question.where()),
                    question.season().label(),
                    question.epsilon().toString());
            Asked asked = meaning.asked();
            return new Question(
                    wish,
                    simulated,
                    currency,
                    period,
                    question.canonical(),
                    asked.cellsOfPerson(),
                    asked.mostOfPerson(),
                    meaning.codes(),
                    agreement,
                    asker);
        }

        World world() {
            return new World(simulated, currency, agreement, asker);
        }

        /** Whether the other node means by it what this one does. */
        boolean means(Meaning meaning) {
            Asked here = meaning.asked();
            return here.question().equals(canonical)
                    && here.cellsOfPerson() == cellsOfPerson
                    && here.mostOfPerson() == mostOfPerson
                    && meaning.codes().equals(codes);
        }
    }

    /** @param part null when {@code withheld} says why */
    record Reply(@Nullable String withheld, @Nullable Part part) {}

    static String write(Object body) {
        return MessageBodies.write(body);
    }

    /** Empty when it is none; what JSON lacks is null, whatever the record says. */
    static Optional<Question> question(String json) {
        return MessageBodies.read(json, Question.class)
                .filter(one -> one.wish() != null
                        && one.wish().measure() != null
                        && one.wish().by() != null
                        && !one.wish().by().contains(null)
                        && one.wish().where() != null
                        && !one.wish().where().containsValue(null)
                        && one.wish().season() != null
                        && one.wish().epsilon() != null
                        && one.currency() != null
                        && one.agreement() != null
                        && one.asker() != null
                        && one.period() != null);
    }

    static Optional<Reply> reply(String json) {
        return MessageBodies.read(json, Reply.class)
                .filter(one -> one.part() == null
                        ? one.withheld() != null
                        : one.part().period() != null && one.part().cells() != null);
    }
}

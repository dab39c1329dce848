package org.foyer.hub.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.insight.Indicator.Text;

/**
 * The questions of all surveys, as Foyer ships them ({@code insight/survey.yaml}).
 *
 * @param core asked by every house, in this order
 * @param optional what a house may add
 * @param countries where people live, by ISO 3166-1; {@code ZZ} for all others
 */
public record SurveyBank(List<Question> core, List<Question> optional, List<Code> countries) {

    /** The code of whoever prefers not to say; every question has it. */
    public static final String NO_ANSWER = "no-answer";

    /** What can be answered to a question. */
    public enum Kind {
        /** One of several. */
        SINGLE,
        /** Any of several. */
        MULTIPLE,
        /** A whole number from 0 to 10. */
        SCALE,
        /** One of five, best first. */
        RATING,
        /** A country and a postcode, of which a distance and an area are kept. */
        RESIDENCE
    }

    /** One of what can be answered. */
    public record Code(String id, Text title) {}

    /**
     * A question.
     *
     * @param title short, over a table
     * @param asks the question itself
     * @param codes in their order, without {@link #NO_ANSWER}
     * @param sensitive whether it is a trait of people that others might hold against them: its shares are never compared as 0 % or 100 %
     */
    public record Question(String id, Kind kind, Text title, Text asks, List<Code> codes, boolean sensitive) {

        /** Whether {@code id} can be answered. */
        public boolean knows(String id) {
            return id.equals(NO_ANSWER)
                    || codes.stream().anyMatch(code -> code.id().equals(id));
        }

        /**
         * What a code counts in a mean: 0 to 10 on a scale, 5 for the best of five and 1 for the last.
         *
         * @return empty for a question that has no mean, and for whoever did not say
         */
        public Optional<Double> value(String code) {
            List<String> ids = codes.stream().map(Code::id).toList();
            int place = ids.indexOf(code);
            return place < 0
                    ? Optional.empty()
                    : switch (kind) {
                        case SCALE -> Optional.of((double) place);
                        case RATING -> Optional.of((double) (ids.size() - place));
                        default -> Optional.empty();
                    };
        }
    }

    /** The core and what a house added, in the order in which they are asked. @param chosen ids of optional questions */
    public List<Question> asked(List<String> chosen) {
        List<Question> asked = new ArrayList<>(core);
        optional.stream().filter(question -> chosen.contains(question.id())).forEach(asked::add);
        return List.copyOf(asked);
    }

    /** The question with an id. */
    public static Optional<Question> find(List<Question> questions, String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }
}

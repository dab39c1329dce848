package org.foyer.hub.insight.internal.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.foyer.hub.governance.Epsilon;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestion.Wish;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.insight.FreeQuestionRefused.Fault;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.insight.StudyBank.Dimension;
import org.foyer.hub.insight.StudyBank.Measure;
import org.foyer.hub.model.Season;
import org.jspecify.annotations.Nullable;

/** Makes a question of words, or says everything that is wrong with them. */
final class WishReading {

    /** Of one kind that are told; nobody needs more to mend a question. */
    private static final int FAULTS_MAX = 10;

    private final StudyBank bank;
    private final Wish wish;
    private final List<Fault> faults = new ArrayList<>();

    private WishReading(StudyBank bank, Wish wish) {
        this.bank = bank;
        this.wish = wish;
    }

    static FreeQuestion read(StudyBank bank, Wish wish) throws FreeQuestionRefused {
        return new WishReading(bank, wish).question();
    }

    private FreeQuestion question() throws FreeQuestionRefused {
        Measure measure = bank.measure(wish.measure()).orElse(null);
        if (measure == null) {
            fault("measure", "question-measure", wish.measure());
        }
        List<Dimension> by = by();
        SortedMap<String, String> where = where(by);
        Season season = season();
        Epsilon epsilon = epsilon();
        if (measure != null && season != null && epsilon != null && faults.isEmpty()) {
            FreeQuestion question = new FreeQuestion(measure, by, where, season, epsilon);
            if (question.cells() <= StudyGate.CELLS_MAX) {
                return question;
            }
            fault("by", "question-large", Integer.toString(question.cells()), Integer.toString(StudyGate.CELLS_MAX));
        }
        throw new FreeQuestionRefused(faults);
    }

    private List<Dimension> by() {
        wish.by().stream()
                .filter(id -> bank.dimension(id).isEmpty())
                .limit(FAULTS_MAX)
                .forEach(id -> fault("by", "question-dimension", id));
        List<Dimension> by = bank.dimensions().stream()
                .filter(dimension -> wish.by().contains(dimension.id()))
                .toList();
        if (by.size() > StudyBank.DIMENSIONS_MAX) {
            fault("by", "question-dimensions", Integer.toString(StudyBank.DIMENSIONS_MAX));
        }
        return by;
    }

    private SortedMap<String, String> where(List<Dimension> by) {
        SortedMap<String, String> where = new TreeMap<>();
        wish.where().entrySet().stream().limit(FAULTS_MAX).forEach(one -> {
            String id = one.getKey();
            String code = one.getValue();
            Dimension dimension = bank.dimension(id).orElse(null);
            if (dimension == null) {
                fault("where", "question-dimension", id);
            } else if (!dimension.codes().contains(code)) {
                fault("where", "question-code", code, id);
            } else if (by.contains(dimension)) {
                fault("where", "question-twice", id);
            } else {
                where.put(id, code);
            }
        });
        if (wish.where().size() > StudyBank.CONDITIONS_MAX) {
            fault("where", "question-conditions", Integer.toString(StudyBank.CONDITIONS_MAX));
        }
        return where;
    }

    private @Nullable Season season() {
        try {
            return Season.parse(wish.season());
        } catch (IllegalArgumentException e) {
            fault("season", "question-season", wish.season());
            return null;
        }
    }

    private @Nullable Epsilon epsilon() {
        try {
            Epsilon epsilon = Epsilon.parse(wish.epsilon());
            if (StudyGate.PRICES.contains(epsilon)) {
                return epsilon;
            }
        } catch (IllegalArgumentException e) {
            // no fraction at all is none of ours either
        }
        fault("price", "question-price", wish.epsilon());
        return null;
    }

    private void fault(String field, String code, String... arguments) {
        faults.add(new Fault(field, code, List.of(arguments)));
    }
}

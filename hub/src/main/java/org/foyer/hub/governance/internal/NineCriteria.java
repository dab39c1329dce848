package org.foyer.hub.governance.internal;

import java.util.ArrayList;
import java.util.List;
import org.foyer.hub.governance.ProtectionSheet.Answer;
import org.foyer.hub.governance.ProtectionSheet.Criterion;
import org.foyer.hub.governance.ProtectionSheet.Statement;

/**
 * The nine criteria by which an impact assessment is due when in principle two hold (Article 29 working party, WP248
 * rev. 01; CNIL, list of treatments that need one).
 */
final class NineCriteria {

    /** No law names a number. From here on Foyer calls it large, so that a house rather assesses once too often. */
    static final long LARGE_SCALE_PEOPLE = 10_000;

    private static final int NEEDED = 2;

    private NineCriteria() {}

    static List<Criterion> of(ProtectionFacts facts) {
        long buyers = facts.held().buyers();
        List<Criterion> criteria = new ArrayList<>();
        add(criteria, yes(buyers > 0), Statement.of(buyers > 0 ? "criterion-scoring" : "criterion-nobody"));
        add(criteria, Answer.NO, Statement.of("criterion-no-decision"));
        add(criteria, Answer.NO, Statement.of("criterion-no-monitoring"));
        add(criteria, buyers > 0 ? Answer.TO_JUDGE : Answer.NO, Statement.of("criterion-sensitive"));
        add(
                criteria,
                yes(buyers >= LARGE_SCALE_PEOPLE),
                Statement.of(
                        buyers >= LARGE_SCALE_PEOPLE ? "criterion-large" : "criterion-not-large",
                        buyers,
                        LARGE_SCALE_PEOPLE));
        add(
                criteria,
                yes(facts.joined() != null),
                facts.joined() == null
                        ? Statement.of("criterion-not-combined")
                        : Statement.of("criterion-combined", facts.partners()));
        add(
                criteria,
                facts.youngWords() ? Answer.TO_JUDGE : Answer.NO,
                Statement.of(facts.youngWords() ? "criterion-young" : "criterion-no-young"));
        add(criteria, Answer.NO, Statement.of("criterion-not-new"));
        add(criteria, Answer.NO, Statement.of("criterion-no-barrier"));
        return criteria;
    }

    /** Whether an assessment is due by them. */
    static Answer assessment(List<Criterion> criteria) {
        long hold = count(criteria, Answer.YES);
        if (hold >= NEEDED) {
            return Answer.YES;
        }
        return hold + count(criteria, Answer.TO_JUDGE) >= NEEDED ? Answer.TO_JUDGE : Answer.NO;
    }

    private static long count(List<Criterion> criteria, Answer answer) {
        return criteria.stream()
                .filter(criterion -> criterion.answer() == answer)
                .count();
    }

    private static Answer yes(boolean holds) {
        return holds ? Answer.YES : Answer.NO;
    }

    private static void add(List<Criterion> criteria, Answer answer, Statement why) {
        criteria.add(new Criterion(criteria.size() + 1, answer, why));
    }
}

package org.foyer.hub.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;
import org.foyer.hub.governance.internal.RegisterHouses;
import org.foyer.hub.insight.SegmentBudget;
import org.foyer.hub.insight.internal.SegmentQuery.Counted;
import org.foyer.hub.model.Discipline;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.model.PostalAddress;
import org.foyer.hub.store.DebianPostgres;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many sizes may be asked for, and what comes of asking more. */
class SegmentBudgetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

    @TempDir
    Path folder;

    private static House house(Register register, String slug) {
        return new RegisterHouses(register, Clock.systemUTC(), new SecureRandom())
                .add(new House(
                        new HouseId(1),
                        slug,
                        slug,
                        Discipline.values()[0],
                        500,
                        new PostalAddress("1 rue", "69001", "Lyon", "Rhône", "FR"),
                        null,
                        java.time.ZoneId.of("Europe/Paris"),
                        java.util.Currency.getInstance("EUR"),
                        false));
    }

    @Test
    void aDayHasSoManyQuestionsInSqlite() {
        holds(EmptyStores.register(folder.resolve("register.db")));
    }

    @Test
    void aDayHasSoManyQuestionsInPostgres() {
        holds(DebianPostgres.register());
    }

    private static void holds(Register register) {
        HouseId one = house(register, "one").id();
        HouseId other = house(register, "other").id();
        SegmentBudget budget = new RegisterSegmentBudget(register, 3);
        for (int question = 0; question < 3; question++) {
            budget.ask(one, "visits=" + question + "..", DAY);
        }
        assertThatThrownBy(() -> budget.ask(one, "rf=new", DAY))
                .isInstanceOfSatisfying(SegmentBudget.Spent.class, spent -> {
                    assertThat(spent.questions()).isEqualTo(3);
                    assertThat(spent.again()).isEqualTo(DAY.plusDays(1));
                });
        budget.ask(one, "visits=1..", DAY);
        budget.ask(other, "rf=new", DAY);
        assertThatThrownBy(() -> new RegisterSegmentBudget(register, 3).ask(one, "rf=new", DAY))
                .as("after a restart")
                .isInstanceOf(SegmentBudget.Spent.class);
        budget.ask(one, "rf=new", DAY.plusDays(1));
        assertThat(register.<Integer>read(
                        handle -> handle.createQuery("select count(*) from segment_question where house = :house")
                                .bind("house", one.value())
                                .mapTo(Integer.class)
                                .one()))
                .as("those of the day before are gone")
                .isEqualTo(1);
    }

    /**
     * Two segments that differ by the same few people, beside ever other conditions: the mean of the differences comes near how many they are. The share of few
     * groups whose number is guessed right, of one to four people.
     */
    @Test
    void theQuestionsOfADayDoNotTellHowManyAFewAreAndThousandsWould() {
        double inADay = guessed(SegmentBudget.QUESTIONS / 2);
        double unlimited = guessed(2_000);

        assertThat(inADay).as("guessing alone is right in a quarter").isLessThan(0.75);
        assertThat(unlimited).isGreaterThan(0.95);
    }

    private static double guessed(int pairs) {
        Random random = new Random(5);
        int trials = 400;
        int right = 0;
        for (int trial = 0; trial < trials; trial++) {
            int few = 1 + trial % 4;
            long who = 0;
            for (int person = 0; person < few; person++) {
                who ^= random.nextLong() >>> 1;
            }
            double sum = 0;
            for (int pair = 0; pair < pairs; pair++) {
                long crowd = random.nextLong() >>> 1;
                int people = 20 + random.nextInt(200);
                Long inner = RoundedPeople.told(new Counted(people, crowd));
                Long outer = RoundedPeople.told(new Counted(people + few, crowd ^ who));
                sum += (outer == null ? 0 : outer) - (inner == null ? 0 : inner);
            }
            right += Math.max(1, Math.min(4, Math.round(sum / pairs))) == few ? 1 : 0;
        }
        return right / (double) trials;
    }
}

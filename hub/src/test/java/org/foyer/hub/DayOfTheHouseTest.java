package org.foyer.hub;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A day is a day somewhere: near midnight the machine, Greenwich and the house each have another. */
class DayOfTheHouseTest {

    private static final Set<String> LOCAL = Set.of(
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.YearMonth",
            "java.time.Year");

    private static final ArchRule NOBODY_ASKS_THE_MACHINE = noClasses()
            .should()
            .callMethodWhere(describe("the day or hour of the machine is taken", DayOfTheHouseTest::asksTheMachine));

    private static boolean asksTheMachine(JavaMethodCall call) {
        return LOCAL.contains(call.getTargetOwner().getName())
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().isEmpty();
    }

    @Test
    void nobodyTakesTheDayOfTheMachineForTheDayOfTheHouse() {
        NOBODY_ASKS_THE_MACHINE.check(new ClassFileImporter()
                .importPackages("org.foyer.hub", "org.foyer.kit")
                .that(describe(
                        "all but the fault below", type -> !type.getName().contains("DayOfTheHouseTest"))));
    }

    @Test
    void theRuleFindsWhoAsksTheMachine() {
        EvaluationResult found =
                NOBODY_ASKS_THE_MACHINE.evaluate(new ClassFileImporter().importClasses(Careless.class));
        Assertions.assertThat(found.hasViolation()).isTrue();
    }

    private static final class Careless {
        LocalDate day() {
            return LocalDate.now();
        }
    }
}

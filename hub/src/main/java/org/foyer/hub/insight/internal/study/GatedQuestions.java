package org.foyer.hub.insight.internal.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.StudyGate;
import org.foyer.hub.governance.StudyGate.Asked;
import org.foyer.hub.governance.StudyGate.Cell;
import org.foyer.hub.governance.StudyGate.Observer;
import org.foyer.hub.governance.StudyGate.Told;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeAnswer.Line;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.insight.StudyBank;
import org.foyer.hub.insight.StudyBank.Dimension;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** Brings exact sums of free questions to the gate, and what the gate lets through to whoever asks. */
public final class GatedQuestions implements FreeQuestions {

    private final StudyBank bank = StudyFile.shipped();
    private final Warehouse warehouse;
    private final StudyGate gate;

    public GatedQuestions(Warehouse warehouse, StudyGate gate) {
        this.warehouse = warehouse;
        this.gate = gate;
    }

    @Override
    public StudyBank bank() {
        return bank;
    }

    @Override
    public FreeQuestion read(FreeQuestion.Wish wish) throws FreeQuestionRefused {
        return WishReading.read(bank, wish);
    }

    @Override
    public FreeAnswer ask(Actor actor, HouseId house, FreeQuestion question) {
        Told told = gate.told(actor, house, asked(question), sums(question));
        return answer(question.canonical(), question, told);
    }

    /** Exact sums, for a gate alone. */
    StudyGate.Sums sums(FreeQuestion question) {
        Asked asked = asked(question);
        return (houses, asOf) -> houses.isEmpty()
                ? Map.of()
                : warehouse.read(connection ->
                        StudyQuery.sums(connection, houses, question, asked.cellsOfPerson(), minorUnits(houses), asOf));
    }

    @Override
    public Optional<FreeAnswer> known(Actor actor, HouseId house, FreeQuestion question) {
        return gate.known(actor, house, asked(question)).map(told -> answer(question.canonical(), question, told));
    }

    @Override
    public FreeAnswer observe(Actor actor, Observer observer, FreeQuestion question) {
        Told told = gate.observed(actor, observer, asked(question), sums(question));
        return answer(question.canonical(), question, told);
    }

    @Override
    public Optional<FreeAnswer> known(Actor actor, Observer observer, FreeQuestion question) {
        return gate.knownToObserver(actor, observer, asked(question))
                .map(told -> answer(question.canonical(), question, told));
    }

    Asked asked(FreeQuestion question) {
        return new Asked(
                question.canonical(),
                question.season(),
                question.measure().money(),
                question.cells(),
                question.by().stream().allMatch(Dimension::person) ? 1 : bank.cells(),
                question.measure().most(),
                question.epsilon());
    }

    @Override
    public FreeAnswer budget(HouseId house) {
        return budget(gate.budget(house));
    }

    @Override
    public FreeAnswer budget(Observer observer) {
        return budget(gate.budgetOf(observer));
    }

    private static FreeAnswer budget(Told told) {
        return new FreeAnswer(
                "",
                told.withheld(),
                told.period(),
                told.asOf(),
                0,
                told.spent().toString(),
                told.left().toString(),
                told.opens(),
                List.of(),
                List.of());
    }

    /** Amounts are added up in one currency alone. */
    private static int minorUnits(List<House> houses) {
        return (int) minorUnits(houses.get(0));
    }

    /** How many of the smallest unit make one of the house's currency. */
    static long minorUnits(House house) {
        int digits = Math.max(0, house.currency().getDefaultFractionDigits());
        return (long) Math.pow(10, digits);
    }

    static FreeAnswer answer(String canonical, FreeQuestion question, Told told) {
        List<Line> lines = new ArrayList<>();
        for (int cell = 0; cell < told.cells().size(); cell++) {
            Cell one = told.cells().get(cell);
            lines.add(new Line(
                    question.codes(cell),
                    one.about(),
                    one.about() == null ? null : Long.valueOf(one.within()),
                    one.withheld()));
        }
        return new FreeAnswer(
                canonical,
                told.withheld(),
                told.period(),
                told.asOf(),
                told.houses(),
                told.spent().toString(),
                told.left().toString(),
                told.opens(),
                question.by().stream().map(Dimension::id).toList(),
                List.copyOf(lines));
    }
}

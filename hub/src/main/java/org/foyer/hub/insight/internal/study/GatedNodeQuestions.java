package org.foyer.hub.insight.internal.study;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.NodeStudyGate;
import org.foyer.hub.governance.NodeStudyGate.Given;
import org.foyer.hub.governance.NodeStudyGate.Part;
import org.foyer.hub.governance.NodeStudyGate.World;
import org.foyer.hub.governance.StudyGate.Told;
import org.foyer.hub.insight.FreeAnswer;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestions;
import org.foyer.hub.insight.NodeQuestions;
import org.foyer.hub.insight.StudyBank.Dimension;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Brings exact sums of this node's houses to the gate for questions over several nodes. */
public final class GatedNodeQuestions implements NodeQuestions {

    private final GatedQuestions questions;
    private final NodeStudyGate gate;

    public GatedNodeQuestions(GatedQuestions questions, NodeStudyGate gate) {
        this.questions = questions;
        this.gate = gate;
    }

    @Override
    public FreeQuestions questions() {
        return questions;
    }

    @Override
    public Meaning meaning(FreeQuestion question) {
        return new Meaning(
                questions.asked(question),
                question.by().stream().map(Dimension::codes).toList());
    }

    @Override
    public Optional<By> by(HouseId house) {
        return gate.by(house);
    }

    @Override
    public @Nullable String refusal(HouseId house) {
        return gate.refusal(house);
    }

    @Override
    public Given own(Actor actor, HouseId house, FreeQuestion question) {
        return gate.own(actor, house, questions.asked(question), questions.sums(question));
    }

    @Override
    public Optional<Given> known(HouseId house, FreeQuestion question) {
        return gate.known(house, questions.asked(question));
    }

    @Override
    public Given give(String node, World world, FreeQuestion question, String period) {
        return gate.give(node, world, questions.asked(question), period, questions.sums(question));
    }

    @Override
    public Map<String, Part> heard(HouseId house, FreeQuestion question) {
        return gate.heard(house, questions.asked(question));
    }

    @Override
    public void hear(HouseId house, FreeQuestion question, String agreement, String node, Part part) {
        gate.hear(house, questions.asked(question), agreement, node, part);
    }

    @Override
    public FreeAnswer together(Actor actor, HouseId house, FreeQuestion question, Given own, Map<String, Part> others) {
        Told told = gate.told(actor, house, questions.asked(question), own, others);
        return GatedQuestions.answer(question.canonical(), question, told);
    }

    @Override
    public FreeAnswer refused(FreeQuestion question, Given own) {
        String why = Objects.requireNonNull(own.withheld());
        Told told = new Told(why, own.period(), own.asOf(), 0, own.spent(), own.left(), own.opens(), List.of());
        return GatedQuestions.answer(question.canonical(), question, told);
    }
}

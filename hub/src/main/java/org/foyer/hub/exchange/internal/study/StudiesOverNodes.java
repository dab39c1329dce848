package org.foyer.hub.exchange.internal.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.foyer.hub.exchange.NodeStudies;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.internal.SignedPost;
import org.foyer.hub.exchange.internal.study.StudyBodies.Question;
import org.foyer.hub.exchange.internal.study.StudyBodies.Reply;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.AgreedUses.By;
import org.foyer.hub.governance.NodeStudyGate.Given;
import org.foyer.hub.governance.NodeStudyGate.Part;
import org.foyer.hub.insight.FreeQuestion;
import org.foyer.hub.insight.FreeQuestionRefused;
import org.foyer.hub.insight.NodeQuestions;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Asks the other nodes for their parts, a few at a time, and answers theirs. */
public final class StudiesOverNodes implements NodeStudies {

    private static final int AT_ONCE = 8;

    /** Codes of why a node gives nothing, as another node may tell them; anything else is not believed. */
    private static final String CODE = "[a-z-]{3,40}";

    private final Supplier<NodeQuestions> questions;
    private final Peers peers;

    public StudiesOverNodes(Supplier<NodeQuestions> questions, Peers peers) {
        this.questions = questions;
        this.peers = peers;
    }

    @Override
    public Answer ask(Actor actor, House house, FreeQuestion question) {
        NodeQuestions here = questions.get();
        Given own = here.own(actor, house.id(), question);
        if (own.part() == null) {
            return new Answer(here.refused(question, own), 0, List.of());
        }
        By by = here.by(house.id()).orElse(null);
        if (by == null) {
            return together(here, actor, house, question, own, Map.of()); // withdrawn this moment: nobody else is asked
        }
        Map<String, Part> heard = here.heard(house.id(), question);
        List<Participant> silent = peers.all().stream()
                .filter(node -> by.nodes().contains(node.id()) && !heard.containsKey(node.id()))
                .toList();
        Question asked = Question.of(
                question,
                here.meaning(question),
                house.simulated(),
                house.currency().getCurrencyCode(),
                own.period(),
                by.policy(),
                house.slug());
        Map<String, String> why = gathered(silent, StudyBodies.write(asked), (node, part) -> {
            try {
                here.hear(house.id(), question, by.policy(), node, part);
                return null;
            } catch (IllegalArgumentException noPart) {
                return UNBELIEVED;
            }
        });
        return together(here, actor, house, question, own, why);
    }

    @Override
    public Optional<Answer> known(Actor actor, House house, FreeQuestion question) {
        NodeQuestions here = questions.get();
        return here.known(house.id(), question).map(own -> together(here, actor, house, question, own, Map.of()));
    }

    /** Over this node and all that ever gave in this period, whether they are still known or not. */
    private Answer together(
            NodeQuestions here, Actor actor, House house, FreeQuestion question, Given own, Map<String, String> why) {
        Map<String, Part> others = here.heard(house.id(), question);
        Map<String, String> names = new LinkedHashMap<>();
        peers.all().forEach(node -> names.put(node.id(), node.name()));
        others.keySet().forEach(node -> names.putIfAbsent(node, node));
        List<NodeOf> nodes = new ArrayList<>();
        names.forEach((id, name) -> {
            Part part = others.get(id);
            nodes.add(
                    part == null
                            ? new NodeOf(id, name, 0, why.getOrDefault(id, NOT_GIVEN))
                            : new NodeOf(id, name, part.houses(), null));
        });
        Part part = own.part();
        return new Answer(
                here.together(actor, house.id(), question, own, others), part == null ? 0 : part.houses(), nodes);
    }

    /** Takes a part. */
    @FunctionalInterface
    private interface Taking {
        /** @return why it is not taken, or null */
        @Nullable
        String take(String node, Part part);
    }

    /** @return why nodes gave nothing */
    private Map<String, String> gathered(List<Participant> nodes, String json, Taking taking) {
        Map<String, String> why = new LinkedHashMap<>();
        if (nodes.isEmpty()) {
            return why;
        }
        ExecutorService callers = Executors.newFixedThreadPool(Math.min(AT_ONCE, nodes.size()));
        try {
            Map<String, Future<Optional<String>>> answers = new LinkedHashMap<>();
            nodes.forEach(node ->
                    answers.put(node.id(), callers.submit(() -> peers.call(node, StudyBodies.PART, json))));
            answers.forEach((node, answer) -> {
                String refused = taken(node, answer, taking);
                if (refused != null) {
                    why.put(node, refused);
                }
            });
        } finally {
            callers.shutdownNow();
        }
        return why;
    }

    private static @Nullable String taken(String node, Future<Optional<String>> answer, Taking taking) {
        try {
            Reply reply = answer.get().flatMap(StudyBodies::reply).orElse(null);
            if (reply == null) {
                return UNBELIEVED;
            }
            Part part = reply.part();
            if (part != null) {
                return taking.take(node, part);
            }
            String withheld = String.valueOf(reply.withheld());
            return withheld.matches(CODE) ? withheld : UNBELIEVED;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                return AWAY;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AWAY;
        }
    }

    @Override
    public Optional<String> answer(String caller, String step, String json) {
        return step.equals(StudyBodies.PART)
                ? peers.opened(caller, step, json)
                        .flatMap(StudyBodies::question)
                        .map(asked -> StudyBodies.write(given(caller, asked)))
                        .map(body -> peers.sealed(caller, SignedPost.answerTo(step, json), body))
                : Optional.empty();
    }

    private Reply given(String caller, Question asked) {
        NodeQuestions here = questions.get();
        FreeQuestion question;
        try {
            question = here.questions().read(asked.wish());
        } catch (FreeQuestionRefused e) {
            return new Reply(OTHER_QUESTION, null);
        }
        if (!asked.means(here.meaning(question))) {
            return new Reply(OTHER_QUESTION, null);
        }
        Given given = here.give(caller, asked.world(), question, asked.period());
        return new Reply(given.withheld(), given.part());
    }
}

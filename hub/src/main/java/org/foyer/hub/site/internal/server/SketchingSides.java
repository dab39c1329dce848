package org.foyer.hub.site.internal.server;

import java.util.List;
import java.util.function.Supplier;
import org.foyer.hub.exchange.OverlapStopped;
import org.foyer.hub.exchange.ReachSides;
import org.foyer.hub.governance.ReachPool.Counted;
import org.foyer.hub.governance.ReachPool.Pair;
import org.foyer.hub.governance.ReachPool.Sampled;
import org.foyer.hub.linking.BlindedPeople;
import org.foyer.hub.linking.OverlapQuestion;
import org.foyer.hub.linking.OverlapRefused;
import org.foyer.hub.linking.PseudonymScope;
import org.foyer.hub.linking.SketchCounts;
import org.foyer.hub.linking.Sketching;
import org.foyer.hub.model.House;

/** Lets the room that carries points and sketches speak with the one that makes them; neither knows the other. */
public final class SketchingSides implements ReachSides {

    private final Supplier<Sketching> sketching;

    /** @param sketching found when it is needed */
    public SketchingSides(Supplier<Sketching> sketching) {
        this.sketching = sketching;
    }

    /** Something that may be refused. */
    private interface Refusable<T> {
        T get() throws OverlapRefused;
    }

    /** Something that may be refused and answers nothing. */
    private interface Step {
        void run() throws OverlapRefused;
    }

    private static <T> T or(Refusable<T> work) {
        try {
            return work.get();
        } catch (OverlapRefused refused) {
            throw new OverlapStopped(refused.code());
        }
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (OverlapRefused refused) {
            throw new OverlapStopped(refused.code());
        }
    }

    private static OverlapQuestion question(Question asked) {
        try {
            return new OverlapQuestion(asked.asker(), asked.answerer(), asked.purpose(), asked.period());
        } catch (IllegalArgumentException unreadable) {
            throw new OverlapStopped("overlap-name-unreadable");
        }
    }

    @Override
    public People blind(House house, Question asked) {
        OverlapQuestion question = question(asked);
        Sketching room = sketching.get();
        BlindedPeople people = or(() -> room.blind(house, question));
        return new HousePeople(room, question, people);
    }

    @Override
    public String promise(String node, Question asked, int size, byte[] digests) {
        OverlapQuestion question = question(asked);
        return or(() -> sketching.get().promise(node, question, size, digests));
    }

    @Override
    public byte[] multiply(String node, String promise, String period, int number, byte[] message) {
        return or(() -> sketching.get().multiply(node, promise, period, number, message));
    }

    @Override
    public void check(String purpose, String period, byte[] sketch) {
        run(() -> sketching.get().check(new PseudonymScope(purpose, period), sketch));
    }

    @Override
    public Counted counts(String purpose, String period, List<byte[]> sketches) {
        SketchCounts counts = or(() -> sketching.get().counts(new PseudonymScope(purpose, period), sketches));
        return new Counted(
                sampled(counts.reach()),
                counts.atLeast().stream().map(SketchingSides::sampled).toList(),
                counts.pairs().stream()
                        .map(pair -> new Pair(pair.one(), pair.other(), pair.shared(), sampled(pair.together())))
                        .toList());
    }

    private static Sampled sampled(SketchCounts.Sampled counted) {
        return new Sampled(counted.people(), counted.share());
    }

    private record HousePeople(Sketching room, OverlapQuestion question, BlindedPeople people) implements People {
        @Override
        public int size() {
            return people.size();
        }

        @Override
        public int messages() {
            return people.messages();
        }

        @Override
        public byte[] digests() {
            return people.digests();
        }

        @Override
        public byte[] message(int number) {
            return people.message(number);
        }

        @Override
        public void byFirst(int number, byte[] answer) {
            run(() -> people.byFirst(number, answer));
        }

        @Override
        public void bySecond(int number, byte[] answer) {
            run(() -> people.bySecond(number, answer));
        }

        @Override
        public byte[] sketch() {
            return or(people::sketch);
        }

        @Override
        public void done() {
            room.done(question);
        }
    }
}

package org.foyer.hub.insight.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.foyer.hub.model.HouseId;
import org.jspecify.annotations.Nullable;

/** Keeps the latest answers to one kind of question about a house for as long as its part of the warehouse has not changed. */
final class Memory<T> {

    private record Question(HouseId house, List<Object> asked, long revision) {}

    private final Cache<Question, T> answers;
    private final ToLongFunction<HouseId> revision;

    /** @param revision grows when the rows of a house may have changed */
    Memory(int most, ToLongFunction<HouseId> revision) {
        this.answers = Caffeine.newBuilder().maximumSize(most).build();
        this.revision = revision;
    }

    T answer(HouseId house, List<Object> asked, Supplier<T> otherwise) {
        return answers.get(question(house, asked), question -> otherwise.get());
    }

    /** Null when it is not remembered. */
    @Nullable
    T known(HouseId house, List<Object> asked) {
        return answers.getIfPresent(question(house, asked));
    }

    /** @param since the revision of the house before the answer was read */
    void keep(HouseId house, List<Object> asked, long since, T answer) {
        answers.put(new Question(house, asked, since), answer);
    }

    long revision(HouseId house) {
        return revision.applyAsLong(house);
    }

    private Question question(HouseId house, List<Object> asked) {
        return new Question(house, asked, revision(house));
    }
}

package org.foyer.hub.insight.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Keeps the latest answers to one kind of question for as long as the warehouse has not changed. */
final class Memory<T> {

    private record Question(List<Object> asked, long revision) {}

    private final Cache<Question, T> answers;
    private final LongSupplier revision;

    Memory(int most, LongSupplier revision) {
        this.answers = Caffeine.newBuilder().maximumSize(most).build();
        this.revision = revision;
    }

    T answer(List<Object> asked, Supplier<T> otherwise) {
        return answers.get(new Question(asked, revision.getAsLong()), question -> otherwise.get());
    }
}

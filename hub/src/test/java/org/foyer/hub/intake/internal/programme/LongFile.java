package org.foyer.hub.intake.internal.programme;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A file made while it is read. */
final class LongFile {

    private LongFile() {}

    /**
     * A head, then records until there are so many bytes.
     *
     * @param record the text of the n-th
     */
    static InputStream of(long bytes, String head, LongFunction<String> record) {
        long each = record.apply(100_000).getBytes(StandardCharsets.UTF_8).length;
        Iterator<String> texts = Stream.concat(
                        Stream.of(head), LongStream.range(0, bytes / each + 1).mapToObj(record))
                .iterator();
        Enumeration<InputStream> parts = new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return texts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(texts.next().getBytes(StandardCharsets.UTF_8));
            }
        };
        return new SequenceInputStream(parts);
    }
}

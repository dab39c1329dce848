package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.foyer.hub.intake.internal.reading.JsonTree;

/**
 * A JSON-LD document that is too large to be held: a list, or an object whose {@code @graph} is one. Of each element it is known where in
 * the file it stands, in 12 bytes; it is read when it is asked for.
 */
final class LinkedFile implements Closeable {

    /** Elements of one document, at most: so many that their places have this many bits. */
    static final int PLACE_BITS = 22;

    private final LinkedContext context;
    private final RandomAccessFile bytes;
    private long[] starts = new long[1_024];
    private int[] lengths = new int[1_024];
    private int elements;

    /**
     * Reads the file once, for where its elements stand and what its contexts say.
     *
     * @throws JsonLists.Broken where it is no JSON, or {@code document-too-large} when it is neither a list nor has a {@code @graph}
     */
    LinkedFile(Path file, LinkedContext context) throws IOException {
        this.context = context;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                JsonParser parser = Members.FACTORY.createParser(in)) {
            try {
                document(parser);
            } catch (IOException e) {
                throw JsonLists.broken(e, parser);
            }
        }
        this.bytes = new RandomAccessFile(file.toFile(), "r");
    }

    private void document(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        boolean any = first == JsonToken.START_ARRAY;
        if (any) {
            list(parser);
        }
        while (first == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("@graph") && !any) {
                list(parser);
                any = true;
            } else {
                LinkedGraph.contexts(Map.of(name, value(parser)), context);
            }
        }
        if (parser.nextToken() != null) {
            throw new JsonLists.Broken("json-broken", parser.currentLocation().getLineNr());
        }
        if (!any) {
            throw new JsonLists.Broken("document-too-large", 1);
        }
    }

    private void list(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            // the position is that behind the bracket; none is known in encodings other than UTF-8
            long start = parser.currentLocation().getByteOffset() - 1;
            boolean taken = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
            LinkedGraph.contexts(value(parser), context);
            if (taken) {
                add(start, parser.currentLocation().getByteOffset() - start);
            }
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        Object value = JsonTree.read(parser, Members.RECORD_MAX).value();
        return value == null ? "" : value;
    }

    private void add(long start, long length) throws JsonLists.Broken {
        if (elements == 1 << PLACE_BITS || start < 0) {
            throw new JsonLists.Broken("programme-too-large", 0);
        }
        if (elements == starts.length) {
            starts = Arrays.copyOf(starts, 2 * elements);
            lengths = Arrays.copyOf(lengths, 2 * elements);
        }
        starts[elements] = start;
        lengths[elements++] = Math.toIntExact(length);
    }

    int elements() {
        return elements;
    }

    /** An element as it stands in the file. */
    Object element(int at) throws IOException {
        byte[] read = new byte[lengths[at]];
        bytes.seek(starts[at]);
        bytes.readFully(read);
        try (JsonParser parser = Members.FACTORY.createParser(read)) {
            parser.nextToken();
            return value(parser);
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

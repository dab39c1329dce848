package org.foyer.hub.intake.internal.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The lists of a tool as one JSON document, written record by record; what was written since a mark can be taken back. */
final class GatheredFile implements Closeable {

    private static final int BUFFER_BYTES = 1 << 20;

    private final ObjectMapper mapper;
    private final FileChannel file;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private boolean anyRecord;

    /** A place to come back to. */
    record Place(long bytes, boolean anyRecord) {}

    GatheredFile(Path target, ObjectMapper mapper, @Nullable String mark) throws IOException {
        this.mapper = mapper;
        this.file = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        text(mark == null ? "{" : "{\"pulledFrom\":\"" + mark + "\",");
    }

    void beginList(String name, boolean first) throws IOException {
        text((first ? "" : ",") + "\n\"" + name + "\":[");
        anyRecord = false;
    }

    void endList() throws IOException {
        text("]");
    }

    void record(JsonNode record) throws IOException {
        text(anyRecord ? ",\n" : "\n");
        buffer.write(mapper.writeValueAsBytes(record));
        anyRecord = true;
        if (buffer.size() >= BUFFER_BYTES) {
            flush();
        }
    }

    Place place() throws IOException {
        flush();
        return new Place(file.position(), anyRecord);
    }

    /** Takes back everything since. */
    void backTo(Place place) throws IOException {
        buffer.reset();
        file.truncate(place.bytes());
        file.position(place.bytes());
        anyRecord = place.anyRecord();
    }

    void end() throws IOException {
        text("}\n");
        flush();
    }

    private void text(String text) throws IOException {
        buffer.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void flush() throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(buffer.toByteArray());
        while (rest.hasRemaining()) {
            file.write(rest);
        }
        buffer.reset();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

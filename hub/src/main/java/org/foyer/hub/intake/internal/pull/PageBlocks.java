package org.foyer.hub.intake.internal.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.foyer.kit.WebAnswer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The JSON-LD blocks of pages as one document, a list of them. Names that a page gives to things within itself are made those
 * of this page, so that two pages do not speak of one thing by chance.
 */
final class PageBlocks implements Closeable {

    private static final String EVENT = "Event";
    private static final String ID = "@id";

    private final BufferedWriter out;
    private int pages;
    private boolean any;

    PageBlocks(Path target) throws IOException {
        this.out = Files.newBufferedWriter(target);
    }

    /** Adds the blocks of a page, if one of them speaks of an event; a block that is broken is left out. */
    void add(WebAnswer page) throws IOException {
        pages++;
        List<JsonNode> blocks = new ArrayList<>();
        boolean event = false;
        try (InputStream body = page.body()) {
            for (Element block : Jsoup.parse(body, null, "").select("script[type~=(?i)application/ld\\+json]")) {
                try {
                    JsonNode read = PageReader.MAPPER.readTree(block.data());
                    if (read.isContainerNode()) {
                        blocks.add(named(read, page.address()));
                        event |= block.data().contains(EVENT);
                    }
                } catch (JsonProcessingException broken) {
                    continue;
                }
            }
        }
        if (event) {
            for (JsonNode block : blocks) {
                out.write(any ? ",\n" : "[\n");
                out.write(PageReader.MAPPER.writeValueAsString(block));
                any = true;
            }
        }
    }

    /** Gives every name in a block the page it stands in. The depth is bounded by the reader's own limit. */
    private JsonNode named(JsonNode node, URI page) {
        if (node instanceof ObjectNode object) {
            JsonNode id = object.get(ID);
            if (id != null && id.isTextual()) {
                object.set(ID, TextNode.valueOf(absolute(id.asText(), page)));
            }
        }
        node.forEach(inner -> named(inner, page));
        return node;
    }

    private String absolute(String id, URI page) {
        if (id.startsWith("_:")) {
            return "_:p" + pages + "-" + id.substring(2);
        }
        try {
            return page.resolve(id).toString();
        } catch (IllegalArgumentException unreadable) {
            return id;
        }
    }

    /** Ends the document; false when no page had any event. */
    boolean end() throws IOException {
        out.write(any ? "\n]\n" : "[]\n");
        return any;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

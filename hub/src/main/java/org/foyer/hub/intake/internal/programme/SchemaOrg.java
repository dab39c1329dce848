package org.foyer.hub.intake.internal.programme;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.loading.PlainText;
import org.foyer.hub.intake.internal.reading.JsonTree;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Events of schema.org in JSON-LD: a document, or a page with such documents in it. Nothing is fetched, neither contexts nor
 * what the document only refers to.
 */
public final class SchemaOrg implements Source {

    /** Bytes of a page, and of a document that is held as a whole; a longer one is read element by element. */
    private static final int BYTES_MAX = 16 << 20;

    private static final int CHARS_MAX = 32 << 20;
    private static final String TOO_LARGE = "document-too-large";
    private static final int SHOWN_MAX = 200;

    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]");
    private static final Pattern PAGE =
            Pattern.compile("\\s*<(!doctype html|html|head|body|script|!--)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEMA = Pattern.compile(
            "\"(@context|@type|@vocab|@graph)\"[^<]*(https?:)?//(www\\.)?schema\\.org|\"(schema|sdo):[A-Z]");
    private static final Pattern BLOCK = Pattern.compile("application/ld\\+json", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "schema-org-events";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        if (JSON.matcher(beginning).lookingAt()) {
            return beginning.contains("\"@") && SCHEMA.matcher(beginning).find();
        }
        return PAGE.matcher(beginning).lookingAt() && BLOCK.matcher(beginning).find();
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        ListedRows listed = new ListedRows(fileName, rows);
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        boolean json = JSON.matcher(new String(bytes, 0, Math.min(bytes.length, 1_024), StandardCharsets.UTF_8)
                        .replace("\uFEFF", ""))
                .lookingAt();
        try {
            if (bytes.length > BYTES_MAX) {
                if (!json) {
                    throw new JsonLists.Broken(TOO_LARGE, 0);
                }
                large(new SequenceInputStream(new ByteArrayInputStream(bytes), in), listed);
            } else if (!held(bytes, json, listed)) {
                listed.stop("page-without-events");
                return;
            }
        } catch (JsonLists.Broken broken) {
            if (broken.code().equals(TOO_LARGE)) {
                listed.stop(TOO_LARGE, Integer.toString(BYTES_MAX >> 20));
            } else {
                listed.stopAt(broken.code(), broken.line());
            }
            return;
        }
        listed.end();
    }

    private static boolean held(byte[] bytes, boolean json, ListedRows listed) throws IOException {
        LinkedContext context = new LinkedContext();
        LinkedGraph graph = new LinkedGraph(context);
        if (json) {
            graph.add(document(bytes));
        } else if (!page(bytes, graph, listed)) {
            return false;
        }
        tellElsewhere(context, listed);
        new SchemaEvents(graph, listed).write();
        return true;
    }

    /** By way of a file beside, since what is said of a thing may stand anywhere in it. */
    private static void large(InputStream in, ListedRows listed) throws IOException {
        LinkedContext context = new LinkedContext();
        Path beside = Files.createTempFile("foyer-document", ".json");
        try {
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            try (LinkedFile file = new LinkedFile(beside, context)) {
                tellElsewhere(context, listed);
                new LinkedElements(file, context).write(listed);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void tellElsewhere(LinkedContext context, ListedRows listed) throws IOException {
        for (String elsewhere : context.elsewhere()) {
            String shown = PlainText.line(elsewhere);
            listed.warn("context-elsewhere", shown.substring(0, Math.min(SHOWN_MAX, shown.length())));
        }
    }

    private static boolean page(byte[] bytes, LinkedGraph graph, ListedRows listed) throws IOException {
        Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        boolean any = false;
        for (Element block : page.select("script[type~=(?i)application/ld\\+json]")) {
            try {
                graph.add(document(block.data().getBytes(StandardCharsets.UTF_8)));
                any = true;
            } catch (JsonLists.Broken broken) {
                listed.count("page-block-broken");
            }
        }
        if (!any) {
            listed.end();
        }
        return any;
    }

    private static Object document(byte[] bytes) throws IOException {
        try (JsonParser parser = Members.FACTORY.createParser(bytes)) {
            try {
                if (parser.nextToken() == null) {
                    throw new JsonLists.Broken("file-truncated", 1);
                }
                Object document = JsonTree.read(parser, CHARS_MAX).value();
                if (document == null || parser.nextToken() != null) {
                    throw new JsonLists.Broken(
                            "json-broken", parser.currentLocation().getLineNr());
                }
                return document;
            } catch (IOException e) {
                throw JsonLists.broken(e, parser);
            }
        }
    }
}

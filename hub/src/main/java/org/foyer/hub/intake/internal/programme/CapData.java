package org.foyer.hub.intake.internal.programme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.shared.JenaException;
import org.foyer.kit.Rows;
import org.foyer.kit.Source;

/**
 * Programmes of French opera houses in the vocabulary of Cap Data, as RDF/XML. Names are read whatever their namespace, with and
 * without {@code aPour}, since the vocabulary is not published and is expected to move. Nothing is fetched.
 */
public final class CapData implements Source {

    /** Bytes of a document, which must be there as a whole before its references can be followed. */
    private static final int BYTES_MAX = 16 << 20;

    /** Stands in every text in an encoding of two bytes, in which a document type would not be seen. */
    private static final String NULL = "\u0000";

    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?RDF[\\s>]");
    private static final Pattern CLASS = Pattern.compile("<(?:[\\w.-]+:)?Evenement[\\s>/]|capdata|[#/]Evenement\"");

    /** The shape of a language tag after BCP 47, section 2.1. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    @Override
    public String name() {
        return "capdata-programme";
    }

    @Override
    public boolean recognises(String fileName, String beginning) {
        return ROOT.matcher(beginning).find() && CLASS.matcher(beginning).find();
    }

    @Override
    public void read(String fileName, InputStream in, Rows rows) throws IOException {
        ListedRows listed = new ListedRows(fileName, rows);
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            listed.stop("document-too-large", Integer.toString(BYTES_MAX >> 20));
            return;
        }
        // entities can make gigabytes of a kilobyte, or read files of the machine; no programme needs any
        if (holds(bytes, "<!DOCTYPE") || holds(bytes, "<!ENTITY") || holds(bytes, NULL)) {
            listed.stop("xml-doctype");
            return;
        }
        CapDataGraph graph = new CapDataGraph();
        try {
            RDFParser.fromString(new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""), Lang.RDFXML)
                    .base("urn:x-programme:")
                    .factory(new TextsKept())
                    .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                    .parse(graph);
        } catch (CapDataGraph.TooLarge e) {
            listed.stop("document-too-large", Integer.toString(BYTES_MAX >> 20));
            return;
        } catch (JenaException e) {
            listed.stop("xml-broken");
            return;
        }
        new CapDataEvents(graph, listed).write();
        listed.end();
    }

    /**
     * A text whose language is no language tag is kept without it: a damaged letter there must not cost the document. Jena 5.6 ends
     * with an exception of its own on tags with letters outside ASCII.
     */
    private static final class TextsKept extends FactoryRDFStd {

        @Override
        public Node createLangLiteral(String text, String language) {
            return TAG.matcher(language).matches()
                    ? super.createLangLiteral(text, language)
                    : super.createStringLiteral(text);
        }
    }

    private static boolean holds(byte[] bytes, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && Character.toUpperCase((char) bytes[at + same]) == (char) wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}

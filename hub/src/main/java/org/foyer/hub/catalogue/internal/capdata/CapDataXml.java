package org.foyer.hub.catalogue.internal.capdata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes RDF/XML as a stream: elements of one vocabulary, identifiers, texts and references. */
final class CapDataXml implements AutoCloseable {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private final XMLStreamWriter out;

    CapDataXml(OutputStream stream) throws IOException {
        try {
            out = XMLOutputFactory.newFactory().createXMLStreamWriter(stream, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("rdf", "RDF", RDF);
            out.writeNamespace("rdf", RDF);
            out.writeDefaultNamespace(CapDataWords.namespace());
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private interface Writing {
        void to(XMLStreamWriter out) throws XMLStreamException;
    }

    private void write(Writing writing) throws IOException {
        try {
            writing.to(out);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Begins a thing. @param iri null for one without a name of its own */
    void start(String word, @Nullable String iri) throws IOException {
        write(xml -> {
            xml.writeCharacters("\n");
            xml.writeStartElement("", CapDataWords.of(word), CapDataWords.namespace());
            if (iri != null) {
                xml.writeAttribute("rdf", RDF, "about", iri);
            }
        });
    }

    /** Begins a property whose value is a thing that follows. */
    void startProperty(String word) throws IOException {
        write(xml -> xml.writeStartElement("", CapDataWords.of(word), CapDataWords.namespace()));
    }

    void end() throws IOException {
        write(XMLStreamWriter::writeEndElement);
    }

    /** A text, without a language: nobody says in which it is. Characters that XML cannot hold become blanks. */
    void text(String word, @Nullable String text) throws IOException {
        typed(word, text, null);
    }

    /** @param type local name of a type of XML Schema, null for a plain text */
    void typed(String word, @Nullable String text, @Nullable String type) throws IOException {
        if (text == null || text.isBlank()) {
            return;
        }
        write(xml -> {
            xml.writeStartElement("", CapDataWords.of(word), CapDataWords.namespace());
            if (type != null) {
                xml.writeAttribute("rdf", RDF, "datatype", XSD + type);
            }
            xml.writeCharacters(clean(text));
            xml.writeEndElement();
        });
    }

    private static String clean(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF
                        ? c
                        : c == '\r' ? '\n' : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    void reference(String word, String iri) throws IOException {
        write(xml -> {
            xml.writeEmptyElement("", CapDataWords.of(word), CapDataWords.namespace());
            xml.writeAttribute("rdf", RDF, "resource", iri);
        });
    }

    @Override
    public void close() throws IOException {
        write(xml -> {
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
    }
}

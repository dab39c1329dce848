package org.foyer.hub.catalogue.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes things and what is said of them in schema.org, one after the other. What is not known is not written. The identifier of a thing
 * ({@code @id}) comes before everything else of it; a thing without one is known only by what is said of it.
 */
interface SchemaWriter extends Closeable {

    /** Before the names of schema.org; Artsdata's shapes know no https. */
    String SCHEMA = "http://schema.org/";

    String XSD = "http://www.w3.org/2001/XMLSchema#";

    /** Properties whose values are addresses, not texts. */
    List<String> ADDRESSES =
            List.of("additionalType", "eventStatus", "eventAttendanceMode", "url", "availability", "keywords");

    /** Begins a thing that stands alone, or the next of a list. */
    void start() throws IOException;

    /** Begins a thing that is the value of a property. */
    void start(String property) throws IOException;

    /** Ends a thing. */
    void end() throws IOException;

    /** Begins the values of a property; their order means nothing. */
    void startList(String property) throws IOException;

    void endList() throws IOException;

    /** @param property or {@code @id}, {@code @type} */
    void text(String property, @Nullable String value) throws IOException;

    void texts(String property, Collection<String> values) throws IOException;

    void number(String property, @Nullable Integer value) throws IOException;

    /** The next of a list: a text of which no language is told. */
    void next(String value) throws IOException;

    /** The next of a list: a text in a language of two letters. */
    void textIn(String language, String value) throws IOException;

    /** A moment: {@code startDate} or {@code endDate}. */
    void moment(String property, Start moment) throws IOException;

    /** A reference to a thing described elsewhere. */
    void reference(String property, String iri) throws IOException;

    /** The next of a list: a thing of which only the name is known, not even whether it is a person or a group. */
    void named(String name) throws IOException;
}

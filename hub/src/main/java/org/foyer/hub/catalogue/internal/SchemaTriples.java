package org.foyer.hub.catalogue.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** The same as {@link SchemaJson}, as triples, each handed on at once. */
final class SchemaTriples implements SchemaWriter {

    private final StreamRDF out;
    private final Deque<Thing> open = new ArrayDeque<>();

    SchemaTriples(StreamRDF out) {
        this.out = out;
    }

    /** A thing that is being described, or the values of a property of it. */
    private final class Thing {
        private final @Nullable Thing of;
        private final @Nullable String property;
        private @Nullable Node node;

        private Thing(@Nullable Thing of, @Nullable String property) {
            this.of = of;
            this.property = property;
        }

        /** Its node; without an identifier it gets none until something is said of it. */
        private Node node() {
            Node known = node;
            return known == null ? is(NodeFactory.createBlankNode()) : known;
        }

        private Node is(Node identifier) {
            node = identifier;
            if (of != null && property != null) {
                emit(of.node(), property, identifier);
            }
            return identifier;
        }
    }

    @Override
    public void start() {
        Thing list = open.peek();
        open.push(list == null ? new Thing(null, null) : new Thing(list.of, list.property));
    }

    @Override
    public void start(String property) {
        open.push(new Thing(open.peek(), property));
    }

    @Override
    public void end() {
        open.pop().node();
    }

    @Override
    public void startList(String property) {
        open.push(new Thing(open.peek(), property));
    }

    @Override
    public void endList() {
        open.pop();
    }

    @Override
    public void text(String property, @Nullable String value) {
        if (value == null) {
            return;
        }
        switch (property) {
            case "@id" -> thing().is(NodeFactory.createURI(value));
            case "@type" ->
                out.triple(Triple.create(thing().node(), RDF.type.asNode(), NodeFactory.createURI(SCHEMA + value)));
            default ->
                emit(
                        thing().node(),
                        property,
                        ADDRESSES.contains(property)
                                ? NodeFactory.createURI(value)
                                : NodeFactory.createLiteralString(value));
        }
    }

    @Override
    public void texts(String property, Collection<String> values) {
        values.forEach(value -> text(property, value));
    }

    @Override
    public void number(String property, @Nullable Integer value) {
        if (value != null) {
            emit(thing().node(), property, NodeFactory.createLiteralDT(value.toString(), XSDDatatype.XSDinteger));
        }
    }

    @Override
    public void next(String value) {
        listed(NodeFactory.createLiteralString(value));
    }

    @Override
    public void textIn(String language, String value) {
        listed(NodeFactory.createLiteralLang(value, language));
    }

    private void listed(Node value) {
        Thing list = thing();
        if (list.of != null && list.property != null) {
            emit(list.of.node(), list.property, value);
        }
    }

    @Override
    public void moment(String property, Start start) {
        String type = XSD + (start.isDayOnly() ? "date" : "dateTime");
        emit(
                thing().node(),
                property,
                NodeFactory.createLiteralDT(
                        start.text(), TypeMapper.getInstance().getSafeTypeByName(type)));
    }

    @Override
    public void reference(String property, String iri) {
        emit(thing().node(), property, NodeFactory.createURI(iri));
    }

    @Override
    public void named(String name) {
        start();
        text("name", name);
        end();
    }

    private Thing thing() {
        Thing thing = open.peek();
        if (thing == null) {
            throw new IllegalStateException("nothing is being described");
        }
        return thing;
    }

    private void emit(Node subject, String property, Node value) {
        String iri = property.startsWith("http://") ? property : SCHEMA + property;
        out.triple(Triple.create(subject, NodeFactory.createURI(iri), value));
    }

    @Override
    public void close() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("a thing was not ended");
        }
    }
}

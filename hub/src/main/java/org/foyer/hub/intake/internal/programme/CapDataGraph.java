package org.foyer.hub.intake.internal.programme;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.vocabulary.RDF;
import org.foyer.hub.model.ExternalIdCell;

/** What a document says, by subject and by name of the property, in its order. Bounded. */
final class CapDataGraph extends StreamRDFBase {

    /** Statements of one document. */
    private static final int TRIPLES_MAX = 2_000_000;

    private static final List<String> SPOKEN = List.of("fr", "", "en", "de", "nl");
    private static final String TYPE = "type";

    /** Of which register a property's value is that does not say it. */
    private static final Map<String, String> REGISTERS =
            Map.of("arkBnf", "ark", "frBnf", "frbnf", "isni", "isni", "identifiantRof", "rof");

    private final Map<Node, Map<String, List<Node>>> things = new LinkedHashMap<>();
    private int triples;

    /** More statements than a programme has. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void triple(Triple triple) {
        if (++triples > TRIPLES_MAX) {
            throw new TooLarge();
        }
        boolean type = triple.getPredicate().equals(RDF.type.asNode());
        String name = type ? TYPE : name(triple.getPredicate().getURI());
        things.computeIfAbsent(triple.getSubject(), made -> new LinkedHashMap<>())
                .computeIfAbsent(name, made -> new ArrayList<>())
                .add(triple.getObject());
    }

    /** {@code aPourTypeEvenement}, {@code a_pour_type_evenement} and {@code typeEvenement} are one name. */
    static String name(String iri) {
        String local = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
        return local.replace("_", "").toLowerCase(Locale.ROOT).replaceFirst("^apour", "");
    }

    /** Things of a class, by its name without a namespace. */
    List<Node> ofClass(String name) {
        String wanted = name(name);
        return things.entrySet().stream()
                .filter(thing -> thing.getValue().getOrDefault(TYPE, List.of()).stream()
                        .anyMatch(type -> type.isURI() && name(type.getURI()).equals(wanted)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a thing is of a class. */
    boolean isOf(Node thing, String type) {
        return things.getOrDefault(thing, Map.of()).getOrDefault(TYPE, List.of()).stream()
                .anyMatch(one -> one.isURI() && name(one.getURI()).equals(name(type)));
    }

    /** Values of a property of a thing. */
    List<Node> values(Node thing, String property) {
        return things.getOrDefault(thing, Map.of()).getOrDefault(name(property), List.of());
    }

    /** Things that are values of a property. */
    List<Node> linked(Node thing, String property) {
        return values(thing, property).stream()
                .filter(value -> !value.isLiteral())
                .toList();
    }

    /** The text of a property, in the first of our languages that has one; empty without. */
    String text(Node thing, String property) {
        List<Node> texts =
                values(thing, property).stream().filter(Node::isLiteral).toList();
        for (String language : SPOKEN) {
            for (Node text : texts) {
                String said = text.getLiteralLanguage();
                if (language.isEmpty()
                        ? said.isEmpty()
                        : said.toLowerCase(Locale.ROOT).startsWith(language)) {
                    return text.getLiteralLexicalForm();
                }
            }
        }
        return texts.isEmpty() ? "" : texts.get(0).getLiteralLexicalForm();
    }

    /** The text of a property, or the label of the thing it leads to. */
    String label(Node thing, String property) {
        String text = text(thing, property);
        if (!text.isEmpty()) {
            return text;
        }
        for (Node linked : linked(thing, property)) {
            String label = text(linked, "libelle");
            if (!label.isEmpty()) {
                return label;
            }
        }
        return "";
    }

    /** The label of the first of some properties that has one. */
    String label(Node thing, List<String> properties) {
        return properties.stream()
                .map(property -> label(thing, property))
                .filter(label -> !label.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** All texts of a property, and the labels of the things it leads to. */
    List<String> labels(Node thing, String property) {
        List<String> labels = new ArrayList<>();
        String text = text(thing, property);
        if (!text.isEmpty()) {
            labels.add(text);
        }
        linked(thing, property).forEach(linked -> labels.add(text(linked, "libelle")));
        labels.removeIf(String::isEmpty);
        return labels;
    }

    /** Identifiers that it has in other registers, as one cell; {@code identifiantRof} and {@code identifiant} name none by themselves. */
    String identifiers(Node thing) {
        Set<String> found = new LinkedHashSet<>();
        if (ExternalIdCell.isTelling(id(thing))) {
            found.add(id(thing));
        }
        for (String property :
                List.of("sameAs", "exactMatch", "arkBnf", "frBnf", "isni", "identifiantRof", "identifiant")) {
            for (Node value : values(thing, property)) {
                String text = value.isLiteral() ? value.getLiteralLexicalForm().strip() : id(value);
                String register = REGISTERS.getOrDefault(property, "");
                if (ExternalIdCell.isTelling(text)) {
                    found.add(text);
                } else if (!register.isEmpty() && !text.isEmpty()) {
                    found.add(register + ": " + text);
                }
            }
        }
        return found.stream().limit(ExternalIdCell.MOST).collect(Collectors.joining(ExternalIdCell.BETWEEN));
    }

    /** Its identifier; empty for a thing without one. */
    static String id(Node thing) {
        return thing.isURI() ? thing.getURI() : "";
    }
}

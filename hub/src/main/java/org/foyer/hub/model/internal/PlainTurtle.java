package org.foyer.hub.model.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Turtle as the shipped vocabularies are written: prefixes, addresses, names, texts with a language or a type, lists of objects
 * and of properties. No blank nodes, numbers or collections. A library that reads all of Turtle takes longer to load than the rest of a
 * small page; a test holds that it reads the same in each file.
 */
public final class PlainTurtle {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static final Pattern TOKEN = Pattern.compile("#[^\n]*|\\s+|@prefix\\b|<([^>\\s]*)>"
            + "|\"((?:[^\"\\\\\n]|\\\\.)*)\"(?:@([a-z]{2})|\\^\\^<([^>\\s]*)>)?|([a-z]*):([\\w-]*)|a(?=\\s)|[;,.]");

    private final String base;
    private final Map<String, String> prefixes = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Value> clause = new ArrayList<>();
    private boolean prefix;

    private PlainTurtle(String base) {
        this.base = base;
    }

    /**
     * An address, or a text.
     *
     * @param address whether it is one
     * @param language of a text, empty where it has none
     * @param type address of the type of a text, empty where it has none
     */
    public record Value(String text, boolean address, String language, String type) {}

    /** One statement. */
    public record Statement(String subject, String property, Value object) {}

    /**
     * Reads a document.
     *
     * @param base what addresses without a host stand behind
     * @throws IllegalArgumentException with the line, when something is not written as these files are
     */
    public static List<Statement> read(String text, String base) {
        PlainTurtle reader = new PlainTurtle(base);
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!token.region(at, text.length()).lookingAt()) {
                throw new IllegalArgumentException("line "
                        + (1
                                + text.substring(0, at)
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count()));
            }
            reader.take(token);
            at = token.end();
        }
        if (!reader.clause.isEmpty()) {
            throw new IllegalArgumentException("the last statement does not end");
        }
        return List.copyOf(reader.statements);
    }

    private void take(Matcher token) {
        String all = token.group();
        if (all.startsWith("#") || all.isBlank()) {
            return;
        }
        if (all.equals("@prefix")) {
            prefix = true;
        } else if (token.group(1) != null) {
            address(resolved(token.group(1)));
        } else if (token.group(2) != null) {
            String type = token.group(4) == null ? "" : resolved(token.group(4));
            String language = token.group(3) == null ? "" : token.group(3);
            clause.add(new Value(token.group(2).replaceAll("\\\\(.)", "$1"), false, language, type));
        } else if (token.group(5) != null) {
            name(token.group(5), token.group(6));
        } else if (all.equals("a")) {
            address(RDF + "type");
        } else {
            end(all);
        }
    }

    private void name(String before, String local) {
        if (prefix && clause.isEmpty()) {
            clause.add(new Value(before, false, "", ""));
            return;
        }
        String space = prefixes.get(before);
        if (space == null) {
            throw new IllegalArgumentException("unknown prefix " + before);
        }
        address(space + local);
    }

    private void address(String address) {
        clause.add(new Value(address, true, "", ""));
    }

    /** What is between two marks is complete; the next begins with the same subject after a semicolon, and property after a comma. */
    private void end(String mark) {
        if (prefix) {
            prefixes.put(clause.get(0).text(), clause.get(1).text());
            prefix = false;
            clause.clear();
            return;
        }
        if (clause.size() != 3) {
            throw new IllegalArgumentException("not a statement: " + clause);
        }
        statements.add(new Statement(clause.get(0).text(), clause.get(1).text(), clause.get(2)));
        int kept = mark.equals(",") ? 2 : mark.equals(";") ? 1 : 0;
        clause.subList(kept, clause.size()).clear();
    }

    private String resolved(String address) {
        return address.contains("://")
                ? address
                : URI.create(base).resolve(address).toString();
    }
}

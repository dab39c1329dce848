package org.foyer.hub.site.internal.reconciliation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Reconciliation.Entity;

/** A small look at an entity, for people who choose among candidates: a page of its own, or a piece of one. */
public record ReconciliationPreview(Locale language) {

    private static final int VALUES_SHOWN = 4;

    /** Of dark and light frames alike; the policy of the answer allows this style and nothing else. */
    public static final String STYLE =
            "body{font:14px/1.4 sans-serif;margin:12px;color-scheme:light dark}h1{font-size:16px;margin:0 0 4px}"
                    + "dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 10px;margin:8px 0 0}dt{opacity:.75}dd{margin:0;"
                    + "overflow-wrap:anywhere}p{margin:0}";

    public String page(Entity entity) {
        return "<!DOCTYPE html><html lang=\"" + language.getLanguage()
                + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>"
                + escaped(entity.name()) + "</title><style>" + STYLE + "</style></head><body>" + piece(entity)
                + "</body></html>";
    }

    /** Without any style or script of its own. */
    public String piece(Entity entity) {
        ReconciliationAnswers answers = new ReconciliationAnswers(language);
        return "<h1>" + escaped(entity.name()) + "</h1><p>"
                + escaped(ReconciliationWords.name(entity.kind().type(), language)) + " · "
                + escaped(answers.description(entity)) + "</p><dl>"
                + entity.kind().properties().stream()
                        .filter(entity.properties()::containsKey)
                        .map(property -> row(property, entity.properties()))
                        .collect(Collectors.joining())
                + "</dl>";
    }

    private String row(String property, Map<String, List<String>> properties) {
        List<String> values = properties.getOrDefault(property, List.of());
        String told = values.stream()
                .limit(VALUES_SHOWN)
                .map(value -> "house".equals(property) ? ReconciliationAnswers.houseName(value) : value)
                .collect(Collectors.joining(", "));
        return "<dt>" + escaped(ReconciliationWords.name(property, language)) + "</dt><dd>" + escaped(told)
                + (values.size() > VALUES_SHOWN ? " …" : "") + "</dd>";
    }

    /** A name and what it means, for types and properties. */
    public String piece(String id) {
        return "<p><strong>" + escaped(ReconciliationWords.name(id, language)) + "</strong> "
                + escaped(ReconciliationWords.explained(id, language)) + "</p>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

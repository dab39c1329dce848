package org.foyer.hub.site.internal.reconciliation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyer.hub.catalogue.EntityKind;
import org.foyer.hub.catalogue.Reconciliation;

/**
 * What a reconciliation service says of itself.
 *
 * @param base address of the node, without a final slash
 */
public record ReconciliationManifest(String base, Locale language) {

    /** Where the service answers. */
    public static final String PATH = "/api/reconciliation";

    /** Pixels of a preview. */
    private static final int WIDTH = 400;

    private static final int HEIGHT = 320;

    /** The manifest as JSON is made of it (specification, "Service Manifest"). */
    public Map<String, Object> told() {
        String service = base + PATH;
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("versions", List.of("0.2"));
        told.put(
                "name",
                Locale.FRENCH.getLanguage().equals(language.getLanguage())
                        ? "Foyer : programmes du spectacle vivant (" + base + ")"
                        : "Foyer: programmes of the performing arts (" + base + ")");
        told.put("identifierSpace", service + "/entities/");
        told.put("schemaSpace", "http://schema.org/");
        told.put(
                "defaultTypes",
                Arrays.stream(EntityKind.values()).map(this::type).toList());
        told.put("logo", base + "/assets/foyer.svg");
        told.put("serviceVersion", "1");
        told.put("batchSize", Reconciliation.BATCH_MAX);
        told.put("view", Map.of("url", service + "/entities/{{id}}"));
        told.put("feature_view", Map.of("url", service + "/features/{{id}}"));
        told.put("preview", Map.of("url", service + "/preview?id={{id}}", "width", WIDTH, "height", HEIGHT));
        told.put("suggest", suggest());
        told.put(
                "extend",
                Map.of(
                        "propose_properties",
                        Map.of("service_url", base, "service_path", PATH + "/properties"),
                        "property_settings",
                        List.of()));
        return told;
    }

    private Map<String, Object> suggest() {
        Map<String, Object> suggest = new LinkedHashMap<>();
        for (String what : List.of("entity", "type", "property")) {
            Map<String, Object> service = new LinkedHashMap<>();
            service.put("service_url", base);
            service.put("service_path", PATH + "/suggest/" + what);
            service.put("flyout_service_url", base);
            service.put("flyout_service_path", PATH + "/flyout/" + what + "?id=${id}");
            suggest.put(what, service);
        }
        return suggest;
    }

    /** A type with its name and the class of schema.org above it. */
    public Map<String, Object> type(EntityKind kind) {
        Map<String, Object> type = new LinkedHashMap<>();
        type.put("id", kind.type());
        type.put("name", ReconciliationWords.name(kind.type(), language));
        type.put("broader", List.of(Map.of("id", kind.broader(), "name", kind.broader())));
        return type;
    }
}

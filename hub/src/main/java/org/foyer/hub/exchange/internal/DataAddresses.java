package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;

/** Where data is fetched or brought, and with which secret, as messages tell it. */
final class DataAddresses {

    private DataAddresses() {}

    /** Eclipse EDC names it among the properties. Nothing when it cannot be read. */
    static Optional<URI> endpoint(ObjectNode address) {
        String told = Json.text(address, "endpoint");
        try {
            return Optional.of(URI.create(told.isEmpty() ? property(address, "endpoint") : told));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static String secret(ObjectNode address) {
        return property(address, "authorization").replaceFirst("^Bearer ", "");
    }

    /** By the last part of its name: some write the whole address of the vocabulary. */
    private static String property(ObjectNode address, String name) {
        for (JsonNode property : address.path("endpointProperties")) {
            String called = Json.text(property, "name");
            if (called.substring(called.lastIndexOf('/') + 1).equals(name)) {
                return Json.text(property, "value");
            }
        }
        return "";
    }
}

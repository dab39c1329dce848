package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers of other registers as schema.org: {@code sameAs} where they answer, and {@code identifier} with the name of the register, by
 * which whoever reads them again needs no address; and where a venue lies as {@code geo}.
 */
final class OutsideNodes {

    private final SchemaWriter json;

    OutsideNodes(SchemaWriter json) {
        this.json = json;
    }

    void identifiers(List<ExternalId> ids) throws IOException {
        List<String> addresses =
                ids.stream().map(ExternalId::address).flatMap(Optional::stream).toList();
        if (!addresses.isEmpty()) {
            json.startList("sameAs");
            for (String address : addresses) {
                json.start();
                json.text("@id", address);
                json.end();
            }
            json.endList();
        }
        if (ids.isEmpty()) {
            return;
        }
        json.startList("identifier");
        for (ExternalId id : ids) {
            json.start();
            json.text("@type", "PropertyValue");
            json.text("propertyID", id.kind().word());
            json.text("value", id.value());
            json.end();
        }
        json.endList();
    }

    void position(@Nullable GeoPoint point) throws IOException {
        if (point == null) {
            return;
        }
        json.start("geo");
        json.text("@type", "GeoCoordinates");
        json.text("latitude", GeoPoint.degrees(point.latitude()));
        json.text("longitude", GeoPoint.degrees(point.longitude()));
        json.end();
    }
}

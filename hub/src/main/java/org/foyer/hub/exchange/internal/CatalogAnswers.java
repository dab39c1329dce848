package org.foyer.hub.exchange.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.SharedDataset;

/** What is offered, as the catalogue of the protocol (DCAT and ODRL). */
final class CatalogAnswers {

    private final Offering offering;
    private final String self;
    private final String root;

    CatalogAnswers(Offering offering, String self, String root) {
        this.offering = offering;
        this.self = self;
        this.root = root;
    }

    /** Everything a participant may see. */
    String all(Participant participant, ObjectNode request) {
        CatalogPage page = CatalogPage.of(request.path("filter"));
        ObjectNode json =
                Messages.typed("Catalog").put("@id", root + "/catalog").put("participantId", self);
        json.withArray("service").add(service());
        List<SharedDataset> datasets = page.of(offering.to(participant));
        datasets.forEach(dataset ->
                json.withArray("dataset").add(described(Json.object().put("@type", "Dataset"), dataset)));
        return json.toString();
    }

    Optional<String> one(Participant participant, String id) {
        return offering.find(participant, id)
                .map(dataset -> described(Messages.typed("Dataset"), dataset).toString());
    }

    private ObjectNode service() {
        return Json.object()
                .put("@id", root + "#service")
                .put("@type", "DataService")
                .put("endpointURL", root);
    }

    private ObjectNode described(ObjectNode json, SharedDataset dataset) {
        json.put("@id", dataset.id()).put("title", dataset.title());
        ObjectNode offer = Json.object().put("@id", dataset.offerId()).put("@type", "Offer");
        offer.setAll(Terms.of(Json.own(dataset.terms())));
        json.withArray("hasPolicy").add(offer);
        for (String format : dataset.formats()) {
            json.withArray("distribution")
                    .addObject()
                    .put("@type", "Distribution")
                    .put("format", format)
                    .set("accessService", service());
        }
        return json;
    }
}

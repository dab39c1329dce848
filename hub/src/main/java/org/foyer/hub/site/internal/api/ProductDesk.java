package org.foyer.hub.site.internal.api;

import java.util.List;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductRefused;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.model.House;
import org.foyer.hub.site.internal.security.Refused;

/** Data products for the API and the command line alike, with what is wrong as problems. */
public final class ProductDesk {

    private static final int TEXT_CHARACTERS_MAX = 40;

    private final DataProducts products;

    public ProductDesk(DataProducts products) {
        this.products = products;
    }

    /** @throws Refused 404 {@code product-kind} */
    public ProductKind kind(String id) {
        return products.kind(id)
                .orElseThrow(() -> new Refused(
                        404,
                        "product-kind",
                        shortened(id),
                        String.join(
                                ", ",
                                products.kinds().stream().map(ProductKind::id).toList())));
    }

    /** @throws Refused 404 {@code product-unpublished} */
    public DataProduct published(House house, String kind) {
        return products.find(house, kind).orElseThrow(() -> new Refused(404, "product-unpublished", shortened(kind)));
    }

    /** @throws Refused 422 with everything that is wrong with the terms */
    public DataProduct publish(House house, ProductKind kind, ProductTerms terms, Actor actor) {
        try {
            return products.publish(house, kind, terms, actor);
        } catch (ProductRefused refused) {
            throw new Refused(422, "product-refused", String.join(", ", sorted(refused.codes())));
        }
    }

    private static List<String> sorted(List<String> codes) {
        return codes.stream().map(code -> code.replace("product-", "")).sorted().toList();
    }

    /** @throws Refused 404 {@code product-unpublished} */
    public void withdraw(House house, String kind, Actor actor) {
        if (!products.withdraw(house, kind, actor)) {
            throw new Refused(404, "product-unpublished", shortened(kind));
        }
    }

    private static String shortened(String text) {
        return text.length() > TEXT_CHARACTERS_MAX ? text.substring(0, TEXT_CHARACTERS_MAX) : text;
    }
}

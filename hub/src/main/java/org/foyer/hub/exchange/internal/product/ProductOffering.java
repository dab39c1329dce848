package org.foyer.hub.exchange.internal.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.foyer.hub.exchange.Conversation;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.Handover;
import org.foyer.hub.exchange.Offering;
import org.foyer.hub.exchange.Participant;
import org.foyer.hub.exchange.SharedDataset;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;

/** The data products that houses offer to the participants, beside what else is offered. */
public final class ProductOffering implements Offering {

    private static final String DATASET = "product-";

    private final Offering others;
    private final Houses houses;
    private final Supplier<DataProducts> products;
    private final Audit audit;

    /** @param others what is offered beside; it comes first */
    public ProductOffering(Offering others, Houses houses, Supplier<DataProducts> products, Audit audit) {
        this.others = others;
        this.houses = houses;
        this.products = products;
        this.audit = audit;
    }

    @Override
    public List<SharedDataset> to(Participant participant) {
        List<SharedDataset> offered = new ArrayList<>(others.to(participant));
        for (House house : houses.all()) {
            products.get().of(house).stream()
                    .filter(product -> product.terms().offered())
                    .limit(Math.max(0, DATASETS_MAX - offered.size()))
                    .forEach(product -> offered.add(dataset(product)));
        }
        return offered;
    }

    @Override
    public Optional<SharedDataset> find(Participant participant, String id) {
        return id.startsWith(DATASET) ? offered(id).map(ProductOffering::dataset) : others.find(participant, id);
    }

    private Optional<DataProduct> offered(String id) {
        DataProducts here = products.get();
        return here.kinds().stream()
                .map(kind -> DATASET + kind.id() + "-")
                .filter(id::startsWith)
                .flatMap(start ->
                        houses.bySlug(id.substring(start.length())).stream().flatMap(house -> here.of(house).stream()))
                .filter(product ->
                        product.dataset().equals(id) && product.terms().offered())
                .findFirst();
    }

    private static SharedDataset dataset(DataProduct product) {
        return new SharedDataset(
                product.dataset(),
                product.kind().title().en() + ": " + product.house().name(),
                product.dataset() + "-for-" + product.terms().purpose(),
                terms(product.terms().purpose()),
                List.of(SharedDataset.PULL),
                product.terms().automatic());
    }

    private static String terms(String purpose) {
        return purpose.equals("any")
                ? "{\"permission\":[{\"action\":\"use\"}]}"
                : "{\"permission\":[{\"action\":\"use\",\"constraint\":[{\"leftOperand\":\"purpose\",\"operator\":\"eq\","
                        + "\"rightOperand\":\"" + purpose + "\"}]}]}";
    }

    /** The package of a product, which the audit of the house keeps; of other data sets what the others have. */
    @Override
    public Optional<Handover.Handed> data(Conversation transfer, BooleanSupplier running) {
        if (!transfer.dataset().startsWith(DATASET)) {
            return others.data(transfer, running);
        }
        return offered(transfer.dataset())
                .flatMap(product -> products.get().file(product).map(file -> {
                    audit.write(
                            new Actor(transfer.participant(), false, Map.of(), true),
                            product.house().id(),
                            "product-handed-over",
                            null,
                            product.kind().id() + " " + product.version() + ", agreement " + transfer.agreement()
                                    + ", transfer " + transfer.pid() + ", " + product.bytes() + " bytes");
                    return new Handover.Handed(file, "application/zip", product.bytes(), running);
                }));
    }
}

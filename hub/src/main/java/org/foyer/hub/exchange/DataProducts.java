package org.foyer.hub.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.exchange.internal.product.RegisterProducts;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/**
 * What a house gives to others as a whole: rows that tell of nobody, described by a contract (ODCS 3.1), for catalogues (DCAT-AP 3 and
 * the Data Quality Vocabulary), with what was measured of it, in one package (Frictionless Data Package 1).
 */
public interface DataProducts {

    /** Rows of one product, at most. */
    long ROWS_MAX = 5_000_000;

    /** What a contract is written in. */
    enum ContractForm {
        YAML,
        JSON
    }

    /** What a house can make products of. */
    List<ProductKind> kinds();

    Optional<ProductKind> kind(String id);

    /** Those that the house published, in the order of their kinds. */
    List<DataProduct> of(House house);

    Optional<DataProduct> find(House house, String kind);

    /**
     * Measures it, writes its package, and keeps it in the place of the one before; the audit keeps who said so.
     *
     * @throws ProductRefused with {@code product-purpose}, {@code product-rhythm}, {@code product-retention} or {@code product-too-long}
     */
    DataProduct publish(House house, ProductKind kind, ProductTerms terms, Actor actor);

    /** Takes it back: its package is deleted and handed out no more. Answers whether it was published. */
    boolean withdraw(House house, String kind, Actor actor);

    /** Publishes again what is due by its rhythm, in the name of who published it last. Answers how many. */
    int publishDue();

    /** Its package; empty when the file is gone. */
    Optional<Path> file(DataProduct product);

    /** The contract by the Open Data Contract Standard 3.1. @param base address of the node, without a final slash */
    String contract(DataProduct product, String base, ContractForm form);

    /** The description by DCAT-AP 3 with the Data Quality Vocabulary. @param base address of the node, without a final slash */
    void describe(DataProduct product, String base, RdfForm form, OutputStream out) throws IOException;

    /** @param folder where packages are kept */
    static DataProducts over(
            Register register, Warehouse warehouse, Houses houses, Audit audit, Path folder, Clock clock) {
        return new RegisterProducts(register, warehouse, houses, audit, folder, clock);
    }
}

package org.foyer.hub.exchange.internal.product;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.DataProducts;
import org.foyer.hub.exchange.ProductKind;
import org.foyer.hub.exchange.ProductQuality;
import org.foyer.hub.exchange.ProductRefused;
import org.foyer.hub.exchange.ProductTerms;
import org.foyer.hub.governance.Actor;
import org.foyer.hub.governance.Audit;
import org.foyer.hub.governance.Houses;
import org.foyer.hub.model.House;
import org.foyer.hub.store.Register;
import org.foyer.hub.store.Warehouse;

/** Data products whose terms and measures the register keeps, and whose packages lie in a folder: one folder a house, one file a kind. */
public final class RegisterProducts implements DataProducts {

    private static final Map<String, Integer> DAYS = Map.of("daily", 1, "weekly", 7, "monthly", 30, "yearly", 365);

    private final Map<String, ProductFile.Made> made = new java.util.LinkedHashMap<>();
    private final ProductRegister kept;
    private final Measurement measurement;
    private final Houses houses;
    private final Audit audit;
    private final Path folder;
    private final Clock clock;

    public RegisterProducts(
            Register register, Warehouse warehouse, Houses houses, Audit audit, Path folder, Clock clock) {
        this.kept = new ProductRegister(register);
        this.measurement = new Measurement(warehouse);
        this.houses = houses;
        this.audit = audit;
        this.folder = folder;
        this.clock = clock;
        ProductFile.shipped().forEach(one -> made.put(one.kind().id(), one));
    }

    @Override
    public List<ProductKind> kinds() {
        return made.values().stream().map(ProductFile.Made::kind).toList();
    }

    @Override
    public Optional<ProductKind> kind(String id) {
        return Optional.ofNullable(made.get(id)).map(ProductFile.Made::kind);
    }

    @Override
    public List<DataProduct> of(House house) {
        List<ProductKind> kinds = kinds();
        return kept.of(house, this::kind).stream()
                .sorted(Comparator.comparing(product -> kinds.indexOf(product.kind())))
                .toList();
    }

    @Override
    public Optional<DataProduct> find(House house, String kind) {
        return of(house).stream()
                .filter(product -> product.kind().id().equals(kind))
                .findFirst();
    }

    @Override
    public synchronized DataProduct publish(House house, ProductKind kind, ProductTerms terms, Actor actor) {
        List<String> faults = terms.faults();
        if (!faults.isEmpty()) {
            throw new ProductRefused(faults);
        }
        ProductFile.Made how = made.get(kind.id());
        if (how == null) {
            throw new IllegalArgumentException("no kind of this node: " + kind.id());
        }
        int version = find(house, kind.id()).map(DataProduct::version).orElse(0) + 1;
        LocalDate today = LocalDate.now(clock.withZone(house.zone()));
        Path own = folder.resolve(house.slug());
        Path csv = own.resolve(kind.id() + ".csv.unfinished");
        Path zip = own.resolve(kind.id() + ".zip.unfinished");
        try {
            Files.createDirectories(own);
            try {
                ProductQuality quality = measurement.write(how, house.id(), today, csv);
                ProductPackage.write(house, kind, terms, quality, version, csv, zip);
                DataProduct product = new DataProduct(
                        house,
                        kind,
                        terms,
                        quality,
                        version,
                        Files.size(zip),
                        ProductPackage.digest(zip),
                        actor.login(),
                        clock.instant());
                Files.move(zip, place(product), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                kept.keep(product);
                audit.write(actor, house.id(), "product-published", null, told(product));
                return product;
            } finally {
                Files.deleteIfExists(csv);
                Files.deleteIfExists(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(DataProduct product) {
        return product.kind().id() + " " + product.version() + ", "
                + product.quality().rows() + " rows, for " + product.terms().purpose()
                + (product.terms().offered() ? ", offered" : ", not offered");
    }

    @Override
    public synchronized boolean withdraw(House house, String kind, Actor actor) {
        Optional<DataProduct> found = find(house, kind);
        found.ifPresent(product -> {
            kept.forget(product);
            try {
                Files.deleteIfExists(place(product));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            audit.write(actor, house.id(), "product-withdrawn", null, kind);
        });
        return found.isPresent();
    }

    @Override
    public int publishDue() {
        int published = 0;
        for (House house : houses.all()) {
            LocalDate today = LocalDate.now(clock.withZone(house.zone()));
            for (DataProduct product : of(house)) {
                Integer days = DAYS.get(product.terms().rhythm());
                if (days != null && !product.quality().day().plusDays(days).isAfter(today)) {
                    publish(house, product.kind(), product.terms(), new Actor(product.actor(), false, Map.of(), false));
                    published++;
                }
            }
        }
        return published;
    }

    private Path place(DataProduct product) {
        return folder.resolve(product.house().slug()).resolve(product.kind().id() + ".zip");
    }

    @Override
    public Optional<Path> file(DataProduct product) {
        return Optional.of(place(product)).filter(Files::isRegularFile);
    }

    @Override
    public String contract(DataProduct product, String base, ContractForm form) {
        return new ProductContract(product, base).written(form);
    }

    @Override
    public void describe(DataProduct product, String base, RdfForm form, OutputStream out) throws IOException {
        Lang lang = switch (form) {
            case JSON_LD -> Lang.JSONLD11;
            case TURTLE -> Lang.TURTLE;
            case N_TRIPLES -> Lang.NTRIPLES;
            case RDF_XML -> Lang.RDFXML;
        };
        RDFWriter.source(new ProductDcat(product, base).model()).lang(lang).output(out);
        out.flush();
    }
}

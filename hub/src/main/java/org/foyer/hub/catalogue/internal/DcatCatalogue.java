package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.foyer.hub.catalogue.DataCatalogue;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.House;
import org.foyer.hub.model.HouseId;
import org.foyer.hub.store.Warehouse;

/** The description by DCAT-AP 3.0.1 (SEMIC), with words of the Publications Office of the EU for formats, theme and frequency. */
public final class DcatCatalogue implements DataCatalogue {

    private static final String PROGRAMMES = """
            select house, min(day) as first_day, max(day) as last_day, max(changed_run) as changed
            from shown_performance group by house
            """;

    private final Warehouse warehouse;
    private final Supplier<List<House>> houses;
    private final ChangeTimes times;
    private final Licences licences;
    private final Dumps dumps;
    private final ObservatoryGate observatory;

    public DcatCatalogue(
            Warehouse warehouse,
            Supplier<List<House>> houses,
            ChangeTimes times,
            Licences licences,
            Dumps dumps,
            ObservatoryGate observatory) {
        this.warehouse = warehouse;
        this.houses = houses;
        this.times = times;
        this.licences = licences;
        this.dumps = dumps;
        this.observatory = observatory;
    }

    /** What the warehouse knows of a programme. @param changed number of its last change, 0 when it is not known */
    private record Known(HouseId house, LocalDate from, LocalDate to, long changed) {}

    @Override
    public void write(String base, RdfForm form, OutputStream out) throws IOException {
        Model model = model(base);
        RDFWriter.source(model).lang(Descriptions.lang(form)).output(out);
        out.flush();
    }

    Model model(String base) {
        Model model = ModelFactory.createDefaultModel();
        Map.of(
                        "dcat", DCAT.NS,
                        "dct", DCTerms.NS,
                        "foaf", FOAF.NS,
                        "xsd", XSD.NS)
                .forEach(model::setNsPrefix);
        List<Known> programmes = warehouse.read(connection -> Rows.of(
                connection,
                PROGRAMMES,
                row -> new Known(
                        new HouseId(row.getInt("house")),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getLong("changed"))));
        Set<Long> runs = new HashSet<>();
        Map<HouseId, Known> known = new HashMap<>();
        programmes.forEach(one -> {
            runs.add(one.changed());
            known.put(one.house(), one);
        });
        Map<Long, Instant> changed = times.of(runs);
        Map<HouseId, Licences.Licence> said = licences.all();
        Map<HouseId, List<ExternalId>> outside = warehouse.read(KnownOutside::ofHouses);
        Resource catalogue = catalogue(model, base);
        Resource sparql = service(model, base, catalogue, "/sparql", "Questions en SPARQL", "Questions in SPARQL");
        Resource search = service(model, base, catalogue, "/api/search", "Recherche de spectacles", "Search for shows");
        Resource feed =
                service(model, base, catalogue, "/api/programme-changes", "Flux des changements", "Feed of changes");
        houses.get().stream().limit(HOUSES_MAX).forEach(house -> {
            DcatDataset dataset = new DcatDataset(model, base, house, said.get(house.id()));
            Known programme = known.get(house.id());
            Resource set = dataset.describe(
                    programme == null ? null : programme.from(),
                    programme == null ? null : programme.to(),
                    programme == null ? null : changed.get(programme.changed()));
            dataset.publisher(outside.getOrDefault(house.id(), List.of()));
            dumps.of(house).forEach(dataset::dump);
            catalogue.addProperty(DCAT.dataset, set);
            for (Resource service : List.of(sparql, search, feed)) {
                service.addProperty(DCAT.servesDataset, set);
            }
        });
        DcatVocabularies.describe(model, base, catalogue);
        DcatObservatory.describe(model, base, catalogue, observatory);
        return model;
    }

    private static Resource catalogue(Model model, String base) {
        String host = Objects.requireNonNullElse(URI.create(base).getHost(), base);
        Resource node = model.createResource(base + "/#node")
                .addProperty(RDF.type, FOAF.Agent)
                .addProperty(FOAF.name, "Foyer, " + host);
        return model.createResource(base + "/api/catalog")
                .addProperty(RDF.type, DCAT.Catalog)
                .addProperty(DCTerms.title, "Programmations ouvertes de " + host, "fr")
                .addProperty(DCTerms.title, "Open programmes of " + host, "en")
                .addProperty(
                        DCTerms.description,
                        "Les programmations des maisons de ce nœud Foyer, en données ouvertes.",
                        "fr")
                .addProperty(
                        DCTerms.description, "The programmes of the houses of this Foyer node, as open data.", "en")
                .addProperty(DCTerms.publisher, node)
                .addProperty(
                        FOAF.homepage, model.createResource(base + "/search").addProperty(RDF.type, FOAF.Document));
    }

    private static Resource service(
            Model model, String base, Resource catalogue, String path, String french, String english) {
        Resource service = model.createResource(
                        base + "/api/catalog#service-" + path.substring(path.lastIndexOf('/') + 1))
                .addProperty(RDF.type, DCAT.DataService)
                .addProperty(DCTerms.title, french, "fr")
                .addProperty(DCTerms.title, english, "en")
                .addProperty(DCAT.endpointURL, model.createResource(base + path));
        catalogue.addProperty(DCAT.service, service);
        return service;
    }
}

package org.foyer.hub.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.foyer.hub.catalogue.LinkedData;
import org.foyer.hub.catalogue.RdfForm;
import org.foyer.hub.model.House;
import org.foyer.hub.store.EmptyStores;
import org.foyer.hub.store.Warehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All forms say the same; Jena reads the JSON-LD by the rules of JSON-LD, which the triples are written without. */
class LinkedDataTest {

    private static final House HOUSE = Fixture.house("Europe/Paris", true);

    @TempDir
    Path folder;

    private Warehouse warehouse;
    private Descriptions data;

    @BeforeEach
    void open() {
        warehouse = EmptyStores.warehouse(folder.resolve("w.duckdb"), "1GB");
        Fixture.fill(warehouse, Fixture.resource("/catalogue/programme.sql"));
        data = new Descriptions(warehouse);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private static Model read(byte[] bytes, RdfForm form) {
        Model model = ModelFactory.createDefaultModel();
        Lang lang = form == RdfForm.JSON_LD ? Lang.JSONLD11 : RDFLanguages.contentTypeToLang(form.mediaType());
        RDFDataMgr.read(model, new ByteArrayInputStream(bytes), "http://base.example/", lang);
        return model;
    }

    private Model programme(RdfForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.write(HOUSE, Fixture.FIRST, Fixture.LAST, Fixture.BASE, form, out);
        return read(out.toByteArray(), form);
    }

    private Model described(LinkedData.Thing thing, RdfForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.describe(thing, HOUSE, Fixture.BASE, form, out);
        return read(out.toByteArray(), form);
    }

    @Test
    void everyFormOfAProgrammeSaysTheSame() throws IOException {
        Model jsonLd = programme(RdfForm.JSON_LD);
        assertThat(jsonLd.size()).isGreaterThan(100);
        assertThat(programme(RdfForm.TURTLE).isIsomorphicWith(jsonLd)).isTrue();
        assertThat(programme(RdfForm.N_TRIPLES).isIsomorphicWith(jsonLd)).isTrue();
    }

    @Test
    void whateverTheProgrammeNamesCanBeLookedUp() throws IOException {
        Model whole = programme(RdfForm.N_TRIPLES);
        List<String> ids = whole.listSubjects().toList().stream()
                .filter(Resource::isURIResource)
                .map(Resource::getURI)
                .filter(uri -> uri.startsWith(Fixture.BASE + "/id/") && !uri.contains("/house/"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(10);
        for (String uri : ids) {
            String[] parts = uri.substring((Fixture.BASE + "/id/").length()).split("/", 2);
            LinkedData.Thing thing = data.find(parts[0], parts[1]).orElseThrow(() -> new AssertionError(uri));
            assertThat(thing.house()).isEqualTo(HOUSE.id());
            Model jsonLd = described(thing, RdfForm.JSON_LD);
            Resource subject = jsonLd.getResource(uri);
            assertThat(jsonLd.contains(subject, null)).as(uri).isTrue();
            for (RdfForm form : RdfForm.values()) {
                assertThat(described(thing, form).isIsomorphicWith(jsonLd))
                        .as(uri + " " + form)
                        .isTrue();
            }
            if (!parts[0].equals("performance")) { // which is told with its place and works, so that it stands alone
                assertThat(whole.listStatements(subject, null, (String) null).toList())
                        .as(uri)
                        .allSatisfy(
                                statement -> assertThat(statement.getObject().isAnon() || jsonLd.contains(statement))
                                        .as(statement.toString())
                                        .isTrue());
            }
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String id : List.of("7", "x", "", "99999999999999999999", "1-2", "1/hall/", "1' or 1=1")) {
            for (String kind : List.of("performance", "run", "work", "place", "person")) {
                assertThat(data.find(kind, id)).as(kind + " " + id).isEmpty();
            }
        }
    }
}

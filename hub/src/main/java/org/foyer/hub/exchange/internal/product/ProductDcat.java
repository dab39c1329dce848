package org.foyer.hub.exchange.internal.product;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.foyer.hub.catalogue.DataTheme;
import org.foyer.hub.exchange.DataProduct;
import org.foyer.hub.exchange.ProductQuality;

/** A product as a data set of DCAT-AP 3, with what was measured by the Data Quality Vocabulary of the W3C. */
final class ProductDcat {

    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String IANA = "https://www.iana.org/assignments/media-types/";
    private static final String DQV = "http://www.w3.org/ns/dqv#";
    private static final Map<String, String> FREQUENCY =
            Map.of("daily", "DAILY", "weekly", "WEEKLY", "monthly", "MONTHLY", "yearly", "ANNUAL", "by-hand", "IRREG");

    private final Model model = ModelFactory.createDefaultModel();
    private final DataProduct product;
    private final String base;

    ProductDcat(DataProduct product, String base) {
        this.product = product;
        this.base = base;
        Map.of("dcat", DCAT.NS, "dct", DCTerms.NS, "foaf", FOAF.NS, "xsd", XSD.NS, "dqv", DQV)
                .forEach(model::setNsPrefix);
    }

    Model model() {
        ProductQuality quality = product.quality();
        Resource house = model.createResource(
                        base + "/id/house/" + product.house().slug())
                .addProperty(RDF.type, FOAF.Agent)
                .addProperty(FOAF.name, product.house().name());
        String name = product.house().name();
        Resource set = model.createResource(address())
                .addProperty(RDF.type, DCAT.Dataset)
                .addProperty(DCTerms.title, product.kind().title().fr() + " : " + name, "fr")
                .addProperty(DCTerms.title, product.kind().title().en() + ": " + name, "en")
                .addProperty(DCTerms.description, product.kind().what().fr(), "fr")
                .addProperty(DCTerms.description, product.kind().what().en(), "en")
                .addProperty(DCTerms.identifier, address())
                .addProperty(DCTerms.publisher, house)
                .addProperty(DCAT.theme, DataTheme.culture(model))
                .addProperty(DCAT.keyword, "spectacle vivant", "fr")
                .addProperty(DCAT.keyword, "performing arts", "en")
                .addProperty(
                        DCTerms.accessRights,
                        eu("access-right/RESTRICTED").addProperty(RDF.type, DCTerms.RightsStatement))
                .addProperty(
                        DCTerms.accrualPeriodicity,
                        eu("frequency/" + FREQUENCY.get(product.terms().rhythm()))
                                .addProperty(RDF.type, DCTerms.Frequency))
                .addProperty(
                        DCTerms.modified,
                        product.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                        XSDDatatype.XSDdateTime)
                .addProperty(DCAT.distribution, distribution());
        quality.completeness().forEach((column, share) -> measured(set, "completeness-" + column, share));
        measured(set, "rows", (double) quality.rows());
        if (quality.unclassified() != null) {
            measured(set, "unclassified", quality.unclassified());
        }
        Long behind = quality.daysBehind();
        if (behind != null) {
            measured(set, "days-behind", behind.doubleValue());
        }
        return model;
    }

    private Resource distribution() {
        Resource file = model.createResource(address() + "/package");
        return model.createResource(address() + "#package")
                .addProperty(RDF.type, DCAT.Distribution)
                .addProperty(DCTerms.title, product.fileName())
                .addProperty(DCAT.accessURL, file)
                .addProperty(DCAT.downloadURL, file)
                .addProperty(DCTerms.format, eu("file-type/CSV").addProperty(RDF.type, DCTerms.MediaTypeOrExtent))
                .addProperty(DCAT.mediaType, media("text/csv"))
                .addProperty(DCAT.packageFormat, media("application/zip"))
                .addProperty(DCAT.byteSize, Long.toString(product.bytes()), XSDDatatype.XSDnonNegativeInteger);
    }

    private void measured(Resource set, String metric, double value) {
        Resource measurement = model.createResource(address() + "#measured-" + metric)
                .addProperty(RDF.type, dqv("QualityMeasurement"))
                .addProperty(property("computedOn"), set)
                .addProperty(
                        property("isMeasurementOf"),
                        model.createResource(address() + "#metric-" + metric).addProperty(RDF.type, dqv("Metric")))
                .addProperty(property("value"), Double.toString(value), XSDDatatype.XSDdouble)
                .addProperty(DCTerms.date, product.quality().day().toString(), XSDDatatype.XSDdate);
        set.addProperty(property("hasQualityMeasurement"), measurement);
    }

    private Resource media(String type) {
        return model.createResource(IANA + type).addProperty(RDF.type, DCTerms.MediaType);
    }

    private Resource dqv(String name) {
        return model.createResource(DQV + name);
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(DQV, name);
    }

    private Resource eu(String word) {
        return model.createResource(EU + word);
    }

    private String address() {
        return base + "/api/houses/" + product.house().slug() + "/products/"
                + product.kind().id();
    }
}

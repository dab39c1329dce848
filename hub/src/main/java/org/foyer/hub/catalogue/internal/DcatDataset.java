package org.foyer.hub.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.foyer.hub.catalogue.DataTheme;
import org.foyer.hub.catalogue.Dumps;
import org.foyer.hub.catalogue.Licences;
import org.foyer.hub.model.ExternalId;
import org.foyer.hub.model.ExternalIdCell;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** The programme of one house as a data set of DCAT-AP. */
final class DcatDataset {

    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String IANA = "https://www.iana.org/assignments/media-types/";

    private final Model model;
    private final String base;
    private final House house;
    private final Licences.@Nullable Licence licence;
    private final Resource set;

    DcatDataset(Model model, String base, House house, Licences.@Nullable Licence licence) {
        this.model = model;
        this.base = base;
        this.house = house;
        this.licence = licence;
        this.set = model.createResource(base + "/api/catalog#programme-" + house.slug());
    }

    /** A form of the programme. @param format by the list of file types of the EU */
    private record Form(String ending, String format, String mediaType) {}

    private static final List<Form> FORMS = List.of(
            new Form(".jsonld", "JSON_LD", "application/ld+json"),
            new Form(".ttl", "RDF_TURTLE", "text/turtle"),
            new Form(".nt", "RDF_N_TRIPLES", "application/n-triples"),
            new Form(".ics", "ICS", "text/calendar"),
            new Form(".csv", "CSV", "text/csv"),
            new Form(".xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    /**
     * Tells of the data set and of the forms in which it is made when asked for.
     *
     * @param from first day of the programme, null when there is none
     * @param changed when it last changed, null when that is not known
     */
    Resource describe(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Instant changed) {
        Resource publisher = model.createResource(base + "/id/house/" + house.slug())
                .addProperty(RDF.type, FOAF.Agent)
                .addProperty(FOAF.name, house.name());
        String french = house.simulated() ? " " + SimulatedNotice.FRENCH : "";
        String english = house.simulated() ? " " + SimulatedNotice.ENGLISH : "";
        set.addProperty(RDF.type, DCAT.Dataset)
                .addProperty(DCTerms.title, "Programmation : " + house.name(), "fr")
                .addProperty(DCTerms.title, "Programme: " + house.name(), "en")
                .addProperty(DCTerms.description, "Représentations, œuvres, distributions et lieux." + french, "fr")
                .addProperty(DCTerms.description, "Performances, works, credits and places." + english, "en")
                .addProperty(DCTerms.identifier, set.getURI())
                .addProperty(DCTerms.publisher, publisher)
                .addProperty(
                        DCTerms.accessRights, eu("access-right/PUBLIC").addProperty(RDF.type, DCTerms.RightsStatement))
                .addProperty(DCTerms.accrualPeriodicity, eu("frequency/IRREG").addProperty(RDF.type, DCTerms.Frequency))
                .addProperty(DCAT.theme, DataTheme.culture(model))
                .addProperty(DCAT.keyword, "spectacle vivant", "fr")
                .addProperty(DCAT.keyword, "performing arts", "en")
                .addProperty(DCAT.landingPage, page("/programme"));
        if (from != null && to != null) {
            set.addProperty(
                    DCTerms.temporal,
                    model.createResource(DCTerms.PeriodOfTime)
                            .addProperty(DCAT.startDate, from.toString(), XSDDatatype.XSDdate)
                            .addProperty(DCAT.endDate, to.toString(), XSDDatatype.XSDdate));
        }
        if (changed != null) {
            set.addProperty(
                    DCTerms.modified, changed.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
        }
        for (Form form : FORMS) {
            String address = home() + "/programme" + form.ending();
            // without days a programme begins today: the whole is asked for
            String whole = from == null || to == null ? address : address + "?from=" + from + "&to=" + to;
            distribution("programme" + form.ending(), whole, form.format(), form.mediaType());
        }
        return set;
    }

    /** By which other registers know the publisher. */
    void publisher(List<ExternalId> ids) {
        Resource publisher = model.createResource(base + "/id/house/" + house.slug());
        for (ExternalId id : ids) {
            publisher.addProperty(DCTerms.identifier, ExternalIdCell.told(id));
            id.address().ifPresent(address -> publisher.addProperty(OWL.sameAs, model.createResource(address)));
        }
    }

    /** Tells of a file that was written on a day. */
    void dump(Dumps.Dump dump) {
        String name = dump.day() + ".nt.gz";
        distribution(
                        "dump-" + name,
                        base + "/dumps/" + house.slug() + "/" + name,
                        "RDF_N_TRIPLES",
                        "application/n-triples")
                .addProperty(
                        DCAT.compressFormat,
                        model.createResource(IANA + "application/gzip").addProperty(RDF.type, DCTerms.MediaType))
                .addProperty(DCAT.byteSize, Long.toString(dump.bytes()), XSDDatatype.XSDnonNegativeInteger)
                .addProperty(DCTerms.issued, dump.day().toString(), XSDDatatype.XSDdate);
    }

    private Resource distribution(String name, String address, String format, String mediaType) {
        Resource file = model.createResource(address);
        Resource distribution = model.createResource(set.getURI() + "-" + name)
                .addProperty(RDF.type, DCAT.Distribution)
                .addProperty(DCTerms.title, name)
                .addProperty(DCAT.accessURL, file)
                .addProperty(DCAT.downloadURL, file)
                .addProperty(DCTerms.format, eu("file-type/" + format).addProperty(RDF.type, DCTerms.MediaTypeOrExtent))
                .addProperty(
                        DCAT.mediaType,
                        model.createResource(IANA + mediaType).addProperty(RDF.type, DCTerms.MediaType));
        if (licence != null) {
            distribution.addProperty(
                    DCTerms.license,
                    model.createResource(licence.iri()).addProperty(RDF.type, DCTerms.LicenseDocument));
        }
        set.addProperty(DCAT.distribution, distribution);
        return distribution;
    }

    private Resource page(String path) {
        return model.createResource(home() + path).addProperty(RDF.type, FOAF.Document);
    }

    private String home() {
        return base + "/h/" + house.slug();
    }

    private Resource eu(String word) {
        return model.createResource(EU + word);
    }
}

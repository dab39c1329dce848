package org.foyer.hub.catalogue.internal;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.foyer.hub.catalogue.DataTheme;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;

/** The vocabularies as one data set of DCAT-AP, each a file of it. */
final class DcatVocabularies {

    private static final String EU = "http://publications.europa.eu/resource/authority/";

    private DcatVocabularies() {}

    static void describe(Model model, String base, Resource catalogue) {
        String address = base + "/api/catalog#vocabularies";
        Resource set = model.createResource(address)
                .addProperty(RDF.type, DCAT.Dataset)
                .addProperty(DCTerms.title, "Vocabulaires du spectacle vivant", "fr")
                .addProperty(DCTerms.title, "Vocabularies of the performing arts", "en")
                .addProperty(
                        DCTerms.description,
                        "Types d’événement, genres, rôles, publics, accessibilité, états : en quatre langues, alignés avec d’autres listes.",
                        "fr")
                .addProperty(
                        DCTerms.description,
                        "Types of event, genres, roles, audiences, accessibility, states: in four languages, aligned with other lists.",
                        "en")
                .addProperty(DCTerms.identifier, address)
                .addProperty(DCTerms.publisher, model.createResource(base + "/#node"))
                .addProperty(DCAT.theme, DataTheme.culture(model));
        for (Vocabulary vocabulary : Vocabularies.all()) {
            Resource file = model.createResource(base + "/vocabularies/" + vocabulary.name() + ".ttl");
            set.addProperty(
                    DCAT.distribution,
                    model.createResource(address + "-" + vocabulary.name())
                            .addProperty(RDF.type, DCAT.Distribution)
                            .addProperty(DCTerms.title, vocabulary.titles().getOrDefault("fr", ""), "fr")
                            .addProperty(DCTerms.title, vocabulary.titles().getOrDefault("en", ""), "en")
                            .addProperty(DCAT.accessURL, file)
                            .addProperty(DCAT.downloadURL, file)
                            .addProperty(
                                    DCTerms.format,
                                    model.createResource(EU + "file-type/RDF_TURTLE")
                                            .addProperty(RDF.type, DCTerms.MediaTypeOrExtent)));
        }
        catalogue.addProperty(DCAT.dataset, set);
    }
}

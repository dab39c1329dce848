package org.foyer.hub.catalogue;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** The theme of every data set here, by the list of the EU, which DCAT-AP wants told as a concept with its name. */
public final class DataTheme {

    private static final String CULTURE = "http://publications.europa.eu/resource/authority/data-theme/EDUC";

    private DataTheme() {}

    /** Education, culture and sport, told in a model. */
    public static Resource culture(Model model) {
        return model.createResource(CULTURE)
                .addProperty(RDF.type, SKOS.Concept)
                .addProperty(SKOS.prefLabel, "Éducation, culture et sport", "fr")
                .addProperty(SKOS.prefLabel, "Education, culture and sport", "en");
    }
}

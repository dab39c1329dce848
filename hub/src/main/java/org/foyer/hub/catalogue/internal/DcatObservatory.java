package org.foyer.hub.catalogue.internal;

import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.foyer.hub.catalogue.DataTheme;
import org.foyer.hub.governance.ObservatoryGate;
import org.foyer.hub.governance.ObservatoryGate.Published;
import org.foyer.hub.model.Season;

/** The public tables of the observatory as data sets of DCAT-AP, one for each season and table; nothing of tables for members alone. */
final class DcatObservatory {

    private static final String EU = "http://publications.europa.eu/resource/authority/";

    private DcatObservatory() {}

    static void describe(Model model, String base, Resource catalogue, ObservatoryGate observatory) {
        for (boolean simulated : new boolean[] {false, true}) {
            for (Season season : observatory.seasons(simulated)) {
                if (observatory.isOpen(simulated, season)) {
                    observatory
                            .published(simulated, season)
                            .forEach(table -> catalogue.addProperty(DCAT.dataset, set(model, base, table, season)));
                }
            }
        }
    }

    private static Resource set(Model model, String base, Published table, Season season) {
        String address = base + "/api/catalog#observatory-" + table.id() + "-" + season.label()
                + (table.simulated() ? "-simulated" : "");
        String french = table.simulated() ? " " + SimulatedNotice.FRENCH : "";
        String english = table.simulated() ? " " + SimulatedNotice.ENGLISH : "";
        Resource set = model.createResource(address)
                .addProperty(RDF.type, DCAT.Dataset)
                .addProperty(DCTerms.title, "Observatoire " + season.label() + " : " + table.id(), "fr")
                .addProperty(DCTerms.title, "Observatory " + season.label() + ": " + table.id(), "en")
                .addProperty(
                        DCTerms.description,
                        "Chiffres exacts de " + table.houses() + " maisons ; ce qui révélerait une maison est masqué."
                                + french,
                        "fr")
                .addProperty(
                        DCTerms.description,
                        "Exact figures of " + table.houses() + " houses; what would bring out a house is hidden."
                                + english,
                        "en")
                .addProperty(DCTerms.identifier, address)
                .addProperty(DCTerms.publisher, model.createResource(base + "/#node"))
                .addProperty(DCTerms.accessRights, eu(model, "access-right/PUBLIC", DCTerms.RightsStatement))
                .addProperty(DCTerms.accrualPeriodicity, eu(model, "frequency/NEVER", DCTerms.Frequency))
                .addProperty(DCAT.theme, DataTheme.culture(model))
                .addProperty(DCTerms.issued, table.at().toString(), XSDDatatype.XSDdateTime)
                .addProperty(
                        DCTerms.temporal,
                        model.createResource(DCTerms.PeriodOfTime)
                                .addProperty(DCAT.startDate, season.from().toString(), XSDDatatype.XSDdate)
                                .addProperty(DCAT.endDate, season.to().toString(), XSDDatatype.XSDdate));
        String query = "?season=" + season.label() + "&simulated=" + table.simulated();
        file(model, set, base + "/observatory/" + table.id() + ".csv" + query, "CSV", "CSV");
        file(model, set, base + "/observatory/" + table.id() + ".json" + query, "JSON", "JSON-stat 2.0")
                .addProperty(
                        DCTerms.conformsTo,
                        model.createResource("https://json-stat.org/format/").addProperty(RDF.type, DCTerms.Standard));
        return set;
    }

    private static Resource file(Model model, Resource set, String address, String format, String title) {
        Resource file = model.createResource(address);
        Resource distribution = model.createResource(set.getURI() + "-" + format.toLowerCase(Locale.ROOT))
                .addProperty(RDF.type, DCAT.Distribution)
                .addProperty(DCTerms.title, title)
                .addProperty(DCAT.accessURL, file)
                .addProperty(DCAT.downloadURL, file)
                .addProperty(DCTerms.format, eu(model, "file-type/" + format, DCTerms.MediaTypeOrExtent));
        set.addProperty(DCAT.distribution, distribution);
        return distribution;
    }

    private static Resource eu(Model model, String word, Resource type) {
        return model.createResource(EU + word).addProperty(RDF.type, type);
    }
}

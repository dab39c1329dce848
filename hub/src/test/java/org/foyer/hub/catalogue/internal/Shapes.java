package org.foyer.hub.catalogue.internal;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;

/** The published shapes of Artsdata, and JSON-LD as Jena reads it. */
public final class Shapes {

    private static final String ADS = "http://kg.artsdata.ca/shacl/";

    private static final org.apache.jena.shacl.Shapes PRESENT = parsed("/artsdata-model/shacl_artsdata.ttl");
    private static final Model OLDER_FILE = model("/artsdata-model/shacl_events_shape.ttl");
    private static final org.apache.jena.shacl.Shapes OLDER = org.apache.jena.shacl.Shapes.parse(OLDER_FILE.getGraph());
    private static final org.apache.jena.shacl.Shapes OLDER_RULES = withoutPerformerWarning();

    private Shapes() {}

    private static org.apache.jena.shacl.Shapes parsed(String resource) {
        return org.apache.jena.shacl.Shapes.parse(model(resource).getGraph());
    }

    private static org.apache.jena.shacl.Shapes withoutPerformerWarning() {
        Model rules = ModelFactory.createDefaultModel().add(OLDER_FILE);
        Statement warning = ResourceFactory.createStatement(
                ResourceFactory.createResource(ADS + "EventShape"),
                ResourceFactory.createProperty("http://www.w3.org/ns/shacl#property"),
                ResourceFactory.createResource(ADS + "PerformerWarningSh"));
        if (!rules.contains(warning)) {
            throw new IllegalStateException("the older shape no longer warns of performers");
        }
        return org.apache.jena.shacl.Shapes.parse(rules.remove(warning).getGraph());
    }

    private static Model model(String resource) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, Shapes.class.getResourceAsStream(resource), "http://shapes.example/", Lang.TTL);
        return model;
    }

    public static Model read(String jsonLd) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(jsonLd), "http://base.example/", Lang.JSONLD11);
        return model;
    }

    /** What the shapes of version 4.7 object to, violations and warnings alike. */
    public static List<String> objections(Model model) {
        return validated(PRESENT, model).map(Shapes::text).toList();
    }

    /** What both shape files call a violation. */
    public static List<String> violations(Model model) {
        return Stream.of(PRESENT, OLDER)
                .flatMap(shapes -> validated(shapes, model))
                .filter(entry -> entry.severity().equals(Severity.Violation))
                .map(Shapes::text)
                .toList();
    }

    /** What the older file objects to beside its wish for a performer, which it calls a warning itself. */
    public static List<String> olderViolationsButPerformers(Model model) {
        return validated(OLDER_RULES, model)
                .filter(entry -> entry.severity().equals(Severity.Violation))
                .map(Shapes::text)
                .toList();
    }

    private static Stream<ReportEntry> validated(org.apache.jena.shacl.Shapes shapes, Model model) {
        return ShaclValidator.get().validate(shapes, model.getGraph()).getEntries().stream();
    }

    private static String text(ReportEntry entry) {
        return entry.focusNode() + " " + entry.resultPath() + " " + entry.message();
    }
}

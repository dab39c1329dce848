package org.foyer.hub.catalogue.internal;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;

/** The published shapes of Artsdata, and JSON-LD as Jena reads it. */
public final class Shapes {

    private static final org.apache.jena.shacl.Shapes PRESENT = parsed("/artsdata-model/shacl_artsdata.ttl");
    private static final org.apache.jena.shacl.Shapes OLDER = parsed("/artsdata-model/shacl_events_shape.ttl");

    private Shapes() {}

    private static org.apache.jena.shacl.Shapes parsed(String resource) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, Shapes.class.getResourceAsStream(resource), "http://shapes.example/", Lang.TTL);
        return org.apache.jena.shacl.Shapes.parse(model.getGraph());
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

    private static Stream<ReportEntry> validated(org.apache.jena.shacl.Shapes shapes, Model model) {
        return ShaclValidator.get().validate(shapes, model.getGraph()).getEntries().stream();
    }

    private static String text(ReportEntry entry) {
        return entry.focusNode() + " " + entry.resultPath() + " " + entry.message();
    }
}

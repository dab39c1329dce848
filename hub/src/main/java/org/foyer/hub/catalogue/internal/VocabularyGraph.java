package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.foyer.hub.catalogue.RdfForm;
import org.jspecify.annotations.Nullable;

/** A vocabulary as a graph, for forms other than the one in which it is shipped. */
public final class VocabularyGraph {

    private VocabularyGraph() {}

    /**
     * Writes all of it, or what is said of one of its things.
     *
     * @param turtle file of the vocabulary
     * @param base what addresses without a host stand behind
     * @param only address of a thing; null for all
     */
    public static void write(String turtle, String base, @Nullable String only, RdfForm form, OutputStream out)
            throws IOException {
        Model all = ModelFactory.createDefaultModel();
        RDFParser.fromString(turtle, Lang.TURTLE).base(base).parse(all);
        Model said = all;
        if (only != null) {
            said = ModelFactory.createDefaultModel().setNsPrefixes(all);
            said.add(all.getResource(only).listProperties());
        }
        RDFWriter.source(said).lang(Descriptions.lang(form)).output(out);
        out.flush();
    }
}

package org.foyer.hub.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.foyer.hub.catalogue.internal.VocabularyGraph;
import org.foyer.hub.model.Concept;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;

/** The vocabularies as linked data (SKOS). Public, and the same on every node but for its address. */
public final class LinkedVocabularies {

    private LinkedVocabularies() {}

    /** The whole file in Turtle, as it is shipped, behind the address of the node. */
    public static String turtle(Vocabulary vocabulary, String base) {
        return "@base <" + space(vocabulary, base) + "> .\n" + Vocabularies.turtle(vocabulary);
    }

    /**
     * Writes a vocabulary.
     *
     * @param base address of the node, without a final slash
     */
    public static void write(Vocabulary vocabulary, String base, RdfForm form, OutputStream out) throws IOException {
        if (form == RdfForm.TURTLE) {
            out.write(turtle(vocabulary, base).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } else {
            VocabularyGraph.write(Vocabularies.turtle(vocabulary), space(vocabulary, base), null, form, out);
        }
    }

    /** Writes what is said of one concept. */
    public static void write(Vocabulary vocabulary, Concept concept, String base, RdfForm form, OutputStream out)
            throws IOException {
        String address = base + concept.path();
        VocabularyGraph.write(Vocabularies.turtle(vocabulary), space(vocabulary, base), address, form, out);
    }

    private static String space(Vocabulary vocabulary, String base) {
        return base + Vocabulary.PATH + vocabulary.name() + "/";
    }
}

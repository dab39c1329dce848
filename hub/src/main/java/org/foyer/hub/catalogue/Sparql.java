package org.foyer.hub.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions in SPARQL 1.1 over the programmes of all houses; nothing can be changed and nothing is fetched from elsewhere. */
public interface Sparql {

    /** Characters of a question, at most. */
    int QUERY_MAX = 16_384;

    /** Rows, or things, in an answer, at most; a question that asks for more gets the first of them. */
    int ROWS_MAX = 10_000;

    /** Seconds after which a question is given up. */
    int SECONDS_MAX = 10;

    /** Questions that are answered at the same moment. */
    int AT_ONCE = 2;

    /** Statements of a graph in memory; a node with more answers out of one on the disk, which is made by night. */
    int STATEMENTS_IN_MEMORY_MAX = 1_000_000;

    /** Statements of a graph on the disk; a node with more offers its dumps instead. */
    long STATEMENTS_MAX = 200_000_000;

    /**
     * An answer that can be written.
     *
     * @param mediaType of what is written, the best of those accepted
     * @param cut whether there may be more rows than are written
     * @param asOf the moment of which the graph tells, null for one that follows the programmes within half a minute
     */
    record Answer(String mediaType, boolean cut, @Nullable Instant asOf, Writing body) {}

    /** Writes an answer. */
    interface Writing {
        void to(OutputStream out);
    }

    /**
     * Answers a question.
     *
     * @param base address of the node, without a final slash, as in the identifiers
     * @param accepts media types that are accepted, best first; empty for any
     * @throws Unanswered {@code sparql-unreadable}, {@code sparql-refused}, {@code sparql-busy}, {@code sparql-slow} or
     *     {@code sparql-too-large}
     */
    Answer ask(String query, String base, List<String> accepts);

    /**
     * Makes the graph on the disk anew, where there are too many statements for memory; where not, takes it away. Questions go to the one
     * before until it is whole.
     *
     * @param base address of the node, without a final slash
     * @return statements on the disk; 0 when there is none
     */
    long prepare(String base) throws IOException;
}

package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import org.foyer.hub.catalogue.internal.search.ShowOffer.Codes;

/** What counting reads of the documents of one segment, one document after the other, for one question. */
interface ShowCursor {

    /** No value. */
    int NONE = -1;

    /** The last day of what has no date. */
    int NEVER = Integer.MIN_VALUE;

    /**
     * Goes to a document.
     *
     * @param since first day that is wanted of any house
     * @return false when it is no show, or may be when none of its dates is wanted
     */
    boolean to(int document, int since) throws IOException;

    /** Number of its run within the segment. */
    int run() throws IOException;

    /** Number of its house; 0 when it has none. */
    int house() throws IOException;

    /** Number of the label of a facet within the segment, or {@link #NONE}. */
    int label(Facet facet) throws IOException;

    /** What a label of {@link Facet#CODES} means. */
    Codes codes(int label) throws IOException;

    /** Ages as {@link ShowOffer#ages} packs them, or {@link ShowOffer#SILENT}. */
    int ages() throws IOException;

    /** Cheapest ticket in minor units, or {@link ShowOffer#SILENT}. */
    int price() throws IOException;

    /** How many dates it has. */
    int dates() throws IOException;

    /** Its dates as {@link ShowDates} numbers them, the earliest first. To be asked from 0 on, each once. */
    long date(int position) throws IOException;

    /** A facet whose labels stand with the documents. */
    enum Facet {
        GENRE(ShowDocument.GENRE),
        TOWN(ShowDocument.TOWN),
        EVENT_TYPE(ShowDocument.EVENT_TYPE),
        FESTIVAL(ShowDocument.FESTIVAL),
        CODES(ShowDocument.CODES),
        WHERE(ShowDocument.WHERE);

        private final String field;

        Facet(String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}

package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.foyer.hub.catalogue.internal.search.ShowOffer.Codes;

/**
 * The columns of one segment in memory: 44 bytes for each show and 8 for each date, and 8 for each document of any kind. A question
 * about very many shows reads each of them, and a file, though mapped, costs several times as much. What is read of one show lies
 * together, one show behind the other: to wait for memory is what reading a show costs most. Shows that are over are most of what a
 * node knows, so that their last day alone tells to leave them out.
 */
final class HeldColumns {

    private static final int RUN = 0;
    private static final int HOUSE = 1;
    private static final int AGES = 2;
    private static final int PRICE = 3;
    private static final int LABELS = 4;
    private static final ShowCursor.Facet[] FACETS = ShowCursor.Facet.values();
    private static final int DATES = LABELS + FACETS.length;
    private static final int FIRST_DATE = DATES + 1;

    /** Day and minute. */
    private static final int DATE = 2;

    /** What one parsed set of codes takes at most, roughly. */
    private static final int CODES_BYTES = 400;

    /** Where the row of a document begins, or {@link ShowCursor#NONE} when it is no show. */
    private final int[] places;

    /** The last day of a document. */
    private final int[] lasts;

    private final Codes[] codes;
    private int[] rows = new int[0];

    private HeldColumns(int documents, Codes[] codes) {
        this.places = new int[documents];
        this.lasts = new int[documents];
        Arrays.fill(lasts, ShowCursor.NEVER);
        this.codes = codes;
    }

    /** Bytes that a segment needs at least. */
    static long leastBytes(LeafReader segment) {
        return 2L * segment.maxDoc() * Integer.BYTES;
    }

    long bytes() {
        return ((long) places.length + lasts.length + rows.length) * Integer.BYTES + (long) codes.length * CODES_BYTES;
    }

    static HeldColumns read(LeafReader segment) throws IOException {
        HeldColumns held = new HeldColumns(segment.maxDoc(), codes(segment));
        FileColumns file = new FileColumns(segment);
        int end = 0;
        for (int document = 0; document < held.places.length; document++) {
            boolean show = file.to(document, Wanted.FIRST);
            held.places[document] = show ? end : ShowCursor.NONE;
            if (show) {
                end = held.take(file, end);
                held.lasts[document] = file.dates() > 0 ? held.rows[end - DATE] : ShowCursor.NEVER;
            }
        }
        held.rows = Arrays.copyOf(held.rows, end);
        return held;
    }

    private static Codes[] codes(LeafReader segment) throws IOException {
        SortedDocValues values = DocValues.getSorted(segment, ShowDocument.CODES);
        Codes[] codes = new Codes[values.getValueCount()];
        for (int label = 0; label < codes.length; label++) {
            codes[label] = Codes.of(values.lookupOrd(label).utf8ToString());
        }
        return codes;
    }

    /** @return where the next row begins */
    private int take(FileColumns file, int begin) throws IOException {
        int dates = file.dates();
        int end = begin + FIRST_DATE + DATE * dates;
        rows = ArrayUtil.grow(rows, end);
        rows[begin + RUN] = file.run();
        rows[begin + HOUSE] = file.house();
        rows[begin + AGES] = file.ages();
        rows[begin + PRICE] = file.price();
        for (ShowCursor.Facet facet : FACETS) {
            rows[begin + LABELS + facet.ordinal()] = file.label(facet);
        }
        rows[begin + DATES] = dates;
        for (int position = 0; position < dates; position++) {
            long date = file.date(position);
            rows[begin + FIRST_DATE + DATE * position] = ShowDates.day(date);
            rows[begin + FIRST_DATE + DATE * position + 1] = ShowDates.minute(date);
        }
        return end;
    }

    ShowCursor cursor() {
        return new Cursor();
    }

    private final class Cursor implements ShowCursor {

        private int row;

        @Override
        public boolean to(int document, int since) {
            if (lasts[document] < since) {
                return false;
            }
            row = places[document];
            return row >= 0;
        }

        @Override
        public int run() {
            return rows[row + RUN];
        }

        @Override
        public int house() {
            return rows[row + HOUSE];
        }

        @Override
        public int ages() {
            return rows[row + AGES];
        }

        @Override
        public int price() {
            return rows[row + PRICE];
        }

        @Override
        public int label(Facet facet) {
            return rows[row + LABELS + facet.ordinal()];
        }

        @Override
        public Codes codes(int label) {
            return codes[label];
        }

        @Override
        public int dates() {
            return rows[row + DATES];
        }

        @Override
        public long date(int position) {
            int at = row + FIRST_DATE + DATE * position;
            return ShowDates.number(rows[at], rows[at + 1]);
        }
    }
}

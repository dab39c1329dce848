package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;

/**
 * The columns of one segment in memory: 24 bytes for each document and 6 for each date, some 11 for each performance when a document
 * has five. A question about very many shows reads each of them, and a file, though mapped, costs several times as much.
 */
final class HeldColumns {

    private static final int DOCUMENT_BYTES = (3 + ShowCursor.Facet.values().length) * Integer.BYTES;
    private static final int DATE_BYTES = Integer.BYTES + Short.BYTES;
    private static final ShowCursor.Facet[] FACETS = ShowCursor.Facet.values();

    private final int[] runs;
    private final int[] houses;
    private final int[][] labels = new int[FACETS.length][];

    /** Where the dates of a document begin; those of the next end them. */
    private final int[] begins;

    private int[] days = new int[0];
    private short[] minutes = new short[0];

    private HeldColumns(int documents) {
        this.runs = new int[documents];
        this.houses = new int[documents];
        this.begins = new int[documents + 1];
        for (ShowCursor.Facet facet : FACETS) {
            labels[facet.ordinal()] = new int[documents];
        }
    }

    /** Bytes without the dates, by which one knows at least what a segment needs. */
    static long leastBytes(LeafReader segment) {
        return (long) segment.maxDoc() * DOCUMENT_BYTES;
    }

    long bytes() {
        return (long) runs.length * DOCUMENT_BYTES + (long) days.length * DATE_BYTES;
    }

    static HeldColumns read(LeafReader segment) throws IOException {
        HeldColumns held = new HeldColumns(segment.maxDoc());
        FileColumns file = new FileColumns(segment);
        int end = 0;
        for (int document = 0; document < held.runs.length; document++) {
            held.begins[document] = end;
            boolean show = file.to(document);
            held.runs[document] = show ? file.run() : ShowCursor.NONE;
            if (show) {
                held.houses[document] = file.house();
                for (ShowCursor.Facet facet : FACETS) {
                    held.labels[facet.ordinal()][document] = file.label(facet);
                }
                end = held.takeDates(file, end);
            }
        }
        held.begins[held.runs.length] = end;
        held.days = ArrayUtil.copyOfSubArray(held.days, 0, end);
        held.minutes = java.util.Arrays.copyOf(held.minutes, end);
        return held;
    }

    private int takeDates(FileColumns file, int from) throws IOException {
        int count = file.dates();
        days = ArrayUtil.grow(days, from + count);
        minutes = ArrayUtil.grow(minutes, from + count);
        for (int position = 0; position < count; position++) {
            long date = file.date(position);
            days[from + position] = ShowDates.day(date);
            minutes[from + position] = (short) ShowDates.minute(date);
        }
        return from + count;
    }

    ShowCursor cursor() {
        return new Cursor();
    }

    private final class Cursor implements ShowCursor {

        private int document;
        private int begin;

        @Override
        public boolean to(int next) {
            document = next;
            begin = begins[next];
            return runs[next] >= 0;
        }

        @Override
        public int run() {
            return runs[document];
        }

        @Override
        public int house() {
            return houses[document];
        }

        @Override
        public int label(Facet facet) {
            return labels[facet.ordinal()][document];
        }

        @Override
        public int dates() {
            return begins[document + 1] - begin;
        }

        @Override
        public long date(int position) {
            return ShowDates.number(days[begin + position], minutes[begin + position]);
        }
    }
}

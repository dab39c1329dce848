package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;

/**
 * The columns of one segment in memory: 40 bytes for each show and 6 for each date, some 15 for each performance when a document
 * has five, and 4 for each document of any kind. A question about very many shows reads each of them, and a file, though mapped, costs several times as much.
 */
final class HeldColumns {

    private static final int SHOW_BYTES = (5 + ShowCursor.Facet.values().length) * Integer.BYTES;
    private static final int DATE_BYTES = Integer.BYTES + Short.BYTES;
    private static final ShowCursor.Facet[] FACETS = ShowCursor.Facet.values();

    /** Place of a document in the columns, or {@link ShowCursor#NONE} when it is no show. */
    private final int[] places;

    private int[] runs = new int[0];
    private int[] houses = new int[0];
    private int[] ages = new int[0];
    private int[] prices = new int[0];
    private final int[][] labels = new int[FACETS.length][0];

    /** Where the dates of a show begin; those of the next end them. */
    private int[] begins = new int[0];

    private int[] days = new int[0];
    private short[] minutes = new short[0];

    private HeldColumns(int documents) {
        this.places = new int[documents];
    }

    /** Bytes that a segment needs at least. */
    static long leastBytes(LeafReader segment) {
        return (long) segment.maxDoc() * Integer.BYTES;
    }

    long bytes() {
        return (long) places.length * Integer.BYTES + (long) runs.length * SHOW_BYTES + (long) days.length * DATE_BYTES;
    }

    static HeldColumns read(LeafReader segment) throws IOException {
        HeldColumns held = new HeldColumns(segment.maxDoc());
        FileColumns file = new FileColumns(segment);
        int shows = 0;
        int end = 0;
        for (int document = 0; document < held.places.length; document++) {
            boolean show = file.to(document);
            held.places[document] = show ? shows : ShowCursor.NONE;
            if (show) {
                held.growTo(shows + 1);
                held.begins[shows] = end;
                held.runs[shows] = file.run();
                held.houses[shows] = file.house();
                held.ages[shows] = file.ages();
                held.prices[shows] = file.price();
                for (ShowCursor.Facet facet : FACETS) {
                    held.labels[facet.ordinal()][shows] = file.label(facet);
                }
                end = held.takeDates(file, end);
                shows++;
            }
        }
        held.cutTo(shows, end);
        return held;
    }

    private void growTo(int shows) {
        runs = ArrayUtil.grow(runs, shows);
        houses = ArrayUtil.grow(houses, shows);
        ages = ArrayUtil.grow(ages, shows);
        prices = ArrayUtil.grow(prices, shows);
        begins = ArrayUtil.grow(begins, shows);
        for (int facet = 0; facet < labels.length; facet++) {
            labels[facet] = ArrayUtil.grow(labels[facet], shows);
        }
    }

    private void cutTo(int shows, int end) {
        runs = Arrays.copyOf(runs, shows);
        houses = Arrays.copyOf(houses, shows);
        ages = Arrays.copyOf(ages, shows);
        prices = Arrays.copyOf(prices, shows);
        begins = Arrays.copyOf(begins, shows + 1);
        begins[shows] = end;
        for (int facet = 0; facet < labels.length; facet++) {
            labels[facet] = Arrays.copyOf(labels[facet], shows);
        }
        days = Arrays.copyOf(days, end);
        minutes = Arrays.copyOf(minutes, end);
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

        private int show;
        private int begin;

        @Override
        public boolean to(int document) {
            show = places[document];
            if (show < 0) {
                return false;
            }
            begin = begins[show];
            return true;
        }

        @Override
        public int run() {
            return runs[show];
        }

        @Override
        public int house() {
            return houses[show];
        }

        @Override
        public int ages() {
            return ages[show];
        }

        @Override
        public int price() {
            return prices[show];
        }

        @Override
        public int label(Facet facet) {
            return labels[facet.ordinal()][show];
        }

        @Override
        public int dates() {
            return begins[show + 1] - begin;
        }

        @Override
        public long date(int position) {
            return ShowDates.number(days[begin + position], minutes[begin + position]);
        }
    }
}

package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.foyer.hub.catalogue.internal.search.ShowOffer.Codes;

/** The columns as they lie in the files of the index: for segments that memory does not hold, and to fill it. */
final class FileColumns implements ShowCursor {

    private final SortedDocValues runs;
    private final NumericDocValues houses;
    private final NumericDocValues ages;
    private final NumericDocValues prices;
    private final SortedNumericDocValues days;
    private final SortedDocValues[] labels = new SortedDocValues[Facet.values().length];
    private int document;

    FileColumns(LeafReader segment) throws IOException {
        this.runs = DocValues.getSorted(segment, ShowDocument.RUN);
        this.houses = DocValues.getNumeric(segment, ShowDocument.HOUSE);
        this.ages = DocValues.getNumeric(segment, ShowDocument.AGES);
        this.prices = DocValues.getNumeric(segment, ShowDocument.PRICE);
        this.days = DocValues.getSortedNumeric(segment, ShowDocument.DATES);
        for (Facet facet : Facet.values()) {
            labels[facet.ordinal()] = DocValues.getSorted(segment, facet.field());
        }
    }

    @Override
    public boolean to(int next, int since) throws IOException {
        document = next;
        return runs.advanceExact(next);
    }

    @Override
    public int run() throws IOException {
        return runs.ordValue();
    }

    @Override
    public int house() throws IOException {
        return houses.advanceExact(document) ? (int) houses.longValue() : 0;
    }

    @Override
    public int label(Facet facet) throws IOException {
        SortedDocValues values = labels[facet.ordinal()];
        return values.advanceExact(document) ? values.ordValue() : NONE;
    }

    @Override
    public Codes codes(int label) throws IOException {
        return Codes.of(labels[Facet.CODES.ordinal()].lookupOrd(label).utf8ToString());
    }

    @Override
    public int ages() throws IOException {
        return ages.advanceExact(document) ? (int) ages.longValue() : ShowOffer.SILENT;
    }

    @Override
    public int price() throws IOException {
        return prices.advanceExact(document) ? (int) prices.longValue() : ShowOffer.SILENT;
    }

    @Override
    public int dates() throws IOException {
        return days.advanceExact(document) ? days.docValueCount() : 0;
    }

    @Override
    public long date(int position) throws IOException {
        return days.nextValue();
    }
}

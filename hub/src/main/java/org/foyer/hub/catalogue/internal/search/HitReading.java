package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.foyer.hub.catalogue.SearchAnswer.Date;
import org.foyer.hub.catalogue.SearchAnswer.Hit;
import org.foyer.hub.catalogue.SearchAnswer.Offer;
import org.foyer.hub.catalogue.SearchAnswer.Person;
import org.foyer.hub.catalogue.SearchAnswer.Work;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.model.House;
import org.foyer.hub.model.PerformanceState;
import org.jspecify.annotations.Nullable;

/** Reads what a page tells of the shows that were found. */
public final class HitReading {

    /** Documents of one run whose dates are read, at most. */
    private static final int DOCUMENTS_MAX = 40;

    private final IndexReader reader;
    private final StoredFields stored;
    private final Wanted wanted;
    private final Map<Integer, House> houses;

    HitReading(IndexReader reader, Wanted wanted, Map<Integer, House> houses) throws IOException {
        this.reader = reader;
        this.stored = reader.storedFields();
        this.wanted = wanted;
        this.houses = houses;
    }

    /** Makes the identifier of a run. */
    public interface Naming {
        String run(long production, int season, long venue);
    }

    private record Dated(long number, PerformanceState state) {}

    /** @return null when the house is no longer known */
    @Nullable
    Hit hit(FoundShow show, Naming naming) throws IOException {
        Document best = stored.document(show.best());
        int number = house(show.best());
        House house = houses.get(number);
        if (house == null) {
            return null;
        }
        String[] run = show.run().text().utf8ToString().split("-");
        return new Hit(
                naming.run(Long.parseLong(run[0]), Integer.parseInt(run[1]), Long.parseLong(run[2])),
                house,
                text(best.get(ShowDocument.TITLE)),
                label(show.best(), ShowDocument.GENRE),
                label(show.best(), ShowDocument.EVENT_TYPE),
                best.get(ShowDocument.VENUE),
                best.get(ShowDocument.HALL),
                label(show.best(), ShowDocument.TOWN),
                works(best.get(ShowDocument.WORKS)),
                people(best.get(ShowDocument.PEOPLE)),
                offer(show),
                dates(show, number),
                show.dates(),
                LocalDate.ofEpochDay(ShowDates.day(show.last())));
    }

    /** Ages, languages and place are those of the show; price, needs and audiences those of its dates together. */
    private Offer offer(FoundShow show) throws IOException {
        int ages = number(show.best(), ShowDocument.AGES);
        int price = ShowOffer.SILENT;
        Set<Need> needs = new TreeSet<>();
        Set<String> audiences = new TreeSet<>();
        for (int i = 0; i < Math.min(DOCUMENTS_MAX, show.documents().length); i++) {
            int document = show.documents()[i];
            int other = number(document, ShowDocument.PRICE);
            price = other == ShowOffer.SILENT || price != ShowOffer.SILENT && price < other ? price : other;
            ShowOffer.Codes told = codes(document);
            needs.addAll(told.needs());
            audiences.addAll(told.audiences());
        }
        ShowOffer.Codes codes = codes(show.best());
        String where = label(show.best(), ShowDocument.WHERE);
        return new Offer(
                said(ShowOffer.ageFrom(ages)),
                said(ShowOffer.ageTo(ages)),
                price == ShowOffer.SILENT ? null : (long) price,
                List.copyOf(codes.languages()),
                List.copyOf(codes.surtitles()),
                List.copyOf(needs),
                List.copyOf(audiences),
                where == null ? null : ShowOffer.point(where),
                show.kilometres() < 0 ? null : show.kilometres());
    }

    private static @Nullable Integer said(int number) {
        return number == ShowOffer.SILENT ? null : number;
    }

    private ShowOffer.Codes codes(int document) throws IOException {
        String codes = label(document, ShowDocument.CODES);
        return codes == null ? ShowOffer.Codes.NONE : ShowOffer.Codes.of(codes);
    }

    private int number(int document, String field) throws IOException {
        LeafReaderContext leaf = leaf(document);
        var numbers = DocValues.getNumeric(leaf.reader(), field);
        return numbers.advanceExact(document - leaf.docBase) ? (int) numbers.longValue() : ShowOffer.SILENT;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private LeafReaderContext leaf(int document) {
        return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    }

    private int house(int document) throws IOException {
        LeafReaderContext leaf = leaf(document);
        var numbers = DocValues.getNumeric(leaf.reader(), ShowDocument.HOUSE);
        return numbers.advanceExact(document - leaf.docBase) ? (int) numbers.longValue() : 0;
    }

    private @Nullable String label(int document, String field) throws IOException {
        LeafReaderContext leaf = leaf(document);
        var values = DocValues.getSorted(leaf.reader(), field);
        if (!values.advanceExact(document - leaf.docBase)) {
            return null;
        }
        String value = values.lookupOrd(values.ordValue()).utf8ToString();
        return value.substring(value.indexOf(ShowDocument.MARK) + 1);
    }

    private List<Date> dates(FoundShow show, int house) throws IOException {
        int today = wanted.today()[house];
        List<Dated> all = new ArrayList<>();
        for (int i = 0; i < Math.min(DOCUMENTS_MAX, show.documents().length); i++) {
            int document = show.documents()[i];
            LeafReaderContext leaf = leaf(document);
            SortedNumericDocValues numbers = DocValues.getSortedNumeric(leaf.reader(), ShowDocument.DATES);
            PerformanceState state = state(document);
            if (numbers.advanceExact(document - leaf.docBase)) {
                for (int n = numbers.docValueCount(); n > 0; n--) {
                    long date = numbers.nextValue();
                    if (wanted.holds(house, date)
                            && (show.next() == FoundShow.NONE_AHEAD || ShowDates.day(date) >= today)) {
                        all.add(new Dated(date, state));
                    }
                }
            }
        }
        all.sort(Comparator.comparingLong(Dated::number).thenComparing(Dated::state));
        int shown = Math.min(all.size(), Hit.DATES_MAX);
        List<Dated> told = show.next() == FoundShow.NONE_AHEAD
                ? all.subList(all.size() - shown, all.size())
                : all.subList(0, shown);
        return told.stream()
                .map(date -> new Date(
                        LocalDate.ofEpochDay(ShowDates.day(date.number())),
                        ShowDates.starts(date.number()),
                        date.state(),
                        ShowDates.day(date.number()) >= today))
                .toList();
    }

    private PerformanceState state(int document) throws IOException {
        String state = label(document, ShowDocument.STATE);
        if (state == null) {
            throw new IllegalStateException("a document of the index without a state");
        }
        return PerformanceState.valueOf(state.toUpperCase(Locale.ROOT));
    }

    private static List<Work> works(@Nullable String told) {
        return lines(told).stream()
                .map(fields -> new Work(fields[0], Arrays.asList(fields).subList(1, fields.length)))
                .toList();
    }

    private static List<Person> people(@Nullable String told) {
        return lines(told).stream()
                .map(fields -> new Person(fields[0], fields.length > 1 ? fields[1] : ""))
                .toList();
    }

    private static List<String[]> lines(@Nullable String told) {
        return told == null
                ? List.of()
                : Arrays.stream(told.split(String.valueOf(ShowDocument.MARK)))
                        .map(line -> line.split(String.valueOf(ShowDocument.FIELD), -1))
                        .toList();
    }
}

package org.foyer.hub.catalogue.internal.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/** Writes a show as a document of the index. */
final class ShowDocument {

    static final String WORD = "word";
    static final String STEM = "stem";
    static final String PREFIX = "prefix";
    static final String WHOLE_TITLE = "whole";
    static final String PLACE = "place";
    static final String HOUSE = "house";
    static final String RUN = "run";
    static final String DATES = "dates";
    static final String STATE = "state";
    static final String GENRE = "genre";
    static final String EVENT_TYPE = "type";
    static final String TOWN = "town";
    static final String FESTIVAL = "festival";
    static final String CODES = "codes";
    static final String WHERE = "where";
    static final String AGES = "ages";
    static final String PRICE = "price";
    static final String TITLE = "title";
    static final String VENUE = "venue";
    static final String HALL = "hall";
    static final String WORKS = "works";
    static final String PEOPLE = "people";

    /** Between key and label of a facet's value, and between values of a list. */
    static final char MARK = '\u001f';

    /** Between fields of a value of a list. */
    static final char FIELD = '\u001e';

    static final int PREFIX_MIN = 2;
    static final int PREFIX_MAX = 5;

    /** Words of one text that count, at most. */
    private static final int WORDS_MAX = 400;

    private static final int CREDITS_MAX = 400;
    private static final int LABEL_MAX = 200;

    /** Festivals and series of one show, at most. */
    private static final int FESTIVALS_MAX = 8;

    private static final Set<String> WRITERS = Set.of("composer", "compositeur", "author", "auteur");

    /** Words with a weight in the place of how often they occur. */
    static final FieldType WEIGHED = new FieldType();

    static {
        WEIGHED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WEIGHED.setTokenized(true);
        WEIGHED.setOmitNorms(true);
        WEIGHED.freeze();
    }

    private final House house;
    private final Show show;
    private final Map<String, Integer> words = new TreeMap<>();
    private final Map<String, Integer> stems = new TreeMap<>();
    private final Map<String, Integer> prefixes = new TreeMap<>();
    private final Map<String, Integer> places = new TreeMap<>();

    private ShowDocument(House house, Show show) {
        this.house = house;
        this.show = show;
    }

    static Document of(House house, Show show) {
        return new ShowDocument(house, show).document();
    }

    private Document document() {
        takeWords();
        Document document = new Document();
        document.add(new Field(WORD, new WordStream(words), WEIGHED));
        document.add(new Field(STEM, new WordStream(stems), WEIGHED));
        document.add(new Field(PREFIX, new WordStream(prefixes), WEIGHED));
        document.add(new Field(PLACE, new WordStream(places), WEIGHED));
        document.add(new StringField(WHOLE_TITLE, Folding.key(show.title()), Field.Store.NO));
        document.add(new StringField(HOUSE, Integer.toString(house.id().value()), Field.Store.NO));
        document.add(new NumericDocValuesField(HOUSE, house.id().value()));
        document.add(new SortedDocValuesField(RUN, new BytesRef(show.run())));
        for (long date : show.dates()) {
            document.add(new LongPoint(DATES, date));
            document.add(new SortedNumericDocValuesField(DATES, date));
        }
        facet(document, GENRE, show.genre());
        facet(document, EVENT_TYPE, show.eventType());
        facet(document, TOWN, show.town());
        festivals(document, show.festivals());
        show.spellings().stream().limit(FESTIVALS_MAX).forEach(name -> keyed(document, FESTIVAL, name));
        offer(document, show.offer());
        document.add(new SortedDocValuesField(STATE, new BytesRef(show.state())));
        stored(document, TITLE, show.title());
        stored(document, VENUE, show.venueName());
        stored(document, HALL, show.hall());
        stored(document, WORKS, works());
        stored(document, PEOPLE, people());
        return document;
    }

    private static void offer(Document document, ShowOffer offer) {
        if (!offer.codes().isEmpty()) {
            document.add(new SortedDocValuesField(CODES, new BytesRef(offer.codes())));
        }
        if (!offer.where().isEmpty()) {
            document.add(new SortedDocValuesField(WHERE, new BytesRef(offer.where())));
        }
        if (offer.ages() != ShowOffer.SILENT) {
            document.add(new NumericDocValuesField(AGES, offer.ages()));
        }
        if (offer.price() != ShowOffer.SILENT) {
            document.add(new NumericDocValuesField(PRICE, offer.price()));
        }
    }

    private static void stored(Document document, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            document.add(new StoredField(field, text));
        }
    }

    private static void facet(Document document, String field, @Nullable String label) {
        if (label == null || label.isBlank()) {
            return;
        }
        document.add(new SortedDocValuesField(field, new BytesRef(keyed(document, field, label))));
    }

    /** Those of one show stand together, as the codes of what it offers do: see {@link FestivalCounts}. */
    private static void festivals(Document document, List<String> names) {
        String told = names.stream()
                .filter(name -> !name.isBlank())
                .limit(FESTIVALS_MAX)
                .map(name -> keyed(document, FESTIVAL, name))
                .collect(Collectors.joining(Character.toString(FIELD)));
        if (!told.isEmpty()) {
            document.add(new SortedDocValuesField(FESTIVAL, new BytesRef(told)));
        }
    }

    private static String keyed(Document document, String field, String label) {
        String told = label.strip();
        told = told.length() > LABEL_MAX ? told.substring(0, LABEL_MAX) : told;
        String key = Folding.key(told);
        document.add(new StringField(field, key, Field.Store.NO));
        return key + MARK + told;
    }

    private void takeWords() {
        take(Part.TITLE, show.title());
        take(Part.TITLE, show.titles());
        for (Show.Played work : show.works()) {
            take(Part.WORK, work.title());
            take(Part.WORK, work.part());
        }
        Set<String> taken = new HashSet<>();
        show.credits().stream().limit(CREDITS_MAX).forEach(credit -> {
            if (taken.add(credit.name())) {
                take(Part.PERSON, credit.name());
            }
            if (taken.add(credit.role() + FIELD + credit.instrument())) {
                take(Part.DESCRIPTION, credit.role());
                take(Part.DESCRIPTION, credit.instrument());
            }
        });
        take(Part.PERSON, show.producer());
        take(Part.PLACE, show.venueName());
        take(Part.PLACE, show.hall());
        take(Part.PLACE, show.town());
        take(Part.PLACE, show.region());
        take(Part.PLACE, house.name());
        take(Part.KIND, show.genre());
        take(Part.KIND, show.eventType());
        take(Part.DESCRIPTION, show.description());
        take(Part.DESCRIPTION, show.texts());
        takePlace(show.venueName(), show.hall(), show.postcode(), show.town(), show.region());
    }

    private void take(Part part, @Nullable String text) {
        if (text == null) {
            return;
        }
        BiConsumer<Map<String, Integer>, String> keep = (into, term) -> into.merge(term, part.weight(), Math::max);
        for (Folding.Word word : Folding.words(text, true, WORDS_MAX)) {
            for (String form : word.forms()) {
                keep.accept(words, form);
                Folding.stems(form).forEach(stem -> keep.accept(stems, stem));
                if (part != Part.DESCRIPTION) {
                    for (int length = PREFIX_MIN; length <= PREFIX_MAX && length < form.length(); length++) {
                        keep.accept(prefixes, form.substring(0, length));
                    }
                }
            }
        }
    }

    private void takePlace(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                Folding.words(text, true, WORDS_MAX)
                        .forEach(word -> word.forms().forEach(form -> places.put(form, 1)));
            }
        }
    }

    private @Nullable String works() {
        StringBuilder told = new StringBuilder();
        show.works().stream()
                .limit(org.foyer.hub.catalogue.SearchAnswer.Hit.LINES_MAX)
                .forEach(work -> {
                    told.append(told.isEmpty() ? "" : MARK).append(work.title());
                    if (work.part() != null) {
                        told.append(" – ").append(work.part());
                    }
                    show.credits().stream()
                            .filter(credit -> credit.position() == work.position() && writes(credit))
                            .map(Show.Credit::name)
                            .distinct()
                            .forEach(name -> told.append(FIELD).append(name));
                });
        return told.isEmpty() ? null : told.toString();
    }

    private static boolean writes(Show.Credit credit) {
        return WRITERS.contains(credit.role().toLowerCase(Locale.ROOT));
    }

    /** Those of the whole evening first; writers of single works stand with these. */
    private @Nullable String people() {
        Map<String, String> told = new LinkedHashMap<>();
        List<Show.Credit> ordered = new ArrayList<>(show.credits());
        for (Show.Credit credit : ordered) {
            if (credit.position() < 0 || !writes(credit)) {
                String role = credit.instrument() == null ? credit.role() : credit.instrument();
                told.putIfAbsent(credit.name(), role);
            }
            if (told.size() == org.foyer.hub.catalogue.SearchAnswer.Hit.LINES_MAX) {
                break;
            }
        }
        StringBuilder text = new StringBuilder();
        told.forEach((name, role) -> text.append(text.isEmpty() ? "" : MARK)
                .append(name)
                .append(FIELD)
                .append(role));
        return text.isEmpty() ? null : text.toString();
    }
}

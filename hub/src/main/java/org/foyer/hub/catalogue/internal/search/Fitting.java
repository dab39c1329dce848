package org.foyer.hub.catalogue.internal.search;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchConditions.Attendance;
import org.foyer.hub.catalogue.internal.search.ShowOffer.Codes;
import org.foyer.hub.model.GeoPoint;
import org.foyer.hub.model.House;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document offers what is asked. All its dates offer the same, so that conditions that belong to a date hold of one and
 * the same date. Codes and places are few in a segment: each is looked at once for a question, then it is a number.
 */
final class Fitting {

    /** It does not offer it. */
    static final int NOT = -1;

    /** What it does not say, as bits of {@link #of}; {@code 0}: it offers all. */
    static final int AGE = 1;

    static final int PRICE = 2;
    static final int ACCESSIBILITY = 4;
    static final int LANGUAGE = 8;
    static final int SURTITLES = 16;
    static final int PLACE = 32;
    static final int AUDIENCE = 64;

    private static final byte UNSEEN = -2;

    private final SearchConditions asked;
    private final boolean nothing;
    private final boolean[] otherCurrency;
    private final long priceMost;
    private SortedDocValues places = DocValues.emptySorted();
    private byte[] ofCodes = new byte[0];
    private double[] kilometres = new double[0];
    private final int withoutCodes;

    Fitting(SearchConditions asked, Map<Integer, House> houses) {
        this.asked = asked;
        this.nothing = asked.isNone();
        int most = houses.keySet().stream().mapToInt(number -> number).max().orElse(0);
        this.otherCurrency = new boolean[most + 1];
        String currency = asked.currency().isEmpty() ? currency(houses) : asked.currency();
        this.priceMost = minor(asked.price(), currency);
        if (asked.price() != null) {
            houses.forEach((number, house) ->
                    otherCurrency[number] = !house.currency().getCurrencyCode().equals(currency));
        }
        this.withoutCodes = judged(Codes.NONE);
    }

    private static long minor(@Nullable BigDecimal price, String currency) {
        int digits = currency.isEmpty()
                ? 0
                : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return price == null ? 0 : price.movePointRight(digits).longValue();
    }

    /** The currency of most houses; of equals the first by its code. */
    static String currency(Map<Integer, House> houses) {
        Map<String, Integer> counts = new HashMap<>();
        houses.values().stream()
                .map(House::currency)
                .map(Currency::getCurrencyCode)
                .forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts.entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    boolean asksNothing() {
        return nothing;
    }

    void start(LeafReader segment) throws IOException {
        if (nothing) {
            return;
        }
        ofCodes = new byte[DocValues.getSorted(segment, ShowDocument.CODES).getValueCount()];
        Arrays.fill(ofCodes, UNSEEN);
        if (asked.near() != null) {
            places = DocValues.getSorted(segment, ShowDocument.WHERE);
            kilometres = new double[places.getValueCount()];
            Arrays.fill(kilometres, -1);
        }
    }

    /** {@link #NOT}, or what the document does not say of what is asked. */
    int of(ShowCursor show, int house) throws IOException {
        int silent = ofCodes(show, show.label(ShowCursor.Facet.CODES));
        silent = silent < 0 ? NOT : join(silent, age(show));
        silent = silent < 0 ? NOT : join(silent, price(show, house));
        silent = silent < 0 ? NOT : join(silent, place(show));
        return silent > 0 && asked.silentToo() ? 0 : silent;
    }

    private static int join(int silent, int other) {
        return other < 0 ? NOT : silent | other;
    }

    private int age(ShowCursor show) throws IOException {
        Integer age = asked.age();
        if (age == null) {
            return 0;
        }
        int ages = show.ages();
        if (ages == ShowOffer.SILENT) {
            return AGE;
        }
        int to = ShowOffer.ageTo(ages);
        return ShowOffer.ageFrom(ages) <= age && (to == ShowOffer.SILENT || age <= to) ? 0 : NOT;
    }

    /** What is free is free in any currency; other prices of another currency say nothing. */
    private int price(ShowCursor show, int house) throws IOException {
        if (asked.price() == null) {
            return 0;
        }
        int price = show.price();
        if (price == ShowOffer.SILENT || price > 0 && otherCurrency[house]) {
            return PRICE;
        }
        return price <= priceMost ? 0 : NOT;
    }

    private int place(ShowCursor show) throws IOException {
        if (asked.near() == null) {
            return 0;
        }
        double away = kilometres(show);
        return away < 0 ? PLACE : away <= asked.kilometres() ? 0 : NOT;
    }

    /** From the place asked for; −1 when one of the two is not known. */
    double kilometres(ShowCursor show) throws IOException {
        GeoPoint near = asked.near();
        int label = near == null ? ShowCursor.NONE : show.label(ShowCursor.Facet.WHERE);
        if (near == null || label < 0) {
            return -1;
        }
        if (kilometres[label] < 0) {
            kilometres[label] =
                    near.kilometres(ShowOffer.point(places.lookupOrd(label).utf8ToString()));
        }
        return kilometres[label];
    }

    private int ofCodes(ShowCursor show, int label) throws IOException {
        if (label < 0) {
            return withoutCodes;
        }
        if (ofCodes[label] == UNSEEN) {
            ofCodes[label] = (byte) judged(show.codes(label));
        }
        return ofCodes[label];
    }

    private int judged(Codes said) {
        if (asked.seats() && said.noSeat() || !attends(said.attendance())) {
            return NOT;
        }
        int silent = 0;
        if (!asked.accessibility().isEmpty() && !said.needs().containsAll(asked.accessibility())) {
            if (said.needsSaid()) {
                return NOT;
            }
            silent |= ACCESSIBILITY;
        }
        if (!asked.language().isEmpty() && !said.languages().contains(asked.language())) {
            if (!said.languages().isEmpty()) {
                return NOT;
            }
            silent |= LANGUAGE;
        }
        if (!asked.surtitles().isEmpty() && !said.surtitles().contains(asked.surtitles())) {
            if (!said.surtitles().isEmpty()) {
                return NOT;
            }
            silent |= SURTITLES;
        }
        if (!asked.audience().isEmpty() && !said.audiences().contains(asked.audience())) {
            if (said.audienceSaid()) {
                return NOT;
            }
            silent |= AUDIENCE;
        }
        return silent;
    }

    private boolean attends(@Nullable String mode) {
        if (asked.attendance() == Attendance.ONLINE) {
            return "online".equals(mode) || "mixed".equals(mode);
        }
        return asked.attendance() == null || !"online".equals(mode);
    }
}

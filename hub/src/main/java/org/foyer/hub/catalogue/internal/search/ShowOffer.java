package org.foyer.hub.catalogue.internal.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.foyer.hub.catalogue.Places;
import org.foyer.hub.catalogue.SearchConditions;
import org.foyer.hub.catalogue.SearchConditions.Need;
import org.foyer.hub.model.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What the dates of one document say to whoever might come, in a form that is quick to compare.
 *
 * @param ages both packed into one number, {@link #SILENT} when neither is said
 * @param price of the cheapest ticket in minor units, or of the dearest when only that is said; {@link #SILENT} when none is
 * @param codes languages, surtitles, needs, audiences, attendance and whether no seat is to be had, sorted; empty when nothing is said
 * @param where {@link #place}, empty when it is not known
 */
record ShowOffer(int ages, int price, String codes, String where) {

    /** Nothing is said. */
    static final int SILENT = -1;

    static final ShowOffer NOTHING = new ShowOffer(SILENT, SILENT, "", "");

    private static final int AGE_BITS = 8;
    private static final int AGE_MASK = (1 << AGE_BITS) - 1;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private static final String LANGUAGE = "l:";
    private static final String SURTITLES = "s:";
    private static final String NEED = "n:";

    /** Something is said of accessibility, whatever it means. */
    private static final String NEEDS_SAID = "n:-";

    private static final String AUDIENCE = "p:";

    /** Something is said of whom it is meant for, whatever it means. */
    private static final String AUDIENCE_SAID = "p:-";

    private static final String ATTENDANCE = "a:";
    private static final String NO_SEAT = "-";

    private static final Set<String> MODES = Set.of("offline", "online", "mixed");
    private static final Set<String> NO_SEAT_STATES = Set.of("cancelled", "postponed");

    /** The words of a source, of which nothing is taken that cannot be. */
    record Words(
            @Nullable String ageFrom,
            @Nullable String ageTo,
            @Nullable String priceFrom,
            @Nullable String priceTo,
            @Nullable String languages,
            @Nullable String surtitles,
            @Nullable String accessibility,
            @Nullable String audience,
            @Nullable String attendance,
            @Nullable String availability) {}

    static ShowOffer of(Words said, String state, Places.@Nullable Town where) {
        int low = number(said.priceFrom());
        return new ShowOffer(
                ages(age(said.ageFrom()), age(said.ageTo())),
                low == SILENT ? number(said.priceTo()) : low,
                codes(said, state),
                where == null ? "" : place(where));
    }

    private static int number(@Nullable String text) {
        return text != null && DIGITS.matcher(text).matches() ? Integer.parseInt(text) : SILENT;
    }

    private static int age(@Nullable String text) {
        int age = number(text);
        return age > SearchConditions.AGE_MAX ? SILENT : age;
    }

    /** Ages that contradict each other say nothing. */
    static int ages(int from, int to) {
        boolean silent = from == SILENT && to == SILENT;
        return silent || to != SILENT && from > to ? SILENT : from + 1 << AGE_BITS | to + 1;
    }

    static int ageFrom(int ages) {
        return ages == SILENT ? SILENT : (ages >> AGE_BITS) - 1;
    }

    static int ageTo(int ages) {
        return ages == SILENT ? SILENT : (ages & AGE_MASK) - 1;
    }

    private static String codes(Words said, String state) {
        Set<String> codes = new TreeSet<>();
        OfferWords.languages(said.languages()).forEach(code -> codes.add(LANGUAGE + code));
        OfferWords.languages(said.surtitles()).forEach(code -> codes.add(SURTITLES + code));
        if (said.accessibility() != null && !said.accessibility().isBlank()) {
            codes.add(NEEDS_SAID);
            OfferWords.needs(said.accessibility()).forEach(need -> codes.add(NEED + need));
        }
        if (said.audience() != null && !said.audience().isBlank()) {
            codes.add(AUDIENCE_SAID);
            OfferWords.audiences(said.audience()).forEach(audience -> codes.add(AUDIENCE + audience));
        }
        String mode = "moved_online".equals(state) ? "online" : said.attendance();
        if (mode != null && MODES.contains(mode)) {
            codes.add(ATTENDANCE + mode);
        }
        if ("sold-out".equals(said.availability()) || NO_SEAT_STATES.contains(state)) {
            codes.add(NO_SEAT);
        }
        return String.join(" ", codes);
    }

    /** A place as the index keeps it: its point to some ten metres, and the name of the venue or of the town. */
    static String place(Places.Town town) {
        return String.format(
                Locale.ROOT,
                "%.4f %.4f %s",
                town.point().latitude(),
                town.point().longitude(),
                town.name());
    }

    static GeoPoint point(String place) {
        String[] parts = place.split(" ", 3);
        return new GeoPoint(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }

    /** The name of the town. */
    static String name(String place) {
        return place.split(" ", 3)[2];
    }

    /** What the codes of a document mean. */
    record Codes(
            Set<String> languages,
            Set<String> surtitles,
            Set<Need> needs,
            boolean needsSaid,
            Set<String> audiences,
            boolean audienceSaid,
            @Nullable String attendance,
            boolean noSeat) {

        static final Codes NONE = new Codes(Set.of(), Set.of(), Set.of(), false, Set.of(), false, null, false);

        static Codes of(String text) {
            if (text.isEmpty()) {
                return NONE;
            }
            List<String> codes = Arrays.asList(text.split(" "));
            Set<Need> needs = EnumSet.noneOf(Need.class);
            after(codes, NEED).stream()
                    .filter(code -> !code.equals(NO_SEAT))
                    .map(Need::valueOf)
                    .forEach(needs::add);
            Set<String> audiences = after(codes, AUDIENCE);
            audiences.remove(NO_SEAT);
            return new Codes(
                    after(codes, LANGUAGE),
                    after(codes, SURTITLES),
                    needs,
                    codes.contains(NEEDS_SAID),
                    audiences,
                    codes.contains(AUDIENCE_SAID),
                    after(codes, ATTENDANCE).stream().findFirst().orElse(null),
                    codes.contains(NO_SEAT));
        }

        private static Set<String> after(List<String> codes, String beginning) {
            Set<String> found = new TreeSet<>();
            codes.stream()
                    .filter(code -> code.startsWith(beginning))
                    .forEach(code -> found.add(code.substring(beginning.length())));
            return found;
        }
    }
}

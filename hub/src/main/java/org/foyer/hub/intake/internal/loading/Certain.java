package org.foyer.hub.intake.internal.loading;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.foyer.hub.intake.internal.recipe.Field;
import org.foyer.hub.intake.internal.recipe.FieldRule;
import org.foyer.hub.intake.internal.recipe.Words;
import org.foyer.hub.model.CastChange;

/**
 * Expressions that read what people write in the cells of a programme sheet: lengths, ages, prices, languages. What they cannot read with
 * certainty is null, stays out and is counted; it never sends a row to the quarantine, since the show is good without it.
 */
final class Certain {

    private static final String ABOUT = "(?:(?:environ|env\\.?|ca\\.?|circa|about|approx\\.?|etwa|ongeveer) )?";
    private static final String MINUTES = "(?:min\\.?|mn|m|minutes?|minuten|''|’)";
    private static final String HOURS = "(?:h|hs|heures?|hours?|hrs?|std\\.?|stunden?|u|uur|uren)";

    /** What is said of the interval, as long as it has no length of its own. */
    private static final String INTERVAL =
            "(?: ?[,(]? ?(?:avec|sans|with|without|including|incl\\.?|inkl\\.?|mit|ohne|met|zonder|entracte|pause|pauze)[^0-9+]*)?";

    private static final String YEARS = "(?: ?(?:ans|years?(?: old)?|jahren?|jahre|jaar))?";
    private static final String AGE = "([0-9]{1,3})";
    private static final String AND_MORE = "(?:et plus|et \\+|\\+|and (?:up|over|older)|und alter|en ouder)";
    private static final String FROM = "(?:des|a partir de|ab|from|vanaf)(?: l.age de)?";
    private static final String AMOUNT = "[0-9]{1,5}(?:[.,][0-9]{1,2})?";
    private static final String BETWEEN =
            " ?(?:/|-|–|—|;|\\||, | a | to | bis | tot | et | and | und | en | ou | or | oder | of ) ?";
    private static final String FREE =
            "('gratuit', 'gratuite', 'entree libre', 'entree gratuite', 'free', 'free entry', 'kostenlos', 'eintritt frei', 'gratis')";
    private static final String SPOKEN = "^(?:langues? ?: ?)?(?:spectacle |joue |chante )?(?:en |in het |in |auf )?"
            + "(?:sur-?titr(?:e|es|ee|ees|ages?) (?:en )?|surtitle[sd] (?:in )?|ubertitel[nt]? (?:in |auf )?|boventiteld? (?:in het )?)?";
    private static final String DENIED =
            "\\b(?:non|pas|not|no|aucune?|nicht|keine?|niet|geen|sans|without|ohne|zonder)\\b";

    private static final long MINUTES_MAX = 1_440;
    private static final int BARE_MINUTES_MIN = 30;
    private static final int AGE_MAX = 120;
    private static final Map<String, String> SIGNS = Map.of(
            "EUR",
            "€|eur|euros?",
            "CHF",
            "chf|fr\\.?|sfr\\.?|francs?",
            "GBP",
            "£|gbp",
            "USD",
            "\\$|usd",
            "CAD",
            "\\$|cad");

    private Certain() {}

    /** What the text of a field means, null where that is not certain. @param currency of the house */
    static String value(FieldRule rule, String text, String currency) {
        return switch (rule.field()) {
            case DURATION -> of(text, length());
            case HALL_CAPACITY, HALL_SEATS, HALL_WHEELCHAIR -> of(text, places());
            case AGES -> of(text, ages());
            case AGE_FROM, AGE_TO -> of(text, age());
            case PRICES -> of(text, prices(currency));
            case PRICE_FROM, PRICE_TO -> of(text, price(currency));
            case LANGUAGES, SURTITLES -> languages(text);
            case PICTURE ->
                "case when regexp_full_match(" + text + ", '(?i)https?://[^\\s<>\"''\\\\^`{|}]+') then " + text
                        + " end";
            case ACCESSIBILITY ->
                "case when "
                        + of(
                                text,
                                "not regexp_matches(x, " + CellSql.literal(DENIED)
                                        + ") and x not in ('oui', 'yes', 'ja', 'o', 'y', 'x', '1', 'true')")
                        + " then " + text + " end";
            case ATTENDANCE, AVAILABILITY, CONTRIBUTOR_KIND -> CellSql.meaning(text, Map.of(), rule.values());
            case CAST_CHANGES ->
                "case when len(list_filter(string_split_regex(" + text
                        + ", '[;\\n]'), lambda p: trim(p) <> '' and not regexp_full_match(p, "
                        + CellSql.literal(CastChange.PATTERN) + "))) = 0 then " + text + " end";
            default -> consent(rule, text);
        };
    }

    private static String consent(FieldRule rule, String text) {
        if (rule.field().isConsent()) {
            return CellSql.meaning(text, Map.of(), rule.values());
        }
        throw new IllegalArgumentException(
                "nothing uncertain in " + rule.field().key());
    }

    /** By which code its cells are counted that stay out. */
    static String leftOut(Field field) {
        return switch (field) {
            case DURATION -> "lengths-left-out";
            case HALL_CAPACITY, HALL_SEATS, HALL_WHEELCHAIR -> "hall-places-left-out";
            case AGES, AGE_FROM, AGE_TO -> "ages-left-out";
            case PRICES, PRICE_FROM, PRICE_TO -> "prices-left-out";
            case LANGUAGES, SURTITLES -> "languages-left-out";
            case PICTURE -> "addresses-left-out";
            case ATTENDANCE -> "attendance-left-out";
            case AVAILABILITY -> "availability-left-out";
            case CAST_CHANGES -> "cast-changes-left-out";
            case CONTRIBUTOR_KIND -> "contributor-kinds-left-out";
            default -> "accessibility-left-out";
        };
    }

    /** A value as text, for people. */
    static String shown(Field field, String value) {
        return field == Field.AGES || field == Field.PRICES
                ? "list_transform([" + value
                        + "], lambda v: case when v is not null then coalesce(cast(v.lo as varchar), '') || '–'"
                        + " || coalesce(cast(v.hi as varchar), '') end)[1]"
                : value;
    }

    /** An expression over x, the text in small letters without accents and with single blanks. */
    private static String of(String text, String expression) {
        return "list_transform([trim(regexp_replace(lower(strip_accents(" + text
                + ")), '[\\s\\p{Z}]+', ' ', 'g'))], lambda x: case when x is not null then " + expression + " end)[1]";
    }

    private static String matches(String pattern) {
        return "regexp_full_match(x, " + CellSql.literal(pattern) + ")";
    }

    private static String number(String pattern, int group) {
        return "coalesce(try_cast(nullif(regexp_extract(x, " + CellSql.literal("^" + pattern + "$") + ", " + group
                + "), '') as bigint), 0)";
    }

    private static String length() {
        String hours = ABOUT + "([0-9]{1,2}) ?" + HOURS + "(?: ?(?:et |and |und |en )?([0-5]?[0-9]) ?" + MINUTES + "?)?"
                + INTERVAL;
        String minutes = ABOUT + "([0-9]{1,4}) ?" + MINUTES + INTERVAL;
        String clock = "([0-9]{1,2}):([0-5][0-9])(?::00)?";
        String iso = "pt(?:([0-9]{1,2})h)?(?:([0-9]{1,4})m)?";
        String told = "case when " + matches(hours) + " then 60 * " + number(hours, 1) + " + " + number(hours, 2)
                + " when " + matches(minutes) + " then " + number(minutes, 1)
                + " when " + matches(clock) + " then 60 * " + number(clock, 1) + " + " + number(clock, 2)
                + " when " + matches(iso) + " then 60 * " + number(iso, 1) + " + " + number(iso, 2)
                + " when " + matches("[0-9]{2,4}") + " and try_cast(x as bigint) >= " + BARE_MINUTES_MIN
                + " then try_cast(x as bigint) end";
        return "list_filter([" + told + "], lambda n: n between 1 and " + MINUTES_MAX + ")[1]";
    }

    /** A number of places in a hall, blanks between thousands allowed. */
    private static String places() {
        return "case when " + matches("[0-9]{1,3}(?: ?[0-9]{3})?(?: (?:places|pl\\.?|seats|sitze|platze|plaatsen))?")
                + " then try_cast(regexp_replace(x, '[^0-9]+', '', 'g') as bigint) end";
    }

    /** A range, or from an age on; one number alone may mean either end. */
    private static String ages() {
        String range = "(?:de |from |von |van )?" + AGE + " ?(?:-|–|—|a|bis|to|tot) ?" + AGE + YEARS;
        String on = FROM + " " + AGE + " ?\\+?" + YEARS;
        String more = AGE + YEARS + " ?" + AND_MORE;
        return "case when " + matches(range) + " and " + number(range, 1) + " <= " + number(range, 2) + " and "
                + number(range, 2) + " <= " + AGE_MAX + " then {'lo': " + number(range, 1) + ", 'hi': "
                + number(range, 2) + "}"
                + " when " + matches(on) + " and " + number(on, 1) + " <= " + AGE_MAX + " then {'lo': " + number(on, 1)
                + ", 'hi': cast(null as bigint)}"
                + " when " + matches(more) + " and " + number(more, 1) + " <= " + AGE_MAX + " then {'lo': "
                + number(more, 1) + ", 'hi': cast(null as bigint)} end";
    }

    /** One age, in a column that says which end it is. */
    private static String age() {
        String one = "(?:" + FROM + " )?" + AGE + YEARS + " ?" + AND_MORE + "?";
        return "case when " + matches(one) + " and " + number(one, 1) + " <= " + AGE_MAX + " then " + number(one, 1)
                + " end";
    }

    private static String amount(String currency) {
        String sign = "(?:" + SIGNS.getOrDefault(currency, currency.toLowerCase(Locale.ROOT)) + ")";
        return "(?:" + sign + " ?)?" + AMOUNT + "(?: ?" + sign + ")?";
    }

    private static String amounts() {
        return "list_transform(regexp_extract_all(x, " + CellSql.literal(AMOUNT)
                + "), lambda a: cast(replace(a, ',', '.') as decimal(18, 6)))";
    }

    /** The lowest and the highest of up to ten prices in the house's currency; "from 12" says the lowest alone. */
    private static String prices(String currency) {
        String one = amount(currency);
        String several = "(?:de |from |von |van )?" + one + "(?:" + BETWEEN + one + "){1,9}";
        String zero = "cast(0 as decimal(18, 6))";
        return "case when x in " + FREE + " then {'lo': " + zero + ", 'hi': " + zero + "}"
                + " when " + matches(FROM + " " + one) + " then {'lo': list_min(" + amounts()
                + "), 'hi': cast(null as decimal(18, 6))}"
                + " when " + matches(one) + " or " + matches(several) + " then {'lo': list_min(" + amounts()
                + "), 'hi': list_max(" + amounts() + ")} end";
    }

    /** One price, in a column that says which end it is. */
    private static String price(String currency) {
        return "case when x in " + FREE + " then cast(0 as decimal(18, 6)) when "
                + matches("(?:" + FROM + " )?" + amount(currency)) + " then " + amounts() + "[1] end";
    }

    /** Codes of all the languages that are named; null if one of them is not known. */
    private static String languages(String text) {
        String codes = new TreeMap<>(LanguageNames.codes())
                .entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> Words.plain(one.getKey()),
                                Map.Entry::getValue,
                                (one, other) -> one,
                                TreeMap::new))
                        .entrySet()
                        .stream()
                        .filter(one -> !one.getKey().isEmpty())
                        .map(one -> CellSql.literal(one.getKey()) + ": " + CellSql.literal(one.getValue()))
                        .collect(Collectors.joining(", ", "map {", "}"));
        String split = "regexp_split_to_array(regexp_replace(x, " + CellSql.literal(SPOKEN)
                + ", ''), ' ?[,;/+&|] ?| et | and | und | en | ou ')";
        String told = "list_transform(" + split + ", lambda w: " + codes
                + "[regexp_replace(trim(w), '^([a-z]{2,3})[-_][a-z0-9]{2,8}$', '\\1')])";
        return of(
                text,
                "list_transform([" + told + "], lambda c: case when len(list_filter(c, lambda w: w is null)) = 0 then"
                        + " array_to_string(list_filter(c, lambda w, i: list_position(c, w) = i), ', ') end)[1]");
    }
}

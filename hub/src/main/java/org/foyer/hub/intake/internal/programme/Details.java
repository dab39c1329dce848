package org.foyer.hub.intake.internal.programme;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.foyer.hub.intake.internal.loading.LanguageNames;
import org.foyer.hub.intake.internal.loading.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a file says of a show beyond title and date, as far as it is certain: ages, prices, languages, length. What cannot be
 * read with certainty stays out and is counted.
 */
final class Details {

    /** One price, or from one to another. */
    record Price(String from, String to, String currency) {}

    private static final int AGE_MAX = 120;
    private static final long MINUTES_MAX = 1_440;
    private static final Pattern AGES = Pattern.compile("(\\d{1,3})?\\s?[-–—]\\s?(\\d{1,3})?");
    private static final Pattern AGE_FROM = Pattern.compile(
            "(\\d{1,3})\\s?\\+|(?:dès|à partir de|ab|from|ages?|vanaf)\\s(\\d{1,3})\\s?\\+?(?:\\s?(?:ans|years|jahren?|jaar))?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,7})(?:[.,](\\d{1,2}))?\\s?(€|EUR)?");
    private static final Set<String> FREE =
            Set.of("gratuit", "gratuite", "entrée libre", "entrée gratuite", "free", "kostenlos", "gratis");

    private final ListedRows rows;

    Details(ListedRows rows) {
        this.rows = rows;
    }

    /** Ages as {@code 6-12}, {@code 8+} or {@code dès 8 ans}; one number alone may mean either end. */
    void ages(String text, Map<String, String> row) {
        String said = PlainText.line(text);
        Matcher range = AGES.matcher(said);
        Matcher from = AGE_FROM.matcher(said);
        if (range.matches()) {
            ages(empty(range.group(1)), empty(range.group(2)), row);
        } else if (from.matches()) {
            ages(empty(from.group(1) == null ? from.group(2) : from.group(1)), "", row);
        } else if (!said.isEmpty()) {
            rows.count("ages-left-out");
        }
    }

    void ages(String from, String to, Map<String, String> row) {
        boolean readable = List.of(from, to).stream()
                .allMatch(age -> age.isEmpty() || age.matches("\\d{1,3}") && Integer.parseInt(age) <= AGE_MAX);
        if (!readable || !from.isEmpty() && !to.isEmpty() && Integer.parseInt(from) > Integer.parseInt(to)) {
            rows.count("ages-left-out");
            return;
        }
        row.put("age_from", from);
        row.put("age_to", to);
    }

    /** The lowest and the highest of some prices; nothing if one is not readable or they are in several currencies. */
    void prices(List<Price> prices, Map<String, String> row) {
        List<BigDecimal> amounts = new ArrayList<>();
        Set<String> currencies = new LinkedHashSet<>();
        for (Price price : prices) {
            for (String text : List.of(price.from(), price.to())) {
                String said = PlainText.line(text);
                Matcher amount = AMOUNT.matcher(said);
                if (FREE.contains(said.toLowerCase(Locale.ROOT))) {
                    amounts.add(BigDecimal.ZERO);
                } else if (amount.matches()) {
                    amounts.add(
                            new BigDecimal(amount.group(1) + "." + (amount.group(2) == null ? "0" : amount.group(2))));
                    currencies.add(amount.group(3) == null ? price.currency().toUpperCase(Locale.ROOT) : "EUR");
                } else if (!said.isEmpty()) {
                    rows.count("prices-left-out");
                    return;
                }
            }
        }
        if (amounts.isEmpty()) {
            return;
        }
        BigDecimal most = amounts.stream().max(BigDecimal::compareTo).orElseThrow();
        boolean free = most.signum() == 0;
        if (!free && (currencies.size() != 1 || !currencies.iterator().next().matches("[A-Z]{3}"))) {
            rows.count("prices-left-out");
            return;
        }
        row.put("price_from", plain(amounts.stream().min(BigDecimal::compareTo).orElseThrow()));
        row.put("price_to", plain(most));
        row.put("price_currency", free ? "" : currencies.iterator().next());
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** Codes of ISO 639-1 of languages told by a tag, a code of three letters or a name. */
    void languages(String column, Collection<String> said, Map<String, String> row) {
        Set<String> codes = new LinkedHashSet<>();
        for (String one : said) {
            String word = PlainText.line(one).toLowerCase(Locale.ROOT);
            String code = LanguageNames.codes()
                    .get(word.matches("[a-z]{2,3}([-_][a-z0-9]{2,8})+") ? word.split("[-_]")[0] : word);
            if (code != null) {
                codes.add(code);
            } else if (!word.isEmpty()) {
                rows.count("languages-left-out");
            }
        }
        row.put(column, String.join(", ", codes));
    }

    /** A length as ISO 8601 writes it. */
    void length(String text, Map<String, String> row) {
        if (text.isBlank()) {
            return;
        }
        try {
            long minutes = Duration.parse(text.strip()).toMinutes();
            if (minutes > 0 && minutes <= MINUTES_MAX) {
                row.put("duration", Long.toString(minutes));
                return;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // counted below
        }
        rows.count("lengths-left-out");
    }

    /** What a text says in other languages than the one that was chosen. */
    void texts(String property, @Nullable Object value, Texts texts) {
        int most = property.equals("description") ? ListedRows.DESCRIPTION_MAX : ListedRows.WORDS_MAX;
        Languages.others(value).forEach((language, text) -> {
            if (text.length() > most) {
                rows.count("texts-left-out");
            } else {
                texts.add(property, language, text);
            }
        });
    }

    /** A licence in words, or its address on the web. */
    void licence(String text, Map<String, String> row) {
        if (text.matches("(?is)\\s*[a-z][a-z0-9+.-]*:.*") && !text.matches("(?is)\\s*https?:.*")) {
            rows.count("addresses-left-out");
        } else {
            row.put("picture_licence", text);
        }
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a performance beside its dates, places and people, as schema.org: picture, languages, ages, length, prices, accessibility.
 * Languages of surtitles and accessibility have names in schema.org, though it does not list them for events; its readers take them.
 */
final class DescriptionNodes {

    private static final Vocabulary AVAILABILITY = Vocabularies.of("availability");

    /** Our codes that have a word of their own in schema.org; the words of houses are told as they stand. */
    private static final Map<String, String> FEATURES = Map.of(
            "audio-description", "audioDescription", "sign-language", "signLanguage", "large-print", "largePrint");

    /** The code of school groups. */
    private static final String SCHOOLS = "schools";

    private final SchemaWriter json;
    private final Currency currency;

    DescriptionNodes(SchemaWriter json, Currency currency) {
        this.json = json;
        this.currency = currency;
    }

    void write(ProgrammeEntry entry) throws IOException {
        // the notice of simulated houses is a disambiguatingDescription already
        json.text("alternateName", entry.described("subtitle"));
        picture(entry);
        languages("inLanguage", entry.described("languages"));
        languages("subtitleLanguage", entry.described("surtitles"));
        json.text("typicalAgeRange", ages(entry.described("age_from"), entry.described("age_to")));
        duration(entry.minutes());
        accessibility(entry.described("accessibility"));
        audience(entry.described("audience"));
        configuration(entry.described("configuration"));
        offers(entry);
    }

    /**
     * A text with what it says in other languages, which stand after it.
     *
     * @param said name of the property under which sources say it
     */
    void text(String property, @Nullable String value, String said, ProgrammeEntry entry) throws IOException {
        Map<String, String> others = new TreeMap<>();
        entry.described().forEach((name, text) -> {
            String language = name.startsWith(said + "@") ? name.substring(said.length() + 1) : "";
            if (language.matches("[a-z]{2}")) {
                others.put(language, text);
            }
        });
        if (others.isEmpty()) {
            json.text(property, value);
            return;
        }
        json.startList(property);
        if (value != null) {
            json.next(value);
        }
        for (Map.Entry<String, String> other : others.entrySet()) {
            json.textIn(other.getKey(), other.getValue());
        }
        json.endList();
    }

    private void duration(@Nullable Integer minutes) throws IOException {
        if (minutes != null && minutes > 0) {
            json.text("duration", Duration.ofMinutes(minutes).toString());
        }
    }

    private void accessibility(@Nullable String said) throws IOException {
        if (said != null) {
            json.texts(
                    "accessibilityFeature",
                    Arrays.stream(said.split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .map(word -> FEATURES.getOrDefault(word, word))
                            .distinct()
                            .toList());
        }
    }

    /** The words as they stand; what they mean is told by the concepts among the keywords. */
    private void audience(@Nullable String said) throws IOException {
        List<String> words = Meanings.words(said);
        if (words.isEmpty()) {
            return;
        }
        json.startList("audience");
        for (String word : words) {
            boolean schools = Meanings.audiences(word).stream()
                    .anyMatch(audience -> audience.code().equals(SCHOOLS));
            json.start();
            json.text("@type", schools ? "EducationalAudience" : "Audience");
            json.text("audienceType", word);
            json.end();
        }
        json.endList();
    }

    /** How the hall is set up; schema.org has no property for it, so that it goes as those of halls do ({@link PlaceNodes}). */
    private void configuration(@Nullable String said) throws IOException {
        if (said != null) {
            json.start("additionalProperty");
            json.text("@type", "PropertyValue");
            json.text("propertyID", "configuration");
            json.text("value", said);
            json.end();
        }
    }

    private void picture(ProgrammeEntry entry) throws IOException {
        String address = Iris.web(entry.described("picture"));
        if (address == null) {
            return;
        }
        json.start("image");
        json.text("@type", "ImageObject");
        json.text("contentUrl", address);
        json.text("creditText", entry.described("picture_credit"));
        json.text("license", entry.described("picture_licence"));
        json.end();
    }

    /** Only codes of ISO 639-1; a house's own words say nothing to a machine. */
    private void languages(String property, @Nullable String said) throws IOException {
        if (said == null) {
            return;
        }
        List<String> codes = Arrays.stream(said.split("[,;/ ]+"))
                .filter(code -> code.matches("[a-z]{2}"))
                .distinct()
                .toList();
        if (!codes.isEmpty()) {
            json.texts(property, codes);
        }
    }

    private static @Nullable String ages(@Nullable String from, @Nullable String to) {
        return from == null && to == null ? null : (from == null ? "" : from) + "-" + (to == null ? "" : to);
    }

    private void offers(ProgrammeEntry entry) throws IOException {
        String low = entry.described("price_from");
        String high = entry.described("price_to");
        String availability = AVAILABILITY
                .concept(String.valueOf(entry.described("availability")))
                .flatMap(there -> AVAILABILITY.nameIn(SchemaWriter.SCHEMA, there))
                .orElse(null);
        if (low == null && high == null && availability == null) {
            return;
        }
        json.start("offers");
        json.text("@type", low == null && high == null ? "Offer" : "AggregateOffer");
        if (low != null || high != null) {
            json.text("lowPrice", price(low));
            json.text("highPrice", price(high));
            json.text("priceCurrency", currency.getCurrencyCode());
        }
        json.text("availability", availability == null ? null : SchemaWriter.SCHEMA + availability);
        json.end();
    }

    private @Nullable String price(@Nullable String minor) {
        return minor == null
                ? null
                : new BigDecimal(minor)
                        .movePointLeft(Math.max(0, currency.getDefaultFractionDigits()))
                        .toPlainString();
    }
}

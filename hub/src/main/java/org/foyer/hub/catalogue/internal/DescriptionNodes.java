package org.foyer.hub.catalogue.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.Vocabularies;
import org.foyer.hub.model.Vocabulary;
import org.jspecify.annotations.Nullable;

/** What is said of a performance beside its dates, places and people, as schema.org: picture, languages, ages, prices. */
final class DescriptionNodes {

    private static final Vocabulary AVAILABILITY = Vocabularies.of("availability");

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
        languages(entry.described("languages"));
        json.text("typicalAgeRange", ages(entry.described("age_from"), entry.described("age_to")));
        offers(entry);
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
    private void languages(@Nullable String said) throws IOException {
        if (said == null) {
            return;
        }
        List<String> codes = Arrays.stream(said.split("[,;/ ]+"))
                .filter(code -> code.matches("[a-z]{2}"))
                .distinct()
                .toList();
        if (!codes.isEmpty()) {
            json.texts("inLanguage", codes);
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

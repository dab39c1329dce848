package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.ProgrammeEntry;
import org.foyer.hub.model.House;
import org.foyer.hub.model.Vocabularies;
import org.jspecify.annotations.Nullable;

/** What the public wants to know of a show before it comes, in short sentences; what nobody said is left out. */
final class ShowFacts {

    private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

    private ShowFacts() {}

    /** Of the show as a whole, as its last date tells it. */
    static List<String> of(Language language, House house, ProgrammeEntry entry) {
        List<String> facts = new ArrayList<>();
        String history = entry.described("history");
        if (history != null) {
            facts.add(Vocabularies.of("stagings")
                    .said(history)
                    .map(concept -> concept.label(language.code()))
                    .orElse(history));
        }
        add(facts, language, "show_duration", entry.described("duration"));
        ages(facts, language, entry.described("age_from"), entry.described("age_to"));
        add(facts, language, "show_languages", languages(language, entry.described("languages")));
        add(facts, language, "show_surtitles", languages(language, entry.described("surtitles")));
        prices(facts, language, house, entry.described("price_from"), entry.described("price_to"));
        add(facts, language, "show_warnings", entry.described("warnings"));
        return facts;
    }

    private static void add(List<String> facts, Language language, String key, @Nullable String value) {
        if (value != null) {
            facts.add(language.say(key, value));
        }
    }

    private static void ages(List<String> facts, Language language, @Nullable String from, @Nullable String to) {
        if (from != null) {
            facts.add(to == null ? language.say("show_ages", from) : language.say("show_ages_to", from, to));
        }
    }

    private static void prices(
            List<String> facts, Language language, House house, @Nullable String from, @Nullable String to) {
        if (from != null) {
            String currency = house.currency().getCurrencyCode();
            String low = language.formats().money(Long.parseLong(from), currency);
            facts.add(
                    to == null
                            ? language.say("show_price", low)
                            : language.say(
                                    "show_prices", low, language.formats().money(Long.parseLong(to), currency)));
        }
    }

    /** Of one date: whether seats are left, for whom it is made accessible and whom it is meant for. */
    static List<String> ofDate(Language language, ProgrammeEntry entry) {
        List<String> notes = new ArrayList<>();
        String availability = entry.described("availability");
        if (availability != null) {
            notes.add(language.sayOr(availability, "availability_" + availability.replace('-', '_')));
        }
        notes.addAll(needs(language, entry.described("accessibility")));
        configuration(notes, language, entry.described("configuration"), entry.described("configuration_capacity"));
        String audience = String.join(", ", inReadersWords(language, "audiences", entry.described("audience")));
        if (!audience.isEmpty()) {
            notes.add(language.say("show_audience", audience));
        }
        return notes;
    }

    /** How the hall is set up, and how many it holds so: the hall, not the seats on sale. */
    private static void configuration(
            List<String> notes, Language language, @Nullable String configuration, @Nullable String capacity) {
        if (configuration != null) {
            notes.add(
                    capacity == null
                            ? language.say("show_configuration", configuration)
                            : language.say(
                                    "show_configuration_holds",
                                    configuration,
                                    language.formats().number(Integer.parseInt(capacity))));
        }
    }

    /** What a date offers to people who need it, each apart; words of the house that the vocabulary does not hold stay one text. */
    private static List<String> needs(Language language, @Nullable String said) {
        boolean known = parts(said).stream()
                .allMatch(word -> Vocabularies.of("accessibility").said(word).isPresent());
        return known || said == null ? inReadersWords(language, "accessibility", said) : List.of(said);
    }

    /** In the reader's words where the vocabulary has some, else in those of the source. */
    private static List<String> inReadersWords(Language language, String vocabulary, @Nullable String said) {
        return parts(said).stream()
                .map(word -> Vocabularies.of(vocabulary)
                        .said(word)
                        .map(concept -> concept.label(language.code()))
                        .orElse(word))
                .distinct()
                .toList();
    }

    /** Codes of two letters (ISO 639-1) by their names; words of the house as they are. */
    private static @Nullable String languages(Language language, @Nullable String said) {
        Locale reader = Locale.forLanguageTag(language.code());
        return said == null
                ? null
                : parts(said).stream()
                        .map(word -> CODES.contains(word.toLowerCase(Locale.ROOT))
                                ? Locale.forLanguageTag(word).getDisplayLanguage(reader)
                                : word)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static List<String> parts(@Nullable String said) {
        return said == null
                ? List.of()
                : Arrays.stream(said.split("[,;\n]"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** The text in the reader's language where the house wrote one, else its own. */
    static @Nullable String text(Language language, ProgrammeEntry entry, String property, @Nullable String own) {
        String there = entry.described(property + "@" + language.code());
        return there == null ? own : there;
    }
}

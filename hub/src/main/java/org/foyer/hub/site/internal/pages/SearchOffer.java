package org.foyer.hub.site.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.foyer.hub.catalogue.SearchAnswer;
import org.foyer.hub.catalogue.SearchAnswer.Offer;
import org.jspecify.annotations.Nullable;

/** What a show that was found offers, in a line, and how many shows do not say what was asked. */
final class SearchOffer {

    private SearchOffer() {}

    static @Nullable String says(Language language, SearchAnswer.Hit hit) {
        Offer offer = hit.offer();
        List<String> parts = new ArrayList<>();
        if (offer.priceFrom() != null) {
            parts.add(
                    offer.priceFrom() == 0
                            ? language.say("search_free")
                            : language.say(
                                    "show_price",
                                    language.formats()
                                            .money(
                                                    offer.priceFrom(),
                                                    hit.house().currency().getCurrencyCode())));
        }
        if (offer.ageFrom() != null) {
            parts.add(
                    offer.ageTo() == null
                            ? language.say("show_ages", offer.ageFrom())
                            : language.say("show_ages_to", offer.ageFrom(), offer.ageTo()));
        }
        offer.accessibility()
                .forEach(need ->
                        parts.add(language.say("search_need_" + need.name().toLowerCase(Locale.ROOT))));
        if (offer.kilometres() != null) {
            parts.add(language.say("search_about", language.formats().number(Math.round(offer.kilometres()))));
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
    }

    /** A sentence for each thing that shows do not say. */
    static List<String> silent(Language language, SearchAnswer.Silent silent) {
        List<String> notes = new ArrayList<>();
        add(notes, language, "age", silent.age());
        add(notes, language, "price", silent.price());
        add(notes, language, "accessibility", silent.accessibility());
        add(notes, language, "audience", silent.audience());
        add(notes, language, "language", silent.language());
        add(notes, language, "surtitles", silent.surtitles());
        add(notes, language, "place", silent.place());
        return notes;
    }

    private static void add(List<String> notes, Language language, String what, int shows) {
        if (shows > 0) {
            notes.add(language.count("search_silent_" + what, shows));
        }
    }
}

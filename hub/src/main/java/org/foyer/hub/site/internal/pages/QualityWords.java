package org.foyer.hub.site.internal.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.foyer.hub.catalogue.Quality;
import org.jspecify.annotations.Nullable;

/** What the pages of quality say alike. */
final class QualityWords {

    private QualityWords() {}

    static String name(Language language, String property) {
        return language.say("quality_" + property);
    }

    static String names(Language language, List<String> properties) {
        return properties.stream().map(property -> name(language, property)).collect(Collectors.joining(", "));
    }

    /** A source as people call it; a recipe of the house's own by its name. */
    static String source(Language language, String recipe) {
        return language.sayOr(recipe, "source_" + recipe.replace('-', '_'));
    }

    /** A sentence on the property that would gain most, after another sentence; that one alone when nothing lacks. */
    static String first(Language language, String told, List<Quality.Property> properties) {
        if (properties.isEmpty() || properties.get(0).gain() <= 0) {
            return told;
        }
        Quality.Property first = properties.get(0);
        return told + " "
                + language.say(
                        "quality_first",
                        name(language, first.name()),
                        language.formats().decimal(first.gain()));
    }

    /** Share of the performances that have each property, with what is to be gained; null without performances. */
    static @Nullable Bars bars(Language language, long performances, List<Quality.Property> properties) {
        if (performances == 0) {
            return null;
        }
        List<Bars.Row> rows = properties.stream()
                .map(property -> {
                    double share = property.there() / (double) performances;
                    return new Bars.Row(
                            name(language, property.name()),
                            language.say("quality_gain", language.formats().decimal(property.gain())),
                            language.formats().wholePercent(share),
                            Bars.width(share, 1),
                            false);
                })
                .toList();
        return new Bars(language.say("quality_properties"), language.say("quality_share"), rows);
    }

    /** An address may hold it as one of its parts. */
    static String encoded(String source) {
        return URLEncoder.encode(source, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Rows of sources; each leads to its report. @param house short name of the one house meant, null for all that are seen */
    static List<QualityView.Source> sources(Language language, List<Quality.OfSource> sources, @Nullable String house) {
        Formats formats = language.formats();
        String end = house == null ? "" : "?house=" + house;
        return sources.stream()
                .map(one -> new QualityView.Source(
                        source(language, one.source()),
                        "/quality/sources/" + encoded(one.source()) + end,
                        language.count("quality_dates", one.performances()),
                        formats.number(one.houses()),
                        formats.number(Math.round(one.score())),
                        one.first() == null ? "–" : name(language, one.first()),
                        formats.decimal(one.gain())))
                .toList();
    }
}
